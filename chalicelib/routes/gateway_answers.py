"""What API Gateway answers before any of our code runs, in the shape and with the headers of our own errors.

Types and their statuses:
https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html A static header
stands between single quotes there, so that a policy with quoted words cannot be said; `sandbox` needs none.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from chalice.app import CORSConfig

from chalicelib.json_types import Json
from chalicelib.routes.problems import HEADERS as NEVER_KEPT
from chalicelib.routes.problems import PROBLEM, document
from chalicelib.routes.security import HEADERS as GUARDS

_WORDS = "$context.error.messageString"  # the gateway's own, between quotes


@dataclass(frozen=True)
class GatewayAnswer:
    """`status` None: that of the error itself, which the body then does not name; `detail` None: the gateway's own
    words.
    """

    status: int | None
    title: str
    detail: str | None = None
    headers: dict[str, str] = field(default_factory=dict)

    def body(self) -> str:
        """A problem document (RFC 9457), with `$context.error.messageString` where the gateway fills in its own
        words.
        """
        text = document(self.title, self.detail or _WORDS, status=self.status)
        return text.replace(f'"{_WORDS}"', _WORDS)


_SOON = {"Retry-After": "1"}  # seconds
ANSWERS = {
    "MISSING_AUTHENTICATION_TOKEN": GatewayAnswer(
        403, "No such route", "No route has this path and method; /swagger.json lists all."
    ),
    "REQUEST_TOO_LARGE": GatewayAnswer(413, "Request too large", "The gateway takes 10 MB at most."),
    "THROTTLED": GatewayAnswer(429, "Too many requests", "Too many requests at once; wait and try again.", _SOON),
    "WAF_FILTERED": GatewayAnswer(
        403, "Refused by the firewall", "Too many requests came from this address, or this one looks like an attack."
    ),
    "INTEGRATION_TIMEOUT": GatewayAnswer(504, "No answer in time", "The hub took longer than 29 s.", _SOON),
    "DEFAULT_4XX": GatewayAnswer(None, "Refused by the gateway"),
    "DEFAULT_5XX": GatewayAnswer(None, "Internal error", "The service failed unexpectedly; try again later.", _SOON),
}


def headers(answer: GatewayAnswer, cors: Mapping[str, str]) -> dict[str, str]:
    """All headers of a gateway's answer, those of `cors` among them, by name."""
    return {
        "Content-Type": PROBLEM,
        **NEVER_KEPT,
        **GUARDS,
        "Content-Security-Policy": "sandbox",
        "X-Frame-Options": "DENY",
        **cors,
        **answer.headers,
    }


def to_definition(cors: CORSConfig) -> Json:
    """`x-amazon-apigateway-gateway-responses` of the API's definition."""
    allowed = cors.get_access_control_headers()
    return {name: _answer_definition(answer, allowed) for name, answer in ANSWERS.items()}


def _answer_definition(answer: GatewayAnswer, cors: Mapping[str, str]) -> Json:
    named = headers(answer, cors).items()
    return {
        **({} if answer.status is None else {"statusCode": str(answer.status)}),
        "responseParameters": {f"gatewayresponse.header.{name}": f"'{value}'" for name, value in named},
        "responseTemplates": {"application/json": answer.body()},
    }
