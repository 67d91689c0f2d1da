"""The inside of an environment: imports the function's handler and calls it for each line that comes in."""

import importlib
import json
import os
import sys
import time
import traceback


class Context:
    """What Lambda hands to a handler beside the event."""

    identity = client_context = None

    def __init__(self, invocation):
        self.aws_request_id = invocation["invoke-id"]
        self.invoked_function_arn = invocation["invoked-function-arn"]
        self.function_name = os.environ["AWS_LAMBDA_FUNCTION_NAME"]
        self.function_version = os.environ["AWS_LAMBDA_FUNCTION_VERSION"]
        self.memory_limit_in_mb = os.environ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]
        self.log_group_name = os.environ["AWS_LAMBDA_LOG_GROUP_NAME"]
        self.log_stream_name = os.environ["AWS_LAMBDA_LOG_STREAM_NAME"]
        self._end = time.time() + float(os.environ["AWS_LAMBDA_FUNCTION_TIMEOUT"])

    def get_remaining_time_in_millis(self):
        return int((self._end - time.time()) * 1000)


def main(requests, answers):
    sys.path.insert(0, os.environ["LAMBDA_TASK_ROOT"])
    handler, broken = _load(os.environ["_HANDLER"])
    _say(answers, {"ready": broken is None, "error": broken})
    for line in requests:
        invocation = json.loads(line)
        os.environ["_X_AMZN_TRACE_ID"] = invocation.get("trace-id") or ""
        answer = {"ok": False, "payload": json.dumps(broken)} if broken else _run(handler, invocation)
        sys.stdout.flush()
        sys.stderr.flush()
        _say(answers, answer)


def _load(name):
    module, function = name.rsplit(".", 1)
    try:
        return getattr(importlib.import_module(module.replace("/", ".")), function), None
    except Exception as error:
        return None, _report(error)


def _run(handler, invocation):
    try:
        result = handler(json.loads(invocation["payload"] or "null"), Context(invocation))
        return {"ok": True, "payload": json.dumps(result)}
    except Exception as error:
        return {"ok": False, "payload": json.dumps({**_report(error), "requestId": invocation["invoke-id"]})}


def _report(error):
    lines = traceback.format_exception(error)
    sys.stderr.write("".join(lines))
    return {"errorMessage": str(error), "errorType": type(error).__name__, "stackTrace": lines}


def _say(answers, line):
    answers.write(json.dumps(line) + "\n")
    answers.flush()


if __name__ == "__main__":
    with os.fdopen(int(sys.argv[1]), encoding="utf-8") as requests, os.fdopen(int(sys.argv[2]), "w") as answers:
        main(requests, answers)
