"""The export over played portals, and the official schema where there is one."""

import io
import json
import zipfile
from pathlib import Path

import pytest
import requests
from lxml import etree
from werkzeug.test import Client

from chalicelib import wiring
from chalicelib.proxy.model import Item
from chalicelib.proxy.omtd_share.mappers import build_record, mapper_of
from chalicelib.proxy.omtd_share.schema import NAMESPACE
from chalicelib.proxy.omtd_share.submission import Lookups, Origin, Report, Submission
from chalicelib.proxy.omtd_share.writer import write_document
from replay.server import Upstream
from tests.proxy.omtd_share import submissions
from tests.support import s3
from tests.support.secret_canary import CANARY

SHARED = Path(__file__).parents[4] / "shared" / "omtd-share-3.0.2"
NAMES = {"ms": NAMESPACE}
HERE = Lookups(downloadable=lambda address: True, name_of={"https://p.org/categories/X": "Crops"}.get)
INFO = "lexicalConceptualResourceInfo"


@pytest.fixture(scope="session")
def official():
    """The folder of the official schema and its examples, beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip(f"no OMTD-SHARE schema at {SHARED}")
    return SHARED


@pytest.fixture(scope="session")
def entry(official):
    return official / "schema" / "OMTD-SHARE-LexicalConceptualResource.xsd"


@pytest.fixture(scope="session")
def schema(entry):
    return etree.XMLSchema(file=str(entry))


@pytest.fixture
def api(monkeypatch):
    """`api(url)`: this API over the portals played there, with a bucket of its own."""
    from local.workers import wsgi

    def over(url, **more):
        storage = s3.server()
        given = {
            "HUB_PAUSES": "0",
            "HUB_BUCKET": s3.bucket()._bucket,
            "AWS_ENDPOINT_URL_S3": storage.url,
            "AWS_ACCESS_KEY_ID": storage.access_key,
            "AWS_SECRET_ACCESS_KEY": storage.secret_key,
            **more,
        }
        for name in ("NCBO", "AGROPORTAL", "SIFR", "BIBLIOPORTAL"):
            given |= {f"PORTAL_URL_{name}": f"{url}/portals/{name.lower()}", f"PORTAL_KEY_{name}": CANARY}
        for name, value in given.items():
            monkeypatch.setenv(name, value)
        wiring.services.cache_clear()
        return Client(wsgi)

    yield over
    wiring.services.cache_clear()


@pytest.fixture
def playing(tmp_path):
    """`playing(...)`: all portals, with these submissions on AgroPortal; more keywords name other portals'
    submissions.
    """
    started: list[Upstream] = []

    def play(*agroportal, ontologies=(), **others):
        folder = tmp_path / f"recordings-{len(started)}"
        (folder / "bioportal").mkdir(parents=True)
        for prefix, raws in {"agroportal": agroportal, **others}.items():
            _write(folder / "bioportal" / f"{prefix}-submissions.json", list(raws))
        _write(folder / "bioportal" / "agroportal-ontologies.json", list(ontologies))
        upstream = Upstream(folder).start()
        started.append(upstream)
        return upstream

    yield play
    for upstream in started:
        upstream.stop()


def _write(file, raws):
    if raws:
        file.write_text(json.dumps(raws), encoding="utf-8")


def submission(acronym="TEST", number=1, **fields):
    return submissions.submission(acronym, number, **fields)


def parsed(answer):
    assert answer.status_code == 200, answer.text
    return etree.fromstring(answer.data)


def texts(document, path):
    """The texts of all elements at a path without prefixes."""
    return [one.text for one in document.iterfind("/".join(f"ms:{part}" for part in path.split("/")), NAMES)]


def archive(answer):
    """The archive that an answer leads to."""
    assert answer.status_code == 302, answer.text
    found = requests.get(answer.headers["Location"], timeout=60)
    assert found.headers["Content-Type"] == "application/zip"
    return zipfile.ZipFile(io.BytesIO(found.content))


@pytest.fixture
def made(schema):
    """The document and the report of a submission with these fields; it is always valid."""

    def make(kind="agroportal", lookups=HERE, latest=True, language="en", **fields):
        raw, report = submission(**fields), Report()
        origin = Origin("Portal", "https://p.org", kind, language)
        parts = Item(raw), Item(raw["ontology"]), origin, lookups
        read = Submission.read(*parts, latest=latest, report=report)
        tree = etree.fromstring(write_document(build_record(mapper_of(kind), read), report))
        schema.assertValid(tree)
        return tree, report

    return make


def at(tree, path):
    return texts(tree, f"{INFO}/{path}")


def with_attributes(tree, name):
    return [(one.text, dict(one.attrib)) for one in tree.iterfind(f".//ms:{name}", NAMES)]
