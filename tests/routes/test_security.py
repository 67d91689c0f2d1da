"""Security headers of responses, and requests that must be refused."""

import json
from pathlib import Path

import pytest

from app import app
from chalicelib.routes.methods import offered_methods
from chalicelib.routes.security import hash_of

GUARDED = {
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
CONFIG = Path(__file__).parents[2] / ".chalice" / "config.json"
READING = {"/search/{index}", "/search/{index}/{page}", "/search/{index}/{page}/{size}", "/search/{index}/all"}
ASKING = READING | {"/download/{index}", "/download/{index}/all", "/export/{index}"}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/health", 200),
        ("/search/dataset?q=pyramidal", 200),
        ("/search/nothing", 404),
        ("/swagger.json", 200),
        ("/apidocs/swagger-ui.min.css", 200),
        ("/download/dataset/neuromorpho-227", 302),
        ("/download/dataset/none", 404),
        ("/portals/none/x", 404),
    ],
)
def test_every_answer_is_guarded(api, path, status):
    answer = api.get(path)
    assert answer.status_code == status
    assert {name: answer.headers.get(name) for name in GUARDED} == GUARDED


def test_an_error_of_ours_that_nobody_foresaw_is_guarded_and_says_nothing_of_itself(api, monkeypatch):
    def broken(index):
        raise KeyError("secret")

    monkeypatch.setattr("chalicelib.routes.filters.types_label", broken)
    answer = api.get("/types/dataset")
    assert (answer.status_code, answer.json["detail"]) == (500, "The service failed unexpectedly; try again later.")
    assert "secret" not in answer.text
    assert {name: answer.headers.get(name) for name in GUARDED} == GUARDED


def test_the_terms_may_be_framed_by_anybody_and_run_nothing(api):
    headers = api.get("/neuro_morpho/useterm.jsp").headers
    assert "X-Frame-Options" not in headers
    assert headers["Content-Security-Policy"].startswith("default-src 'none';")
    assert headers["Content-Security-Policy"].endswith("frame-ancestors *")


def test_the_page_to_try_the_api_runs_its_own_script_and_no_other(api):
    answer = api.get("/apidocs", base_url="https://localhost")
    script = answer.text.split("<script>")[1].split("</script>")[0]
    policy = dict(one.split(" ", 1) for one in answer.headers["Content-Security-Policy"].split("; "))
    assert policy["script-src"] == f"https://localhost/apidocs/ {hash_of(script)}"
    assert policy["frame-ancestors"] == "'none'"


def test_a_page_that_waits_for_an_archive_runs_nothing_and_keeps_its_look(api, monkeypatch):
    monkeypatch.setattr("chalicelib.routes.downloads.REQUEST_BUDGET", 0)
    answer = api.get(
        "/download/dataset?ids=neuromorpho-186,neuromorpho-227,hippocampome-1000", headers={"Accept": "text/html"}
    )
    assert answer.status_code == 202
    style = answer.text.split("<style>")[1].split("</style>")[0]
    assert f"style-src {hash_of(style)}" in answer.headers["Content-Security-Policy"].split("; ")


def test_what_the_gateway_answers_itself_is_guarded_and_in_our_shape(api):
    """Of a type of its own only in what no static header of the gateway can say: quoted words."""
    for answer, status in (
        (api.get("/nothing/here"), 403),
        (api.post("/download/dataset", data=b"x" * (10 * 1024 * 1024 + 1)), 413),
    ):
        assert (answer.status_code, answer.json["status"]) == (status, status)
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        expected = {**GUARDED, "Content-Security-Policy": "sandbox"}
        assert {name: answer.headers.get(name) for name in GUARDED} == expected


def test_a_method_that_an_address_does_not_take_is_a_405_of_ours(api):
    answer = api.delete("/types/dataset")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert {name: answer.headers.get(name) for name in GUARDED} == GUARDED


def test_over_http_nobody_starts_or_changes_a_harvest():
    """Commands are for the command line and the schedule; the portals' routes ask portals, whose terms of use hold."""
    offered = {path: set(offered_methods(methods)) for path, methods in app.routes.items()}
    writing = {path for path, methods in offered.items() if methods - {"GET", "HEAD"}}
    assert writing - ASKING == {path for path in writing if path.endswith(("{proxy+}", "/ontologies", "/submissions"))}
    assert all(methods <= {"GET", "HEAD", "POST"} for methods in offered.values())
    assert offered["/harvests"] == offered["/harvests/{run}"] == {"GET", "HEAD"}


def test_only_the_stages_own_frontend_is_named_to_browsers():
    stages = json.loads(CONFIG.read_text(encoding="utf-8"))["stages"]
    origins = {name: stage["environment_variables"]["HUB_CORS_ORIGIN"] for name, stage in stages.items()}
    assert origins == {"dev": "*", "prod": "https://www.hippocampushub.eu"}
