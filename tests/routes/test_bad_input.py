"""Every parameter of every route with what it must not be: a 4xx that names it, never a 5xx, never an answer as if
nothing was.
"""

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
# Any parameter makes a check or link unique.
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


def assert_all_refused(answers):
    """`answers` are pairs of an answer and what it must name; every one that was not refused is listed."""
    faults = []
    for answer, name in answers:
        try:
            is_refused(answer, name)
        except AssertionError as error:
            faults.append(f"{answer.request.method} {answer.request.url[:200]} ({name}): {error}")
    assert faults == []


def accepting(where):
    """The routes that take parameters there, with the names."""
    return [(method, path, names) for method, path in ROUTES if (names := parameters(path, method, where))]


@pytest.mark.parametrize(("method", "path", "names"), accepting("path"))
def test_a_wrong_part_of_an_address_is_refused(api, method, path, names):
    said = {"id": "", "key": "", "path": ""}
    assert_all_refused(
        (ask(api, method, path, given={name: value}), said.get(name, name))
        for name in names
        for value in BAD_VALUES[name]
    )


@pytest.mark.parametrize(("method", "path", "names"), accepting("query"))
def test_a_wrong_parameter_is_refused(api, method, path, names):
    assert_all_refused((ask(api, method, path, query), name) for name in names for query in wrong(method, path, name))


def wrong(method, path, name):
    """Queries in which this parameter is what it must not be."""
    values = BAD_VALUES.get(name, (CONTROL, HUGE))
    if path in ("/archives/{key}", "/exports/{key}"):
        values = values[:-1]  # it passes the release on that it was asked with
    rest = "&ids=neuromorpho-227" if (method, path) == ("GET", "/download/{index}") and name != "ids" else ""
    kind = "" if name in ("data_type", "index") else _type_that_has(path, name)
    return [f"{name}={value}{rest}{kind}" for value in values]


@pytest.mark.parametrize(("method", "path"), [one for one in ROUTES if one[1] not in UNIQUE])
def test_a_parameter_that_no_route_takes_is_refused_with_the_nearest(api, method, path):
    answer = ask(api, method, path, "relaese=1")
    assert is_refused(answer, "relaese")
    assert "release" not in parameters(path, method, "query") or "Did you mean 'release'?" in answer.json["detail"]


@pytest.mark.parametrize(("method", "path", "names"), accepting("query"))
def test_a_parameter_given_twice_is_refused(api, method, path, names):
    rest = "&ids=neuromorpho-227" if (method, path) == ("GET", "/download/{index}") else ""
    once = [name for name in names if name in BAD_VALUES and name != "ids"]
    assert_all_refused((ask(api, method, path, f"{name}=&{name}={rest}"), name) for name in once)


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
def test_a_body_that_is_no_json_object_is_refused(api, path):
    assert_all_refused((ask(api, "POST", path, body=body), "body") for body in WRONG_JSON)


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
def test_a_wrong_search_is_refused(api, body, name):
    assert_all_refused((ask(api, "POST", path, body=body), name) for path in SEARCHES)


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
def test_wrong_identifiers_are_refused(api, ids):
    assert_all_refused((ask(api, "POST", path, body={"ids": ids}), "ids") for path in LISTS)


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
