"""The API holds what its description promises, for whatever the description allows to be asked."""

import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from chalicelib.routes.openapi import description
from local.workers import wsgi

CHECKS = (not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance)
EXAMPLES = 25  # a route

schema = schemathesis.openapi.from_dict(description("http://localhost"))
schema.app = wsgi


@schema.parametrize()
@settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None
)
def test_every_described_request_is_answered_as_described(case, full_hub):
    case.call_and_validate(headers={"Accept-Encoding": "identity"}, checks=CHECKS)


@schema.include(method="GET").parametrize()
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
def test_every_described_address_takes_head_and_preflights_too(case, full_hub):
    for method in ("HEAD", "OPTIONS"):
        case.method = method
        answer = case.call(headers={"Accept-Encoding": "identity"})
        assert answer.status_code < 500, (method, case.path)
        assert answer.content == b"", (method, case.path)
