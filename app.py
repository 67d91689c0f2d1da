"""The deployed application: its routes, its schedules, its queue. Everything else is in chalicelib."""

from chalice.app import Chalice, CloudWatchEvent, Response, SQSEvent

from chalicelib.config import from_environment
from chalicelib.routes.docs import docs_routes
from chalicelib.routes.downloads import download_routes
from chalicelib.routes.filters import filter_routes
from chalicelib.routes.harvests import harvest_routes
from chalicelib.routes.problems import cors_from, problem_responses
from chalicelib.routes.proxy import proxy_routes
from chalicelib.routes.releases import release_routes
from chalicelib.routes.requests import json_answer
from chalicelib.routes.search import search_routes
from chalicelib.wiring import services

app = Chalice(app_name="hippocampus-hub")
app.api.cors = cors_from(from_environment().cors_origin)
app.register_middleware(problem_responses(app.api.cors), "http")
for routes in (
    search_routes,
    filter_routes,
    download_routes,
    release_routes,
    harvest_routes,
    proxy_routes,
    docs_routes,
):
    app.register_blueprint(routes)


@app.route("/", methods=["GET"])
def index() -> Response:
    """Says that the server is up."""
    return json_answer({"status": "up", "name": "Hippocampus Hub API", "description": "/swagger.json"})


@app.schedule("cron(0 3 ? * SUN *)")
def start_harvests(event: CloudWatchEvent) -> None:
    """Queue the first step of every provider's run, so that a slow source delays no other."""
    hub = services()
    hub.prepare()
    for provider in hub.providers:
        hub.queue.start(provider)


@app.on_sqs_message(queue_arn=from_environment().harvest_queue_arn, batch_size=1)
def take_step(event: SQSEvent) -> None:
    """Take one run one page further, and queue its next step."""
    for message in event:
        services().queue.step(message.body)
