"""Whatever a source sends, a page is records and rejects, or SourceChanged: never another error, never a piece of a
value.

Recorded answers, one or two values of which are replaced by any JSON value: hypothesis draws the places and the values.
"""

import copy
import json
import re
import zipfile
from io import BytesIO
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html
from werkzeug.test import Client

from chalicelib.config import BASE_URLS
from chalicelib.errors import SourceChanged, SourceRefused
from chalicelib.harvest.inspection import Profile, Sample
from chalicelib.http.response import HttpResponse, parse_json
from chalicelib.providers import PROVIDERS
from chalicelib.providers.base import load
from chalicelib.providers.page import Page
from chalicelib.records import Provenance
from local.stack import SOURCES
from replay.sources import applications
from tests.support.cut_samples import cut

SETTINGS = Path(__file__).parents[2] / "chalicelib" / "providers" / "settings"
ROWS = {"neuromorpho/neurons.csv": 6, "hippocampome/types.csv": 4, "modeldb/models.csv": 14}
PLAYED = {name: SOURCES[BASE_URLS[name]] for name in PROVIDERS}
STAMP = Provenance(
    provider="p", source_url="u", harvested_at="2026-01-01T00:00:00Z", run="r", licence="l", citation="c"
)
MARKED = "zQ7 zQ8"  # a text of which no part may be found alone
ODD: list[object] = [
    None,
    True,
    0,
    -1,
    7,
    2.5,
    1e308,
    float("inf"),
    float("nan"),
    10**30,
    "",
    " ",
    MARKED,
    "0",
    "-5",
    "1e999",
    "\x00",
    "\ud800",
    "n\u0308  n",
    "<img src=x onerror=alert(1)>",
    "Not reported",
    "a/b\\c:d",
    "x" * 400,
    [],
    {},
    [None],
    [[]],
    [MARKED],
    [MARKED, None, ""],
    [1, "a"],
    {"value": None},
    {"value": MARKED},
    {"value": [None]},
    {"value": [{"object_name": None}]},
    {"a": {"b": [MARKED]}},
    [{"object_id": "x", "object_name": MARKED}],
    [[[[["deep"]]]]],
]
VALUES = st.one_of(
    st.sampled_from(ODD),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
        max_leaves=6,
    ),
)  # fmt: skip


class Answers:
    """A source whose answers come from the replay, one or two values of each JSON answer replaced on the way."""

    def __init__(self, client, home, changes):
        self._client, self._home, self._changes = client, home, changes

    def address(self, path):
        return f"https://stand-in.example{path}"

    def get_json(self, path, *, version=None, **query):
        return self.read(path, parse_json, version=version, **query)

    def post_json(self, path, body, **query):
        return parse_json(self._change(self._client.post(path, query_string=query, json=body)))

    def get_bytes(self, path, **query):
        return self.read(path, lambda answer: answer.body, **query)

    def read(self, path, parse, *, version=None, **query):
        parts = urlsplit(path)
        answer = self._client.get(parts.path, query_string={**dict(parse_qsl(parts.query)), **query})
        if answer.status_code >= 400:
            raise SourceRefused(f"{path} answered {answer.status_code}", answer.status_code)
        return parse(self._change(answer))

    def _change(self, answer):
        body = answer.data
        if "json" in (answer.mimetype or ""):
            content = json.loads(body)
            for place, value in self._changes:
                content = replaced(content, place, copy.deepcopy(value))
            body = json.dumps(content).encode()
        return HttpResponse(200, {"content-type": answer.content_type or ""}, body, "https://stand-in.example/")


def replaced(content, place, value):
    """`content` with the value at a place in it replaced; a place is a number below 1 that chooses a path."""
    found = list(paths(content))
    path = found[int(place * len(found)) % len(found)]
    if not path:
        return value
    inner = content
    for name in path[:-1]:
        inner = inner[name]
    inner[path[-1]] = value
    return content


def paths(content, here=()):
    yield here
    entries = content.items() if isinstance(content, dict) else enumerate(content) if isinstance(content, list) else ()
    for name, inner in entries:
        yield from paths(inner, (*here, name))


@pytest.fixture(scope="module")
def clients(tmp_path_factory):
    made = applications(cut(tmp_path_factory.mktemp("few"), ROWS))
    return {name: Client(made[part]) for name, part in PLAYED.items()}


def pages(provider, source):
    cursor = None
    for _ in range(12):
        page = provider.page(source, json.loads(json.dumps(cursor)))
        yield page
        if page.next is None:
            return
        cursor = page.next


CHANGES = st.lists(st.tuples(st.floats(0, 0.999999), VALUES), min_size=1, max_size=2)
often = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@pytest.mark.parametrize("name", PROVIDERS)
@often
@given(changes=CHANGES)
def test_a_changed_answer_is_records_and_rejects_or_a_changed_source(clients, name, changes):
    provider = load(PROVIDERS[name], SETTINGS / f"{name}.json")
    try:
        for page in pages(provider, Answers(clients[name], provider.terms.home, changes)):
            check(page)
    except SourceChanged as error:
        assert len(error.detail) > 20


def check(page: Page):
    """Every record can be indexed and inspected, and holds no piece of a value; every reject has a name and a
    reason.
    """
    profile, sample = Profile(), Sample()
    for record in page.records:
        document = record.document(STAMP)
        text = json.dumps(document, ensure_ascii=False, allow_nan=False)
        text.encode("utf-8")
        profile.add(document)
        sample.add(document)
        assert not pieces(document), record
    for reject in page.rejects:
        assert reject.id.strip()
        assert reject.reason
        (reject.id + reject.detail).encode("utf-8")
    json.dumps([page.next, page.kinds, page.unfamiliar], ensure_ascii=False).encode("utf-8")


def pieces(content):
    """Texts that were cut out of the marked one; its words are told apart only as words, where a text names parts."""
    if isinstance(content, dict):
        return [one for name, inner in content.items() if name not in ("urls", "provenance") for one in pieces(inner)]
    if isinstance(content, list):
        return [one for inner in content for one in pieces(inner)]
    return [content] if isinstance(content, str) and content in ("z", "Q", "zQ", "Q7", "zQ7", "zQ8") else []


class Pages(Answers):
    """A source whose neuron pages are changed: texts, attributes and elements of their HTML."""

    def _change(self, answer):
        if not answer.request.path.endswith("neuron_page.php"):
            return HttpResponse(200, {"content-type": answer.content_type}, answer.data, "https://stand-in.example/")
        document = html.document_fromstring(answer.data.decode())
        for place, value in self._changes:
            change_node(document, place, value)
        return HttpResponse(200, {}, html.tostring(document, encoding="utf-8"), "https://stand-in.example/")


def change_node(document, place, value):
    """Put a text in the place of one text or attribute of a document; or drop, double or empty an element."""
    names = ("text", "tail", "drop", "twice", "bare")
    spots = [(node, name) for node in document.iter("*") for name in (*names, *node.attrib)]
    spots += [(node, "href") for node in document.iter("a") for _ in range(10)]  # what is read stands there
    node, name = spots[int(place * len(spots)) % len(spots)]
    if name == "drop" and node.getparent() is not None:
        node.drop_tree()
    elif name == "twice" and node.getparent() is not None:
        node.addnext(copy.deepcopy(node))
    elif name == "bare":
        node.clear()
    elif name in ("text", "tail"):
        setattr(node, name, value)
    elif name in node.attrib:
        old = node.get(name)
        node.set(
            name, re.sub("(val_property=|[^&]*=)[^&]*", lambda found: found[1] + value, old) if "=" in old else value
        )


WRITABLE = (
    st.just("")
    | st.sampled_from([one for one in ODD if isinstance(one, str) and one.isprintable()])
    | st.text(st.characters(min_codepoint=0x20, blacklist_categories=["Cs", "Cc", "Cn"]), max_size=20)
)
SPOTS = st.lists(st.tuples(st.floats(0, 0.999999), WRITABLE), min_size=1, max_size=3)


@settings(often, max_examples=60)
@given(changes=SPOTS)
def test_a_changed_neuron_page_is_records_and_rejects(clients, changes):
    provider = load(PROVIDERS["hippocampome"], SETTINGS / "hippocampome.json")
    found = list(pages(provider, Pages(clients["hippocampome"], provider.terms.home, changes)))
    for page in found:
        check(page)
    reasons = {reject.reason for page in found for reject in page.rejects}
    assert not [one for one in reasons if one.startswith(("field does not fit", "value does not fit"))]


@pytest.mark.parametrize("body", [b"", b"\x00", b"<html", b"<table><tr><td class='table_neuron_page3'>Name"])
def test_a_neuron_page_of_any_bytes_is_a_reject(clients, body):
    class Bodies(Answers):
        def get_bytes(self, path, **query):
            return body

    provider = load(PROVIDERS["hippocampome"], SETTINGS / "hippocampome.json")
    found = list(pages(provider, Bodies(clients["hippocampome"], provider.terms.home, [])))
    assert not [record for page in found for record in page.records]
    assert {reject.reason for page in found for reject in page.rejects} == {
        "page not recognised",
        "an end was rejected",
    }


def test_a_zip_with_any_names_costs_no_model(clients):
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in ("/", "..", "a//b.mod", "\u202ereadme", "ä" * 300 + ".mod", "x\\y.mod"):
            archive.writestr(name, "")

    class Archives(Answers):
        def _change(self, answer):
            if answer.mimetype == "application/zip":
                return HttpResponse(200, {}, packed.getvalue(), "https://stand-in.example/")
            return super()._change(answer)

    provider = load(PROVIDERS["model_db"], SETTINGS / "model_db.json")
    found = list(pages(provider, Archives(clients["model_db"], provider.terms.home, [])))
    assert [record for page in found for record in page.records]
    for page in found:
        check(page)
