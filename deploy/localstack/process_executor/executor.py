"""One Lambda environment: a child process that takes invocations by one pipe and answers by another.

The time-out is kept as Lambda keeps it: the environment is killed, and the next invocation gets a new one. What is not kept:
the limits of memory, of /tmp and of an answer's size.
"""

import json
import logging
import os
import select
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from localstack import config
from localstack.services.lambda_.invocation.lambda_models import InvocationResult
from localstack.services.lambda_.invocation.runtime_executor import RuntimeExecutor

from process_executor.record import note

LOG = logging.getLogger(__name__)
RUNTIME = Path(__file__).with_name("runtime.py")
STARTS_WITHIN = 60.0  # seconds


class ProcessExecutor(RuntimeExecutor):
    """LocalStack makes one per environment of a function's version, and asks it one invocation at a time."""

    _process = None

    def start(self, env_vars):
        self._environment = {name: str(value) for name, value in env_vars.items()}
        self._spawn()

    def stop(self):
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        self._requests.close()
        os.close(self._answers)
        self._process = None

    def invoke(self, payload):
        name = payload["invoke-id"]
        if self._process is None or self._process.poll() is not None:
            self._spawn()
        printed = os.fstat(self._log.fileno()).st_size
        try:
            self._requests.write(json.dumps(payload) + "\n")
            self._requests.flush()
            answer = self._line(self.function_version.config.timeout)
        except BrokenPipeError:
            answer = b""
        return self._result(name, answer, self._logs_of(name, printed))

    def get_address(self):
        return "127.0.0.1"

    def get_endpoint_from_executor(self):
        return "127.0.0.1"

    def get_runtime_endpoint(self):
        return f"http://127.0.0.1:{config.GATEWAY_LISTEN[0].port}/_localstack_lambda/{self.id}"

    def get_logs(self):
        self._log.seek(0)
        return self._log.read().decode("utf-8", "replace")

    @classmethod
    def prepare_version(cls, function_version):
        if function_version.config.code:
            function_version.config.code.prepare_for_execution()

    @classmethod
    def cleanup_version(cls, function_version):
        """The unpacked code stays: after a change of settings the next version runs the same."""

    def _spawn(self):
        code = str(self.function_version.config.code.get_unzipped_code_location())
        environment = {
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "TZ": "UTC",
            "PYTHONDONTWRITEBYTECODE": "1",
            **self._environment,
            "LAMBDA_TASK_ROOT": code,
            "AWS_EXECUTION_ENV": f"AWS_Lambda_{self.function_version.config.runtime}",
        }
        note(function=self.function_version.id.function_name, key=environment.get("AWS_ACCESS_KEY_ID"))
        requests_end, requests = os.pipe()
        answers, answers_end = os.pipe()
        self._log = tempfile.TemporaryFile()
        command = [os.environ.get("PROCESS_PYTHON") or sys.executable, "-P", "-u", str(RUNTIME)]
        self._process = subprocess.Popen(
            [*command, str(requests_end), str(answers_end)],
            env=environment,
            cwd=code,
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=subprocess.STDOUT,
            pass_fds=(requests_end, answers_end),
        )
        os.close(requests_end)
        os.close(answers_end)
        self._requests, self._answers, self._rest = os.fdopen(requests, "w", encoding="utf-8"), answers, b""
        ready = self._line(STARTS_WITHIN)
        LOG.info("%s runs as %s: %s", self.function_version.id.function_name, self._process.pid, ready)

    def _line(self, timeout):
        """The next line of the child; None when it takes longer, b"" when the child is gone."""
        end = time.monotonic() + timeout
        while b"\n" not in self._rest:
            left = end - time.monotonic()
            if left <= 0 or not select.select([self._answers], [], [], left)[0]:
                return None
            if not (read := os.read(self._answers, 1 << 20)):
                return b""
            self._rest += read
        line, _, self._rest = self._rest.partition(b"\n")
        return line

    def _result(self, name, answer, logs):
        if answer is None:
            self.stop()
            after = f"{self.function_version.config.timeout:.2f}"
            said = {"errorMessage": f"{name} Task timed out after {after} seconds", "errorType": "Sandbox.Timedout"}
            return InvocationResult(name, json.dumps(said).encode(), True, f"{logs}{said['errorMessage']}\n")
        if not answer:
            said = {"errorMessage": f"RequestId: {name} Error: Runtime exited", "errorType": "Runtime.ExitError"}
            return InvocationResult(name, json.dumps(said).encode(), True, logs)
        given = json.loads(answer)
        return InvocationResult(name, given["payload"].encode(), not given["ok"], logs)

    def _logs_of(self, name, start):
        self._log.seek(start)
        printed = self._log.read().decode("utf-8", "replace")
        self._log.seek(0, os.SEEK_END)
        return f"START RequestId: {name} Version: $LATEST\n{printed}END RequestId: {name}\nREPORT RequestId: {name}\n"
