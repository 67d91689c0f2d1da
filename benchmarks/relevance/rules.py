"""What a record is by its source's own words: the rules that the truth of the judged queries is computed with.

They read the fields as providers map them, never concepts or anything else that search derives: an answer of ours is no
truth.
"""

import re
from collections.abc import Callable, Iterable

from chalicelib.json_types import Json

Rule = Callable[[Json], bool]
HOMES = {"CA1": {"CA1"}, "CA2": {"CA2"}, "CA3": {"CA3", "CA3a", "CA3b", "CA3c"}, "DG": {"DG", "dentate gyrus"}}
HOMES |= {"SUB": {"SUB", "subiculum"}, "EC": {"EC", "entorhinal cortex"}}


def both(*rules: Rule) -> Rule:
    return lambda record: all(rule(record) for rule in rules)


def either(*rules: Rule) -> Rule:
    return lambda record: any(rule(record) for rule in rules)


def no(rule: Rule) -> Rule:
    return lambda record: not rule(record)


def value(field: str, *values: str) -> Rule:
    """One of the values of a field is one of these, whatever its case."""
    wanted = {one.lower() for one in values}
    return lambda record: any(one.lower() in wanted for one in each(record, field))


def word(field: str, *words: str) -> Rule:
    """A value of the field holds one of these as words."""
    pattern = re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, words))})(?![^\W_])", re.IGNORECASE)
    return lambda record: any(pattern.search(one) for one in each(record, field))


def inside(field: str, text: str) -> Rule:
    return lambda record: any(text.lower() in one.lower() for one in each(record, field))


def home(*regions: str) -> Rule:
    """The region that a cell, a type, or a model's cell lies in."""
    names = {name.lower() for one in regions for name in HOMES.get(one, {one})}

    def holds(record: Json) -> bool:
        if record.get("soma_region"):
            return record["soma_region"].lower() in names
        places = [*each(record, "region"), *each(record, "secondary_region"), *each(record, "subregions")]
        cells = " ".join(each(record, "cell_types")) if record["type"] == "single" else ""
        return any(one.lower() in names for one in places) or any(
            re.search(rf"\b{one}\b", cells, re.I) for one in names
        )

    return holds


def kind(*words: str) -> Rule:
    """One of a cell's classes, a type's title or a model's cells says one of these words."""
    return either(
        word("cell_types", *words), both(value("type", "electrophysiology"), word("cell_type", *words)), m_type(*words)
    )


def m_type(*words: str) -> Rule:
    names = {"pyramidal": "PC", "basket": "BC", "o-lm": "OLM", "olm": "OLM", "axo-axonic": "AA", "bistratified": "BS"}
    endings = tuple(names[one.lower()] for one in words if one.lower() in names)
    return lambda record: bool(endings) and any(one.endswith(endings) for one in each(record, "mtype"))


def interneuron(record: Json) -> bool:
    """By class, by effect, or by a class that is one."""
    if record.get("synaptic_effect"):
        return bool(record["synaptic_effect"] == "inhibitory")
    classes = ("interneuron", "basket", "bistratified", "chandelier", "axo-axonic", "ivy", "neurogliaform", "OLM")
    inner = ("PVBC", "CCKBC", "SCA", "Tri", "OLM", "PPA", "AA", "BS", "BP", "Ivy", "IS1")
    return word("cell_types", *classes)(record) or any(one.endswith(inner) for one in each(record, "mtype"))


def excitatory(record: Json) -> bool:
    return bool(record.get("synaptic_effect") == "excitatory")


def marker(*names: str) -> Rule:
    """A positive marker, or a class of the kind `Parvalbumin (PV)-positive`."""

    def holds(record: Json) -> bool:
        if any(one in names for one in each(record, "markers")):
            return True
        return any(f"({name})-positive" in one for name in names for one in each(record, "cell_types"))

    return holds


def side(end: str, rule: Rule) -> Rule:
    """A rule for one end of a connection."""
    return lambda record: end in record and rule({"type": "electrophysiology", **record[end]})


def connects(before: Rule, after: Rule) -> Rule:
    return both(side("presynaptic", before), side("postsynaptic", after))


def paper(**stated: str) -> Rule:
    """A paper with this PMID, DOI, or words in its title, author and year."""

    def holds(record: Json) -> bool:
        return any(_is(one, stated) for one in papers(record))

    return holds


def papers(record: Json) -> list[Json]:
    ends = [record[end] for end in ("presynaptic", "postsynaptic") if end in record]
    return [*record.get("papers", ()), *(one for end in ends for one in end.get("papers", ()))]


def each(record: Json, field: str) -> list[str]:
    found = record.get(field)
    return [found] if isinstance(found, str) else [one for one in found or () if isinstance(one, str)]


def _is(one: Json, stated: dict[str, str]) -> bool:
    if "author" in stated:
        authors = " ".join([*one.get("authors", ()), one["label"]])
        return stated["author"].lower() in authors.lower() and stated["year"] in (
            str(one.get("year")),
            *_years(one["label"]),
        )
    if "title" in stated:
        title = f"{one.get('title') or ''} {one['label']}".lower()
        return all(part in title for part in stated["title"].lower().split())
    name, wanted = next(iter(stated.items()))
    return str(one.get(name) or "").lower() == wanted.lower() or wanted in str(one.get("url") or "")


def _years(label: str) -> Iterable[str]:
    return re.findall(r"\b(?:19|20)\d\d\b", label)
