"""A metric for every outcome of a run or a step, in CloudWatch's emf_sink metric format: one line of log, no call.

https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from chalicelib.json_types import Json

NAMESPACE = "HippocampusHub"
MetricSink = Callable[[str, Json], None]  # receives an outcome and the run that reached it


def null_sink(outcome: str, run: Json) -> None:
    """Discard metrics: for deployments that collect none."""


def emf_sink(stage: str, outcome: str, run: Json) -> None:
    """Write `HarvestOutcomes` by stage, provider and outcome; a finished run adds `RecordsRead`, `-Indexed`,
    `-Rejected`.
    """
    from aws_lambda_powertools.metrics import MetricUnit

    metrics = _emf("harvest")
    metrics.add_dimension("stage", stage)
    metrics.add_dimension("provider", run["provider"])
    metrics.add_dimension("outcome", outcome)
    metrics.add_metadata("run", run["run"])
    metrics.add_metric("HarvestOutcomes", MetricUnit.Count, 1)
    for name, count in run["counts"].items() if run.get("finished_at") else ():
        metrics.add_metric(f"Records{name.capitalize()}", MetricUnit.Count, count)
    metrics.flush_metrics()


def emit_freshness_metrics(providers_by_concern: Mapping[str, Sequence[str]], oldest_hours: float) -> None:
    """Write `<Concern>Sources`, the number of providers with each concern (`StaleSources`, …), and `OldestHours`."""
    from aws_lambda_powertools.metrics import MetricUnit

    metrics = _emf("watch")
    for concern, providers in providers_by_concern.items():
        metrics.add_metric(f"{concern.capitalize()}Sources", MetricUnit.Count, len(providers))
        metrics.add_metadata(concern, list(providers))
    metrics.add_metric("OldestHours", MetricUnit.Count, oldest_hours)
    metrics.flush_metrics()


def _emf(service: str) -> Any:
    from aws_lambda_powertools.metrics.provider.cloudwatch_emf.cloudwatch import AmazonCloudWatchEMFProvider

    return AmazonCloudWatchEMFProvider(namespace=NAMESPACE, service=service)
