"""The model of a portal's answer, over every recorded answer and the forms that errors take."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.proxy.model import Failure, Item, create
from chalicelib.proxy.output import json_text

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def test_every_recorded_answer_is_written_as_it_was_read(recordings):
    files = sorted((recordings / "bioportal").glob("*.json"))
    assert len(files) > 10
    for file in files:
        raw = json.loads(file.read_text(encoding="utf-8"))
        assert json.loads(json_text(create(raw).raw)) == raw, file.name


@given(values)
def test_any_json_becomes_a_model_of_one_kind_and_stays_as_it_is(raw):
    model = create(raw)
    assert [model.is_error, model.is_object, model.is_collection, model.is_value].count(True) == 1
    assert json.loads(json_text(model.raw)) == raw


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ({"@id": "x"}, "is_object"),
        ({}, "is_object"),
        ([], "is_collection"),
        (["a", "b"], "is_collection"),
        ([{"@id": "x"}], "is_collection"),
        ({"page": 1, "collection": []}, "is_page"),
        ({"page": True}, "is_object"),
        ({"page": 1, "pageCount": 0}, "is_object"),
        ({"errors": []}, "is_object"),
        ("a", "is_value"),
        (None, "is_value"),
    ],
)
def test_the_root_says_what_an_answer_is(raw, kind):
    assert getattr(create(raw), kind)
    assert not create(raw).is_error


@pytest.mark.parametrize(
    ("raw", "came_with", "means", "says"),
    [
        ({"errors": ["gone"], "status": 404}, 200, 404, ["gone"]),
        ({"errors": ["gone"], "status": 404}, 404, 404, ["gone"]),
        ({"errors": "gone"}, 200, 500, ["gone"]),
        ({"errors": [], "status": 404}, 200, 404, []),
        ({"status": 401, "error": "no key"}, 401, 401, ["no key"]),
        ([{"error": {"error": "no text", "status": 400}}], 200, 400, ["no text"]),
        ([{"error": "no text"}], 200, 500, ["no text"]),
        ({"message": "odd"}, 503, 503, None),
        ([], 500, 500, ["No reason given."]),
    ],
)
def test_both_forms_of_an_error_have_the_status_that_they_mean(raw, came_with, means, says):
    failure = create(raw, came_with).as_error()
    assert failure is not None
    assert failure.status == means
    assert says is None or failure.messages == says


def test_an_object_with_an_address_is_no_error_whatever_it_is_called():
    assert create({"@id": "http://x/1", "errors": ["a field"]}).is_object


def test_our_own_errors_read_as_the_portals():
    again = [create(made.raw).as_error() for made in (Failure.of("no", 503), Failure.of_annotator("no", 400))]
    assert [(one.status, one.messages) for one in again if one] == [(503, ["no"]), (400, ["no"])]


def test_a_reader_takes_the_first_name_that_is_there_and_of_its_kind():
    item = Item({"a": "", "b": ["x", "y"], "n": "5", "m": 7, "t": True, "o": [{"@id": "i"}, "no"]})
    assert item.text("a", "b") == "x"
    assert item.texts("b") == ["x", "y"]
    assert item.integer("n", "t", "m") == 7
    assert item.boolean("m", "t") is True
    assert [one.id for one in item.items("o")] == ["i"]
    assert (item.text("none"), item.integer("a"), item.item("b"), item.texts("none")) == (None, None, None, [])


def test_links_are_addresses_by_name_and_context_expands_names():
    item = Item(
        {
            "links": {"ui": "http://x", "@context": {"ui": "http://t"}, "none": None},
            "@context": {"@vocab": "http://v/", "name": "http://n/name", "by": {"@id": "http://u/User"}},
        }
    )
    assert item.links == {"ui": "http://x"}
    assert item.link("download", "ui") == "http://x"
    assert (item.link_type("ui"), item.link_type("none"), Item({}).link_type("ui")) == ("http://t", None, None)
    assert [item.expand(one) for one in ("name", "by", "other")] == [
        "http://n/name",
        "http://u/User",
        "http://v/other",
    ]


def test_a_value_is_of_one_kind():
    values = [create(raw).as_value() for raw in ("a", 7, True, None)]
    assert [(one.text, one.integer, one.boolean) for one in values if one] == [
        ("a", None, None),
        (None, 7, None),
        (None, None, True),
        (None, None, None),
    ]


def test_two_objects_are_equal_by_address_else_by_content():
    assert Item({"@id": "a", "x": 1}) == Item({"@id": "a"})
    assert Item({"x": 1}) != Item({"x": 2})
