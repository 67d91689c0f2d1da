"""The terms of `lookup.facets`, by which all usual facets of a record are counted in one pass.

A record has some eight: one for the fields that follow from its study, one for those of the animal, of the kind of cell
and of the reconstruction, whose values many records share; one for each other field. A term tells the paths of its
fields, their values, and of numbers their cells.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, groupby
from operator import itemgetter

from chalicelib.json_types import Json
from chalicelib.search.filters import CONCEPT_FACETS, RANGES, TYPES
from chalicelib.search.number_cells import name_cell

FIELD = "lookup.facets"
_MARK, _AND, _BESIDE = "=", "\x1f", "\x1e"  # before the values of a field, between two of them, between two fields
_OF_ALL = f"lookup.has_file{_MARK}"  # every record has this field
_LONGEST = 4000  # letters of a term, besides one value that is longer
_STUDY = (
    "archive species strain protocol stain experiment_condition original_format reconstruction_software"
    " slicing_thickness lookup.species"
)
_ANIMAL = "gender age_classification min_age max_age lookup.min_age_days lookup.max_age_days min_weight max_weight"
_CELL = "cell_type cell_types secondary_region subregions layers mtype lookup.region lookup.layer lookup.cell_type"
_RECONSTRUCTION = "physical_integrity physical_integrities structural_domains morphologies quality_flags"
_SHARED = tuple(frozenset(paths.split()) for paths in (_STUDY, _ANIMAL, _CELL, _RECONSTRUCTION))


@dataclass(frozen=True)
class _Field:
    path: str
    part: str  # the object that holds it; "" for the record itself
    name: str
    is_number: bool

    def values(self, document: Json) -> list[str]:
        """The values as the engine would count them, each once."""
        value = (document.get(self.part) or {} if self.part else document).get(self.name)
        if value is None:
            return []
        if self.is_number:
            return [name_cell(value)]
        if isinstance(value, bool):
            return [str(value).lower()]
        return list(dict.fromkeys(map(str, value))) if isinstance(value, list) else [str(value)]


def facet_terms(document: Json) -> list[str]:
    """The terms under which a record, its `lookup` made, is counted: `species=rat`, `soma_surface=6.7E+2+`.

    A term has a length: fields that are too long together have one each, and a field of very many values several.
    """
    return [term for fields in _TERMS for term in _write(document, fields)]


def counts_by_path(buckets: Iterable[Json]) -> Mapping[str, Mapping[str, int]]:
    """Per field how many records have each value, from the engine's counts of terms."""
    sums: dict[str, dict[str, int]] = defaultdict(dict)
    for one in buckets:
        count = one["doc_count"]
        for path, values in _read(one["key"]):
            counts = sums[path]
            for value in values:
                counts[value] = counts.get(value, 0) + count
    return sums


def count_records(buckets: Iterable[Json]) -> int:
    """How many records the engine's counts of terms are about."""
    return sum(one["doc_count"] for one in buckets if one["key"].startswith(_OF_ALL))


@lru_cache(maxsize=20_000)
def _read(term: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The fields of a term with their values."""
    fields = (field.partition(_MARK) for field in term.split(_BESIDE))
    return tuple((path, tuple(values.split(_AND))) for path, _, values in fields)


def _write(document: Json, fields: Iterable[_Field]) -> list[str]:
    parts = []
    for field in fields:
        if values := field.values(document):
            parts += [f"{field.path}{_MARK}{_AND.join(some)}" for some in _short_lists(values)]
    together = _BESIDE.join(parts)
    return [together] if parts and len(together) <= _LONGEST else parts


def _short_lists(values: Sequence[str]) -> Iterable[Sequence[str]]:
    if sum(map(len, values)) + len(values) <= _LONGEST:
        return [values]
    ends = accumulate(len(one) + 1 for one in values)
    numbered = zip((end // _LONGEST for end in ends), values, strict=True)
    return ([one for _, one in group] for _, group in groupby(numbered, key=itemgetter(0)))


def _counted_paths() -> Iterator[tuple[str, bool]]:
    """Every path that a facet of any type counts, and whether numbers stand there; measures are counted by name."""
    for types in TYPES.values():
        for filters in types.values():
            yield from ((one.path, False) for one in filters)
    yield from ((path, False) for _, path in CONCEPT_FACETS.values())
    for ranges in RANGES.values():
        yield from ((one.path, True) for one in ranges if not one.is_measure)


def _terms() -> Iterator[list[_Field]]:
    known = [_Field(path, *path.rpartition(".")[::2], number) for path, number in dict(_counted_paths()).items()]
    for paths in _SHARED:
        yield [one for one in known if one.path in paths]
    yield from ([one] for one in known if not any(one.path in paths for paths in _SHARED))


_TERMS = list(_terms())
PATHS = frozenset(one.path for fields in _TERMS for one in fields)
