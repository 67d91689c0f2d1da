"""The gate on the contents of every provider's records: mutations to be refused, and changes of real life."""

import copy
from urllib.parse import urlsplit

import pytest
from werkzeug.test import Client

from chalicelib.harvest.gate import judge
from chalicelib.providers import PROVIDERS
from chalicelib.providers.base import PublishingRules, load
from replay.sources import applications
from tests.harvest.test_gate_contents import SETTINGS, STAMP, state_of
from tests.providers.test_any_input import PLAYED, Answers, pages

RULES = PublishingRules()
MANY = 50_000  # records: more than a sample holds
FIELDS = {  # of each provider, what must stay with its record
    "neuromorpho": ("name", "species", "cell_types", "file", "secondary_region", "archive", "surface"),
    "hippocampome": ("name", "layers", "markers", "papers", "soma_region", "presynaptic", "postsynaptic"),
    "model_db": ("name", "cell_types", "file", "channels", "papers", "description"),
    "internal": ("name", "cell_type", "etype", "file", "preview"),
}
every_field = pytest.mark.parametrize(("name", "field"), [(one, field) for one in FIELDS for field in FIELDS[one]])


@pytest.fixture(scope="module")
def harvested(samples):
    made = applications(samples)

    def documents(name):
        provider = load(PROVIDERS[name], SETTINGS / f"{name}.json")
        found = pages(provider, Answers(Client(made[PLAYED[name]]), provider.terms.home, []))
        return [record.document(STAMP) for page in found for record in page.records]

    known = {name: documents(name) for name in PROVIDERS}
    return lambda name: copy.deepcopy(known[name])


def mixed_up(documents, field):
    """Each record with this field of another one of its type that has it."""
    for kind in {one["type"] for one in documents}:
        having = [one for one in documents if one["type"] == kind and one.get(field)]
        values = [one[field] for one in having]
        for place, one in enumerate(having):
            one[field] = values[(place + len(values) // 2) % len(values)]
    return documents


def refused(before, after):
    reasons = judge(state_of(after, "2"), [state_of(before, "1")], RULES).reasons
    assert all(any(sign.isdigit() for sign in one) for one in reasons)
    return reasons


@pytest.mark.parametrize("name", PROVIDERS)
def test_every_provider_has_a_word_in_this(name):
    assert name in FIELDS


@every_field
def test_values_that_belong_to_other_records_are_refused(harvested, name, field):
    reasons = refused(harvested(name), mixed_up(harvested(name), field))
    assert [one for one in reasons if one.startswith(field)]


@every_field
def test_a_field_that_has_one_value_everywhere_is_refused(harvested, name, field):
    documents = harvested(name)
    values = [one[field] for one in documents if one.get(field)]
    alike = [one | {field: values[0]} if one.get(field) else one for one in documents]
    assert refused(documents, alike)


@pytest.mark.parametrize("name", PROVIDERS)
@pytest.mark.parametrize(
    "change",
    [
        lambda documents: [one | {"id": f"{one['id']}9"} for one in documents],
        lambda documents: [one | {"id": documents[place - 1]["id"]} for place, one in enumerate(documents)],
        lambda documents: documents[: len(documents) * 4 // 5],
        lambda documents: [],
    ],
    ids=["other identifiers", "identifiers of others", "a fifth gone", "nothing"],
)
def test_identifiers_that_are_others_are_refused(harvested, name, change):
    assert judge(state_of(change(harvested(name)), "2"), [state_of(harvested(name), "1")], RULES).reasons


@pytest.mark.parametrize("name", [one for one in FIELDS if "file" in FIELDS[one]])
def test_files_at_another_host_are_refused(harvested, name):
    documents = harvested(name)
    for one in documents:
        if file := one.get("file"):
            file["urls"] = [urlsplit(url)._replace(netloc="elsewhere.example").geturl() for url in file["urls"]]
    [reason] = [one for one in refused(harvested(name), documents) if one.startswith("file changed")]
    assert "of the records" in reason


@pytest.mark.parametrize("name", PROVIDERS)
@pytest.mark.parametrize(
    "change",
    [
        lambda documents: documents,
        lambda documents: documents[: len(documents) * 97 // 100],
        lambda documents: [*documents, *({**one, "id": f"{one['id']}9", "name": "new"} for one in documents[::10])],
        lambda documents: [
            one | {"description": "Curated anew.", "strain": "new"} if place % 3 == 0 else one
            for place, one in enumerate(documents)
        ],
        lambda documents: [
            one | ({"papers": [{"label": f"a new paper of {one['id']}"}]} if one.get("papers") else {})
            for one in documents
        ],
    ],
    ids=["the same", "three in a hundred gone", "a tenth new", "curated anew", "papers cited otherwise"],
)
def test_changes_of_real_life_are_published(harvested, name, change):
    assert refused(harvested(name), change(harvested(name))) == []


def many(swaps):
    """More records than a sample holds; `swaps` pairs far from each other have changed places."""
    names = [f"neuron {number}" for number in range(MANY)]
    for number in range(swaps):
        names[number], names[MANY - 1 - number] = names[MANY - 1 - number], names[number]
    return state_of([{"id": f"n-{number}", "type": "m", "name": name} for number, name in enumerate(names)], "1")


@pytest.fixture(scope="module")
def unswapped():
    return many(0)


@pytest.mark.parametrize(("share", "is_refused"), [(0.048, True), (0.03, True), (0.001, False), (0, False)])
def test_records_that_changed_places_are_counted_however_many_there_are(unswapped, share, is_refused):
    reasons = judge(many(round(MANY * share / 2)), [unswapped], RULES).reasons
    assert bool(reasons) == is_refused
    assert all("belong to another record" in one for one in reasons)


def test_a_sample_of_an_older_version_is_compared_by_what_it_names(harvested):
    old, new = state_of(harvested("model_db"), "1"), state_of(harvested("model_db"), "2")
    older = {**old.sample, "records": {one: values[:5] for one, values in old.sample["records"].items()}}
    older.pop("fields")
    assert judge(new, [type(old)(old.run, older)], RULES).reasons == []
