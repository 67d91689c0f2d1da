"""Every provider against every kind of bad day, played for real: nothing that its source gave is lost, nothing else is
served.

A fault that passes costs a retry and nothing else. One that stays ends the run with its reason, leaves what is served
as it was, and the run goes on from there when the source is well again.
"""

import dataclasses
import ssl

import pytest

from chalicelib.errors import HubError
from chalicelib.harvest.runner import drive
from chalicelib.http.client import Source
from chalicelib.http.transport import Limits
from chalicelib.json_types import Json
from chalicelib.store.opensearch.searcher import Searcher
from chalicelib.wiring import Services
from replay.server import Upstream
from tests.http.test_tls import certificate, serving
from tests.support import engine, s3
from tests.support.cut_samples import cut

PATIENT, HASTY = Limits(tries=3), Limits(read=0.5, tries=12)  # a stall is longer than half a second
ITEMS = {  # what a fault is about: the requests that bring records
    "neuromorpho": "/neuromorpho/api/neuron/select",
    "hippocampome": "neuron_page.php",
    "model_db": r"/modeldb/(api/v1/(models|papers)/\d|download)",
    "internal": "_search",
}
every_provider = pytest.mark.parametrize("name", ITEMS)  # a provider joins once its paths stand above
LISTS = {**ITEMS, "hippocampome": "search_engine_json", "model_db": "/modeldb/api/v1/models/[a-z]"}
KEPT = {"hippocampome/types.csv": 4, "modeldb/models.csv": 12, "neuromorpho/neurons.csv": 30}  # rows of our samples
PASSING: tuple[Json, ...] = (  # each once, one after the other, for the same request
    {"status": 500},
    {"status": 429, "headers": {"Retry-After": "7"}},
    {"delay": 0.9},  # a stall
    {"truncate": 30},
    {"reset": True},
)
STAYING: dict[str, Json] = {
    "errors": {"status": 503},
    "pages of HTML": {"status": 200, "body": "<html><body>We are moving</body></html>"},
    "errors inside a 200": {"status": 200, "body": '{"status":500,"error":"Internal Server Error"}'},
}


class Tried(Services):
    """A hub whose clients remember how long they were to wait, instead of waiting."""

    def __init__(self, config):
        super().__init__(config)
        self.waits: list[float] = []
        self.limits = PATIENT
        self.files = s3.files(config.bucket)

    def source(self, provider):
        base, mirror = self.config.source_urls[provider], self.config.mirror_url
        terms = self.providers[provider].terms
        given: Json = {
            "base": base,
            "mirror": mirror,
            "limits": self.limits,
            "sleep": self.waits.append,
            "pauses": False,
        }
        return Source(terms, user_agent=self.clients.user_agent, **given)


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    upstream = Upstream(cut(tmp_path_factory.mktemp("small"), KEPT)).start()
    yield upstream
    upstream.stop()


@pytest.fixture(autouse=True)
def well_again(played):
    yield
    played.faults.clear()


@pytest.fixture(scope="module")
def before(played):
    """By provider: a hub that serves a good harvest of it, and the records. All are made now: what a test makes goes
    with it.
    """

    def made(name):
        hub = Tried(engine.configured(played.url))
        hub.prepare()
        assert harvest(hub, name)["state"] == "published"
        records = served(hub, name)
        assert len(records) > 2
        return hub, records

    return {name: made(name) for name in ITEMS}.__getitem__


def harvest(hub, name, limits=PATIENT, **config):
    """A harvest that knows nothing of earlier answers, by a process of its own: the run, however it ended."""
    hub.bodies.keep_only(name, [])
    fresh = Tried(dataclasses.replace(hub.config, **config))
    fresh.limits = limits
    try:
        return drive(fresh.harvest, name, lambda run: None)
    except HubError:
        return fresh.harvest.unfinished_run(name) or {}
    finally:
        hub.waits[:] = fresh.waits


def served(hub, name):
    """What readers find of a provider, without when and by which run it was found."""
    walked = Searcher(hub.client, hub.names).walk(hub.providers[name].index, {"term": {"provenance.provider": name}})
    return {one["id"]: {**one, "provenance": one["provenance"]["fingerprint"]} for one in walked}


def unserved(run):
    """Identifiers of what a run read and does not serve, with the reasons that it tells."""
    return {sample["id"]: reason for reason, entry in run["rejects"].items() for sample in entry["samples"]}


@every_provider
def test_what_passes_costs_a_retry_each_and_no_record(before, played, name):
    hub, records = before(name)
    for fault in PASSING:
        played.misbehave(path=ITEMS[name], times=1, **fault)
    run = harvest(hub, name, HASTY)
    assert run["state"] == "published"
    assert run["retries"] >= len(PASSING)  # more where the machine itself stalls
    assert served(hub, name) == records
    assert 7 in hub.waits


@every_provider
@pytest.mark.parametrize("fault", STAYING)
def test_what_stays_ends_the_run_with_its_reason_and_changes_nothing_served(before, played, name, fault):
    hub, records = before(name)
    played.misbehave(path=LISTS[name], **STAYING[fault])
    run = harvest(hub, name)
    assert run["state"] == "failed"
    assert run["reasons"][0]
    assert served(hub, name) == records
    if fault == "errors":
        played.faults.clear()
        assert harvest(hub, name)["run"] == run["run"]
        assert served(hub, name) == records


@every_provider
@pytest.mark.parametrize("fault", list(STAYING)[1:])
def test_an_item_that_cannot_be_read_is_missed_aloud_or_ends_the_run(before, played, name, fault):
    hub, records = before(name)
    played.misbehave(path=ITEMS[name], after=1, **STAYING[fault])
    run = harvest(hub, name)
    now_served = served(hub, name)
    assert now_served == records or run["state"] == "published"
    assert run["state"] == "published" or run["reasons"]
    changed = {one for one in records if now_served.get(one) != records[one]}
    archives = {one for one in changed if "archive_not_listed" in now_served.get(one, {}).get("facts", {})}
    assert {one.partition("-")[2] for one in changed - archives} <= set(unserved(run))
    assert now_served.keys() <= records.keys()
    played.faults.clear()
    if run["state"] in ("failed", "refused"):
        assert harvest(hub, name)["state"] == "published"
    else:
        assert harvest(hub, name)["counts"]["indexed"] == len(records)
    assert served(hub, name) == records


@every_provider
def test_a_certificate_that_is_not_trusted_ends_the_run(before, name, elsewhere):
    hub, records = before(name)
    run = harvest(hub, name, source_urls={name: elsewhere})
    assert run["state"] == "failed"
    assert "certificate verify failed" in run["reasons"][0].lower()
    assert served(hub, name) == records
    assert harvest(hub, name)["state"] == "published"


@every_provider
def test_a_charset_that_is_claimed_wrongly_spoils_no_letter_of_a_body_of_20_mb(before, played, name):
    hub, records = before(name)
    path, padding = ITEMS[name].replace("|download", ""), "x" * 20_000_000
    kind = "text/html" if name == "hippocampome" else "application/json"
    wrong = {"headers": {"Content-Type": f"{kind}; charset=iso-8859-1"}}
    larger = {
        "mutate": lambda answer: {**answer, "padding": padding},
        "edit": lambda page: page + f"<!-- {padding} -->",
    }
    played.misbehave(path=path, times=1, **larger, **wrong)
    played.misbehave(path=path, **wrong)
    run = harvest(hub, name)
    assert run["state"] == "published"
    assert run["bytes"] > 20_000_000
    assert served(hub, name) == records


@every_provider
def test_what_a_source_says_twice_is_served_once(before, played, name):
    hub, records = before(name)
    played.misbehave(path=LISTS[name], mutate=_twice)
    run = harvest(hub, name)
    assert run["state"] == "published"
    assert served(hub, name) == records
    reasons = {"neuromorpho": "duplicate identifier", "model_db": "duplicate identifier"}
    reasons["internal"] = "same name as another resource"
    assert name not in reasons or reasons[name] in run["rejects"]


@pytest.mark.parametrize("gone", [1, 3, 5])
def test_a_list_that_shrinks_while_it_is_paged_hides_no_record(before, played, gone):
    """The first neurons go after the first page was read; all others move forward, over the pages' edges."""
    hub, records = before("neuromorpho")
    played.misbehave(path=ITEMS["neuromorpho"], mutate=_shrinking(gone, size=5))
    run = harvest(hub, "neuromorpho")
    assert (run["state"], run["rejects"]) == ("published", {})
    assert served(hub, "neuromorpho") == records  # those that went had been read


def test_a_page_that_holds_less_than_it_announces_is_no_page(before, played):
    hub, records = before("neuromorpho")
    played.misbehave(path=ITEMS["neuromorpho"], mutate=_without_the_last)
    run = harvest(hub, "neuromorpho")
    assert (run["state"], "were announced" in run["reasons"][0]) == ("failed", True)
    assert served(hub, "neuromorpho") == records
    played.faults.clear()
    assert harvest(hub, "neuromorpho")["state"] == "published"


def test_a_model_that_went_since_it_was_listed_is_told(before, played):
    played.misbehave(path=r"/modeldb/api/v1/models/\d", times=1, status=404, body="404 Not Found")
    hub, records = before("model_db")
    run = harvest(hub, "model_db")
    assert [reason for reason in run["rejects"] if reason == "gone since it was listed"]
    assert records.keys() - served(hub, "model_db").keys() <= {f"model_db-{one}" for one in unserved(run)}


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory):
    """A server whose certificate nobody here trusts."""
    folder = tmp_path_factory.mktemp("tls")
    certificate(folder, "ours")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "ours.pem", folder / "ours.key")
    httpd = serving(context)
    yield f"https://127.0.0.1:{httpd.server_port}"
    httpd.shutdown()
    httpd.server_close()


def _twice(answer):
    if isinstance(answer, list):
        return answer + answer
    if "_embedded" in answer:
        neurons = answer["_embedded"]["neuronResources"]
        answer["_embedded"]["neuronResources"] = neurons + neurons[:1]
        return answer
    if "hits" in answer:
        answer["hits"]["hits"] += answer["hits"]["hits"][:1]
        return answer
    return {**answer, **{f"{key}-again": row for key, row in answer.items()}}


def _shrinking(gone, size):
    """Cuts all that the source has into small pages, after the first one without its first neurons."""
    everything: list[Json] = []

    def cut(answer):
        number = answer["page"]["number"]
        if not everything:
            everything.extend(answer["_embedded"]["neuronResources"])
            left = everything
        else:
            left = everything[gone:]
        shown = left[number * size : (number + 1) * size]
        page = {"size": size, "totalElements": len(left), "totalPages": -(-len(left) // size), "number": number}
        return {**({"_embedded": {"neuronResources": shown}} if shown else {}), "page": page}

    return cut


def _without_the_last(answer):
    answer["_embedded"]["neuronResources"].pop()
    return answer
