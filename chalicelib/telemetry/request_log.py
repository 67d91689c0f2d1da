"""Request logging: a line for each request, error and step of a run, and nothing personal in it.

Kept are ids (request, run, record), the route (its template, never the path), status and milliseconds. Never kept:
addresses, user agents, search texts, query strings, bodies, keys. docs/runbook.md explains each line.
"""

import logging
import re
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from importlib.util import find_spec
from typing import Any

from chalicelib.errors import HubError, WrongSettings

LOG = logging.getLogger("hippocampus-hub.seen")
Tracing = Callable[[str], AbstractContextManager[Any]]
_IDS = {"id": "record", "run": "run", "key": "archive"}  # path parameters that name records, runs and archives
_ID = re.compile(r"[\w.:-]{1,200}", re.ASCII)


def no_tracing(name: str) -> AbstractContextManager[Any]:
    """For deployments without tracing."""
    return nullcontext()


def xray() -> Tracing:
    """Subsegments by powertools' tracer; raises WrongSettings where X-Ray's library is not (docs/runbook.md,
    "Traces").
    """
    if find_spec("aws_xray_sdk") is None:
        raise WrongSettings("HUB_TRACES: there is no aws_xray_sdk here; it comes with the layer of powertools.")
    from aws_lambda_powertools import Tracer

    provider = Tracer(service="hippocampus-hub", auto_patch=False).provider
    return lambda name: provider.in_subsegment(name=f"## {name}")


def request_logging(traced: Tracing = no_tracing) -> Callable[[Any, Callable[[Any], Any]], Any]:
    """Middleware that logs every HTTP request."""

    def log_request(event: Any, get_response: Callable[[Any], Any]) -> Any:
        began = time.perf_counter()
        with traced(f"{event.method} {event.context.get('resourcePath')}"):
            response = get_response(event)
        fields = {
            **_request_fields(event),
            **_id_fields(event.uri_params or {}),
            "status": response.status_code,
            "milliseconds": round((time.perf_counter() - began) * 1000),
        }
        LOG.log(logging.ERROR if response.status_code >= 500 else logging.INFO, "answered", extra=fields)
        return response

    return log_request


def log_error(event: Any, error: HubError) -> None:
    """Log an error by its class and its causes' classes; their messages may quote a request."""
    kinds, cause = [], error.__cause__
    while cause is not None:
        kinds.append(type(cause).__name__)
        cause = cause.__cause__
    LOG.error("failed", extra={**_request_fields(event), "error": type(error).__name__, "causes": kinds})


def log_step(run: dict[str, Any] | None) -> None:
    """Log a step of a run; None: the step was done already."""
    if run is not None:
        LOG.info("step", extra={name: run[name] for name in ("run", "provider", "state", "step", "counts")})


def log_batch(batch: dict[str, Any]) -> None:
    """Log what a batch of measuring did, and how many files are in which state."""
    LOG.info("measured", extra={"provider": batch["provider"], "counts": batch})


def _request_fields(event: Any) -> dict[str, Any]:
    context = event.context
    return {"request": context.get("requestId"), "method": event.method, "route": context.get("resourcePath")}


def _id_fields(parameters: dict[str, str]) -> dict[str, str]:
    return {_IDS[name]: text for name, text in parameters.items() if name in _IDS and _ID.fullmatch(text)}
