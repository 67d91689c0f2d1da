"""A proxy over the played portals, with no other part of the hub."""

import json

import pytest

from chalicelib.http.client import Source
from chalicelib.proxy.credentials import PortalKeys
from chalicelib.proxy.forward import LIMITS
from chalicelib.proxy.pipeline import Proxy
from chalicelib.proxy.portals import PORTALS
from chalicelib.proxy.request import ProxyRequest
from replay.server import Upstream
from tests.support.secret_canary import CANARY

BASE = "https://hub.example/api/sub"


def proxy_over(url, *, limits=LIMITS, keys=CANARY, **more):
    """All four portals as played at `url`."""
    sources = {
        name: Source(portal.terms, base=f"{url}/portals/{name}", pauses=False, limits=limits, user_agent="test")
        for name, portal in PORTALS.items()
    }
    given = {portal.secret: keys for portal in PORTALS.values()}
    return Proxy(PORTALS, sources, PortalKeys(given, str.upper), **more)


def ask(proxy, path, method="GET", *, body=b"", headers=None, base=BASE, **query):
    """`base` is this service's own public address."""
    asked = {name: value if isinstance(value, list) else [value] for name, value in query.items()}
    return proxy.answer(ProxyRequest(method, path, asked, headers or {}, body, base))


def error_of(answer):
    found = json.loads(answer.body)
    assert found["status"] == answer.status
    return found["errors"][0]


@pytest.fixture(scope="session")
def played(samples):
    played = Upstream(samples).start()
    yield played
    played.stop()


@pytest.fixture
def upstream(played):
    """The portals over our own samples, well behaved until told otherwise; starting them costs more than a test."""
    yield played
    played.faults.clear()
    played.log.clear()


@pytest.fixture
def proxy(upstream):
    return proxy_over(upstream.url)


@pytest.fixture(scope="session")
def recorded(recordings):
    """The portals as recorded."""
    played = Upstream(recordings).start()
    yield played
    played.stop()


@pytest.fixture(scope="session")
def recorded_proxy(recorded):
    return proxy_over(recorded.url)
