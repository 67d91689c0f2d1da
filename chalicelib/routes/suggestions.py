"""Suggestions while a user types (GET /suggest/{index}) and the connection matrix (GET /connections/matrix)."""

from chalice.app import Blueprint, Response

from chalicelib.errors import BadInput
from chalicelib.http.headers import NOTES, header_text
from chalicelib.request_params import parse_text, parse_whole_number, read_parameters, unknown_name
from chalicelib.routes.requests import PARTS, base_url_of, decode_segment, parameters_of
from chalicelib.routes.responses import GENERATION, json_response, text_response
from chalicelib.search.filters import filters_of, types_of
from chalicelib.search.matrix import by_of, matrix_csv
from chalicelib.search.query import Query
from chalicelib.search.remarks import remarks_of
from chalicelib.search.suggestions import MOST, Ask
from chalicelib.search.text_query import check_length
from chalicelib.wiring import services

suggestion_routes = Blueprint(__name__)
SIZE = "10"
FORMATS = ("json", "csv")
BRIEFLY = "public, max-age=30"


@suggestion_routes.route("/suggest/{index}", methods=["GET"])
def suggestions(index: str) -> Response:
    """Names, concepts and values that what was typed may become."""
    name = decode_segment(index, "index")
    types_of(name)
    given = read_parameters(parameters_of(suggestion_routes.current_request), ("q", "data_type", "size"))
    data_type = parse_text(given.get("data_type"), "data_type") or None
    filters_of(name, data_type)
    size = parse_whole_number(given.get("size", SIZE), "size", least=1, most=MOST)
    text = parse_text(given.get("q"), "q")
    check_length(text, "q")
    ask = Ask(name, data_type, text, size)
    return json_response(services().search.suggestions(ask), headers={"Cache-Control": BRIEFLY})


@suggestion_routes.route("/connections/matrix", methods=["GET"])
def matrix() -> Response:
    """The connections counted by what both of their sides are."""
    request = suggestion_routes.current_request
    parameters = parameters_of(request)
    for name in PARTS:
        if name in parameters:
            raise BadInput(
                f"{name}: a matrix counts all connections that are found; it has no pages, no order and no facets.",
                field=name,
            )
    own = read_parameters({name: parameters[name] for name in ("by", "format") if name in parameters}, ("by", "format"))
    asked = {"data_type": ["connection"], **{name: value for name, value in parameters.items() if name not in own}}
    query = Query.parse_parameters(asked, index="dataset")
    wanted = own.get("format") or FORMATS[0]
    if wanted not in FORMATS:
        raise unknown_name("format", wanted, FORMATS, "format")
    hub = services()
    found = hub.search.matrix(query, by_of(own.get("by")), base=base_url_of(request, hub.config))
    headers = {GENERATION: found["generation"], "Cache-Control": BRIEFLY}
    if remarks := remarks_of(found):
        headers[NOTES] = header_text(remarks)
    if wanted == "csv":
        as_file = {
            "Content-Type": "text/csv; charset=utf-8",
            "Content-Disposition": 'attachment; filename="connections.csv"',
        }
        return text_response(matrix_csv(found["cells"]), headers={**headers, **as_file})
    return json_response(found, headers=headers)
