"""Every parameter of every route with what it must not be: a 4xx that names it, never a 5xx, never an answer as if nothing was."""

import json
import sys

import pytest

from chalicelib.routes.openapi import description

PROXIED = ("/ontologies", "/submissions", "/portals", "/ncbobioportal", "/biblioportal")
PATHS = {path: one for path, one in description("")["paths"].items() if not path.startswith(PROXIED)}
ROUTES = [(method.upper(), path) for path, methods in PATHS.items() for method in methods]
GOOD = {
    "index": "dataset",
    "type": "morphology",
    "page": "0",
    "size": "20",
    "id": "neuromorpho-227",
    "key": "0" * 32,
    "run": "20260101t000000000000z",
    "name": "any.swc",
    "ids": "neuromorpho-227",
    "path": "readme.txt",
}
UNIQUE = ("/", "/files/{id}/{name}", "/icons/{id}/{name}", "/health", "/ready")
CONTROL, HUGE = "a%00b", "a" * 3000
NUMBERS = ("x", "-1", "1.5", "1e3", "+1", "%D9%A3", "9" * 30, "0x1", "true", "%20", CONTROL, HUGE)
OFFSETS = ("2026-01-01T00:00:00%2B18:01", "2026-01-01T00:00:00-23:59", "0001-01-01%2B05:00", "9999-12-31T23:59-10:00")
BAD_VALUES = {
    "index": ("datasets", "DATASET", "*", "dataset,model", "..%2Fdataset", "_all", CONTROL, HUGE, "%20"),
    "type": ("morpholgy", "single", "*", CONTROL, HUGE),
    "page": NUMBERS,
    "size": (*NUMBERS, "0", "1001"),
    "id": ("nobody-1", "*", CONTROL, HUGE, "%20", ",", "_all"),
    "name": (CONTROL, "%20"),
    "path": (CONTROL, HUGE, "%20"),
    "key": ("nothing", "..%2Ffiles", CONTROL, HUGE),
    "run": ("nothing", "under-way-neuromorpho", "*", "_all", CONTROL, HUGE, "%20"),
    "q": (CONTROL, HUGE, "a%7Fb", "+".join(["a"] * 51)),
    "ids": ("", ",,", CONTROL, HUGE),
    "release": ("", "x", "*", CONTROL, HUGE, "0123456789ABCDEF", "0123456789abcdef"),
    "cursor": ("x", "*", CONTROL, HUGE, "A" * 60),
    "sort": ("nme", "Name", "+name", CONTROL, HUGE),
    "data_type": ("morpholgy", "*", CONTROL, HUGE),
    "since": ("yesterday", "2026-13-01", *OFFSETS, CONTROL, HUGE, "0123456789abcdef"),
    "format": ("rss", CONTROL, HUGE),
    "provider": ("nobody", CONTROL, HUGE),
}
DEEP = b'{"filters":' + b'{"species":' * 900 + b"1" + b"}" * 901
DEEPER = b"[" * 100_000
MEGABYTE = "a" * 1_000_000


def parameters(path, method, where):
    return [one["name"] for one in PATHS[path][method.lower()].get("parameters", ()) if one["in"] == where]


def ask(api, method, path, query="", body=None, given=None):
    address = path.format(**{**GOOD, **(given or {})})
    if method == "POST" and body is None:
        body = {"ids": "neuromorpho-227"} if path in ("/search/{index}/all", "/download/{index}") else {}
    data = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
    return api.open(f"{address}?{query}", method=method, data=data, content_type="application/json" if data else None)


def is_refused(answer, name):
    assert 400 <= answer.status_code < 500, answer.get_data(as_text=True)[:300]
    assert answer.content_type == "application/problem+json"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    said = f"{answer.json.get('field', '')} {answer.json['detail']}"
    assert name in said, said[:300]
    assert len(answer.data) < 5000
    return True


def accepting(where):
    return [(method, path, name) for method, path in ROUTES for name in parameters(path, method, where)]


@pytest.mark.parametrize(("method", "path", "name"), accepting("path"))
def test_a_wrong_part_of_an_address_is_refused(api, method, path, name):
    said = {"index": "index", "type": "type", "id": "", "key": "", "path": ""}.get(name, name)
    answers = [ask(api, method, path, given={name: value}) for value in BAD_VALUES[name]]
    assert all(is_refused(answer, said) for answer in answers)


@pytest.mark.parametrize(("method", "path", "name"), accepting("query"))
def test_a_wrong_parameter_is_refused(api, method, path, name):
    bad = BAD_VALUES.get(name, (CONTROL, HUGE))
    bad = (
        bad[:-1] if path in ("/archives/{key}", "/exports/{key}") else bad
    )  # it passes the release on that it was asked with
    rest = "&ids=neuromorpho-227" if (method, path) == ("GET", "/download/{index}") and name != "ids" else ""
    kind = "" if name in ("data_type", "index") else _type_that_has(path, name)
    assert all(is_refused(ask(api, method, path, f"{name}={value}{rest}{kind}"), name) for value in bad)


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_a_parameter_that_no_route_takes_is_refused_with_the_nearest(api, method, path):
    if path in UNIQUE:
        pytest.skip("it takes anything, so that a check or a cached link may be made unique")
    answer = ask(api, method, path, "relaese=1")
    assert is_refused(answer, "relaese")
    assert "release" not in parameters(path, method, "query") or "Did you mean 'release'?" in answer.json["detail"]


@pytest.mark.parametrize(
    ("method", "path", "name"), [one for one in accepting("query") if one[2] in BAD_VALUES and one[2] != "ids"]
)
def test_a_parameter_given_twice_is_refused(api, method, path, name):
    rest = "&ids=neuromorpho-227" if (method, path) == ("GET", "/download/{index}") else ""
    assert is_refused(ask(api, method, path, f"{name}=&{name}={rest}"), name)


SEARCHES = [
    path for method, path in ROUTES if method == "POST" and path not in {"/search/{index}/all", "/download/{index}"}
]
LISTS = ["/search/{index}/all", "/download/{index}"]
WRONG_JSON = [
    b"{",
    b"[]",
    b"1",
    b'"text"',
    b"\xff\xfe",
    b'{"query":NaN}',
    b'{"query":"\\ud800"}',
    DEEPER,
    b"{}{}",
    b'{"query":"rat","query":"mouse"}',
    b'{"ids":["a"],"filters":{"species":["rat"],"species":["mouse"]}}',
    b'{"query":"\xff"}',
    b"true",
]


@pytest.mark.parametrize("path", [*SEARCHES, *LISTS])
@pytest.mark.parametrize("body", WRONG_JSON, ids=lambda body: body[:12].decode("latin-1"))
def test_a_body_that_is_no_json_object_is_refused(api, path, body):
    assert is_refused(ask(api, "POST", path, body=body), "body")


@pytest.mark.parametrize("path", SEARCHES)
@pytest.mark.parametrize(
    ("body", "name"),
    [
        ({"data_type": 1}, "data_type"),
        ({"data_type": ["morphology"]}, "data_type"),
        ({"data_type": "a\x00"}, "data_type"),
        ({"query": ["a"]}, "query"),
        ({"query": {"match_all": {}}}, "query"),
        ({"query": True}, "query"),
        ({"query": MEGABYTE}, "query"),
        ({"query": "a\x1bb"}, "query"),
        ({"query": " ".join("a" * 51)}, "query"),
        ({"filters": "rat"}, "filters"),
        ({"filters": [{"species": "rat"}]}, "filters"),
        ({"filters": {"species": {"a": 1}}}, "filters.species"),
        ({"filters": {"species": [["rat"]]}}, "filters.species"),
        ({"filters": {"species": [None]}}, "filters.species"),
        ({"filters": {"species": 10**40}}, ""),
        ({"filters": {"species": MEGABYTE}}, "filters.species"),
        ({"filters": {"species": ["a"] * 1001}}, "filters.species"),
        ({"filters": {"species": "a\x00"}}, "filters.species"),
        ({"filters": {"presynaptic": ["CA1"]}}, "filters.presynaptic"),
        ({"filters": {"presynaptic": {"layer": "CA1"}}}, "presynaptic.layers"),
        ({"filters": {"spcies": "rat"}}, "Did you mean 'species'?"),
        ({MEGABYTE: 1}, "body"),
        ({"qeury": 1}, "Did you mean 'query'?"),
        (DEEP, "filters"),
    ],
    ids=lambda value: str(value)[:40] if not isinstance(value, str) else "",
)
def test_a_wrong_search_is_refused(api, path, body, name):
    assert is_refused(ask(api, "POST", path, body=body), name)


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize(
    "ids",
    [
        1,
        True,
        {"a": 1},
        [1],
        [None],
        [["a"]],
        "a\x00b",
        ["a\nb"],
        MEGABYTE,
        [MEGABYTE],
        [f"a{one}" for one in range(50_001)],
    ],
    ids=lambda value: str(value)[:12],
)
def test_wrong_identifiers_are_refused(api, path, ids):
    assert is_refused(ask(api, "POST", path, body={"ids": ids}), "ids")


@pytest.mark.parametrize("path", ["/search/dataset", "/download/dataset/all"])
@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_a_body_of_another_kind_is_refused(api, path, kind):
    answer = api.post(path, data=b"query=rat", content_type=kind)
    assert (answer.status_code, answer.content_type) == (415, "application/problem+json")


def test_a_text_of_as_many_words_as_are_taken_is_answered(api):
    words = " ".join(f"{'pyramidal interneuron'.replace('a', letter)}" for letter in "abcdefghijklmnopqrstuvwxy")
    assert ask(api, "POST", "/search/{index}", body={"query": words}).status_code == 200


def _type_that_has(path, name):
    if "{index}" not in path or name in ("release", "cursor"):
        return ""
    side = name.startswith(("presynaptic", "postsynaptic"))
    return "&data_type=connection" if side else "&data_type=electrophysiology" if name == "layers" else ""


assert sys.getrecursionlimit() < len(DEEPER)
