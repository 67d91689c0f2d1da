"""NeuroMorpho harvested over HTTP from its replay; expected numbers are counted from the files, not by the provider."""

import csv
import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest

from chalicelib.errors import SourceChanged, WrongSettings
from chalicelib.http.client import Source
from chalicelib.providers.base import load
from chalicelib.providers.neuromorpho import NeuroMorpho, NeuroMorphoSettings
from replay.server import Upstream

SETTINGS = Path(__file__).parents[2] / "chalicelib" / "providers" / "settings"


def harvest(upstream, settings="neuromorpho", **changed):
    """All records of a harvest, by their number at the source."""
    told = json.loads((SETTINGS / f"{settings}.json").read_text(encoding="utf-8"))
    provider = NeuroMorpho(NeuroMorphoSettings.model_validate(told | changed))
    source = Source(NeuroMorpho.terms, base=f"{upstream.url}/neuromorpho", pauses=False, user_agent="tests")
    found: list[Any] = []
    cursor = None
    while not found or cursor is not None:
        page = provider.page(source, cursor)
        found, cursor = [*found, *page.records, *page.rejects], page.next
    return {int(one.id.rpartition("-")[2]): one for one in found}


def words(text):
    return {part.strip().lower() for part in (text or "").split(",")}


@pytest.fixture(scope="module")
def played(recordings):
    upstream = Upstream(recordings).start()
    yield upstream
    upstream.stop()


@pytest.fixture(scope="module")
def raws(recordings):
    files = sorted((recordings / "neuromorpho").glob("neurons*.jsonl"))
    found = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return {
        one["neuron_id"]: one for one in found if "hippocampus" in [region.lower() for region in one["brain_region"]]
    }


def chosen(raws, domain, attributes, integrity=""):
    return {
        number
        for number, raw in raws.items()
        if domain <= words(raw["domain"])
        and attributes <= words(raw["attributes"])
        and re.search(integrity, (raw["physical_Integrity"] or "").lower())
    }


def test_the_default_selection_is_whole(played, raws):
    assert set(harvest(played)) == chosen(raws, {"dendrites", "soma"}, {"3d"})


@pytest.mark.parametrize(
    ("settings", "integrity"),
    [
        ("neuromorpho.legacy", r"(^|, )dendrites complete(,|$)"),
        ("neuromorpho.complete", r"dendrites (& axon )?complete"),
    ],
)
def test_the_legacy_rule_and_its_correction_are_reproduced(played, raws, settings, integrity):
    whole = chosen(raws, {"dendrites", "soma", "axon"}, {"diameter", "3d", "angles"}, integrity)
    assert set(harvest(played, settings)) == whole != set()


def test_no_fact_of_a_recorded_neuron_is_changed(played, raws):
    for number, record in harvest(played).items():
        raw = raws[number]
        assert (record.name, record.archive, record.species) == (raw["neuron_name"], raw["archive"], raw["species"])
        assert [record.region, *record.secondary_region, *record.subregions] == raw["brain_region"]
        assert sorted(record.cell_types) == sorted(
            " ".join(one.split()) for one in raw["cell_type"] if "eported" not in one
        )
        assert record.surface == (float(raw["surface"]) if raw["surface"] else None)


def test_cell_types_come_broadest_first_in_whatever_order_the_source_lists_them(upstream):
    neurons = harvest(upstream)
    assert neurons[227].cell_types == ["principal cell", "pyramidal"]
    assert (neurons[227].cell_class, neurons[227].secondary_cell_type) == ("principal cell", "pyramidal")
    assert neurons[178].cell_types[0] == "interneuron"


def test_a_cell_type_is_what_tells_cells_apart(upstream):
    upstream.misbehave(path="select", mutate=_of_one_class)
    neurons = harvest(upstream)
    assert (neurons[227].cell_type, neurons[178].cell_type) == ("pyramidal", "interneuron")
    assert (neurons[178].cell_class, neurons[178].secondary_cell_type) == ("interneuron", None)


def _of_one_class(answer):
    for one in answer["_embedded"]["neuronResources"]:
        one["cell_type"] = ["interneuron"] if one["neuron_id"] == 178 else one["cell_type"]
    return answer


def test_physical_integrity_is_one_text_and_its_parts(upstream):
    neuron = harvest(upstream)[227]
    assert ", ".join(neuron.physical_integrities) == neuron.physical_integrity


def test_files_are_the_original_where_simulators_read_it_and_the_standardised_one_else(upstream):
    neurons = harvest(upstream)
    assert neurons[227].file.urls == ("https://neuromorpho.org/dableFiles/amaral/CNG%20version/c91662.CNG.swc",)
    assert neurons[186].file.urls[0] == "https://neuromorpho.org/dableFiles/turner/Source-Version/l22.swc"
    assert neurons[186].file.urls[-1].endswith("/CNG%20version/l22.CNG.swc")


def test_what_the_source_does_not_know_is_none(upstream):
    values = [value for record in harvest(upstream).values() for value in record.model_dump().values()]
    assert not [value for value in values if isinstance(value, str) and value.lower() in ("", "not reported")]


ODD = {
    "soma_surface": "n/a",
    "min_age": "21-28",
    "surface": "NaN",
    "volume": 12.5,
    "original_format": None,
    "cell_type": None,
    "experiment_condition": "Control",
    "reference_pmid": [123, None],
    "reference_doi": "10.1234/a.b",
    "note": "Ask jane@example.org",
    "png_url": "images/imageFiles/Lab/a.png",
    "magnification": 63,
}


def test_a_value_in_another_shape_loses_no_neuron_and_is_kept_as_it_is(upstream):
    upstream.misbehave(path="select", mutate=_each(**ODD))
    neuron = harvest(upstream)[227]
    assert (neuron.soma_surface, neuron.min_age, neuron.surface, neuron.volume) == (None, None, None, 12.5)
    assert neuron.facts == {"min_age": "21-28", "surface": "NaN"}, "n/a is how the source says that it does not know"
    assert (neuron.description, neuron.experiment_condition, neuron.magnification) == ("Ask", ["Control"], "63")
    assert [(one.pmid, one.doi) for one in neuron.papers] == [("123", "10.1234/a.b")], "as many of each: pairs"
    assert neuron.preview.urls == ("https://neuromorpho.org/images/imageFiles/Lab/a.png",)
    assert neuron.file.urls[0].endswith("c91662.CNG.swc")


def _each(**fields):
    def change(answer):
        for one in answer["_embedded"]["neuronResources"]:
            one.update(fields)
        return answer

    return change


def test_a_neuron_without_a_field_that_is_served_is_rejected_with_its_number_and_reason(upstream):
    upstream.misbehave(path="select", mutate=_without_species)
    rejects = harvest(upstream)
    assert {(one.reason, one.detail) for one in rejects.values()} == {("missing field", "species")}
    assert 227 in rejects


def _without_species(answer):
    for one in answer["_embedded"]["neuronResources"]:
        del one["species"]
    return answer


@pytest.mark.parametrize("pages", [1, 0, None, 100])
def test_value_lists_are_read_to_the_announced_number_whatever_the_pages_say(upstream, pages):
    upstream.misbehave(path="fields/domain", mutate=_on_two_pages(pages))
    assert 227 in harvest(upstream)
    asked = [parse_qs(one.query)["page"][0] for one in upstream.log.all(path="/neuromorpho/api/neuron/fields/domain")]
    assert asked == ["0", "1"]


def _on_two_pages(pages):
    """The source's values on two pages, each of which says that there are so many."""
    everything: list[str] = []

    def cut(answer):
        number = 1 if everything else 0
        everything.extend([] if number else answer["fields"])
        half = -(-len(everything) // 2)
        page = {"size": half, "totalElements": len(everything), "totalPages": pages, "number": number}
        return {"fields": everything[number * half : (number + 1) * half], "page": page}

    return cut


def test_a_list_of_values_that_ends_early_is_no_list(upstream):
    upstream.misbehave(
        path="fields/domain", mutate=lambda answer: answer | {"page": answer["page"] | {"totalElements": 1000}}
    )
    with pytest.raises(SourceChanged, match="1000 were announced"):
        harvest(upstream)


@pytest.mark.parametrize(
    "address",
    [
        "http://neuromorpho.org/images/imageFiles/Lab/a.png",
        "//neuromorpho.org/images/imageFiles/Lab/a.png",
        "neuromorpho.org/images/imageFiles/Lab/a.png",
        "www.neuromorpho.org:80/images/imageFiles/Lab/a.png",
        "/images/imageFiles/Lab/a.png",
    ],
)
def test_a_picture_has_one_address_however_much_of_it_is_written(upstream, address):
    upstream.misbehave(path="select", mutate=_each(png_url=address))
    assert harvest(upstream)[227].preview.urls == ("https://neuromorpho.org/images/imageFiles/Lab/a.png",)


def test_a_source_without_a_fitting_value_is_not_asked_for_everything(upstream):
    upstream.misbehave(path="fields/domain", mutate=lambda answer: {**answer, "fields": ["Axon"]})
    with pytest.raises(SourceChanged, match="no value of domain"):
        harvest(upstream)
    assert upstream.log.all(path="/neuromorpho/api/neuron/select") == []


def rows():
    """Our own table, the lists cut."""
    with (Path(__file__).parents[1] / "recorded" / "neuromorpho" / "neurons.csv").open(encoding="utf-8") as table:
        return [{**row, "brain_region": row["brain_region"].split("|")} for row in csv.DictReader(table)]


@pytest.mark.parametrize(
    ("changed", "fits"),
    [
        ({"brain_regions": ["CA3", "CA2"]}, lambda row: {"CA3", "CA2"} & set(row["brain_region"])),
        ({"domains": {"allowed": ["dendrites", "axon"]}}, lambda row: "axon" in words(row["domain"])),
        ({"domains": {"not_allowed": ["axon"]}}, lambda row: "axon" not in words(row["domain"])),
        ({"attributes": {"allowed": ["3D", "Diameter"]}}, lambda row: {"3d", "diameter"} <= words(row["attributes"])),
        ({"attributes": {"not_allowed": ["3d"]}}, lambda row: "3d" not in words(row["attributes"])),
        (
            {"physical_integrities": {"allowed": ["dendrites complete"], "not_allowed": ["axon complete"]}},
            lambda row: re.search("dendrites complete", row["physical_Integrity"].lower()),
        ),
        (
            {"physical_integrities": {"allowed": ["axon complete"]}, "joined_words": True},
            lambda row: "& axon complete" in row["physical_Integrity"].lower(),
        ),
    ],
    ids=lambda value: str(value) if isinstance(value, dict) else "",
)
def test_every_key_of_the_settings_narrows_to_what_the_table_says(upstream, changed, fits):
    bare: dict[str, Any] = {"domains": {}, "attributes": {}, "physical_integrities": {}}
    expected = {int(row["neuron_id"]) for row in rows() if "hippocampus" in row["brain_region"] and fits(row)}
    assert set(harvest(upstream, **(bare | changed))) == expected
    assert 0 < len(expected) < len(harvest(upstream, **bare))


def test_with_originals_only_no_standardised_file_is_offered(upstream):
    files = [one.file for one in harvest(upstream, original_only=True).values()]
    assert any(files) and not all(files)
    assert not [url for file in files if file for url in file.urls if "CNG" in url]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "cells.json: not JSON, line 1"),
        ("{}", "cells.json: brain_regions: Field required"),
        ('{"brain_regions": []}', "cells.json: brain_regions"),
        ('{"brain_regions": ["hippocampus"], "domain": {}}', "cells.json: domain: Extra inputs"),
        ('{"brain_regions": ["hippocampus"], "domains": {"allowed": 3}}', r"cells.json: domains\.allowed"),
        ('{"brain_regions": ["hippocampus"], "tls_security_level": 0}', "cells.json: tls_security_level"),
    ],
)
def test_wrong_settings_are_named_by_file_and_key(tmp_path, text, said):
    (tmp_path / "cells.json").write_text(text)
    with pytest.raises(WrongSettings, match=said):
        load(NeuroMorpho, tmp_path / "cells.json")
