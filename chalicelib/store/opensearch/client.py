"""The connection to OpenSearch: a local node, the managed service (`es`) or its serverless kind (`aoss`).

The serverless kind has no `GET /`, `_refresh`, `_delete_by_query` or scroll; nothing in `store/` uses them anywhere.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import orjson
from opensearchpy import JSONSerializer, OpenSearch, Urllib3HttpConnection
from opensearchpy.exceptions import ConnectionError as EngineConnectionError
from opensearchpy.exceptions import TransportError

from chalicelib.errors import EngineDown, WrongSettings

REQUEST_TIMEOUT = 20.0  # seconds a request may take; API Gateway gives up after 29
BUSY = (429, 500, 502, 503, 504)


class OrjsonSerializer(JSONSerializer):
    """orjson reads and writes an answer in half the time of the standard library (docs/search.md)."""

    def dumps(self, data: Any) -> Any:
        return data if isinstance(data, str) else orjson.dumps(data).decode()

    def loads(self, data: str) -> Any:
        return orjson.loads(data)


def connect(url: str, *, service: str = "", region: str = "us-east-1", timeout: float = REQUEST_TIMEOUT) -> OpenSearch:
    """A client with keep-alive connections; for `es` and `aoss` every request is signed (SigV4); raises
    WrongSettings.
    """
    logging.getLogger("opensearch").setLevel(logging.ERROR)  # what a status means is said by our own errors
    return OpenSearch(
        hosts=[url],
        http_auth=_signer(service, region) if service else None,
        connection_class=Urllib3HttpConnection,
        serializer=OrjsonSerializer(),
        timeout=timeout,
        pool_maxsize=16,
        max_retries=0,
    )


@contextmanager
def engine_errors() -> Iterator[None]:
    """Turn "the engine does not answer" into EngineDown; what it says about a request passes through."""
    try:
        yield
    except EngineConnectionError as error:
        raise EngineDown("The search engine cannot be reached; try again in a moment.") from error
    except TransportError as error:
        if error.status_code not in BUSY:
            raise
        raise EngineDown(f"The search engine is busy or starting (status {error.status_code}).") from error


def _signer(service: str, region: str) -> Any:
    from botocore.credentials import EnvProvider
    from opensearchpy import Urllib3AWSV4SignerAuth

    credentials = EnvProvider().load() or _session_credentials()
    if credentials is None:
        raise WrongSettings(
            f"OPENSEARCH_SERVICE: {service!r} signs requests, and there are no AWS credentials to sign with."
        )
    return Urllib3AWSV4SignerAuth(credentials, region, service)


def _session_credentials() -> Any:
    """Credentials of a profile or a machine; Lambda's own are variables, which spare it half of botocore."""
    import botocore.session

    return botocore.session.Session().get_credentials()
