"""Phrases as people type them find just the records of which they hold, judged by what the records themselves say."""

import re

import pytest

EVERYTHING = {"size": 1000}


def records(api, data_type, index="dataset", **parameters):
    answer = api.get(f"/search/{index}", query_string={"data_type": data_type, **EVERYTHING, **parameters})
    assert answer.status_code == 200, answer.get_data(as_text=True)
    return answer.json["items"]


def is_right(api, data_type, text, holds, index="dataset"):
    """Whether a text finds the records of which `holds` is true, and no others; there must be some of both kinds."""
    every = records(api, data_type, index)
    right = {one["id"] for one in every if holds(one)}
    assert 0 < len(right) < len(every)
    found = {one["id"] for one in records(api, data_type, index, q=text)}
    assert (found - right, right - found) == (set(), set())


def has(concept):
    return lambda one: concept in one["concepts"]


def is_without_axon(one):
    return "No Axon" in one.get("structural_domains", ())


def parts_of(one):
    return one.get("physical_integrities", ())


CA1, CA3, DG = "UBERON:0003881", "UBERON:0003883", "UBERON:0001885"
PYRAMIDAL, INTERNEURON, BASKET = "CL:0000598", "CL:0000099", "CL:0000118"


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("with axon", lambda one: "Axon" in one.get("structural_domains", ())),
        ("no axon", is_without_axon),
        ("pyramidal cells without an axon", lambda one: is_without_axon(one) and has(PYRAMIDAL)(one)),
        ("pyramidal neurons but not from CA1", lambda one: has(PYRAMIDAL)(one) and not has(CA1)(one)),
        ("neither rat nor mouse", lambda one: one["species"] not in ("rat", "mouse")),
        ("interneurons other than basket cells", lambda one: has(INTERNEURON)(one) and not has(BASKET)(one)),
        ("everything but pyramidal cells", lambda one: not has(PYRAMIDAL)(one)),
        ("pyramidal cells from CA1", lambda one: has(PYRAMIDAL)(one) and has(CA1)(one)),
        ("axon incomplete", lambda one: any(part.endswith("Axon Incomplete") for part in parts_of(one))),
        (
            "dendrites complete but axon incomplete",
            lambda one: {"Dendrites Complete", "Axon Incomplete"} <= {*parts_of(one)},
        ),
        ("Neurolucida.dat", lambda one: one.get("original_format") == "Neurolucida.dat"),
        ("rats aged 3 weeks", lambda one: one["species"] == "rat" and of_age(one, 21)),
        ("P20", lambda one: of_age(one, 20)),
        ("weight over 200 g", lambda one: one.get("min_weight", 0) >= 200),
        ("slice thickness 400 µm", lambda one: one.get("slicing_thickness") == 400),
        ("soma surface > 1000", lambda one: one.get("soma_surface", 0) >= 1000),
    ],
)
def test_a_phrase_finds_neurons_of_which_it_holds(api, text, holds):
    is_right(api, "morphology", text, holds)


def of_age(one, days):
    scale = {"Day": 1, "Week": 7, "Month": 30.4375, "Year": 365.25}.get(one.get("age_scale"), 0)
    ends = [one[name] * scale for name in ("min_age", "max_age") if scale and name in one]
    return bool(ends) and min(ends) <= days <= max(ends)


def is_at(side, region, name):
    return lambda one: one[side].get("soma_region") == region and name in one[side]["name"]


def is_from(region, name=""):
    return is_at("presynaptic", region, name)


def is_to(region, name=""):
    return is_at("postsynaptic", region, name)


def effect(name):
    return lambda one: one["presynaptic"].get("synaptic_effect") == name


def both(*conditions):
    return lambda one: all(holds(one) for holds in conditions)


def is_not(condition):
    return lambda one: not condition(one)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("CA3 to CA1", both(is_from("CA3"), is_to("CA1"))),
        ("CA3 not to CA1", both(is_from("CA3"), is_not(is_to("CA1")))),
        ("from CA3 but not to CA1", both(is_from("CA3"), is_not(is_to("CA1")))),
        ("CA3 presynaptic CA1 postsynaptic", both(is_from("CA3"), is_to("CA1"))),
        ("postsynaptic CA1, presynaptic CA3", both(is_from("CA3"), is_to("CA1"))),
        ("CA3 outputs", is_from("CA3")),
        ("CA1 inputs", is_to("CA1")),
        ("CA3 pyramidal targets", is_from("CA3", "Pyramidal")),
        ("what do CA3 pyramidal cells target", is_from("CA3", "Pyramidal")),
        ("excitatory from CA3", both(is_from("CA3"), effect("excitatory"))),
        ("inhibitory connections to CA1", both(is_to("CA1"), effect("inhibitory"))),
        ("what inhibits CA1 pyramidal cells", both(is_to("CA1", "Pyramidal"), effect("inhibitory"))),
        (
            "CA1 pyramidal to everything but pyramidal",
            both(is_from("CA1", "Pyramidal"), is_not(is_to("CA1", "Pyramidal"))),
        ),
        ("presynaptic partners of CA1 pyramidal cells", is_to("CA1", "Pyramidal")),
        ("recurrent CA3 connections", both(is_from("CA3"), is_to("CA3"))),
    ],
)
def test_a_phrase_finds_connections_of_its_direction(api, text, holds):
    is_right(api, "connection", text, holds)


def test_a_direction_that_nothing_has_finds_nothing(api):
    """`Sub` is the subiculum, also where words of a CA1 type say that it reaches there."""
    page = api.get("/search/dataset?data_type=connection&q=CA1 -> Sub").json
    assert (page["total"], page["relaxed"]) == (0, [])


@pytest.mark.parametrize(
    ("text", "concept"), [("sodium channels", "ModelDB:2395"), ("calcium conductances", "ModelDB:2396")]
)
def test_channels_are_the_currents_of_models(api, text, concept):
    is_right(api, "single", text, has(concept), "model")


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [("Turner lab", "archive", "Turner"), ("horizontal slices", "slicing_direction", "horizontal")],
)
def test_a_noun_that_says_nothing_drops_no_name(api, text, field, value):
    page = api.get("/search/dataset", query_string={"data_type": "morphology", "q": text, **EVERYTHING}).json
    right = {one["id"] for one in records(api, "morphology") if one.get(field) == value}
    assert right <= {one["id"] for one in page["items"]}
    assert page["relaxed"] == []
    assert page["total"] < 1.3 * len(right)


def paper_of(api):
    return next(
        (one, paper)
        for one in records(api, "electrophysiology")
        for paper in one["papers"]
        if paper.get("pmid") and paper.get("doi") and paper.get("year") and paper.get("authors")
    )


@pytest.mark.parametrize(
    "spelling",
    [
        "pubmed/{pmid}",
        "https://pubmed.ncbi.nlm.nih.gov/?term={pmid}",
        "PMID: {pmid}",
        "<https://doi.org/{doi}>",
        "(doi:{doi}).",
    ],
)
def test_a_paper_is_found_by_its_number_however_it_is_written(api, spelling):
    record, paper = paper_of(api)
    found = records(api, "electrophysiology", q=spelling.format(**paper))
    assert record["id"] in {one["id"] for one in found}
    assert all(any(other.get("pmid") == paper["pmid"] for other in one["papers"]) for one in found)


def test_et_al_excludes_nothing(api):
    record, paper = paper_of(api)
    text = f"{paper['authors'][0].split()[0]} {{}}{paper['year']}"
    plain, cited = (records(api, "electrophysiology", q=text.format(one)) for one in ("", "et al. "))
    assert {one["id"] for one in plain} == {one["id"] for one in cited}
    assert record["id"] in {one["id"] for one in cited}


def test_a_doi_with_brackets_is_found(api):
    doi = next(
        paper["doi"]
        for one in records(api, "electrophysiology")
        for paper in one["papers"]
        if "<" in (paper.get("doi") or "")
    )
    for text in (doi, f"https://doi.org/{doi.replace('<', '%3C').replace('>', '%3E')}"):
        found = records(api, "electrophysiology", q=text)
        assert found
        assert all(any(paper.get("doi") == doi for paper in one["papers"]) for one in found)


@pytest.mark.parametrize("index", ["dataset", "model"])
def test_a_page_is_found_by_its_address(api, index):
    record = next(one for one in api.get(f"/search/{index}?size=100").json["items"] if one.get("page_link"))
    for address in (
        record["page_link"],
        record["page_link"].partition("://")[2],
        f"http://localhost/records/{record['id']}",
    ):
        found = api.get(f"/search/{index}", query_string={"q": address}).json["items"]
        assert [one["id"] for one in found] == [record["id"]], address


def test_an_absent_marker_is_a_filter_that_works(api):
    page = api.get("/search/dataset?data_type=electrophysiology&q=CCK-negative&size=1000").json
    chosen = page["interpreted"][0]["filter"]
    again = api.get("/search/dataset", query_string={"data_type": "electrophysiology", "size": 1000, **chosen}).json
    assert {one["id"] for one in again["items"]} == {one["id"] for one in page["items"]} != set()


def test_what_matched_is_told_as_it_was_typed(api):
    page = api.get("/search/dataset?data_type=connection&q=CA3 to CA1&explain=true&size=3").json
    for told in page["explanations"].values():
        fields = {one["text"]: one["fields"] for one in told}
        assert fields["CA3"] == ["presynaptic.concepts"]
        assert fields["CA1"] == ["postsynaptic.concepts"]


def test_signs_that_stand_together_come_first(api):
    """`ell-1` is a part of a name; elsewhere its pieces stand apart."""
    every = records(api, "morphology")
    name = next(one["name"] for one in every if re.fullmatch(r"[A-Za-z]{4,}-\d[\w-]*", one["name"]))
    text = re.sub(r"^[A-Za-z]", "", name)
    first = records(api, "morphology", q=text)[0]["name"]
    assert text.casefold() in first.casefold()
