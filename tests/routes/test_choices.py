"""Types, filters, description and pages, as the frontend and people ask for them."""

import re

import pytest


def test_all_three_types_are_there_in_the_order_of_the_buttons(api):
    assert api.get("/types/dataset").json == {
        "label": "type",
        "values": ["morphology", "electrophysiology", "connection"],
    }
    assert api.get("/types/model").json["values"] == ["single"]


def test_the_filters_of_morphologies_are_the_contracts(api):
    tree = api.get("/filters/dataset/morphology").json
    assert {name: (leaf["label"], leaf["order"]) for name, leaf in tree.items() if leaf["order"] < 4} == {
        "species": ("species", 1),
        "secondary_region": ("region", 2),
        "cell_type": ("cell type", 3),
    }
    assert all(leaf["type"] == "multiple" and leaf["depends_on"] == [] for leaf in tree.values())


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (
            "/filters/dataset/electrophysiology",
            {
                "secondary_region": ("secondary_region", "region", 1, []),
                "layers": ("layers", "layers", 2, ["secondary_region"]),
            },
        ),
        (
            "/filters/model",
            {
                "cell_types": ("cell_types", "cell types", 1, []),
                "channels": ("channels", "channels", 1, []),
                "receptors": ("receptors", "receptors", 2, []),
                "model_concepts": ("model_concepts", "model concepts", 3, []),
                "implementers": ("implementers", "implementers", 4, []),
            },
        ),
    ],
)
def test_the_other_filters_have_the_keys_labels_and_orders_of_the_contract(api, path, expected):
    tree = api.get(path).json
    assert {
        name: (leaf["key"], leaf["label"], leaf["order"], leaf["depends_on"]) for name, leaf in tree.items()
    } == expected
    assert all(leaf["type"] == "multiple" and leaf["values"] for leaf in tree.values())
    assert all(isinstance(value, str) for leaf in tree.values() for value in leaf["values"])


def test_values_are_complete_in_natural_order_and_counted(api):
    leaf = api.get("/filters/dataset/morphology").json["secondary_region"]
    assert leaf["values"] == ["CA1", "CA2", "CA3", "dentate gyrus"]
    assert sum(leaf["counts"].values()) > 100


def test_both_sides_of_a_connection_are_groups(api):
    tree = api.get("/filters/dataset/connection").json
    assert [(side, tree[side]["order"], list(tree[side]["items"])) for side in tree] == [
        ("presynaptic", 1, ["secondary_region", "layers"]),
        ("postsynaptic", 2, ["secondary_region", "layers"]),
    ]
    assert tree["postsynaptic"]["items"]["layers"]["depends_on"] == ["postsynaptic.secondary_region"]
    assert "type" not in tree["presynaptic"]


def test_a_whole_index_answers_a_tree_per_type(api):
    assert list(api.get("/filters/dataset").json) == ["morphology", "electrophysiology", "connection"]
    assert api.get("/filters/model").json == api.get("/filters/model/single").json
    assert [leaf["order"] for leaf in api.get("/filters/model").json.values()] == [1, 1, 2, 3, 4]


@pytest.mark.parametrize(
    "path", ["/types/nonsense", "/filters/nonsense", "/filters/dataset/nonsense", "/filters/model/morphology"]
)
def test_an_unknown_name_is_refused_with_those_that_exist(api, path):
    answer = api.get(path)
    assert (answer.status_code, answer.content_type) == (404, "application/problem+json")
    assert answer.json["allowed"]


def test_the_server_says_that_it_is_up(api):
    assert api.get("/").json["status"] == "up"


def test_the_description_names_every_route_of_the_application(api):
    from app import app

    described = set(api.get("/swagger.json").json["paths"])
    routes = {path for path in app.routes if path.startswith(("/search", "/filters", "/types", "/download"))}
    assert {path for path in routes if not path.endswith("{proxy+}")} <= described  # of as many segments as one likes


def test_the_page_to_try_the_api_asks_no_other_host(api):
    page = api.get("/apidocs/").get_data(as_text=True)
    assert re.findall(r'(?:src|href)="([^"]+)"', page) == [
        "http://localhost/apidocs/swagger-ui.min.css",
        "http://localhost/apidocs/swagger-ui-bundle.min.js",
    ]
    assert len(api.get("/apidocs/swagger-ui-bundle.min.js").data) > 1_000_000


def test_the_consent_dialog_gets_a_page_of_ours_that_leads_to_the_terms(api):
    answer = api.get("/neuro_morpho/useterm.jsp")
    assert answer.content_type.startswith("text/html")
    assert "neuromorpho.org/useterm.jsp" in answer.get_data(as_text=True)
    assert "X-Frame-Options" not in answer.headers


def test_harvests_tell_how_fresh_the_data_are(api):
    harvests = api.get("/harvests").json["harvests"]
    assert {one["provider"]: one["latest"]["state"] for one in harvests} == dict.fromkeys(
        ("neuromorpho", "hippocampome", "model_db", "internal"), "published"
    )
    rejected = api.get(f"/harvests/{harvests[2]['latest']['run']}").json["rejected"]
    assert len(rejected) == harvests[2]["latest"]["counts"]["rejected"] > 0


def test_an_unknown_harvest_is_not_found(api):
    assert api.get("/harvests/20200101t000000000000z").status_code == 404


def test_what_has_no_route_is_answered_as_the_gateway_does_and_browsers_may_read_it(api):
    answer = api.get("/nonsense")
    assert (answer.status_code, answer.headers["Access-Control-Allow-Origin"]) == (403, "*")
