"""The table of kinds of faults in docs/sources.md: computed here, for each provider, from recorded answers that are
changed.
"""

import copy
import json
from collections import Counter
from pathlib import Path

import pytest
from werkzeug.test import Client

from chalicelib.errors import SourceChanged
from chalicelib.http.response import HttpResponse
from chalicelib.providers import PROVIDERS
from chalicelib.providers.base import load
from replay.sources import applications
from tests.providers.test_any_input import PLAYED, ROWS, SETTINGS, Answers, pages
from tests.support.cut_samples import cut

DOCUMENT = Path(__file__).parents[2] / "docs" / "sources.md"
BEGIN, END = "<!-- faults: computed by tests/providers/test_outcomes.py -->", "<!-- faults end -->"
NONE = "—"
# A provider joins once its lists and fields stand below.
COLUMNS = ("neuromorpho", "hippocampome", "model_db", "internal")


class Changed(Answers):
    """Answers changed by a function of their content; it is told the path."""

    def __init__(self, client, home, change):
        super().__init__(client, home, [])
        self._apply = change

    def _change(self, answer):
        content = json.loads(answer.data) if "json" in (answer.mimetype or "") else None
        if content is None:
            return super()._change(answer)
        changed = self._apply(answer.request.path, copy.deepcopy(content))
        return HttpResponse(
            200, {"content-type": "application/json"}, json.dumps(changed).encode(), "https://x.example/"
        )


def records_of(name, path, content):
    """The list of raw records in an answer, where it holds one: a list that may be changed in place."""
    if name == "neuromorpho" and path.endswith("/select"):
        return content["_embedded"]["neuronResources"]
    if name == "internal" and path.endswith("_search"):
        return [hit["_source"] for hit in content["hits"]["hits"]]
    if name == "model_db" and path.endswith("/7509") and "/models/" in path:
        return [content]
    return None


def first_record(name, fields):
    """Set fields of the first raw record."""

    def change(path, content):
        if found := records_of(name, path, content):
            found[0].update(fields)
        return content

    return change


def first_item(name, value):
    """Put a value in the place of the first item of a list of records."""

    def change(path, content):
        if name == "neuromorpho" and path.endswith("/select"):
            content["_embedded"]["neuronResources"][0] = value
        if name == "internal" and path.endswith("_search"):
            content["hits"]["hits"][0] = value
        if name == "hippocampome" and path.endswith("search_engine_json.php"):
            content["1"] = value
        if name == "model_db" and path.endswith("/models/id"):
            content[0] = value
        return content

    return change


def whole_list(name, value):
    """Put a value in the place of a whole list of records."""

    def change(path, content):
        if name == "neuromorpho" and path.endswith("/select"):
            content["_embedded"]["neuronResources"] = value
        if name == "internal" and path.endswith("_search"):
            content["hits"]["hits"] = value
        if (name == "hippocampome" and path.endswith("search_engine_json.php")) or (
            name == "model_db" and path.endswith("/models/neurons")
        ):
            return value
        return content

    return change


def total(name, value):
    """Change what the source announces, where it does."""
    if name != "neuromorpho":
        return None

    def change(path, content):
        if path.endswith("/select"):
            content["page"] = value if not isinstance(value, dict) else content["page"] | value
        return content

    return change


ID = {"neuromorpho": "neuron_id", "model_db": "id", "internal": "name"}
TEXT = {"neuromorpho": "stain", "model_db": "name", "internal": "description"}
LIST = {"neuromorpho": "cell_type", "model_db": "currents", "internal": "annotation"}


def field(names, value):
    return lambda name: first_record(name, {names[name]: value}) if name in names else None


FAULTS = {
    "an item of the list is null": lambda name: first_item(name, None),
    "an item of the list is a text": lambda name: first_item(name, "oops"),
    "the list is null": lambda name: whole_list(name, None),
    "the list is a text": lambda name: whole_list(name, "oops"),
    "the list is a number": lambda name: whole_list(name, 7),
    "the identifier is null": field(ID, None),
    "the identifier is an object": field(ID, {"a": 1}),
    "a text is null": field(TEXT, None),
    "a text is an object": field(TEXT, {"a": {"b": 1}}),
    "a text is a list of two": field(TEXT, ["a", "b"]),
    "a text is true": field(TEXT, True),
    "a text is markup": field(TEXT, "<img src=x onerror=alert(1)>seen"),
    "a text holds NUL and controls": field(TEXT, "a\x00b\x07 c"),
    "a list is one text": field(LIST, "pyramidal"),
    "a list is null": field(LIST, None),
    "a list holds null and blanks": field(LIST, [None, "", " "]),
    "a list holds objects for texts": field(LIST, [{"a": [1]}]),
    "the page block is missing": lambda name: total(name, None),
    "the announced total is negative": lambda name: total(name, {"totalElements": -5}),
    "the announced total is 1e999": lambda name: total(name, {"totalElements": float("inf")}),
    "the page's size is 0": lambda name: total(name, {"size": 0}),
    "more is announced than comes": lambda name: total(name, {"totalElements": 10**6}),
}


@pytest.fixture(scope="module")
def clients(tmp_path_factory):
    made = applications(cut(tmp_path_factory.mktemp("few"), ROWS))
    return {name: Client(made[part]) for name, part in PLAYED.items()}


def harvest(clients, name, change):
    provider = load(PROVIDERS[name], SETTINGS / f"{name}.json")
    found = list(pages(provider, Changed(clients[name], provider.terms.home, change)))
    return [one for page in found for one in page.records], [one for page in found for one in page.rejects]


def outcome(clients, name, fault, good):
    change = FAULTS[fault](name)
    if change is None:
        return NONE
    try:
        records, rejects = harvest(clients, name, change)
    except SourceChanged:
        return "run `failed`: source changed"
    more = Counter(one.reason for one in rejects) - Counter(one.reason for one in good[1])
    lost = len(good[0]) - len(records)
    if more:
        return f"reject `{next(iter(more))}`"
    return "mapped" if lost <= 0 else f"{lost} fewer, silently"


@pytest.fixture(scope="module")
def table(clients):
    good = {name: harvest(clients, name, lambda path, content: content) for name in COLUMNS}
    rows = [["fault", *COLUMNS], ["---"] * (1 + len(COLUMNS))]
    rows += [[fault, *(outcome(clients, name, fault, good[name]) for name in COLUMNS)] for fault in FAULTS]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def test_no_fault_loses_a_record_silently(table):
    assert "silently" not in table


def test_the_table_of_faults_is_what_comes_of_them(table):
    said = DOCUMENT.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0].strip()
    assert said == table, f"docs/sources.md must say:\n{table}"
