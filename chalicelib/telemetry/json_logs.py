"""JSON log lines for the whole process, libraries included; query strings are cut from addresses."""

import logging
import re
import sys

from aws_lambda_powertools.logging.formatter import LambdaPowertoolsFormatter

SERVICE = "hippocampus-hub"
CHATTY = ("botocore", "boto3", "urllib3", "s3transfer")
_QUERY = re.compile(r"(https?://[^\s\"'?]+)\?[^\s\"'\\)]*")  # search texts and keys


class _Line(LambdaPowertoolsFormatter):
    def format(self, record: logging.LogRecord) -> str:
        return _QUERY.sub(r"\1?...", super().format(record))


def configure_json_logs() -> None:
    """Format every log line of this process as JSON, on standard output unless the runtime has its own handler."""
    root = logging.getLogger()
    if not root.handlers:
        root.addHandler(logging.StreamHandler(sys.stdout))
    for handler in root.handlers:
        handler.setFormatter(_Line(service=SERVICE, utc=True, use_rfc3339=True))
    root.setLevel(logging.INFO)
    for name in CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
