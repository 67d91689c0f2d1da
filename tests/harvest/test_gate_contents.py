"""What the gate makes of whole harvests whose contents changed: mutations to be refused, and changes of real life."""

import copy
import json
import random
import re
from functools import cache
from pathlib import Path

import pytest

from chalicelib.harvest.gate import State, judge
from chalicelib.harvest.inspection import Profile, Sample
from chalicelib.providers.base import PublishingRules, load
from chalicelib.providers.neuromorpho import NeuroMorpho
from chalicelib.providers.page import Page
from chalicelib.records import Provenance
from replay.neuromorpho import Recordings

RECORDED = Path(__file__).parents[1] / "recorded" / "neuromorpho"
SETTINGS = Path(__file__).parents[2] / "chalicelib" / "providers" / "settings"
STAMP = Provenance(
    provider="p", source_url="u", harvested_at="2026-01-01T00:00:00Z", run="r", licence="l", citation="c"
)
RULES = PublishingRules()


@pytest.fixture(scope="module")
def raws():
    """A few hundred neurons: those of the sample, each three times under numbers and names of its own, a few with the
    same paper and note.
    """
    found = [(place, one) for one in Recordings(RECORDED).neurons for place in range(3)]
    return [
        {
            **one,
            "neuron_id": one["neuron_id"] * 10 + copy_of,
            "neuron_name": f"{one['neuron_name']}-{copy_of}",
            "reference_pmid": [str(16_900_000 + place // 9)],
            "note": f"From the study {place // 9}." if place % 2 else None,
        }
        for place, (copy_of, one) in enumerate(found)
    ]


@pytest.fixture(scope="module")
def provider():
    return load(NeuroMorpho, SETTINGS / "neuromorpho.json")


@pytest.fixture(scope="module")
def good(provider, raws):
    return state(provider, raws, "1")


@pytest.fixture(scope="module")
def as_good(provider, raws):
    return state(provider, raws, "3")


@pytest.fixture(scope="module")
def bad(provider, raws):
    """What the gate gets to know of a mutated harvest, by the mutation's name; each is made once."""
    return cache(lambda mutation: state(provider, REFUSED[mutation](raws), "2"))


def state(provider, raws, run, total=None):
    """What the gate gets to know of a harvest of these neurons."""
    page = Page.of_raws(raws, provider._record, key="neuron_id", next=None)
    unique = {record.id: record for record in page.records}
    counts = {"read": page.read, "indexed": len(unique), "rejected": len(page.rejects)}
    known = state_of([record.document(STAMP) for record in unique.values()], run)
    total = len(raws) if total is None else total
    return State({**known.run, "counts": counts, "total": total, "kinds": page.kinds}, known.sample)


def state_of(documents, run):
    """What the gate gets to know of these documents."""
    profile, sample = Profile(), Sample()
    for document in documents:
        profile.add(document)
        sample.add(document)
    counts = {"read": len(documents), "indexed": len(documents), "rejected": 0}
    return State({"run": run, "counts": counts, "total": None, "profile": profile.as_json()}, sample.as_json())


def changed(raws, share, change):
    """The neurons, a share of them (drawn with a fixed seed) changed by `change`, or left out where it gives None."""
    kept = copy.deepcopy(raws)
    chosen = set(random.Random(7).sample(range(len(kept)), round(len(kept) * share)))
    results = [change(one) if place in chosen else one for place, one in enumerate(kept)]
    return [one for one in results if one is not None]


def setting(**fields):
    return lambda one: one | fields


def shifted(raws, by):
    """Each neuron under the number of the one `by` places further on."""
    numbers = [one["neuron_id"] for one in raws]
    return [{**one, "neuron_id": numbers[(place + by) % len(raws)]} for place, one in enumerate(raws)]


def swapped_pairs(raws, share):
    made = copy.deepcopy(raws)
    for place in range(0, round(len(made) * share) - 1, 2):
        first, second = made[place], made[place + 1]
        first["neuron_id"], second["neuron_id"] = second["neuron_id"], first["neuron_id"]
    return made


def mixed_up(raws, *fields):
    """Each neuron with these fields of one far away."""
    return [
        {**one, **{name: raws[(place + 100) % len(raws)][name] for name in fields}} for place, one in enumerate(raws)
    ]


def rotated_archives(raws):
    names = sorted({one["archive"] for one in raws})
    following = dict(zip(names, [*names[1:], names[0]], strict=True))
    return [{**one, "archive": following[one["archive"]]} for one in raws]


REFUSED = {
    "all numbers are a million higher": lambda raws: changed(
        raws, 1, lambda one: one | {"neuron_id": one["neuron_id"] + 1_000_000}
    ),
    "a fifth of the numbers are others": lambda raws: changed(
        raws, 0.2, lambda one: one | {"neuron_id": one["neuron_id"] + 1_000_000}
    ),
    "every number belongs to the next neuron": lambda raws: shifted(raws, 1),
    "every number belongs to a neuron far away": lambda raws: shifted(raws, 100),
    "a twentieth swapped their numbers": lambda raws: swapped_pairs(raws, 0.06),
    "a fifth is gone": lambda raws: changed(raws, 0.2, lambda one: None),
    "nine tenths are gone": lambda raws: changed(raws, 0.9, lambda one: None),
    "all are rats": lambda raws: changed(raws, 1, setting(species="rat")),
    "a tenth changed its species": lambda raws: changed(raws, 0.1, setting(species="unicorn")),
    "all have one name": lambda raws: changed(raws, 1, setting(neuron_name="neuron")),
    "most have one name": lambda raws: changed(raws, 0.6, setting(neuron_name="neuron")),
    "a tenth has another name": lambda raws: changed(
        raws, 0.1, lambda one: one | {"neuron_name": one["neuron_name"] + "x"}
    ),
    "all are of one type": lambda raws: changed(raws, 1, setting(cell_type=["interneuron"])),
    "a tenth changed its type": lambda raws: changed(raws, 0.1, setting(cell_type=["interneuron", "Martinotti"])),
    "types are no longer reported": lambda raws: changed(raws, 1, setting(cell_type=["Not reported"])),
    "all are of one archive": lambda raws: changed(raws, 1, setting(archive="Test")),
    "archives are mixed up": lambda raws: [
        {**one, "archive": raws[(place + 40) % len(raws)]["archive"]} for place, one in enumerate(raws)
    ],
    "a field that was empty is full of one value": lambda raws: changed(raws, 1, setting(shrinkage_corrected="TODO")),
    "most notes are an error message": lambda raws: changed(raws, 0.9, setting(note="Error: no connection")),
    "protocols are empty": lambda raws: changed(raws, 0.9, setting(protocol=None)),
    "regions are text": lambda raws: changed(
        raws, 1, lambda one: one | {"brain_region": "_".join(one["brain_region"])}
    ),
    "surfaces are numbers": lambda raws: changed(raws, 1, setting(surface=1.5)),
    "all surfaces are one number": lambda raws: changed(raws, 1, setting(surface="1.5")),
    "all ages are 0": lambda raws: changed(raws, 1, setting(min_age="0", max_age="0")),
    "a number that was empty is 7 everywhere": lambda raws: changed(raws, 1, setting(corrected_z="7")),
    "all name the same paper": lambda raws: changed(
        raws, 1, setting(reference_pmid=["1"], reference_doi=["10.1234/one"])
    ),
    "papers are mixed up": lambda raws: mixed_up(raws, "reference_pmid", "reference_doi"),
    "strains are mixed up": lambda raws: mixed_up(raws, "strain"),
    "notes are mixed up": lambda raws: mixed_up(raws, "note"),
    "surfaces are mixed up": lambda raws: mixed_up(raws, "surface"),
    "archives are rotated, one for one": rotated_archives,
    "nothing came": lambda raws: [],
}
ACCEPTED = {
    "the same again": copy.deepcopy,
    "a tenth is new": lambda raws: [
        *raws,
        *(
            {
                **one,
                "neuron_id": one["neuron_id"] + 5_000_000,
                "neuron_name": f"new-{one['neuron_name']}",
                "archive": "New",
            }
            for one in raws[::10]
        ),
    ],
    "an archive is renamed": lambda raws: changed(
        raws, 1, lambda one: one | {"archive": one["archive"].replace("Turner", "Turner_Lab")}
    ),
    "three in a hundred are gone": lambda raws: changed(raws, 0.03, lambda one: None),
    "three in a hundred have another species": lambda raws: changed(raws, 0.03, setting(species="Mongolian gerbil")),
    "a third of the notes is curated anew": lambda raws: changed(raws, 0.33, setting(note="Curated anew in 2026.")),
    "all dates of upload are of today": lambda raws: changed(
        raws, 0.4, lambda one: one | {"upload_date": "2026-11-01"}
    ),
    "stains are spelled otherwise in a third": lambda raws: changed(
        raws, 0.33, lambda one: one | {"stain": str(one["stain"]).title()}
    ),
    "a tenth got a paper": lambda raws: changed(raws, 0.1, setting(reference_doi=["10.1234/new"])),
    "two neurons were mixed up and are not any more": lambda raws: swapped_pairs(raws, 2.1 / len(raws)),
    "four in a hundred have a finer type": lambda raws: changed(
        raws, 0.04, lambda one: one | {"cell_type": [*(one["cell_type"] or []), "deep"]}
    ),
    "two archives are joined in a new one": lambda raws: changed(
        raws, 1, lambda one: one | {"archive": "Joined" if one["archive"] in ("Turner", "Amaral") else one["archive"]}
    ),
    "each paper has another DOI": lambda raws: [
        {**one, "reference_doi": [f"10.1234/{place // 9}"]} for place, one in enumerate(raws)
    ],
    "volumes were measured again": lambda raws: changed(
        raws, 1, lambda one: one | {"volume": str(float(one["volume"] or 0) * 1.01)}
    ),
}


@pytest.mark.parametrize("mutation", REFUSED)
def test_a_run_that_is_not_what_it_was_is_refused_with_numbers(good, bad, mutation):
    verdict = judge(bad(mutation), [good], RULES)
    assert verdict.reasons
    assert all(re.search(r"\d|kind|is (text|a number)|brought no", reason) for reason in verdict.reasons)


@pytest.mark.parametrize("change", ACCEPTED)
def test_a_change_of_real_life_is_published(provider, raws, good, change):
    assert judge(state(provider, ACCEPTED[change](raws), "2"), [good], RULES).reasons == []


@pytest.mark.parametrize(("total", "reason"), [(10, "announced 10 records"), (100_000, "announced 100000 records")])
def test_a_total_that_the_pages_contradict_is_refused(provider, raws, good, total, reason):
    [found] = judge(state(provider, raws, "2", total=total), [good], RULES).reasons
    assert reason in found


@pytest.mark.parametrize("mutation", [name for name in REFUSED if name != "nothing came"])
def test_a_source_that_recovers_from_a_bad_run_is_recognised(good, as_good, bad, mutation):
    """The bad run is served (it slipped through, or was published by hand); the next one is as good as the one
    before.
    """
    verdict = judge(as_good, [bad(mutation), good], RULES)
    assert verdict.reasons == []
    assert verdict.familiar is None or (verdict.familiar["run"], bool(verdict.overruled)) == ("1", True)


def test_a_run_as_bad_as_a_good_one_was_small_is_not_familiar(provider, raws):
    """A source that has grown: half of its records gone are no return to the smaller state of a year ago."""
    first, grown = state(provider, raws[: len(raws) // 2], "1"), state(provider, raws, "2")
    half = changed(raws, 0.5, lambda one: None)
    assert judge(state(provider, half, "3"), [grown, first], RULES).reasons


def test_a_new_mapping_is_no_fault_of_the_source(good, bad):
    new = bad("all are of one type")
    assert judge(State({**new.run, "mapping": 99}, new.sample), [good], RULES).reasons == []


def test_limits_of_contents_are_the_providers_own(good, bad):
    rules = PublishingRules(most_changed=0.2)
    assert judge(bad("a tenth changed its species"), [good], rules).reasons == []
    assert json.loads(rules.model_dump_json())["baseline"] == 5
