"""The real engine on this machine: its data stay, nodes keep to themselves, nothing is made by accident."""

from pathlib import Path

import pytest
import requests

from local import opensearch
from local.settings import LocalStackError
from tests.support import engine, ram_folder

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def home():
    with ram_folder.folder("hub-engine-") as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def node(home):
    started = opensearch.start(home, heap="512m")
    yield started
    started.stop()


def test_a_node_answers_on_loopback_only_and_is_healthy(node):
    health = requests.get(f"{node.url}/_cluster/health", timeout=30).json()
    assert (health["status"] in ("green", "yellow"), health["number_of_nodes"]) == (True, 1)
    bound = requests.get(f"{node.url}/_nodes/http", timeout=30).json()["nodes"].values()
    addresses = [address for one in bound for address in one["http"]["bound_address"]]
    assert addresses
    assert all(address.startswith(("127.0.0.1:", "[::1]:")) for address in addresses)


def test_a_document_in_no_index_makes_none(node):
    answer = requests.put(f"{node.url}/guessed/_doc/1", json={"a": 1}, timeout=30)
    assert (answer.status_code, answer.json()["error"]["type"]) == (404, "index_not_found_exception")
    assert requests.get(f"{node.url}/guessed", timeout=30).status_code == 404


def test_two_nodes_side_by_side_never_meet(node):
    _put(node.url, "mine")
    there = [requests.get(f"{url}/", timeout=30).json()["cluster_uuid"] for url in (node.url, engine.url())]
    counts = [
        requests.get(f"{url}/_cluster/health", timeout=30).json()["number_of_nodes"] for url in (node.url, engine.url())
    ]
    assert (len(set(there)), counts) == (2, [1, 1])
    assert requests.get(f"{engine.url()}/mine", timeout=30).status_code == 404


def test_a_home_in_use_is_a_clear_error_and_does_no_harm(node, home):
    with pytest.raises(LocalStackError, match=r"ended while starting \(is another one using .*\?\)"):
        opensearch.start(home, heap="256m")
    assert requests.get(node.url, timeout=30).ok


def test_documents_stay_over_a_stop_and_a_start(home, node):
    _put(node.url, "kept")
    node.stop()
    again = opensearch.start(home, heap="512m")
    found = requests.get(f"{again.url}/kept/_doc/1", timeout=30).json()
    again.stop()
    assert found["_source"] == {"a": 1}


def _put(url, index):
    requests.put(f"{url}/{index}", timeout=30).raise_for_status()
    requests.put(f"{url}/{index}/_doc/1?refresh=true", json={"a": 1}, timeout=30).raise_for_status()
