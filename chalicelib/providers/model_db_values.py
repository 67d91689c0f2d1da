"""Values of ModelDB's records: a key's value, the names under it, facts, and the papers that a model names.

A key holds `{"value": ...}`: one value, or a list of `{"object_id": ..., "object_name": ...}`. All but a few may be
absent.
"""

import re
from typing import Any

from chalicelib.errors import SourceChanged, SourceRefused
from chalicelib.http.client import Source
from chalicelib.http.response import HttpResponse, parse_json
from chalicelib.json_types import Json
from chalicelib.providers.normalise import Fields, address_of, excerpt, is_unknown, known_facts, text_of, whole_number
from chalicelib.providers.papers import Identifiers, identify, paper_of, parts_of
from chalicelib.providers.people import name_alone, without_addresses
from chalicelib.records import Paper

KEPT_AS_FACTS = (
    "created ver_number species gap_junctions citation alternative_version other_neurons other_currents other_concept"
    " other_type other_simulator other_implementer opensourcebrain biosimulations gitrepo"
).split()


_AUTHORS_AND_YEAR = re.compile(r"(?P<authors>[^()]{2,}?)(?:,?\s+et al\.?)?\s\((?P<year>1[89]\d\d|20\d\d)[a-z]?\)")


class AnotherRecord(SourceChanged):
    """An answer that is not the record that was asked for; it is not cached, and costs this record alone."""


def record_of(number: int, answer: HttpResponse) -> Json:
    """The record of this number; raises AnotherRecord for anything else, such as an error inside a 200."""
    raw = parse_json(answer)
    if not isinstance(raw, dict) or whole_number(raw.get("id")) != number:
        raise AnotherRecord(f"ModelDB answered something else than record {number}: {excerpt(raw)}")
    return raw


def value_of(raw: Json, key: str) -> Any:
    """What a key holds, with or without the object around it."""
    value = raw.get(key)
    return value.get("value") if isinstance(value, dict) else value


def names_of(raw: Json, key: str) -> list[str]:
    """The names under a key, each once; null and nameless items are dropped."""
    value = value_of(raw, key)
    items = value if isinstance(value, list) else [value]
    names = (one.get("object_name") if isinstance(one, dict) else one for one in items)
    return Fields({key: list(names)}).texts(key)


def text_value(raw: Json, key: str) -> str:
    """The known text under a key, without markup; empty where there is none."""
    return Fields({key: value_of(raw, key)}).text(key) or ""


def prose_of(raw: Json, key: str) -> str:
    """A known text with its line breaks; empty where there is none."""
    value = value_of(raw, key)
    text = value if isinstance(value, str) else text_of(value, field=key) or ""
    return "" if is_unknown(text.strip()) else text


def facts_of(raw: Json) -> Json:
    return known_facts({key: _fact(raw[key]) for key in KEPT_AS_FACTS if key in raw})


def _fact(value: Any) -> Any:
    """A single value or the names of a multiple one, without e-mail addresses."""
    held = value["value"] if isinstance(value, dict) and "value" in value else value
    if isinstance(held, list):
        names = [one.get("object_name") if isinstance(one, dict) else one for one in held]
        return [name_alone(one) if isinstance(one, str) else one for one in names if one is not None]
    return "; ".join(filter(None, map(name_alone, held.splitlines()))) if isinstance(held, str) else held


def papers_of_model(source: Source, listed: Json, version: str | None) -> list[Paper]:
    """The paper with its title and a link that lasts; its name alone where the site does not know it.

    What stands in the place of an identifier and is none is a paper of its own, as are further identifiers.
    """
    named = without_addresses(Fields(listed).text("object_name") or "")
    number = whole_number(listed.get("object_id"))
    raw = _raw_paper(source, number, version) if number is not None else None
    if raw is None:
        return [Paper(label=named)] if named else []
    authors, year, title = names_of(raw, "authors"), text_value(raw, "year"), text_value(raw, "title")
    who = authors[0] + (" et al." if len(authors) > 1 else "") if authors else text_value(raw, "name")
    when = f" ({year})" if year and authors else ""
    found, others = _identifiers(raw)
    paper = Paper(
        label=without_addresses(f"{who}{when} {title}").strip() or named or f"paper {number}",
        url=found.url or address_of(value_of(raw, "url")),
        title=without_addresses(title) or None,
        authors=authors,
        year=number_of_year(year),
        **found.fields,
    )
    return [paper, *others]


def number_of_year(text: str) -> int | None:
    number = whole_number(text)
    return number if number is not None and 1000 <= number < 3000 else None


def with_stated_authors(paper: Paper) -> Paper:
    """The paper with authors and year, where its label states nothing else: "Migliore M, Hoffman DA (1999)"."""
    stated = _AUTHORS_AND_YEAR.fullmatch(paper.label)
    if not stated or paper.authors or paper.year:
        return paper
    authors = [one for one in re.split(r"\s*[,;]\s*", stated["authors"]) if one and one not in ("et al", "et al.")]
    return paper.model_copy(update={"authors": authors, "year": int(stated["year"])})


def _raw_paper(source: Source, number: int, version: str | None) -> Json | None:
    try:
        return source.read(f"/api/v1/papers/{number}", lambda answer: record_of(number, answer), version=version)
    except SourceRefused as error:
        if error.source_status != 404:
            raise
    except AnotherRecord:
        pass
    return None


def _identifiers(raw: Json) -> tuple[Identifiers, list[Paper]]:
    """What identifies a paper, a PubMed number in the place of a DOI too; and what else stands there, as papers."""
    parts = [part for key in ("doi", "pubmed_id") for part in parts_of(text_value(raw, key)) if part]
    found, others = Identifiers(), []
    for part in parts:
        more = identify(part)
        if more.url and found.agrees(more):
            found = found.with_more(more)
        else:
            others.append(paper_of(part))
    return found, others
