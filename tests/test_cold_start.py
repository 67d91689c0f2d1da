"""What a fresh process has loaded once it has answered a search: only what a search needs."""

import json
import subprocess
import sys

import pytest

SEARCH = """
import gc, json, sys
from werkzeug.test import Client
from local.workers import wsgi
answer = Client(wsgi).post("/search/dataset", data=json.dumps({"query": "pyram"}))
told = {"collects": gc.isenabled(), "frozen": gc.get_freeze_count()}
told |= {"status": answer.status_code, "total": answer.json.get("total"), "modules": sorted(sys.modules)}
print(json.dumps(told))
"""
OURS = (
    "lxml",
    "boto3",
    "botocore.session",
    "pydantic",
    "nh3",
    "iso639",
    "zipstream",
    "s3transfer",
)  # shipped, for other routes
COMING = ("bs4", "morphio", "numpy")  # not shipped; whoever adds one of them is told here


@pytest.fixture(scope="module")
def searched(full_hub):
    environment = {**full_hub.config.environ, "OPENSEARCH_SERVICE": "es"}  # signed, as in the cloud
    run = subprocess.run(
        [sys.executable, "-c", SEARCH], check=False, env=environment, capture_output=True, text=True, timeout=300
    )
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def test_the_fresh_process_has_found_records(searched):
    assert searched["status"] == 200
    assert searched["total"] > 0


def test_what_was_imported_is_never_searched_for_garbage_again(searched):
    assert searched["collects"]
    assert searched["frozen"] > 10_000


@pytest.mark.parametrize("library", [*OURS, *COMING])
def test_a_search_loads_no_library_that_only_others_need(searched, library):
    assert library not in searched["modules"]
    assert not [module for module in searched["modules"] if module.startswith(f"{library}.")]
