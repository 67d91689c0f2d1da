"""The example in CONTRIBUTING.md is built exactly as it stands there, and harvested."""

import re
from pathlib import Path
from typing import Any

import pytest

from chalicelib.harvest.drive import drive
from chalicelib.harvest.harvest import Harvest
from chalicelib.harvest.pages import Pages
from chalicelib.providers.base import load
from chalicelib.search.query import Query
from chalicelib.source import Source
from chalicelib.wiring import now

TEXT = (Path(__file__).parents[1] / "CONTRIBUTING.md").read_text(encoding="utf-8")
CELLS = [
    {"number": 1, "name": "first", "species": "rat", "region": "CA1"},
    {"number": 2, "name": "second", "species": "mouse", "region": ""},
    {"number": 3, "name": "third", "species": "cat", "region": "CA3"},
    {"number": 4, "species": "rat", "region": "CA3"},
]


def block(language):
    return re.findall(rf"```{language}\n(.*?)```", TEXT, re.DOTALL)[0]


@pytest.fixture
def cells(tmp_path):
    module: dict[str, Any] = {"__name__": "cells"}
    exec(block("python"), module)
    settings = tmp_path / "cells.json"
    settings.write_text(block("json"))
    return load(module["Cells"], settings)


def test_the_provider_takes_less_than_eighty_lines():
    assert len(block("python").splitlines()) < 80


def test_the_provider_is_harvested_and_found(hub, httpserver, cells):
    httpserver.expect_request("/cells.json").respond_with_json(CELLS)
    source = Source(cells.terms, base=httpserver.url_for("").rstrip("/"), pauses=False, user_agent="tests")
    pages = Pages({"cells": cells}, lambda _: source, hub.bodies, hub.publisher, hub.client, now)
    harvest = Harvest({"cells": cells}, pages, hub.runs, hub.publishing, now)
    run = drive(harvest, "cells", lambda _: None)
    assert run["counts"] == {"read": 3, "indexed": 2, "rejected": 1, "unchanged": 0}
    assert [one["name"] for one in hub.index.page(Query(index="dataset"), base="")["items"]] == ["first", "second"]
