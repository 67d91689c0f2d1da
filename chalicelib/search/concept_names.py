"""Concepts as callers name them: identifiers in the forms that ontologies and our own JSON-LD print, labels, synonyms.

IRIs  http://purl.obolibrary.org/obo/UBERON_0003881, http://uri.interlex.org/base/ilx_0739568,
      https://identifiers.org/EFO:0000246 (export/linked_data.py writes them)
"""

import re
from collections.abc import Mapping, Sequence

from chalicelib.errors import BadInput
from chalicelib.json_types import Json
from chalicelib.vocabulary.vocabulary import vocabulary
from chalicelib.vocabulary.words import normalise

_IRI = re.compile(
    r"<?https?://(?:purl\.obolibrary\.org/obo/|uri\.interlex\.org/base/|identifiers\.org/)([^\s>]+)>?", re.IGNORECASE
)
_IDENTIFIER = re.compile(r"([A-Za-z]+)[_:](\w+)")


def concepts_by_name(names: Sequence[str], field: str) -> dict[str, tuple[str, ...]]:
    """Per name the concepts that it may mean; raises BadInput with the nearest for one that is unknown."""
    found: dict[str, tuple[str, ...]] = {}
    for name in names:
        concepts = vocabulary().resolve(_bare(name)) or vocabulary().resolve(normalise(name))
        if not concepts:
            nearest = vocabulary().nearest(name[:80])
            hint = f" Did you mean {', '.join(map(repr, nearest))}?" if nearest else ""
            raise BadInput(f"{field}: no concept is called {name[:80]!r}.{hint}", field=field, nearest=nearest)
        found[name] = tuple(concepts)
    return found


def concept_clauses(concepts: Mapping[str, Sequence[str]]) -> dict[str, Json]:
    """The clause of each kind, by its name: of a name's meanings one is enough, whatever their kinds; of names of one
    kind, too; of each kind one is needed.
    """
    by_kind: dict[str, dict[str, None]] = {}
    for meanings in concepts.values():
        kind = ", ".join(sorted({vocabulary().facet(one) for one in meanings}))
        by_kind.setdefault(kind, {}).update(dict.fromkeys(meanings))
    return {f"concept {kind}": {"terms": {"concepts": list(ids)}} for kind, ids in by_kind.items()}


def _bare(name: str) -> str:
    """An identifier as the vocabulary writes it, whichever form it comes in; any other name as it is."""
    iri = _IRI.fullmatch(name.strip())
    parts = _IDENTIFIER.fullmatch(iri[1] if iri else name.strip())
    return f"{parts[1]}:{parts[2]}" if parts else name
