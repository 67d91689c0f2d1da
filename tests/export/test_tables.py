"""Tables of records: columns that belong to an index, read back as pandas, R and Excel read them."""

import csv
import io

import pytest

from chalicelib.export.columns import columns_of, row_of
from chalicelib.export.formats import FORMATS, Scope
from chalicelib.export.metadata import table_metadata
from chalicelib.export.schemas import MODELS, TYPES_OF_INDEX, record_schemas, type_of
from chalicelib.json_types import Json
from chalicelib.providers import PROVIDERS
from tests.citation.records import PAIRED, record

DATASET = Scope(("dataset",), "https://hub.example")


def table(records, name="csv", scope=DATASET):
    return b"".join(FORMATS[name].write(records, scope))


def rows(records, name="csv", scope=DATASET):
    text = table(records, name, scope).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter="," if name == "csv" else "\t"))


@pytest.mark.parametrize("indices", [("dataset",), ("model",), ("dataset", "model")])
def test_identity_comes_first_and_every_column_once(indices):
    names = [column.name for column in columns_of(indices)]
    assert names[:4] == ["id", "type", "name", "source"]
    assert len(set(names)) == len(names)


def test_a_mixed_table_has_the_columns_of_both_indices():
    mixed = {column.name for column in columns_of(("dataset", "model"))}
    assert mixed == {column.name for index in TYPES_OF_INDEX for column in columns_of((index,))}


def test_every_field_of_every_model_is_a_column():
    for index, schemas in TYPES_OF_INDEX.items():
        names = [column.name for column in columns_of((index,))]
        fields = {field for schema in schemas for field in record_schemas()[schema]["properties"]}
        assert not [field for field in fields if not any(one == field or one.startswith(f"{field}.") for one in names)]


def test_a_type_says_which_columns_are_its():
    side = next(one for one in columns_of(("dataset",)) if one.name == "presynaptic.name")
    assert (side.types, side.header, side.is_list) == (("connection",), "presynaptic.name", False)
    assert {type_of(name) for name in MODELS} == {"morphology", "electrophysiology", "connection", "single"}


def test_units_stand_in_the_header():
    headers = table([]).decode("utf-8-sig").strip().split(",")
    assert {"soma_surface [µm²]", "volume [µm³]", "min_weight [g]", "morphometry.axon.length [µm]", "min_age"} <= {
        *headers
    }


def test_a_record_is_one_row_whatever_its_text_holds():
    (row,) = rows([record(description="one\r\ntwo\tthree", layers=["CA1:SP", "CA1:SR"])])
    assert row["description"] == "one two three"
    assert row["layers"] == "CA1:SP; CA1:SR"
    assert row["soma_surface [µm²]"] == "672.16"
    assert row["provenance.licence"] == "CC-BY-4.0"


def test_what_a_record_does_not_have_is_empty():
    (row,) = rows([record()])
    assert row["presynaptic.name"] == row["volume [µm³]"] == ""


def test_of_objects_in_a_list_each_field_is_a_column_in_step():
    (row,) = rows([record(papers=[{"label": "A; B"}, {**PAIRED, "label": "C"}])])
    assert row["papers.label"] == "A, B; C"
    assert row["papers.url"].startswith("; https://doi.org/")


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
@pytest.mark.parametrize("format", ["csv", "tsv"])
def test_no_text_is_a_formula_and_numbers_stay_numbers(name, format):
    (row,) = rows([record(name=name, min_age=-1.5)], format)
    assert row["name"] == f"'{name.strip()}"
    assert row["min_age"] == "-1.5"


def test_only_what_excel_opens_has_a_byte_order_mark():
    assert table([record()]).startswith(b"\xef\xbb\xbfid,type,name,source,")
    assert table([record()], "tsv").startswith(b"id\ttype\tname\tsource\t")


def test_free_facts_are_kept_as_json():
    (row,) = rows([record(facts={"b": [1, 2]})])
    assert row["facts"] == '{"b":[1,2]}'


def test_the_companion_tells_query_release_count_columns_and_units():
    remarks: Json = {"relaxed": ["without x"]}
    told = table_metadata(("dataset",), url="https://hub", query={"q": "ca1"}, release="abc", count=3, account=remarks)
    assert (told["interpreted"], told["relaxed"], told["notes"]) == ([], ["without x"], [])
    assert (told["query"], told["release"], told["count"]) == ({"q": "ca1"}, "abc", 3)
    assert told["units"]["soma_surface"] == "µm²"
    assert [one["titles"] for one in told["tableSchema"]["columns"]] == [one["header"] for one in told["columns"]]
    assert told["columns"][0]["name"] == "id"


def test_a_row_has_a_cell_for_each_column():
    columns = columns_of(("dataset", "model"))
    assert len(row_of(record(), columns)) == len(columns)


def test_the_types_of_all_providers_have_a_table():
    assert {provider.index for provider in PROVIDERS.values()} == set(TYPES_OF_INDEX)
