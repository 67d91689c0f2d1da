"""The API's description as machines use it: records and answers validate, examples find something, generators
generate.
"""

import importlib
import json
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from chalicelib.config import BASE_URLS
from chalicelib.export.schemas import MODELS, type_of
from chalicelib.http.client import Source
from chalicelib.providers import PROVIDERS
from chalicelib.providers.base import load
from chalicelib.records import Provenance
from chalicelib.routes.openapi import description
from chalicelib.search.lookup import with_lookup
from local.stack import SOURCES
from replay.server import Upstream

ROOT = Path(__file__).parents[2]
SETTINGS = ROOT / "chalicelib" / "providers" / "settings"
DESCRIPTION = description("http://localhost")
OPERATIONS = [(path, method, one) for path, methods in DESCRIPTION["paths"].items() for method, one in methods.items()]
names = [one["operationId"] for _, _, one in OPERATIONS]
OWN = {"getExport", "getArchive", "getHarvest"}  # need a key or a run of their own
MADE = {"getIcon"}  # the samples' pictures are stand-ins, and not every recorded neuron has one


def validator(reference):
    return Draft202012Validator({"$ref": reference, "components": DESCRIPTION["components"]})


def everything(node, path=""):
    yield path, node
    inner = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for name, value in inner:
        yield from everything(value, f"{path}/{name}")


def records_of(folder):
    """Every record that harvests over these recordings make, as it is served."""
    played = Upstream(folder).start()
    for name, provider in PROVIDERS.items():
        base = f"{played.url}/{SOURCES[BASE_URLS[name]]}"
        source = Source(provider.terms, base=base, mirror=f"{played.url}/nexus/hosts", pauses=False, user_agent="tests")
        cursor = None
        while True:
            page = load(provider, SETTINGS / f"{name}.json").page(source, cursor)
            for record in page.records:
                given = {"provider": name, "source_url": record.source_url, "harvested_at": "2026-11-24T12:00:00Z"}
                terms = {"licence": provider.terms.licence, "citation": provider.terms.citation}
                document = with_lookup(record.document(Provenance(**given, **terms, run="1")))
                yield {key: value for key, value in document.items() if key != "lookup"}
            if (cursor := page.next) is None:
                break
    played.stop()


def test_it_is_a_valid_description():
    validate(DESCRIPTION)


def test_every_operation_has_a_name_of_its_own_and_documents_its_errors():
    assert len(set(names)) == len(names)
    for _, _, one in OPERATIONS:
        problem = one["responses"].get("default") or one["responses"]["4XX"]
        assert "application/problem+json" in problem["content"]


def test_nothing_is_left_open():
    for path, node in everything(DESCRIPTION):
        if isinstance(node, dict):
            assert "x-one-of" not in node, path
            assert node.get("type") != "object" or {"properties", "additionalProperties"} & node.keys(), path
    record = DESCRIPTION["components"]["schemas"]["Record"]
    assert record["discriminator"]["propertyName"] == "type"
    assert set(record["discriminator"]["mapping"]) == {type_of(name) for name in MODELS}


def test_every_recorded_record_is_as_described(recordings):
    check, count = validator("#/components/schemas/Record"), 0
    for record in records_of(recordings):
        error = next(check.iter_errors(record), None)
        assert error is None, (record["id"], error.message[:300])
        count += 1
    assert count > 1000


@pytest.mark.parametrize("index", ["dataset", "model"])
def test_every_record_that_is_served_is_as_described(api, index):
    check = validator("#/components/schemas/Page")
    page = api.get(f"/search/{index}?size=1000&facets=all").json
    assert [error.message[:300] for error in check.iter_errors(page)] == []
    assert page["next"] is None and page["total"] > 10


@pytest.mark.parametrize(
    ("path", "method", "operation"), [pytest.param(*one, id=one[2]["operationId"]) for one in OPERATIONS]
)
def test_every_example_works_and_finds_something(api, path, method, operation):
    if operation["operationId"] in OWN | MADE or "/portals" in path or operation["tags"] == ["Ontology portals"]:
        pytest.skip("needs a key, a run or a portal of its own")
    given = operation.get("parameters", [])
    filled = {one["name"]: one["example"] for one in given if "example" in one}
    for one in given:
        if one["in"] == "path":
            path = path.replace(f"{{{one['name']}}}", str(filled.pop(one["name"])))
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("example")
    answer = (
        api.open(path, method=method.upper(), query_string=filled, json=body)
        if body
        else api.open(path, method=method.upper(), query_string=filled)
    )
    waiting = {202} if "202" in operation["responses"] and operation["tags"] == ["Records"] else set()
    assert answer.status_code in {200, 302, 303, *waiting}, answer.text[:300]
    if answer.status_code == 200 and answer.content_type == "application/json":
        schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
        errors = validator(schema["$ref"]).iter_errors(answer.json)
        assert [error.message[:300] for error in errors] == []
        assert answer.json.get("total") != 0 and answer.json.get("items") != []


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    folder = tmp_path_factory.mktemp("clients")
    (folder / "openapi.json").write_text(json.dumps(DESCRIPTION), encoding="utf-8")
    return folder


def run(*command, folder):
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def imported(folder, name, monkeypatch):
    monkeypatch.syspath_prepend(str(folder))
    return importlib.import_module(name)


@pytest.mark.slow
def test_a_generated_python_client_fetches_pages_filters_and_parses_all_without_a_loss(written, api, monkeypatch):
    command = (sys.executable, "-m", "openapi_python_client", "generate", "--path", "openapi.json", "--meta", "none")
    told = run(*command, "--output-path", "hub_client", folder=written)
    assert "Unable to parse" not in told, told
    page_model = imported(written, "hub_client.models.page", monkeypatch).Page
    link, parsed = "/search/dataset?size=50&species=rat", []
    while True:
        page = api.get(link).json
        items = page_model.from_dict(page).to_dict()["items"]
        assert [one["id"] for one in items] == [one["id"] for one in page["items"]]
        for mine, theirs in zip(items, page["items"], strict=True):
            mine["provenance"]["harvested_at"] = theirs["provenance"]["harvested_at"]  # +00:00 for Z
            assert mine == theirs
        parsed += items
        if not page["next"]:
            break
        link = f"/search/dataset?size=50&species=rat&cursor={page['next']}"
    assert len({one["id"] for one in parsed}) == page["total"] > 50


@pytest.mark.slow
def test_generated_pydantic_models_parse_all_without_a_loss(written, api, monkeypatch):
    command = (
        sys.executable,
        "-m",
        "datamodel_code_generator",
        "--input",
        "openapi.json",
        "--input-file-type",
        "openapi",
    )
    run(*command, "--output", "hub_models.py", "--output-model-type", "pydantic_v2.BaseModel", folder=written)
    models = imported(written, "hub_models", monkeypatch)
    for index in ("dataset", "model"):
        page = api.get(f"/search/{index}?size=1000").json
        parsed = models.Page.model_validate(page)
        assert len(parsed.items) == page["total"]
        again = parsed.model_dump(mode="json", exclude_unset=True, by_alias=True)
        assert again["items"] == page["items"]
