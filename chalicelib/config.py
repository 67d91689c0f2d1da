"""The one place for settings: the process environment, read once into frozen values.

Every name is listed in .chalice/config.json too. A base URL given here may be a loopback or private address; one that
comes out of data never may.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from chalicelib.errors import WrongSettings

BASE_URLS = {
    "neuromorpho": "NEUROMORPHO_URL",
    "hippocampome": "HIPPOCAMPOME_URL",
    "model_db": "MODELDB_URL",
    "internal": "NEXUS_URL",
}
ENGINE_SERVICES = ("", "es", "aoss")


@dataclass(frozen=True)
class Config:
    """Everything that may differ between two deployments.

    `source_urls` maps a provider to the base URL that stands in for its real one; `mirror_url` answers for all other
    hosts, at `<mirror>/<host>/<path>`. `settings_variants` picks `settings/<provider>.<variant>.json`.
    """

    opensearch_url: str
    bucket: str
    opensearch_service: str = ""  # "es" or "aoss" signs requests (SigV4); "" does not
    region: str = "us-east-1"
    index_prefix: str = ""
    source_urls: Mapping[str, str] = field(default_factory=dict)
    portal_urls: Mapping[str, str] = field(default_factory=dict)
    portal_keys: Mapping[str, str] = field(default_factory=dict, repr=False)  # by variable: a key, or `ssm:<parameter>`
    portal_roots: Mapping[str, str] = field(default_factory=dict)  # by portal: the beginning of its old addresses
    default_portal: str = "ncbo"  # answers /ontologies and /submissions
    cursor_secret: str = field(default="", repr=False)  # signs cursors: a text, or `ssm:<parameter>`
    rewrite_links: bool = False  # lets links in a portal's answers lead through the proxy
    mirror_url: str | None = None
    pauses: bool = True
    source_tries: int = 5
    contact: str = "https://www.hippocampushub.eu/"  # an address or URL that sources find in the User-Agent
    engine_copies: bool = True  # whether the engine has `_reindex`; the serverless kind has not
    settings_variants: Mapping[str, str] = field(default_factory=dict)
    cors_origin: str = "*"
    public_url: str | None = None  # where a gateway in front of us is reached, when requests do not tell
    public_hosts: tuple[str, ...] = ()  # hosts (with or without a port) at which we are reached, when there are several
    harvest_queue_url: str = ""
    harvest_dead_queue_url: str = ""  # where messages go that failed too often
    harvest_queue_arn: str = "arn:aws:sqs:us-east-1:000000000000:hippocampus-hub-harvest.fifo"
    measure_queue_url: str = ""  # of morphology files to be measured; "": a worker of its own looks for them
    measure_dead_queue_url: str = ""  # where its messages go that failed too often
    measure_queue_arn: str = "arn:aws:sqs:us-east-1:000000000000:hippocampus-hub-measure.fifo"
    refresh_interval: str = "1s"  # how soon the engine counts what was loaded
    stage: str = "local"  # which deployment our metrics are of
    metrics: bool = False  # tells outcomes in CloudWatch's embedded format, on standard output
    link_seconds: int = 900
    json_logs: bool = False  # every line of log is JSON
    traces: bool = False  # requests are traced by X-Ray, whose library a layer brings
    omtd_share_xsd: str | None = None
    deploying: bool = False  # set while Chalice's command line imports the application
    environ: Mapping[str, str] = field(default_factory=dict, repr=False)


def from_environment(environ: Mapping[str, str] | None = None) -> Config:
    """Read all settings; raises WrongSettings naming the variable that cannot be used."""
    env = os.environ if environ is None else environ
    return Config(
        opensearch_url=_url(env, "OPENSEARCH_URL") or "http://127.0.0.1:9200",
        bucket=env.get("HUB_BUCKET", "hippocampus-hub"),
        opensearch_service=_one_of(env, "OPENSEARCH_SERVICE", ENGINE_SERVICES),
        region=env.get("AWS_REGION") or env.get("AWS_DEFAULT_REGION") or "us-east-1",
        index_prefix=env.get("HUB_INDEX_PREFIX", ""),
        source_urls={name: url for name, key in BASE_URLS.items() if (url := _url(env, key))},
        portal_urls={
            key.removeprefix("PORTAL_URL_").lower(): url
            for key in env
            if key.startswith("PORTAL_URL_") and (url := _url(env, key))
        },
        portal_keys={key: text for key in env if key.startswith("PORTAL_KEY_") and (text := env[key].strip())},
        portal_roots={
            key.removeprefix("PORTAL_ROOT_").lower(): env[key].strip()
            for key in env
            if key.startswith("PORTAL_ROOT_") and env[key].strip()
        },
        default_portal=env.get("HUB_DEFAULT_PORTAL") or "ncbo",
        rewrite_links=_switch(env, "HUB_PORTAL_LINKS", default=False),
        cursor_secret=env.get("HUB_CURSOR_SECRET", "").strip(),
        mirror_url=_url(env, "HUB_MIRROR_URL"),
        pauses=_switch(env, "HUB_PAUSES", default=True),
        source_tries=_number(env, "HUB_SOURCE_TRIES", default=5),
        contact=_contact(env),
        engine_copies=_switch(env, "HUB_ENGINE_COPIES", default=env.get("OPENSEARCH_SERVICE", "").strip() != "aoss"),
        settings_variants={
            name: variant for name in BASE_URLS if (variant := env.get(f"{name.upper()}_SETTINGS", "").strip())
        },
        cors_origin=env.get("HUB_CORS_ORIGIN") or "*",
        public_url=_url(env, "HUB_PUBLIC_URL"),
        public_hosts=tuple(_hosts(env, "HUB_PUBLIC_HOSTS")),
        harvest_queue_url=env.get("HARVEST_QUEUE_URL", ""),
        harvest_dead_queue_url=env.get("HARVEST_DEAD_QUEUE_URL", ""),
        harvest_queue_arn=env.get("HARVEST_QUEUE_ARN") or Config.harvest_queue_arn,
        measure_queue_url=env.get("MEASURE_QUEUE_URL", ""),
        measure_dead_queue_url=env.get("MEASURE_DEAD_QUEUE_URL", ""),
        measure_queue_arn=env.get("MEASURE_QUEUE_ARN") or Config.measure_queue_arn,
        refresh_interval=env.get("HUB_REFRESH_INTERVAL") or "1s",
        stage=env.get("HUB_STAGE") or "local",
        metrics=_switch(env, "HUB_METRICS", default=bool(env.get("AWS_LAMBDA_FUNCTION_NAME"))),
        link_seconds=_number(env, "HUB_LINK_SECONDS", default=900),
        json_logs=_switch(env, "HUB_JSON_LOGS", default=bool(env.get("AWS_LAMBDA_FUNCTION_NAME"))),
        traces=_switch(env, "HUB_TRACES", default=False),
        omtd_share_xsd=env.get("OMTD_SHARE_XSD") or None,
        deploying=env.get("AWS_CHALICE_CLI_MODE") == "true",
        environ=dict(env),
    )


def _url(env: Mapping[str, str], key: str) -> str | None:
    text = env.get(key, "").strip().rstrip("/")
    if not text:
        return None
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise WrongSettings(f"{key}: {text!r} is not an http(s) URL")
    return text


def _hosts(env: Mapping[str, str], key: str) -> list[str]:
    hosts = [one for one in re.split(r"[\s,]+", env.get(key, "").strip().lower()) if one]
    for host in hosts:
        if not re.fullmatch(r"([a-z0-9.-]+|\[[0-9a-f:]+\])(:\d{1,5})?", host):
            raise WrongSettings(f"{key}: {host!r} is not a host name")
    return hosts


def _contact(env: Mapping[str, str]) -> str:
    text = env.get("HUB_CONTACT", "").strip() or Config.contact
    if not re.fullmatch(r"https?://[!-~]+|[!-?A-~]+@[!-?A-~]+", text):
        raise WrongSettings(f"HUB_CONTACT: {text!r} is neither an http(s) URL nor an e-mail address")
    return text


def _one_of(env: Mapping[str, str], key: str, allowed: tuple[str, ...]) -> str:
    text = env.get(key, "").strip()
    if text not in allowed:
        raise WrongSettings(f"{key}: {text!r} is none of {', '.join(repr(one) for one in allowed)}")
    return text


def _switch(env: Mapping[str, str], key: str, *, default: bool) -> bool:
    text = env.get(key, "").strip().lower()
    if text not in ("", "0", "1", "true", "false"):
        raise WrongSettings(f"{key}: {text!r} is neither 0 nor 1")
    return default if not text else text in ("1", "true")


def _number(env: Mapping[str, str], key: str, *, default: int) -> int:
    text = env.get(key, "").strip()
    if text and not re.fullmatch(r"[1-9]\d{0,5}", text):
        raise WrongSettings(f"{key}: {text!r} is not a positive whole number")
    return int(text) if text else default
