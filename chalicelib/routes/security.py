"""Security and CORS headers; docs/security.md names the threat that each one mitigates."""

from base64 import b64encode
from hashlib import sha256

from chalice.app import CORSConfig, Response

NO_SITE, ANY_SITE = "'none'", "*"


def policy(*, framed_by: str = NO_SITE, **allowed: str) -> str:
    """A Content-Security-Policy that allows nothing but what is `allowed`: `policy(script_src="'self'")`."""
    directives = {
        "default-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": framed_by,
        **{name.replace("_", "-"): value for name, value in allowed.items()},
    }
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def hash_of(inline: str) -> str:
    """How a policy names the one inline script or style that it allows."""
    return f"'sha256-{b64encode(sha256(inline.encode()).digest()).decode()}'"


def page_headers(style: str, **allowed: str) -> dict[str, str]:
    """The headers of one of our pages: its one style sheet, and what else is `allowed` to it."""
    return {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Language": "en",
        "Content-Security-Policy": policy(style_src=hash_of(style), **allowed),
    }


HEADERS = {
    "Content-Security-Policy": policy(),
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
}


def add_security_headers(response: Response) -> None:
    """Add the headers that a route did not set itself."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if f"frame-ancestors {NO_SITE}" in response.headers["Content-Security-Policy"]:
        response.headers.setdefault("X-Frame-Options", "DENY")


def cors_from(origin: str) -> CORSConfig:
    """What browsers on other origins may do: ask with JSON, and read names and marks of what comes back."""
    return CORSConfig(
        allow_origin=origin,
        allow_headers=["Accept", "Content-Type", "If-None-Match"],
        expose_headers=[
            "Content-Disposition",
            "Content-Length",
            "ETag",
            "Hub-Generation",
            "Hub-Missing",
            "Link",
            "Location",
            "RateLimit-Limit",
            "RateLimit-Remaining",
            "RateLimit-Reset",
            "Repr-Digest",
            "Retry-After",
            "X-Defaults",
            "X-File-Size",
            "X-Notes",
        ],
        max_age=86400,
    )
