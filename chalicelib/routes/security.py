"""Headers that keep browsers from doing with our answers what nobody meant; docs/security.md says against what each one is."""

from base64 import b64encode
from hashlib import sha256

from chalice.app import CORSConfig, Response

NOBODY, ANYBODY = "'none'", "*"


def policy(*, framed_by: str = NOBODY, **allowed: str) -> str:
    """A Content-Security-Policy that allows nothing but what is `allowed`: `policy(script_src="'self'")`."""
    directives = {
        "default-src": "'none'",
        **{name.replace("_", "-"): value for name, value in allowed.items()},
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": framed_by,
    }
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def hash_of(inline: str) -> str:
    """How a policy names the one inline script or style that it allows."""
    return f"'sha256-{b64encode(sha256(inline.encode()).digest()).decode()}'"


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
    if f"frame-ancestors {NOBODY}" in response.headers["Content-Security-Policy"]:
        response.headers.setdefault("X-Frame-Options", "DENY")


def cors_from(origin: str) -> CORSConfig:
    """What browsers on other origins may do: ask with JSON, and read names and marks of what comes back."""
    return CORSConfig(
        allow_origin=origin,
        allow_headers=["Accept", "Content-Type", "If-None-Match"],
        expose_headers=[
            "Content-Disposition",
            "ETag",
            "Hub-Generation",
            "Link",
            "Location",
            "RateLimit-Limit",
            "RateLimit-Remaining",
            "RateLimit-Reset",
            "Retry-After",
            "X-Defaults",
            "X-Notes",
        ],
        max_age=86400,
    )
