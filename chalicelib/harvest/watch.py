"""What alarms are made of: once an hour, how many providers are stale, stuck, refused or stalled, as CloudWatch metrics.

They are written in the embedded metric format, one line of log, no call; which providers they are is in the same line.
https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
"""

from collections.abc import Sequence

from chalicelib.harvest.freshness import CONCERNS, Freshness

NAMESPACE = "HippocampusHub"


def told(found: Sequence[Freshness]) -> None:
    """Write `StaleSources`, `StuckSources`, `RefusedSources` and `StalledSources`, and the age of the oldest."""
    from aws_lambda_powertools.metrics import MetricUnit
    from aws_lambda_powertools.metrics.provider.cloudwatch_emf.cloudwatch import AmazonCloudWatchEMFProvider

    metrics = AmazonCloudWatchEMFProvider(namespace=NAMESPACE, service="watch")
    for concern in CONCERNS:
        named = [one.provider for one in found if concern in one.concerns]
        metrics.add_metric(f"{concern.capitalize()}Sources", MetricUnit.Count, len(named))
        metrics.add_metadata(concern, named)
    ages = [one.age_hours for one in found if one.age_hours is not None]
    metrics.add_metric("OldestHours", MetricUnit.Count, max(ages, default=0))
    metrics.flush_metrics()
