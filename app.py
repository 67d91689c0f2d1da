"""The deployed application: its routes, its schedules, its queue. Everything else is in chalicelib."""

from chalice.app import Chalice, Response

from chalicelib.config import from_environment
from chalicelib.routes.filters import filter_routes
from chalicelib.routes.harvests import harvest_routes
from chalicelib.routes.problems import cors_from, problem_responses
from chalicelib.routes.requests import json_answer
from chalicelib.routes.search import search_routes

app = Chalice(app_name="hippocampus-hub")
app.api.cors = cors_from(from_environment().cors_origin)
app.register_middleware(problem_responses(app.api.cors), "http")
for routes in (search_routes, filter_routes, harvest_routes):
    app.register_blueprint(routes)


@app.route("/", methods=["GET"])
def index() -> Response:
    """Says that the server is up."""
    return json_answer({"status": "up", "name": "Hippocampus Hub API", "description": "/swagger.json"})
