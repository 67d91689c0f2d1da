"""The deployed application: its routes, its schedules, its queue. Everything else is in chalicelib."""

import gc

gc.disable()  # what is imported stays for good; looking for garbage in it is a fifth of a cold start (docs/runbook.md)

from typing import Any, cast

from chalice.app import Chalice, CloudWatchEvent, SQSEvent

from chalicelib.config import from_environment
from chalicelib.routes.addresses import address_routes
from chalicelib.routes.changes import change_routes
from chalicelib.routes.docs import docs_routes
from chalicelib.routes.downloads import download_routes
from chalicelib.routes.explorer import explorer_routes
from chalicelib.routes.export import export_routes
from chalicelib.routes.filters import filter_routes
from chalicelib.routes.front import front_routes
from chalicelib.routes.harvests import harvest_routes
from chalicelib.routes.health import health_routes
from chalicelib.routes.methods import complete_methods
from chalicelib.routes.morphology import morphology_routes
from chalicelib.routes.problems import problem_responses
from chalicelib.routes.proxy import proxy_routes
from chalicelib.routes.record_files import record_file_routes
from chalicelib.routes.records import record_routes
from chalicelib.routes.search import search_routes
from chalicelib.routes.security import cors_from
from chalicelib.routes.suggestions import suggestion_routes
from chalicelib.telemetry import request_log
from chalicelib.wiring import now, services

if from_environment().json_logs:
    from chalicelib.telemetry.json_logs import configure_json_logs

    configure_json_logs()

if from_environment().deploying:
    from deploy import chalice_cli

    chalice_cli.prepare()

app = Chalice(app_name="hippocampus-hub", configure_logs=False)
# The gateway decodes every body that is marked as base64, whatever the request accepts; the code marks them itself.
app.api.binary_types = ["*/*"] if from_environment().deploying else []
app.api.cors = cors_from(from_environment().cors_origin)
app.register_middleware(
    request_log.request_logging(request_log.xray() if from_environment().traces else request_log.no_tracing), "http"
)
app.register_middleware(problem_responses(app.api.cors), "http")
for routes in (
    front_routes,
    search_routes,
    record_routes,
    export_routes,
    filter_routes,
    suggestion_routes,
    download_routes,
    record_file_routes,
    change_routes,
    harvest_routes,
    morphology_routes,
    address_routes,
    proxy_routes,
    docs_routes,
    explorer_routes,
    health_routes,
):
    app.register_blueprint(routes)


complete_methods(app)


@app.schedule("cron(0 3 ? * SUN *)")
def start_harvests(event: CloudWatchEvent) -> None:
    """Queue the first step of every provider's run, so that a slow source delays no other."""
    hub = services()
    hub.prepare()
    for provider in hub.providers:
        hub.queue.start(provider)


@app.schedule("rate(5 minutes)")
def requeue_stalled_runs(event: CloudWatchEvent) -> None:
    """Queue runs again that make no progress, rebuild indices of an older mapping, delete what nobody reads any
    more.
    """
    hub = services()
    hub.prepare()
    for provider in hub.providers:
        hub.watchdog.check(provider)
        hub.measuring.queue.watch(provider)


@app.on_sqs_message(queue_arn=from_environment().harvest_queue_arn, batch_size=1)
def take_step(event: SQSEvent) -> None:
    """Take one run one page further, and queue its next step; a step that does not fit into the time left stops
    itself.
    """
    hub, context = services(), cast(Any, event.context)  # chalice calls it a dict; it is the runtime's own object
    with hub.deadline.within(lambda: context.get_remaining_time_in_millis() / 1000):
        for message in event:
            run = hub.queue.step(message.body)
            request_log.log_step(run)
            if run and run["state"] == "published":
                hub.measuring.queue.send(run["provider"])


@app.on_sqs_message(queue_arn=from_environment().measure_queue_arn, batch_size=1)
def measure_files(event: SQSEvent) -> None:
    """Measure a batch of morphology files, and queue the next; the one function that carries NumPy."""
    for message in event:
        request_log.log_batch(services().measuring.queue.step(message.body))


@app.schedule("rate(1 hour)")
def publish_freshness_metrics(event: CloudWatchEvent) -> None:
    """Tell how fresh every provider's records are, for the alarms."""
    from chalicelib.harvest.reports import assess_freshness, oldest_hours, providers_by_concern
    from chalicelib.telemetry.metrics import emit_freshness_metrics

    found = assess_freshness(services().reports.latest(), now())
    emit_freshness_metrics(providers_by_concern(found), oldest_hours(found))


gc.freeze()
gc.enable()
