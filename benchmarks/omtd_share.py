"""What the export of a whole portal costs: `python -m benchmarks.omtd_share SCHEMA [GENERATED]` (2,000).

AgroPortal as it was recorded, then a portal of so many generated submissions, are exported through the proxy into S3,
by one process, with as many requests as it takes. The replay and the S3 server are processes of their own on the same
cores. Each document of each archive is then checked against the official schema. Peak memory is that of the exporting
process.
"""

import io
import json
import random
import resource
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import boto3
import requests
from botocore.config import Config
from lxml import etree

from chalicelib.http.client import Source
from chalicelib.jobs.engine import Ready
from chalicelib.proxy.forward import LIMITS, ConcurrencyLimiter, PortalClient
from chalicelib.proxy.model import Failure
from chalicelib.proxy.omtd_share.handlers import EXPORT_BUDGET
from chalicelib.proxy.omtd_share.portal_export import PortalExport
from chalicelib.proxy.portals import PORTALS
from chalicelib.store.s3.objects import Files
from local import s3
from local.leash import Leashed
from local.ports import LOOPBACK, free_port
from local.settings import CHECKOUT, RECORDINGS, process_environment

BUCKET = "exports"
WORDS = "wheat soil plant trait disease gene habitat climate livestock fish seed water enzyme taxon method".split()
KEYS = {"Authorization": "apikey token=key-of-the-benchmark"}


def main(schema: Path, generated: int) -> None:
    compiled = etree.XMLSchema(file=str(schema.resolve()))
    print(
        f"{'':12} {'documents':>9} {'valid':>6} {'requests':>8} {'seconds':>8} {'a second':>8} {'ZIP MB':>7}"
        f" {'peak MiB':>8}"
    )
    with TemporaryDirectory() as home:
        made = Path(home) / "made"
        (made / "bioportal").mkdir(parents=True)
        (made / "bioportal" / "agroportal-made.json").write_text(json.dumps(list(_made(generated))), encoding="utf-8")
        for name, folder in (("recorded", RECORDINGS), ("generated", made)):
            with _played(folder, Path(home) / name) as (client, files):
                _measure(name, PortalExport(files, client), compiled)


def _measure(name: str, export: PortalExport, schema: etree.XMLSchema) -> None:
    began, rounds, outcome = time.perf_counter(), 0, None
    while not isinstance(outcome, Ready):
        outcome = export.advance(time.time() + EXPORT_BUDGET)
        rounds += 1
        if isinstance(outcome, Failure):
            raise SystemExit(str(outcome.messages))
    seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    content = requests.get(outcome.link, timeout=60).content
    archive = zipfile.ZipFile(io.BytesIO(content))
    documents = [one for one in archive.namelist() if one.endswith(".xml")]
    valid = sum(schema.validate(etree.fromstring(archive.read(one))) for one in documents)
    rate = len(documents) / seconds
    print(
        f"{name:12} {len(documents):9} {valid:6} {rounds:8} {seconds:8.1f} {rate:8.1f} {len(content) / 1e6:7.2f}"
        f" {peak:8.0f}"
    )


def _made(count: int) -> Iterator[dict[str, Any]]:
    """Submissions with all that current portals say; the same at every run."""
    chance = random.Random(9)
    for number in range(count):
        acronym = f"MADE-{number}"
        place = f"{PORTALS['agroportal'].home}/ontologies/{acronym}"
        people = [
            {"name": f"{chance.choice(WORDS).title()}, A.", "agentType": "person"} for _ in range(chance.randint(0, 6))
        ]
        yield {
            "ontology": {
                "acronym": acronym,
                "name": " ".join(chance.choices(WORDS, k=5)),
                "viewingRestriction": "public",
                "hasDomain": [f"{PORTALS['agroportal'].home}/categories/C{chance.randint(0, 20)}"],
                "@id": place,
                "links": {"download": f"{place}/download"},
            },
            "submissionId": 1,
            "description": " ".join(chance.choices(WORDS, k=chance.randint(5, 2500))),
            "URI": f"http://example.org/{acronym}",
            "identifier": [f"https://doi.org/10.1234/{number}"],
            "version": str(number),
            "released": "2024-05-06T00:00:00+00:00",
            "creationDate": "2024-05-06T00:00:00+00:00",
            "status": chance.choice(["alpha", "beta", "production", "retired"]),
            "homepage": f"https://example.org/{acronym}",
            "contact": [{"name": "A. Person", "email": "a.person@example.org"}],
            "hasCreator": people,
            "publisher": people[:1],
            "hasOntologyLanguage": chance.choice(["OWL", "SKOS", "OBO"]),
            "hasLicense": "https://creativecommons.org/licenses/by/4.0/",
            "naturalLanguage": [
                f"http://lexvo.org/id/iso639-1/{one}" for one in chance.sample(["en", "fr", "es", "pt-br"], 2)
            ],
            "keywords": chance.choices(WORDS, k=8),
            "publication": [f"https://doi.org/10.1234/paper.{number}"],
            "hasFormalityLevel": "http://w3id.org/nkos/nkostype#"
            + chance.choice(["ontology", "thesaurus", "taxonomy"]),
            "similarTo": [f"http://example.org/{acronym}/other"],
            "metrics": {"classes": number, "individuals": number},
            "@id": f"{place}/submissions/1",
            "links": {"metrics": f"{place}/submissions/1/metrics"},
        }


@contextmanager
def _played(folder: Path, home: Path) -> Iterator[tuple[PortalClient, Files]]:
    """AgroPortal from this folder, and a bucket."""
    home.mkdir()
    port, portal = free_port(), PORTALS["agroportal"]
    command = [sys.executable, "-m", "replay", "--port", str(port), "--recordings", str(folder)]
    environment = {**process_environment(), "PYTHONPATH": str(CHECKOUT)}
    replay, storage = Leashed(command, home / "replay.log", environment, cwd=CHECKOUT), s3.start(home / "files")
    try:
        _await(f"http://{LOOPBACK}:{port}/_faults")
        source = Source(
            portal.terms,
            base=f"http://{LOOPBACK}:{port}/portals/agroportal",
            pauses=False,
            limits=LIMITS,
            user_agent="benchmark",
        )
        yield PortalClient(ConcurrencyLimiter(portal, source), KEYS), Files(_bucket(storage), BUCKET)
    finally:
        replay.stop()
        storage.stop()


def _bucket(storage: s3.S3Server) -> Any:
    client = boto3.client(
        "s3",
        endpoint_url=storage.url,
        aws_access_key_id=storage.access_key,
        aws_secret_access_key=storage.secret_key,
        region_name="us-east-1",
        config=Config(signature_version="s3v4", s3={"addressing_style": "path"}),
    )
    client.create_bucket(Bucket=BUCKET)
    return client


def _await(url: str) -> None:
    while True:
        try:
            requests.get(url, timeout=2)
        except requests.ConnectionError:
            time.sleep(0.05)
        else:
            return


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 2000)
