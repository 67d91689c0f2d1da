"""What functions did, as IAM sees it: each recorded call as an action on a resource, and which policies allow it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from tests.deploy.localstack import ACCOUNT, REGION

ENGINE = f"arn:aws:es:{REGION}:{ACCOUNT}:domain/hippocampus-hub-dev"
ACTIONS = {  # calls whose permission is called otherwise
    "s3:HeadObject": "s3:GetObject",
    "s3:DeleteObjects": "s3:DeleteObject",
    "s3:HeadBucket": "s3:ListBucket",
    "s3:ListObjectsV2": "s3:ListBucket",
    "s3:CreateMultipartUpload": "s3:PutObject",
    "s3:UploadPart": "s3:PutObject",
    "s3:CompleteMultipartUpload": "s3:PutObject",
}


@dataclass(frozen=True)
class Used:
    """A function did this to that."""

    function: str
    action: str
    resource: str


def used(recorded: Iterable[dict[str, Any]], asked: Iterable[tuple[str, str, str]]) -> set[Used]:
    """All that functions did: `recorded` by LocalStack, `asked` of the engine; calls of people and of AWS itself are
    not theirs.

    A link that was tampered with is refused before anything of it is read: a line without a request.
    """
    lines = list(recorded)
    functions = {line["key"]: line["function"] for line in lines if "function" in line}
    return {
        *(
            _of_call(functions[line["key"]], line)
            for line in lines
            if "operation" in line and line["key"] in functions and line["request"]
        ),
        *(
            Used(functions[key], f"es:ESHttp{method.title()}", ENGINE + path.split("?")[0])
            for key, method, path in asked
            if key in functions
        ),
    }


def allows(policy: dict[str, Any], did: Used) -> bool:
    """Whether a statement names the action and, up to its wildcard below a resource of ours, the resource."""
    return any(
        did.action in statement["Action"]
        and any(fnmatchcase(did.resource, one) for one in _list(statement["Resource"]))
        for statement in policy["Statement"]
    )


def actions(policy: dict[str, Any]) -> Iterator[str]:
    for statement in policy["Statement"]:
        yield from statement["Action"]


def _of_call(function: str, line: dict[str, Any]) -> Used:
    call = f"{line['service']}:{line['operation']}"
    return Used(function, ACTIONS.get(call, call), _resource(line["service"], line["request"]))


def _resource(service: str, request: dict[str, str]) -> str:
    if service == "s3":
        return f"arn:aws:s3:::{request['Bucket']}" + (f"/{request['Key']}" if "Key" in request else "")
    if service == "sqs":
        return f"arn:aws:sqs:{REGION}:{ACCOUNT}:{request['QueueUrl'].rsplit('/', 1)[1]}"
    if service == "ssm":
        return f"arn:aws:ssm:{REGION}:{ACCOUNT}:parameter/{request['Name'].lstrip('/')}"
    return f"{service}: {request}"


def _list(one: Any) -> list[str]:
    return one if isinstance(one, list) else [one]
