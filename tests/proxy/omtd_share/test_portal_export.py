"""A portal's archive that takes longer than a request: resumed anywhere, by one at a time, whatever the portal does."""

import csv
import io
import json
import threading
import zipfile

import pytest
import requests

from chalicelib import wiring
from chalicelib.http.client import Source
from chalicelib.jobs.engine import LEASE_SECONDS, Pending, Ready
from chalicelib.proxy.forward import ConcurrencyLimiter, PortalClient
from chalicelib.proxy.model import Failure
from chalicelib.proxy.omtd_share import handlers
from chalicelib.proxy.omtd_share.archive import FRESH
from chalicelib.proxy.omtd_share.listing import BATCH
from chalicelib.proxy.omtd_share.portal_export import WORKERS, PortalExport
from chalicelib.proxy.portals import PORTALS
from tests.proxy.conftest import proxy_over
from tests.proxy.omtd_share.conftest import archive, submission
from tests.support import s3
from tests.support.secret_canary import CANARY

XML = {"format": "omtd-share"}
CATEGORY = "https://data.agroportal.lirmm.fr/categories/C"
MANY = [
    submission(f"O{number}", of={"hasDomain": [f"{CATEGORY}{number % 3}"]}, numberOfClasses=number)
    for number in range(BATCH + 3)
]


class Clock:
    """Moves on by a step whenever it is looked at."""

    def __init__(self, step=0.0):
        self.now, self.step = 1_700_000_000.0, step

    def __call__(self):
        self.now += self.step
        return self.now


@pytest.fixture(scope="module")
def files():
    return s3.bucket()


@pytest.fixture
def many(playing):
    return playing(*MANY)


@pytest.fixture
def few(playing):
    return playing(*MANY[:3])


def export(upstream, files, clock, key=CANARY, **select):
    """As another process would make it: nothing is shared but the storage."""
    client = proxy_over(upstream.url, keys=key).client("agroportal")
    return PortalExport(files, client, None, select, clock=clock, sleep=lambda seconds: None)


def opened(outcome):
    assert isinstance(outcome, Ready), outcome
    return zipfile.ZipFile(io.BytesIO(requests.get(outcome.link, timeout=60).content))


def report(found):
    return {one["acronym"]: one for one in csv.DictReader(io.StringIO(found.read("REPORT.csv").decode("utf-8-sig")))}


def asked(upstream, path):
    return [one for one in upstream.log.all(source="portals") if path in one.path]


def test_every_request_goes_on_where_the_last_one_stopped(many, files):
    clock, done = Clock(step=0.01), []
    while True:
        outcome = export(many, files, clock, key="own-key-of-one").advance(clock.now + 0.6)
        if isinstance(outcome, Ready):
            break
        assert isinstance(outcome, Pending)
        done.append(outcome.done)
        assert len(done) < 60
    assert done == sorted(done)
    assert len(set(done)) > 1
    found = opened(outcome)
    assert len([name for name in found.namelist() if name.endswith(".xml")]) == len(MANY)
    assert {one["exported"] for one in report(found).values()} == {"yes"}
    for number in range(3):
        assert len(asked(many, f"/categories/C{number}")) == 1, "a domain's name is asked for once"
    for number in (0, 9, 27):
        assert len(asked(many, f"/ontologies/O{number}/submissions/1/download")) == 1


def test_what_was_made_is_what_one_document_says(few, files, api):
    found = opened(export(few, files, Clock(), key="own-key-of-two").advance(2e9))
    alone = api(few.url).get("/portals/agroportal/ontologies/O2", query_string=XML)
    assert found.read("O2.xml") == alone.data


def test_an_archive_is_kept_for_an_hour_and_for_its_key(few, files):
    clock = Clock()
    first = export(few, files, clock, key="own-key-of-three").advance(2e9)
    before = len(few.log.all())
    assert isinstance(export(few, files, clock, key="own-key-of-three").advance(2e9), Ready)
    assert len(few.log.all()) == before
    assert opened(export(few, files, clock, key="another-key-of-three").advance(2e9)).namelist()
    assert len(few.log.all()) > before
    chosen = export(few, files, clock, key="own-key-of-three", include_status=["READY"])
    assert isinstance(chosen.advance(2e9), Ready)
    assert "include_status=READY" in asked(few, "/agroportal/submissions")[-1].query
    before = len(few.log.all())
    clock.now += FRESH + 1
    assert isinstance(export(few, files, clock, key="own-key-of-three").advance(2e9), Ready)
    assert len(few.log.all()) > before
    assert isinstance(first, Ready)


class Counting(Source):
    """Knows how many requests were under way at once, at most."""

    lock, now, most = threading.Lock(), 0, 0

    def exchange(self, *arguments, **more):
        with self.lock:
            self.now += 1
            self.most = max(self.most, self.now)
        try:
            return super().exchange(*arguments, **more)
        finally:
            with self.lock:
                self.now -= 1


def test_the_portal_is_asked_by_few_at_a_time_and_page_by_page(many, files):
    portal = PORTALS["agroportal"]
    source = Counting(portal.terms, base=f"{many.url}/portals/agroportal", pauses=False, user_agent="test")
    client = PortalClient(ConcurrencyLimiter(portal, source), {"Authorization": "apikey token=own-key-of-nine"})
    assert isinstance(PortalExport(files, client).advance(2e9), Ready)
    assert 1 < source.most <= WORKERS
    pages = asked(many, "/agroportal/submissions")
    assert len(pages) == 2
    assert all(f"pagesize={BATCH}" in one.query for one in pages)


def test_who_comes_while_another_works_hears_how_far_it_is(many, files):
    clock = Clock(step=0.01)
    first = export(many, files, clock, key="own-key-of-four")
    assert isinstance(first.advance(clock.now + 0.6), Pending)
    assert first.folder.lease.claim()
    waiting = export(many, files, clock, key="own-key-of-four").advance(clock.now + 1)
    assert isinstance(waiting, Pending)
    assert waiting.total > 0
    clock.now += LEASE_SECONDS + 1  # it died without a word
    assert isinstance(export(many, files, clock, key="own-key-of-four").advance(2e9), Ready)


def test_a_page_that_always_fails_is_asked_for_one_by_one(many, files):
    many.misbehave(path=r"/agroportal/submissions\?.*page=2", status=500, body="Internal server error")
    many.misbehave(path="/ontologies/O26/latest_submission", status=500, body="Internal server error")
    found = opened(export(many, files, Clock(), key="own-key-of-five").advance(2e9))
    said = report(found)
    assert [name for name, one in said.items() if one["exported"] == "no"] == ["O26"]
    assert "500" in said["O26"]["reason"]
    assert len(said) == len(MANY)


def test_a_portal_that_is_down_ends_nothing(many, files):
    clock = Clock(step=0.01)
    assert isinstance(export(many, files, clock, key="own-key-of-six").advance(clock.now + 0.6), Pending)
    many.misbehave(path="/portals", reset=True)
    silent = export(many, files, clock, key="own-key-of-six").advance(2e9)
    assert isinstance(silent, Failure)
    assert silent.status == 503
    many.faults.clear()
    found = opened(export(many, files, clock, key="own-key-of-six").advance(2e9))
    assert {one["exported"] for one in report(found).values()} == {"yes"}


def test_a_download_that_cannot_be_asked_about_is_told_in_the_report(few, files):
    few.misbehave(path="/ontologies/O1/.*download", method="HEAD", status=429)
    said = report(opened(export(few, files, Clock(), key="own-key-of-seven").advance(2e9)))
    assert "did not say" in said["O1"]["notes"]
    assert "did not say" not in said["O2"]["notes"]


@pytest.mark.parametrize("status", [401, 403, 429])
def test_a_refusal_is_the_portals(few, files, status):
    few.misbehave(path="/agroportal/ontologies", status=status, body=json.dumps({"errors": ["no"], "status": status}))
    refused = export(few, files, Clock(), key=f"own-key-of-{status}").advance(2e9)
    assert isinstance(refused, Failure)
    assert refused.status == status


def test_over_http_a_long_export_is_202_until_it_is_done(api, few, monkeypatch):
    client, path = api(few.url), "/portals/agroportal/ontologies"
    with monkeypatch.context() as hurried:
        hurried.setattr(handlers, "EXPORT_BUDGET", 0.0)
        answer = client.get(path, query_string=XML)
        told = answer.json
        assert (answer.status_code, told["status"], told["done"], told["total"]) == (202, "pending", 0, 3)
        assert answer.headers["Location"] == told["status_url"]
        assert told["status_url"].endswith(f"{path}?format=omtd-share")
        assert answer.headers["Retry-After"]
        assert answer.headers["Cache-Control"] == "no-store"
    wiring.services.cache_clear()  # as in another process
    assert len(archive(client.get(path, query_string=told["status_url"].partition("?")[2])).namelist()) == 4
    own = {"Authorization": f"apikey token={CANARY}"}
    assert client.post("/portals/agroportal/submissions", query_string=XML, headers=own).status_code == 303


def test_names_that_are_no_file_names_and_formulas_are_made_harmless(playing, files):
    raws = [submission("a"), submission("A"), submission("=1+1"), submission("../x"), submission("REPORT")]
    found = opened(export(playing(*raws), files, Clock(), key="own-key-of-eight").advance(2e9))
    names = found.namelist()
    assert len({name.casefold() for name in names}) == len(names) == len(raws) + 1
    assert not any("/" in name or name.startswith(".") for name in names)
    assert "'=1+1" in report(found)
