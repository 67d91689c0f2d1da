"""LocalStack as a process: functions are processes too, and what they ask of AWS is written down."""

import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from local.leash import Leashed
from local.ports import LOOPBACK, free_port
from local.settings import CHECKOUT, process_environment

SERVICES = "apigateway,cloudformation,cloudwatch,events,iam,lambda,logs,opensearch,s3,scheduler,sns,sqs,ssm,sts"
REGION = "us-east-1"
UP_WITHIN = 90.0  # seconds
ACCOUNT = "000000000000"


@dataclass(frozen=True)
class LocalStack:
    """An AWS that answers at `url`; `record` holds a line per call and per environment of a function."""

    url: str
    record: Path
    process: Leashed

    def client(self, service: str) -> Any:
        keys = {"aws_access_key_id": "test", "aws_secret_access_key": "test"}
        return boto3.client(service, endpoint_url=self.url, region_name=REGION, **keys)

    @property
    def environment(self) -> dict[str, str]:
        """What the AWS command line, and who deploys, must know."""
        return {
            "AWS_ENDPOINT_URL": self.url,
            "AWS_DEFAULT_REGION": REGION,
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
        }

    def recorded(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.record.read_text(encoding="utf-8").splitlines()]


def start(home: Path, engine: str) -> LocalStack:
    """Start it over an empty folder; its OpenSearch domains are all the node at `engine`."""
    port = free_port()
    record = home / "calls.jsonl"
    home.mkdir(parents=True, exist_ok=True)
    record.touch()
    python = CHECKOUT / ".deploy" / "localstack" / "bin" / "python"
    environment = {**_inherited(), **_settings(home, port, engine), "PROCESS_RECORD": str(record)}
    process = Leashed([str(python), "-m", "localstack.runtime.main"], home / "localstack.log", environment, cwd=home)
    made = LocalStack(f"http://{LOOPBACK}:{port}", record, process)
    _await(made)
    return made


def _settings(home: Path, port: int, engine: str) -> dict[str, str]:
    return {
        "GATEWAY_LISTEN": f"{LOOPBACK}:{port}",
        "LOCALSTACK_HOST": f"localhost:{port}",
        "SERVICES": SERVICES,
        "SQS_ENDPOINT_STRATEGY": "path",
        "OPENSEARCH_ENDPOINT_STRATEGY": "path",
        "OPENSEARCH_CUSTOM_BACKEND": engine,
        "S3_SKIP_SIGNATURE_VALIDATION": "0",  # tampered and expired links are refused, as AWS does
        "LAMBDA_RUNTIME_EXECUTOR": "process",
        "LAMBDA_KEEPALIVE_MS": "600000",
        "LAMBDA_RETRY_BASE_DELAY": "1",
        # Seconds until a function must have started; a busy machine takes its time
        "LAMBDA_RUNTIME_ENVIRONMENT_TIMEOUT": "120",
        "PROCESS_PYTHON": str(CHECKOUT / ".deploy" / "runtime" / "bin" / "python"),
        "FILESYSTEM_ROOT": str(home / "files"),
        "LOCALSTACK_VOLUME_DIR": str(home / "volume"),
        # firewall, metric filters: docs/deploy.md lists what was not tried
        "CFN_IGNORE_UNSUPPORTED_RESOURCE_TYPES": "1",
        "TMPDIR": str(home),  # where functions' code is unpacked
        "DNS_ADDRESS": "0",
        "DISABLE_EVENTS": "1",
        "SKIP_SSL_CERT_DOWNLOAD": "1",
    }


def _inherited() -> dict[str, str]:
    kept = ("PATH", "HOME", "LANG")
    return {name: value for name, value in process_environment().items() if name in kept}


def _await(made: LocalStack) -> None:
    """Its own health page says "available" before, and even where, nothing works: so an actual call."""
    end = time.monotonic() + UP_WITHIN
    while time.monotonic() < end and made.process.poll() is None:
        try:
            made.client("s3").list_buckets()
        except (BotoCoreError, ClientError):
            time.sleep(0.3)
        else:
            return
    raise AssertionError(f"LocalStack does not start:\n{made.process.last_words(40)}")
