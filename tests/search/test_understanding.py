"""What people type is understood as filters, directions and words: through the public routes, on the real engine."""

import json

import pytest

CA1 = "UBERON:0003881"


def get(api, text="", index="dataset", **parameters):
    answer = api.get(f"/search/{index}", query_string={"q": text, "size": 1000, **parameters})
    assert answer.status_code == 200, answer.get_data(as_text=True)
    return answer.json


def ids(page):
    return {one["id"] for one in page["items"]}


def understood(page):
    return [(one["text"], one["concept"]) for one in page["interpreted"]]


def test_a_phrase_finds_what_its_filters_find(api):
    typed = get(api, "male young rat CA1 pyramidal cells", data_type="morphology")
    chosen = {"gender": "Male", "age_classification": "young", "species": "rat", "concept": ["CA1", "pyramidal cell"]}
    assert typed["total"] > 0
    assert ids(typed) == ids(get(api, data_type="morphology", **chosen))
    assert [one["text"] for one in typed["interpreted"]] == ["male", "young", "rat", "CA1", "pyramidal cells"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("interneurons of the dentate gyrus", "interneurons dentate gyrus"),
        ("the pyramidal cells in CA1", "pyramidal CA1"),
        ("pyramidal cells in CA1", "pyramidal cells CA1"),
        ("pyramidal AND cell", "pyramidal cell"),
        ("pyramidal NOT CA1", "pyramidal not CA1"),
        ("cornu ammonis 1", "CA1"),
        ("Rattus norvegicus", "rats"),
        ("O-LM", "OLM"),
        ("CA1/CA3", "CA1 or CA3"),
        ("stratum oriens", "SO"),
        ("parvalbumin", "PV+"),
        ("non-pyramidal CA1", "CA1 not pyramidal"),
    ],
)
def test_two_ways_to_say_the_same_find_the_same(api, one, other):
    assert ids(get(api, one)) == ids(get(api, other)) != set()


def test_a_word_says_which_concept_it_was_taken_for_and_what_that_includes(api):
    [told] = get(api, "basket cells")["interpreted"]
    assert (told["text"], told["concept"], told["label"]) == ("basket cells", "CL:0000118", "basket cell")
    assert "Ammon's horn basket cell" in told["including"]
    assert told["filter"] == {"concept": ["CL:0000118"]}


def test_what_was_understood_can_be_switched_off(api):
    understood_page, words, quoted = (get(api, text, **asked) for text, asked in (
        ("male", {}), ("male", {"literal": "true"}), ('"male"', {})))  # fmt: skip
    assert {one["gender"] for one in understood_page["items"]} == {"Male"}
    assert words["interpreted"] == quoted["interpreted"] == []


@pytest.mark.parametrize("text", ["CA3 to CA1", "CA3 → CA1", "CA3-CA1", "CA1 from CA3", "from CA3 to CA1"])
def test_a_direction_is_from_home_to_home(api, text):
    page = get(api, text)
    homes = {(one["presynaptic"]["soma_region"], one["postsynaptic"]["soma_region"]) for one in page["items"]}
    assert homes == {("CA3", "CA1")}


def test_a_direction_is_never_turned_round(api):
    page = get(api, "CA1 to EC granule", data_type="connection")
    assert all(one["presynaptic"]["soma_region"] == "CA1" for one in page["items"])
    none = get(api, "CA1 to CA3", data_type="connection")
    assert (none["total"], none["did_you_mean"][0]["text"]) == (0, "CA3 to CA1")
    assert none["did_you_mean"][0]["total"] == get(api, "CA3 to CA1")["total"]


def test_units_of_an_end_hold_of_one_side(api):
    page = get(api, "from CA3 pyramidal to CA1 basket")
    assert page["total"] > 0
    for one in page["items"]:
        assert "Pyramidal" in one["presynaptic"]["name"]
        assert "Basket" in one["postsynaptic"]["name"]


def test_a_negation_stays_when_a_search_is_relaxed(api):
    page = get(api, "basket not CA1 zzzzzz")
    assert page["relaxed"] == ["without zzzzzz"]
    assert page["total"] == get(api, "basket not CA1")["total"] > 0


def test_a_side_of_which_nothing_is_left_finds_nothing(api):
    """Two sides that nothing has: with its only word left out, a side would find every record."""
    page = get(api, "zzzqqq | 7777777")
    assert (page["total"], page["relaxed"]) == (0, [])
    assert get(api, "zzzqqq basket | 7777777")["total"] == get(api, "basket")["total"]


def test_a_long_text_keeps_what_is_understood(api):
    """There are 2^17 ways of leaving some of its words out: only few of them can be tried."""
    page = get(api, " ".join(f"zzz{letter}qq" for letter in "abcdefghijklmnopq") + " basket")
    assert page["total"] == get(api, "basket")["total"] > 0
    assert len(page["relaxed"]) == 17


def test_a_slip_of_typing_is_put_right_and_told(api):
    page = get(api, "interneruon mouse")
    assert page["relaxed"] == ["interneruon → interneuron"]
    assert page["did_you_mean"] == [{"text": "interneuron mouse", "total": page["total"]}]
    assert ids(page) == ids(get(api, "interneuron mouse"))


def test_function_words_and_generic_nouns_exclude_nothing(api):
    assert get(api, "hippocampal cells of the")["total"] == get(api)["total"]


def test_an_exact_name_comes_first_whatever_its_words_mean(api):
    assert get(api, "cell1-11b-CA1")["items"][0]["name"] == "cell1-11b-CA1"
    assert get(api, "32 SR HiDe")["items"][0]["name"] == "32-SR-HiDe"


def test_identifiers_and_papers_are_found_in_any_spelling(api):
    types = get(api, data_type="electrophysiology")["items"]
    identifier, pmid = next((one["id"], paper["pmid"]) for one in types for paper in one["papers"] if "pmid" in paper)
    forms = (pmid, f"PMID: {pmid}", f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/")
    found = [ids(get(api, form, data_type="electrophysiology")) for form in forms]
    assert identifier in found[0]
    assert found[0] == found[1] == found[2]
    assert ids(get(api, "NMO_00227")) == ids(get(api, "c91662.CNG.swc")) == {"neuromorpho-227"}


def test_one_record_among_the_ids_of_a_concept_shows_all_that_is_broader(api):
    [record] = get(api, "neuromorpho-227")["items"]
    assert "UBERON:0002421" in record["concepts"]
    assert "lookup" not in record


def test_concepts_are_filters_across_types(api):
    by_id = get(api, concept=CA1)
    assert {one["type"] for one in by_id["items"]} >= {"electrophysiology", "connection"}
    assert ids(by_id) == ids(get(api, concept="cornu ammonis 1"))
    both = get(api, concept=["CA1", "basket cell"])
    assert ids(both) == ids(by_id) & ids(get(api, concept="basket cell"))


def test_one_meaning_of_a_name_is_enough_whatever_their_facets(api):
    assert ids(get(api, concept="GABA")) == ids(
        get(api, concept="CL:0000617")
    )  # the cells; records have no transmitter
    models = [api.get("/search/model", query_string={"concept": one}).json for one in ("GABA", "CHEBI:16865")]
    assert ids(models[0]) >= ids(models[1]) > set()
    assert ids(get(api, concept=["GABA", "CA1"])) == ids(get(api, concept="GABA")) & ids(get(api, concept=CA1))


@pytest.mark.parametrize(
    "form",
    [
        "UBERON_0003881",
        "uberon:0003881",
        "http://purl.obolibrary.org/obo/UBERON_0003881",
        "<http://purl.obolibrary.org/obo/UBERON_0003881>",
    ],
)
def test_an_identifier_is_taken_in_the_forms_that_ontologies_print(api, form):
    assert ids(get(api, concept=form)) == ids(get(api, concept=CA1))


def test_what_a_record_says_it_is_about_can_be_asked_for(api):
    about = api.get("/records/hippocampome-1000?format=jsonld").json["about"]
    addresses = [one["@id"] for one in about if "@id" in one]
    assert addresses
    for address in addresses:
        assert "hippocampome-1000" in ids(get(api, concept=address, size=1000))


def test_an_unknown_concept_is_refused_with_the_nearest(api):
    answer = api.get("/search/dataset?concept=baskett cell")
    assert (answer.status_code, answer.json["field"]) == (400, "concept")
    assert "basket cell" in answer.json["nearest"]


def test_a_value_that_no_record_has_is_taken_as_a_concept_or_noted(api):
    page = get(api, data_type="morphology", secondary_region="DG")
    assert [(one["field"], one["concept"]) for one in page["interpreted"]] == [("secondary_region", "UBERON:0001885")]
    assert ids(page) == ids(get(api, data_type="morphology", concept="dentate gyrus"))
    noted = get(api, data_type="morphology", archive="Turnr")
    [note] = noted["notes"]
    assert (noted["total"], note["field"], note["value"], note["did_you_mean"][0]) == (0, "archive", "Turnr", "Turner")


@pytest.mark.parametrize("part", ["soma_layers", "axon_layers", "dendrite_layers"])
def test_a_neuron_type_is_asked_by_the_layers_of_its_parts(api, part):
    types = get(api, data_type="electrophysiology")["items"]
    oriens = [one for one in types if any(layer.endswith(":SO") for layer in one.get(part, ()))]
    anywhere = [one for one in types if any(layer.endswith(":SO") for layer in one["layers"])]
    assert 0 < len(oriens) < len(anywhere)
    by_name = get(api, data_type="electrophysiology", **{part: "stratum oriens"})
    assert ids(by_name) == {one["id"] for one in oriens}
    assert (by_name["interpreted"][0]["field"], by_name["interpreted"][0]["concept"]) == (part, "UBERON:0005371")
    by_value = get(api, data_type="electrophysiology", facets=part, **{part: "ca1:so"})
    assert ids(by_value) == {one["id"] for one in oriens if "CA1:SO" in one[part]}
    assert {"value": "CA1:SO", "count": by_value["total"]} in by_value["facets"][part]


@pytest.mark.parametrize(
    ("typed", "part", "layers"),
    [
        ("axons in stratum oriens", "axon_layers", ["stratum oriens"]),
        ("axon extending into SO", "axon_layers", ["SO"]),
        ("dendrites in SR and SLM", "dendrite_layers", ["SR", "SLM"]),
        ("cell bodies in the stratum oriens", "soma_layers", ["stratum oriens"]),
    ],
)
def test_a_part_that_is_typed_with_a_layer_lies_there(api, typed, part, layers):
    page = get(api, typed, data_type="electrophysiology")
    assert ids(page) == ids(get(api, data_type="electrophysiology", **{part: layers})) > set()
    assert {name for one in page["interpreted"] for name in one["filter"]} == {part}
    assert page["relaxed"] == []
    everywhere = get(api, typed, size=1000)["items"]
    assert ids(page) == {one["id"] for one in everywhere if one["type"] == "electrophysiology"}
    assert {one["type"] for one in everywhere} > {"electrophysiology"}


def test_parts_of_a_neuron_lie_in_layers_of_their_own(api):
    typed = "soma in SP and axon in SO but no dendrites in SLM"
    page = get(api, typed, data_type="electrophysiology")
    both = get(api, data_type="electrophysiology", soma_layers="SP", axon_layers="SO")
    without = ids(get(api, data_type="electrophysiology", dendrite_layers="SLM"))
    assert ids(page) == ids(both) - without > set()


def test_values_compare_without_case_and_accents(api):
    assert (
        get(api, data_type="morphology", species="RAT")["total"]
        == get(api, data_type="morphology", species="rat")["total"]
    )


def test_facets_come_when_they_are_asked_for(api):
    assert get(api)["facets"] == {}
    page = get(api, data_type="morphology", facets="species,concepts.region,soma_surface")
    assert set(page["facets"]) == {"species", "concepts.region", "soma_surface"}
    ca1 = next(one for one in page["facets"]["concepts.region"] if one["id"] == CA1)
    assert (ca1["label"], ca1["count"]) == (
        "CA1 field of hippocampus",
        get(api, data_type="morphology", concept=CA1)["total"],
    )


def test_a_facet_of_numbers_tells_how_they_lie(api):
    page = get(api, data_type="morphology", facets="soma_surface")
    values = sorted(one["soma_surface"] for one in page["items"] if "soma_surface" in one)
    told = page["facets"]["soma_surface"]
    assert told["count"] == len(values) == sum(one["count"] for one in told["bins"])
    assert (told["bins"][0]["from"], told["bins"][-1]["to"]) == pytest.approx((values[0], values[-1]))
    for one in told["bins"]:
        assert sum(one["from"] <= value <= one["to"] for value in values) == one["count"]
    assert told["quartiles"] == sorted(told["quartiles"])
    assert [sum(value <= one for value in values) / len(values) for one in told["quartiles"]] == pytest.approx(
        [0.25, 0.5, 0.75], abs=0.05
    )
    nothing = get(api, data_type="morphology", facets="soma_surface", species="none of them")
    assert nothing["facets"]["soma_surface"] == {"count": 0, "bins": [], "quartiles": []}


@pytest.mark.parametrize("order", ["soma_surface", "-soma_surface", "min_age_days"])
def test_records_are_sorted_by_a_number_and_come_last_without_one(api, order):
    link, seen = f"/search/dataset?sort={order}&size=40", []
    while link:
        page = api.get(link).json
        seen += page["items"]
        link = page["next"] and f"/search/dataset?sort={order}&size=40&cursor={page['next']}"
    assert len(seen) == len({one["id"] for one in seen}) == get(api)["total"]
    field = order.removeprefix("-").removesuffix("_days")
    numbers = [one[field] for one in seen if field in one]
    assert [field in one for one in seen] == [True] * len(numbers) + [False] * (len(seen) - len(numbers))
    if field == "soma_surface":
        assert numbers == sorted(numbers, reverse=order.startswith("-"))


def test_an_order_that_the_type_does_not_have_is_refused(api):
    answer = api.get("/search/dataset?data_type=connection&sort=soma_surface")
    assert (answer.status_code, answer.json["field"]) == (400, "sort")


@pytest.mark.parametrize(
    ("text", "filters"),
    [
        ("axon longer than 10 mm", {"morphometry.axon.length": "10000.."}),
        ("more than 50 tips", {"morphometry.tips": "51.."}),
        ("no more than 1,000 bifurcations", {"morphometry.bifurcations": "..1000"}),
        ("tips >= 50", {"morphometry.tips": "50.."}),
        ("dendritic length between 1 and 2.5 mm", {"morphometry.dendrites.length": "1000..2500"}),
        ("axonal surface over 200 µm²", {"morphometry.axon.surface": "200.."}),
        ("over 5000 um of basal dendrites", {"morphometry.basal_dendrite.length": "5000.."}),
        ("thinner than 0.5 microns", {"morphometry.mean_diameter": "..0.5"}),
        ("fractal dimension below 1.2", {"source_morphometry.fractal_dimension": "..1.2"}),
        ("rats younger than 30 days", {"species": "rat", "max_age_days": "..30"}),
        ("older than 3 weeks", {"min_age_days": "21.."}),
        ("aged 2 to 3 weeks", {"min_age_days": "14..", "max_age_days": "..21"}),
        ("20-30 days old", {"min_age_days": "20..", "max_age_days": "..30"}),
        ("30 days old", {"min_age_days": "..30", "max_age_days": "30.."}),
    ],
)
def test_measures_and_ages_become_ranges(api, text, filters):
    typed = get(api, text, data_type="morphology")
    told = {name: value for piece in typed["interpreted"] for name, value in piece["filter"].items()}
    ends = {
        name: f"{value.get('from', ''):}..{value.get('to', ''):}".replace(".0..", "..").removesuffix(".0")
        for name, value in told.items()
        if isinstance(value, dict)
    }
    assert ends == {name: value for name, value in filters.items() if name != "species"}
    chosen = get(api, data_type="morphology", **filters)
    assert typed["relaxed"] or ids(typed) == ids(chosen)
    assert bool(typed["relaxed"]) is not bool(chosen["total"]) or not typed["total"]


NO_NUMBER = "9" * 400


@pytest.mark.parametrize(
    "text",
    [
        "axon longer than 10 mm²",
        "layers 2-3 dendrites",
        "CA1-3 branches",
        "over 5000",
        "100 to 50 tips",
        "30 to 20 days old",
        f"more than {NO_NUMBER} tips",
        f"older than {NO_NUMBER} days",
        f"{NO_NUMBER} days old",
    ],
)
def test_numbers_that_measure_nothing_stay_words(api, text):
    told = [name for piece in get(api, text)["interpreted"] for name in piece["filter"]]
    assert not [name for name in told if name.startswith("morphometry") or name.endswith("_days")]


def test_a_unit_is_read_in_every_letter_that_compares_alike(api):
    told = get(api, "axon longer than 5 m\u0131crons", data_type="morphology")["interpreted"]  # a dotless i
    assert [piece["filter"] for piece in told] == [{"morphometry.axon.length": {"from": 5.0}}]


@pytest.mark.parametrize(
    ("asked", "least", "most"),
    [("..500", 0, 500), ("200..500", 200, 500), ("900..", 900, 1e9), ("-1e2..5e2", -100, 500)],
)
def test_numbers_are_asked_by_range(api, asked, least, most):
    items = get(api, data_type="morphology", soma_surface=asked)["items"]
    assert items
    assert all(least <= one["soma_surface"] <= most for one in items)


@pytest.mark.parametrize("wrong", ["500..200", "abc", "..", "1..2..3", "nan..5", "1,5.."])
def test_a_range_that_is_none_is_refused(api, wrong):
    answer = api.get("/search/dataset", query_string={"data_type": "morphology", "soma_surface": wrong})
    assert (answer.status_code, answer.json["field"]) == (400, "soma_surface")


def test_a_range_in_a_body_is_the_same(api):
    body = {"data_type": "morphology", "filters": {"soma_surface": {"from": 200, "to": 500}}}
    page = api.post("/search/dataset/0/1000", data=json.dumps(body), content_type="application/json").json
    assert ids(page) == ids(get(api, data_type="morphology", soma_surface="200..500"))


def test_the_page_tells_what_matched_where(api):
    page = get(api, "c91662", explain="true")
    [told] = page["explanations"]["neuromorpho-227"]
    assert told["text"] == "c91662"
    assert "name" in told["fields"]


def test_names_come_in_natural_order(api):
    names = [one["name"] for one in get(api, "n2", data_type="morphology", sort="name")["items"]]
    numbers = [int(one[1:]) for one in names if one[:1] == "n" and one[1:].isdecimal()]
    assert numbers == sorted(numbers)
    assert len(numbers) > 3


def test_both_sides_reach_keeps_its_set_and_ranks_homes_first(api):
    chosen = {"presynaptic.secondary_region": "CA3", "postsynaptic.secondary_region": "CA1"}
    items = get(api, data_type="connection", **chosen)["items"]
    homes = [(one["presynaptic"]["soma_region"], one["postsynaptic"]["soma_region"]) == ("CA3", "CA1") for one in items]
    assert any(homes)
    assert not all(homes)
    assert homes == sorted(homes, reverse=True)


def test_records_that_lead_nowhere_come_last(api):
    items = get(api, data_type="electrophysiology")["items"]
    leads = [bool(one.get("page_link") or one.get("download_link")) for one in items]
    assert leads == sorted(leads, reverse=True)
