"""What holds for every provider, the one written next included."""

import json
from pathlib import Path

import pytest

from chalicelib import VERSION
from chalicelib.config import BASE_URLS
from chalicelib.errors import SourceError, WrongSettings
from chalicelib.http.client import Source
from chalicelib.providers import PROVIDERS
from chalicelib.providers.base import load
from chalicelib.providers.page import Page
from chalicelib.records import Provenance
from local.stack import SOURCES
from replay.server import Upstream
from tests.conftest import SAMPLES
from tests.support import engine

SETTINGS = Path(__file__).parents[1] / "chalicelib" / "providers" / "settings"
PLAYED = {name: SOURCES[BASE_URLS[name]] for name in PROVIDERS}

every_provider = pytest.mark.parametrize("name", PROVIDERS)


@pytest.fixture(scope="module")
def played():
    upstream = Upstream(SAMPLES).start()
    yield upstream
    upstream.stop()


@pytest.fixture(autouse=True)
def well_behaved(played):
    yield
    played.faults.clear()
    played.log.clear()


def provider(name):
    return load(PROVIDERS[name], SETTINGS / f"{name}.json")


def source(name, upstream):
    base, mirror = f"{upstream.url}/{PLAYED[name]}", f"{upstream.url}/nexus/hosts"
    return Source(
        PROVIDERS[name].terms, base=base, mirror=mirror, pauses=False, user_agent="tests", sleep=lambda _: None
    )


def pages(name, upstream):
    """All pages of a harvest; each step has a provider and a source of its own, and its cursor travelled as JSON."""
    found: list[Page] = []
    cursor = None
    while not found or cursor is not None:
        page = provider(name).page(source(name, upstream), cursor)
        found.append(page)
        cursor = json.loads(json.dumps(page.next))
    return found


def records(name, upstream):
    return [record for page in pages(name, upstream) for record in page.records]


@every_provider
def test_records_are_whole_with_ids_of_their_own(name, played):
    found = records(name, played)
    assert found, "put a sample of this source into tests/recorded first"
    assert all(record.id.startswith(f"{name}-") for record in found)
    assert len({record.id for record in found}) == len(found)
    assert all(record.name and record.source and record.source_url for record in found)


@every_provider
def test_a_document_says_where_it_comes_from_and_under_which_terms(name, played):
    record = records(name, played)[0]
    terms = PROVIDERS[name].terms
    given = {"provider": name, "source_url": record.source_url, "harvested_at": "2026-11-24T12:00:00Z", "run": "1"}
    document = record.document(Provenance(**given, licence=terms.licence, citation=terms.citation))
    assert document["id"] == document["source_id"] == record.id
    assert document["provenance"]["licence"] and document["provenance"]["citation"]
    assert None not in document.values()


@every_provider
def test_only_what_the_terms_allow_is_asked(name, played):
    pages(name, played)
    asked = {one.path.removeprefix(f"/{PLAYED[name]}") for one in played.log.all(source=PLAYED[name])}
    assert asked
    assert all(path.startswith(PROVIDERS[name].terms.paths) for path in asked)


@every_provider
def test_the_terms_are_whole(name):
    terms = PROVIDERS[name].terms
    assert terms.pause > 0
    assert 1 <= terms.page_size <= 1000


@every_provider
def test_a_source_is_told_who_asks_and_whom_to_turn_to(name, played):
    hub = engine.over(engine.configured(played.url, HUB_CONTACT="hub@example.org"))
    hub.providers[name].page(hub.source(name), None)
    agents = {one.headers["user-agent"] for one in played.log.all(source=PLAYED[name])}
    assert agents == {f"HippocampusHub/{VERSION} (+hub@example.org)"}


@pytest.mark.parametrize("contact", ["nobody", "x y@example.org", "https://", "a@b\r\nX: 1", "javascript:alert(1)"])
def test_a_contact_is_an_address(contact):
    with pytest.raises(WrongSettings, match="HUB_CONTACT"):
        engine.configured("http://127.0.0.1:1", HUB_CONTACT=contact)


@every_provider
def test_the_same_harvest_twice_gives_the_same(name, played):
    assert pages(name, played) == pages(name, played)


@every_provider
def test_a_cursor_fits_into_a_message(name, played):
    assert max(len(json.dumps(page.next)) for page in pages(name, played)) < 100_000


@every_provider
def test_what_was_read_is_kept_or_rejected_with_a_reason(name, played):
    found = pages(name, played)
    totals = [page.total for page in found if page.total is not None]
    assert sum(page.read for page in found) >= (totals[-1] if totals else 1)
    assert all(reject.id and reject.reason for page in found for reject in page.rejects)


@every_provider
def test_an_empty_source_is_empty_or_an_error_and_no_crash(name, tmp_path):
    upstream = Upstream(tmp_path).start()
    try:
        assert [record for page in pages(name, upstream) for record in page.records] == []
    except SourceError as error:
        assert error.detail
    finally:
        upstream.stop()


@every_provider
def test_a_source_that_answers_something_else_is_an_error_that_names_it(name, played):
    played.misbehave(path=f"/{PLAYED[name]}/", body="<html>maintenance</html>", status=200)
    with pytest.raises(SourceError):
        pages(name, played)


@every_provider
def test_a_field_that_a_source_adds_is_reported(name, played):
    if name == "hippocampome":
        pytest.skip("its pages have sections, not fields; what is not known of them is kept in `facts`")
    played.misbehave(path=f"/{PLAYED[name]}/", mutate=_with_surprise)
    assert any("surprise" in page.unfamiliar for page in pages(name, played))


@every_provider
def test_nothing_of_the_sample_is_unfamiliar(name, played):
    assert [page.unfamiliar for page in pages(name, played) if page.unfamiliar] == []


@every_provider
def test_settings_are_complete_and_every_provider_can_be_replayed(name):
    assert provider(name).name == name
    assert PLAYED[name] in SOURCES.values()


def _with_surprise(answer):
    """The same answer with one more field in each object that is or may be a record: alone with an id, listed, or a
    hit.
    """
    return _marked(answer, isinstance(answer, dict) and "id" in answer)


def _marked(value, is_record):
    if isinstance(value, list):
        return [_marked(one, True) for one in value]
    if not isinstance(value, dict):
        return value
    below = {key: _marked(one, key == "_source") for key, one in value.items()}
    return {**below, "surprise": 1} if is_record else below
