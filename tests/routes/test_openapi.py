"""The API holds what its description promises, for whatever the description allows to be asked.

Requests are made up when a test runs: at collection, every worker would make them all. All routes take the filters by
the same code, and are asked about one of each kind; `HUB_TEST_FILTERS=all pytest …` asks about every one. A search's
body is the same for a page of it, which is asked without filters. Random requests are the same in every run;
`HUB_TEST_SEEDS="1 2 3" pytest …` makes up others.
"""

import json
import os
from collections import defaultdict

import pytest

from chalicelib.routes.openapi import description
from chalicelib.search.filters import TYPES, filters_of, ranges_of
from local.workers import wsgi

EXAMPLES = int(os.environ.get("HUB_TEST_EXAMPLES", "8"))  # a route
SEEDS: list[int | None] = [int(one) for one in os.environ.get("HUB_TEST_SEEDS", "").split()] or [None]
ALIKE = None if os.environ.get("HUB_TEST_FILTERS") == "all" else 1  # filters of one schema
CHOICES = {one.key for index in TYPES for one in filters_of(index, None)}
FILTERS = CHOICES | {one.key for index in TYPES for one in ranges_of(index, None)}
PAGES = "/search/{index}/{page}"
WHOLE, FOUND = "/download/{index}/all", "c91662"  # an archive of all that is found: one record's, or of nearly all
OPERATIONS = [(method, path) for path, methods in description("")["paths"].items() for method in methods]


@pytest.fixture(scope="module")
def described(full_hub):
    import schemathesis

    document = json.loads(json.dumps(description("http://localhost")))  # in it, parts are shared
    for method, path in OPERATIONS:
        keep_some_filters(document["paths"][path][method], paged=ALIKE is not None and path.startswith(PAGES))
    ask_for_little(document["paths"][WHOLE])
    schema = schemathesis.openapi.from_dict(document)
    schema.app = wsgi
    return schema


def keep_some_filters(operation, *, paged):
    """Leave out of the operation's parameters and body all filters but the first of each schema; out of a page's body
    all.
    """
    given = operation.get("parameters", [])
    kept = some_of_each({one["name"]: one["schema"] for one in given if one["name"] in FILTERS})
    operation["parameters"] = [one for one in given if one["name"] not in FILTERS or one["name"] in kept]
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    if paged and "filters" in body.get("properties", {}):
        del body["properties"]["filters"]
    if filters := body.get("properties", {}).get("filters"):
        tree = filters["anyOf"][0]
        for side in (one for one in tree["properties"].values() if one.get("type") == "object"):
            side["properties"] = some_of_each(side["properties"])
        tree["properties"] = some_of_each(tree["properties"])


def ask_for_little(methods):
    """Let every request for an archive of all that is found have a text that one record has; most would have nearly all
    records packed anew.
    """
    for one in methods["get"]["parameters"]:
        if one["name"] == "q":
            one |= {"required": True, "schema": {"enum": [FOUND]}, "example": FOUND}
    body = methods["post"]["requestBody"]["content"]["application/json"]
    body["schema"]["properties"]["query"] = {"enum": [FOUND]}
    body["schema"]["required"] = ["query"]
    body["example"] = {**body["example"], "query": FOUND}


def some_of_each(schemas):
    """The first of those that are described alike, by name."""
    kinds = defaultdict(list)
    for name, schema in schemas.items():
        kinds[json.dumps({key: value for key, value in schema.items() if key != "description"})].append(name)
    return {name: schemas[name] for names in kinds.values() for name in names[:ALIKE]}


def check_each(schema, method, path, check, *, examples):
    """Hold `check(case)` to the operation's examples, to the edges of its parameters, and to `examples` random
    requests.
    """
    from hypothesis import HealthCheck, seed, settings
    from schemathesis.generation.hypothesis.builder import HypothesisTestConfig, HypothesisTestMode, create_test

    def check_if_sendable(case):
        if "?" not in str(case.path_parameters):  # werkzeug's client would take what follows for the query
            check(case)

    for number in SEEDS:
        quiet = settings(
            max_examples=examples,
            derandomize=number is None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            database=None,
        )
        config = HypothesisTestConfig(project=schema.config, modes=list(HypothesisTestMode), explicit_settings=quiet)
        test = create_test(operation=schema[path][method], test_func=check_if_sendable, config=config)
        (test if number is None else seed(number)(test))()


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_every_described_request_is_answered_as_described(described, method, path):
    from schemathesis.checks import not_a_server_error
    from schemathesis.specs.openapi.checks import (
        content_type_conformance,
        response_schema_conformance,
        status_code_conformance,
    )

    checks = (not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance)

    def is_as_described(case):
        case.call_and_validate(headers={"Accept-Encoding": "identity"}, checks=checks)

    check_each(described, method, path, is_as_described, examples=EXAMPLES)


@pytest.mark.parametrize("data_type", [one for types in TYPES.values() for one in types])
def test_every_filter_and_every_range_is_taken(api, data_type):
    index = next(index for index, types in TYPES.items() if data_type in types)
    for one in filters_of(index, data_type):
        value = "true" if one.is_flag else "a value that no record has"
        answer = api.get(f"/search/{index}", query_string={"data_type": data_type, one.key: value, "size": 1})
        assert (answer.status_code, answer.json["notes"] == []) == (200, one.is_flag), one.key
    for span in ranges_of(index, data_type):
        answer = api.get(f"/search/{index}", query_string={"data_type": data_type, span.key: "..-1e9", "size": 1})
        assert (answer.status_code, answer.json["total"]) == (200, 0), span.key


@pytest.mark.parametrize("path", [path for method, path in OPERATIONS if method == "get"])
def test_every_described_address_takes_head_and_preflights_too(described, path):
    def is_empty(case):
        for method in ("HEAD", "OPTIONS"):
            case.method = method
            answer = case.call(headers={"Accept-Encoding": "identity"})
            assert answer.status_code < 500, (method, case.path)
            assert answer.content == b"", (method, case.path)

    check_each(described, "get", path, is_empty, examples=4)
