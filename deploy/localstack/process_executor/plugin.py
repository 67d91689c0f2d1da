"""What LocalStack loads: chosen by LAMBDA_RUNTIME_EXECUTOR=process.

PROCESS_PYTHON   the Python that runs functions; of the package's ABI, with boto3 (as Lambda has) and nothing else
PROCESS_RECORD   a file that gets one JSON line per environment started and per AWS call received
"""

from localstack.services.lambda_.invocation.plugins import RuntimeExecutorPlugin

from process_executor.record import record_calls


class ProcessExecutorPlugin(RuntimeExecutorPlugin):
    name = "process"

    def load(self, *args, **kwargs):
        from process_executor.executor import ProcessExecutor  # LocalStack's models are not there before

        record_calls()
        return ProcessExecutor
