"""A metric for every outcome of a run or a step, in CloudWatch's embedded metric format: one line of log, no call.

https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
"""

from collections.abc import Callable

from chalicelib.json_types import Json

NAMESPACE = "HippocampusHub"
Tell = Callable[[str, Json], None]  # an outcome, and the run that came to it


def silent(outcome: str, run: Json) -> None:
    """Where nobody collects metrics."""


def embedded(stage: str, outcome: str, run: Json) -> None:
    """`HarvestOutcomes` by stage, provider and outcome, and with each end of a run what it read, indexed and rejected."""
    from aws_lambda_powertools.metrics import MetricUnit
    from aws_lambda_powertools.metrics.provider.cloudwatch_emf.cloudwatch import AmazonCloudWatchEMFProvider

    metrics = AmazonCloudWatchEMFProvider(namespace=NAMESPACE, service="harvest")
    metrics.add_dimension("stage", stage)
    metrics.add_dimension("provider", run["provider"])
    metrics.add_dimension("outcome", outcome)
    metrics.add_metadata("run", run["run"])
    metrics.add_metric("HarvestOutcomes", MetricUnit.Count, 1)
    for name, count in run["counts"].items() if run.get("finished_at") else ():
        metrics.add_metric(f"Records{name.capitalize()}", MetricUnit.Count, count)
    metrics.flush_metrics()
