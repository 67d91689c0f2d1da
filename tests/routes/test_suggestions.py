"""Suggestions as one types, and the matrix of connections, over all samples."""

import csv
import io
from urllib.parse import urlparse

import pytest

from chalicelib.wiring import Services
from tests.support.counting_proxy import Counting


def suggested(api, text, index="dataset", **parameters):
    answer = api.get(f"/suggest/{index}", query_string={"q": text, **parameters})
    assert answer.status_code == 200, answer.get_data(as_text=True)
    return answer.json["suggestions"]


def matrix(api, **parameters):
    answer = api.get("/connections/matrix", query_string=parameters)
    assert answer.status_code == 200, answer.get_data(as_text=True)
    return answer.json


@pytest.mark.parametrize(
    ("text", "concept"),
    [("pyr", "CL:0000598"), ("cornu", "UBERON:0001954"), ("gyrus", "UBERON:0001885"), ("pyramidla", "CL:0000598")],
)
def test_a_concept_is_suggested_by_its_beginning_a_later_word_or_a_slip(api, text, concept):
    found = suggested(api, text, size=50)
    if concept == "UBERON:0001954":  # no sample lies in Ammon's horn itself: only what records have is suggested
        assert all(one["count"] > 0 for one in found)
        return
    told = next(one for one in found if one.get("concept") == concept)
    assert told["kind"] == "concept"
    assert told["count"] == api.get(f"/search/dataset?concept={concept}").json["total"]


def test_the_synonym_that_matched_is_told(api):
    told = next(one for one in suggested(api, "rattus norv") if one["kind"] == "concept")
    assert told["text"] == "Rattus norvegicus"
    told = next(one for one in suggested(api, "cornu ammonis 1") if one["kind"] == "concept")
    assert (told["text"], told["synonym"]) == ("CA1 field of hippocampus", "cornu ammonis 1")


@pytest.mark.parametrize("text", ["CA1 bask", "CA3 Pyr", "Sprague D"])
def test_every_word_that_was_typed_is_in_what_is_suggested(api, text):
    found = suggested(api, text, size=50)
    assert found
    for one in found:
        told = f"{one['text']} {one.get('synonym', '')} {one.get('identifier', '')}".casefold()
        assert all(word in told for word in text.casefold().split()), one


def test_what_begins_so_is_not_corrected(api):
    labels = {one["text"] for one in suggested(api, "parv", size=50)}
    assert labels and all("parv" in one.casefold() for one in labels)


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("mal", "gender", "Male"),
        ("in vit", "protocol", "in vitro"),
        ("neurolu", "original_format", "Neurolucida.dat"),
        ("neurolu", "reconstruction_software", "Neurolucida"),
        ("contr", "experiment_condition", "Control"),
    ],
)
def test_values_of_every_filter_are_suggested_with_the_count_that_the_filter_finds(api, text, field, value):
    told = [one for one in suggested(api, text, size=50) if one["kind"] == "value" and one["field"] == field]
    assert value in [one["text"] for one in told]
    for one in told:
        assert one["count"] == api.get("/search/dataset", query_string={field: one["text"]}).json["total"]


def test_an_irregular_plural_is_suggested_from_its_first_letters(api):
    assert "NCBITaxon:10090" in [one.get("concept") for one in suggested(api, "mic")]


@pytest.mark.parametrize(("text", "identifier"), [("NMO_0022", "nmo_00227"), ("c91662.CNG", "c91662.cng.swc")])
def test_a_record_is_suggested_by_its_number_and_its_file(api, text, identifier):
    told = {one["id"]: one for one in suggested(api, text, size=50) if one["kind"] == "name"}
    assert identifier.startswith(told["neuromorpho-227"]["identifier"])


def test_suggestions_take_one_call_of_the_engine(api, full_hub, monkeypatch):
    proxy = Counting(full_hub.config.opensearch_url)
    config = full_hub.config.__class__(**{**vars(full_hub.config), "opensearch_url": proxy.url})
    hub = Services(config)
    monkeypatch.setattr("chalicelib.routes.suggestions.services", lambda: hub)
    suggested(api, "ca1 pyr")
    proxy.stop()
    assert [asked.split("/")[-1] for asked in proxy.asked] == ["_msearch"]


def test_names_and_values_are_suggested_with_their_kind(api):
    names = [one for one in suggested(api, "c9166", size=50) if one["kind"] == "name"]
    assert {"text": "c91662", "id": "neuromorpho-227", "data_type": "morphology", "kind": "name", "count": 1} in names
    values = [one for one in suggested(api, "turn", size=50) if one["kind"] == "value"]
    assert ("archive", "Turner") in [(one["field"], one["text"]) for one in values]


@pytest.mark.parametrize("text", ["", " ", "*", '"(', "a.*[", "é", "x" * 900])
def test_nothing_or_anything_typed_is_answered(api, text):
    assert isinstance(suggested(api, text), list)


@pytest.mark.parametrize("wrong", ["size=0", "size=51", "size=x", "data_type=nothing", "q=a&q=b", "index=dataset"])
def test_wrong_suggestions_are_refused(api, wrong):
    assert api.get(f"/suggest/dataset?{wrong}").status_code in (400, 404)


def test_a_cell_counts_what_its_link_lists(api):
    found = matrix(api)
    assert found["cells"]
    for cell in found["cells"]:
        link = urlparse(cell["link"])
        assert api.get(f"{link.path}?{link.query}").json["total"] == cell["count"]
        assert cell["excitatory"] + cell["inhibitory"] <= cell["count"]
    assert {one["presynaptic"] for one in found["cells"]} == set(found["rows"])


@pytest.mark.parametrize("by", ["secondary_region", "layers", "cell_type", "name"])
def test_a_matrix_of_other_fields_is_as_exact_under_filters(api, by):
    chosen = {"presynaptic.secondary_region": ["CA3", "dg"], "by": by}
    found = matrix(api, **chosen)
    assert found["cells"]
    for cell in found["cells"][:6]:
        link = urlparse(cell["link"])
        assert api.get(f"{link.path}?{link.query}").json["total"] == cell["count"]


def counts_as_listed(api, found):
    assert found["cells"]
    for cell in found["cells"][:8]:
        link = urlparse(cell["link"])
        assert api.get(f"{link.path}?{link.query}").json["total"] == cell["count"], cell
    return True


@pytest.mark.parametrize("by", ["soma_region", "secondary_region", "layers", "cell_type", "name"])
@pytest.mark.parametrize("name", ["soma_region", "secondary_region"])
def test_a_value_that_names_a_concept_is_understood_as_a_search_does(api, by, name):
    chosen = {f"presynaptic.{name}": "dentate gyrus"}
    found = matrix(api, by=by, **chosen)
    assert counts_as_listed(api, found)
    assert found["interpreted"][0]["text"] == "dentate gyrus"
    if by == "soma_region":
        listed = api.get("/search/dataset", query_string={"data_type": "connection", **chosen}).json
        assert sum(one["count"] for one in found["cells"]) == listed["total"]
        assert found["interpreted"] == listed["interpreted"]


def test_a_slip_of_typing_is_relaxed_as_in_a_search_and_told(api):
    listed = api.get("/search/dataset?data_type=connection&q=granul").json
    found = matrix(api, q="granul zebrafishes")
    assert found["relaxed"] and counts_as_listed(api, found)
    typed = matrix(api, q="granulle")
    assert typed["relaxed"] and counts_as_listed(api, typed)
    assert sum(one["count"] for one in typed["cells"]) == listed["total"]
    assert "granulle" in api.get("/connections/matrix?q=granulle&format=csv").headers["X-Notes"]


def test_a_value_that_nothing_holds_is_told_with_the_nearest(api):
    found = matrix(api, **{"presynaptic.soma_region": "CA33"})
    assert (found["cells"], found["notes"][0]["value"]) == ([], "CA33")
    assert "CA3" in found["notes"][0]["did_you_mean"]


@pytest.mark.parametrize("literal", ["true", "false"])
def test_a_cell_of_words_alone_lists_by_words_alone(api, literal):
    assert counts_as_listed(api, matrix(api, q="CA1", literal=literal))


@pytest.mark.parametrize("part", ["page=1", "size=5", "sort=name", "facets=all", "explain=true", "cursor=x"])
def test_a_matrix_has_no_parts(api, part):
    answer = api.get(f"/connections/matrix?{part}")
    assert (answer.status_code, answer.json["field"]) == (400, part.partition("=")[0])
    assert "counts all connections" in answer.json["detail"]


def test_a_matrix_comes_as_a_table(api):
    answer = api.get("/connections/matrix?format=csv")
    assert answer.content_type == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(answer.get_data(as_text=True))))
    assert [int(row["count"]) for row in rows] == [cell["count"] for cell in matrix(api)["cells"]]


@pytest.mark.parametrize("wrong", ["by=nothing", "format=xml", "species=rat", "data_type=morphology", "page=x"])
def test_a_wrong_matrix_is_refused(api, wrong):
    assert api.get(f"/connections/matrix?{wrong}").status_code == 400
