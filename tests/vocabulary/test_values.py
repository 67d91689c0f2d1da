"""What sources' values mean: by table, by rule for values that nobody has seen, and in the light of the record."""

import csv

import pytest

from chalicelib.vocabulary.gaps import coverage_of
from chalicelib.vocabulary.packing import PACK, pack_tables
from chalicelib.vocabulary.records import describe, readings
from chalicelib.vocabulary.vocabulary import vocabulary
from chalicelib.vocabulary.words import distance, key

CA1, DG, PYRAMIDAL, BASKET = "UBERON:0003881", "UBERON:0001885", "CL:0000598", "CL:0000118"
KINDS = {
    "brain_region": "place", "cell_type": "cell type", "species": "species", "strain": "strain", "stain": "stain",
    "age_classification": "stage", "gender": "sex", "physical_Integrity": "integrity", "protocol": "preparation",
    "soma": "place", "axons": "place", "dendrites": "place", "subregion": "place", "markers.positive": "marker",
    "currents": "channel", "receptors": "receptor", "neurotransmitters": "transmitter", "gene": "gene",
    "model_concept": "topic", "model_type": "model type", "region": "place", "neurons": "cell type",
}  # fmt: skip


def meant(kind, value, *known):
    return set(readings().read(kind, value, readings().closure(known)).concepts)


def test_the_pack_is_what_the_tables_say():
    assert PACK.read_bytes() == pack_tables(), "run `hub vocabulary pack`"


@pytest.mark.parametrize(
    ("one", "other"),
    [("O-LM", "OLM cells"), ("mice", "mouse"), ("axo-axonic cell", "Axoaxonic cells"), ("α-actinin", "alpha actinin")],
)
def test_spellings_of_one_name_share_a_key(one, other):
    assert key(other).startswith(key(one))


def test_a_slip_of_typing_is_one_letter_changed_dropped_added_or_exchanged():
    assert [distance("granule", other, 2) for other in ("granuel", "granul", "grannule", "granite")] == [1, 1, 1, 2]


@pytest.mark.parametrize("name", ["cornu ammonis 1", "CA1", "ca1 field", "uberon:0003881", "region CA1"])
def test_a_concept_is_known_by_identifier_label_and_synonym(name):
    assert vocabulary().resolve(name) == [CA1]


def test_capitals_tell_a_short_name_from_a_word():
    assert vocabulary().resolve("SO") == ["UBERON:0005371"]
    assert vocabulary().resolve("so") == []


def test_an_unknown_name_has_nearest_ones():
    assert "pyramidal cell" in vocabulary().nearest("pyramidel cell")


@pytest.mark.parametrize(
    ("kind", "value", "known", "concept"),
    [
        ("place", "CA1:SO", (), "UBERON:0014552"),
        ("place", "CA3_SR", (), "UBERON:0014556"),
        ("place", "granule layer", (DG,), "UBERON:0005381"),
        ("place", "granule layer", ("UBERON:0002037",), "UBERON:0002956"),
        ("cell type", "Pyramidal cells", (CA1,), "CL:0020072"),
        ("cell type", "granule", (DG,), "CL:2000089"),
        ("cell type", "Calbindin (CB)-positive", (), "HGNC:1434"),
        ("cell type", "Reelin-expressing", (), "HGNC:9957"),  # never recorded: sign and marker by rule
        ("cell type", "Hippocampus CA2 basket GABA cell", (), BASKET),  # never recorded: the longest names inside
        ("species", "Rattus norvegicus", (), "NCBITaxon:10116"),
        ("integrity", "Dendrites & Axon Complete", (), "hub:axon-complete"),
        ("strain", "Wistar Han", (), "EFO:0001342"),
    ],
)
def test_a_value_means_a_concept_in_the_light_of_its_record(kind, value, known, concept):
    assert concept in readings().closure(meant(kind, value, *known))


def test_the_absence_of_a_marker_is_not_the_marker():
    found = readings().read("cell type", "Somatostatin (SOM)-negative")
    assert "HGNC:11329" not in found.concepts
    assert list(found.absent) == ["HGNC:11329"]


def test_what_a_type_reaches_is_not_its_home():
    record = {
        "type": "electrophysiology",
        "soma_region": "CA3",
        "secondary_region": ["CA3", "DG"],
        "layers": ["CA3:SP", "DG:H"],
        "cell_type": "CA3 Granulosum-targeting Basket",
        "synaptic_effect": "inhibitory",
    }
    found = describe(record)
    assert DG not in found.concepts
    assert DG in found.reach
    assert {BASKET, "CL:0000099", "UBERON:0002136"} <= set(found.concepts)
    assert "CL:0000120" not in found.concepts


def test_a_models_cells_keep_region_and_type_together():
    found = describe(
        {"type": "single", "cell_types": ["Hippocampus CA3 pyramidal GLU cell", "Hippocampus CA1 basket cell"]}
    )
    assert f"{CA1}|{BASKET}" in found.pairs
    assert f"UBERON:0003883|{BASKET}" not in found.pairs


def test_what_is_not_mapped_is_listed_by_provider_and_field():
    record = {"type": "morphology", "region": "hippocampus", "secondary_region": ["nowhere at all"], "species": "rat"}
    found = coverage_of([{**record, "provenance": {"provider": "cells"}}] * 2)
    assert found["cells", "secondary_region"].gaps == {"nowhere at all": 2}
    assert (found["cells", "species"].share, found["cells", "region"].uses) == (1.0, 2)


def test_values_of_the_recordings_mean_what_was_collected(recordings):
    """Weighted by records: at least 98 % of each kind of value has the collected concepts, broader ones included."""
    table = recordings.parent / "vocabulary" / "values.csv"
    if not table.is_file():
        pytest.skip(f"no {table}")
    right: dict[str, int] = {}
    uses: dict[str, int] = {}
    with table.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            kind = KINDS.get(row["field"])
            if kind and row["concept_ids"] and row["provider"] != "typed":
                known = [tuple(one.split("=", 1)) for one in row["when"].split(" & ") if one]
                beside = readings().read_all((KINDS[field], value) for field, value in known).concepts
                got = readings().closure(meant(kind, row["value"], *beside))
                uses[row["field"]] = uses.get(row["field"], 0) + int(row["records"])
                is_right = set(row["concept_ids"].split("|")) <= got
                right[row["field"]] = right.get(row["field"], 0) + is_right * int(row["records"])
    shares = {field: right[field] / count for field, count in uses.items() if count}
    assert {field: share for field, share in shares.items() if share < 0.98 and field != "neurons"} == {}
    assert shares["neurons"] >= 0.85
