"""Writes down each AWS call that LocalStack answered, with the key that signed it: who may do less can be read from it."""

import json
import os
import threading

_lock = threading.Lock()


def note(**line):
    """Append a line to the record, where one is kept."""
    if path := os.environ.get("PROCESS_RECORD"):
        with _lock, open(path, "a", encoding="utf-8") as record:
            record.write(json.dumps(line, default=str) + "\n")


def record_calls():
    """Have every answered call noted from now on."""
    from localstack.aws.handlers import run_custom_response_handlers

    run_custom_response_handlers.append(_note_call)


def _note_call(chain, context, response):
    if context.operation is None or context.service is None:
        return
    asked = context.service_request or {}
    request = {name: value for name, value in asked.items() if isinstance(value, str)}
    if objects := asked.get("Delete", {}).get("Objects"):
        request["Key"] = objects[0]["Key"]
    note(
        key=_key_of(context.request),
        service=context.service.service_name,
        operation=context.operation.name,
        request=request,
        account=context.account_id,
        region=context.region,
        status=response.status_code,
    )


def _key_of(request):
    """The access key of a signed header, or of a presigned address."""
    header = request.headers.get("Authorization", "")
    if "Credential=" in header:
        return header.split("Credential=")[1].split("/")[0]
    return request.args.get("X-Amz-Credential", "").split("/")[0]
