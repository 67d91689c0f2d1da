"""How the engine indexes our fields: strict mappings; how text is cut into pieces is said in `analysis.py`.

Every searched field is copied into two: `search` (whole words, `search.starts`: their first 1 to 10 letters) and
`fragments` (every run of 3 to 10 characters of a value, blanks included, so that any part of a name finds it); one or
two letters are looked for inside names only (`name.letters`). `name.bare` and `name.joined` are a name without its
signs, whole and in pieces. A field that can be filtered by has its values `folded` too, without case and accents.
`lookup` holds what follows from a record and is not shown (`chalicelib/search/lookup.py`). The shape and its cost were
measured on the real engine (docs/search.md). Raise VERSION with every change here: an index of an older version is
rebuilt from its stored records.
"""

from collections.abc import Iterable
from typing import Any

from chalicelib.json_types import Json
from chalicelib.morphology import names
from chalicelib.store.opensearch.analysis import GRAM, build_analysis

VERSION = 11

_SEARCHED = ["search", "fragments"]
_EXACT: Json = {"type": "keyword", "ignore_above": 8191}
_FOLDED: Json = {"fields": {"folded": {"type": "keyword", "normalizer": "folded", "ignore_above": 8191}}}
_WORDS: Json = {**_EXACT, "copy_to": _SEARCHED}
_FACET: Json = {**_EXACT, **_FOLDED}
_FACET_WORDS: Json = {**_WORDS, **_FOLDED}
_STORED: Json = {"type": "keyword", "index": False, "doc_values": False}
_KEPT: Json = {"type": "object", "enabled": False}
_NUMBER: Json = {"type": "double"}
_PROSE: Json = {"type": "text", "analyzer": "words", "search_analyzer": "asked", "copy_to": "search"}
_NAME: Json = {
    **_WORDS,
    "fields": {
        "exact": {**_EXACT, "normalizer": "folded"},
        "text": {"type": "text", "analyzer": "words", "search_analyzer": "asked"},
        "bare": {**_EXACT, "normalizer": "bare"},
        "joined": {
            "type": "text",
            "analyzer": "joined",
            "search_analyzer": "asked_joined",
            "index_options": "docs",
            "norms": False,
        },
        "letters": {
            "type": "text",
            "analyzer": "letters",
            "search_analyzer": "asked",
            "index_options": "docs",
            "norms": False,
        },
    },
}

_TEXT: Json = {"type": "text", "analyzer": "words", "search_analyzer": "asked"}
_CONCEPT: Json = {"type": "keyword"}
_SIDE_LOOKUP: Json = {"properties": {"words": _TEXT, "concepts": _CONCEPT, "reach": _CONCEPT, "absent": _CONCEPT}}
_LOOKUP: Json = {
    "properties": {
        **dict.fromkeys(("region", "layer", "species", "cell_type", "reach", "absent", "pairs"), _CONCEPT),
        **dict.fromkeys(("soma_layers", "axon_layers", "dendrite_layers"), _CONCEPT),
        "identifiers": {**_EXACT, "normalizer": "folded"},
        "headline": _TEXT,
        "also": {**_TEXT, "copy_to": "search"},
        "papers": {**_TEXT, "position_increment_gap": 1000},  # words of one paper are nearer than that
        "order": _EXACT,
        "facets": {**_EXACT, "index": False, "eager_global_ordinals": True},
        "dead_end": {"type": "boolean"},
        "has_file": {"type": "boolean"},
        "min_age_days": {"type": "double"},
        "max_age_days": {"type": "double"},
        "presynaptic": _SIDE_LOOKUP,
        "postsynaptic": _SIDE_LOOKUP,
    }
}
_RECORD: Json = {
    "id": _EXACT,
    "source_id": _WORDS,
    "type": _EXACT,
    "name": _NAME,
    "source": _EXACT,
    "page_link": _STORED,
    "version": _EXACT,
    "file": _KEPT,
    "preview": _KEPT,
    "download_link": _STORED,
    "download_filename": _STORED,
    "icon": _STORED,
    "description": _PROSE,
    "papers": _KEPT,
    "facts": _KEPT,
    "concepts": _CONCEPT,
    "lookup": _LOOKUP,
    "provenance": {
        "properties": {
            "provider": _EXACT,
            "source_url": _STORED,
            "harvested_at": {"type": "date"},
            "run": _EXACT,
            "page": {"type": "integer"},
            "licence": _EXACT,
            "citation": _STORED,
            "fingerprint": _EXACT,
            "vocabulary": _EXACT,
        }
    },
    "search": {
        "type": "text",
        "analyzer": "words",
        "search_analyzer": "asked",
        "fields": {
            "starts": {
                "type": "text",
                "analyzer": "starts",
                "search_analyzer": "asked",
                "index_options": "docs",
                "norms": False,
            }
        },
    },
    "fragments": {
        "type": "text",
        "analyzer": "pieces",
        "search_analyzer": "asked_whole",
        "index_options": "docs",
        "norms": False,
    },
}
_SIDE: Json = {
    "properties": {
        "id": _WORDS,
        "source_id": _EXACT,
        "name": _FACET_WORDS,
        "source": _EXACT,
        "page_link": _STORED,
        "icon": _STORED,
        "soma_region": _FACET_WORDS,
        "secondary_region": _FACET_WORDS,
        "layers": _FACET_WORDS,
        "cell_type": _FACET_WORDS,
        "supertype": _FACET_WORDS,
        "synaptic_effect": _FACET,
        "markers": _FACET_WORDS,
        "negative_markers": _FACET,
        "mixed_markers": _EXACT,
        "papers": _KEPT,
    }
}


def _object_of(fields: Iterable[str]) -> Json:
    """Numbers by their dotted names, as the engine's objects."""
    properties: Json = {}
    for name in fields:
        part, _, inner = name.rpartition(".")
        place = properties.setdefault(part, {"properties": {}})["properties"] if part else properties
        place[inner] = _NUMBER
    return properties


_DATASET: Json = {
    **dict.fromkeys(
        (
            "region secondary_region subregions soma_region species strain cell_type cell_types archive etype mtype"
            " layers markers experiment_condition supertype"
        ).split(),
        _FACET_WORDS,
    ),
    **dict.fromkeys("scientific_name cell_class secondary_cell_type synonyms".split(), _WORDS),
    **dict.fromkeys(
        (
            "gender age_classification protocol stain reconstruction_software original_format physical_integrity"
            " physical_integrities morphologies structural_domains negative_markers synaptic_effect soma_layers"
            " axon_layers dendrite_layers"
        ).split(),
        _FACET,
    ),
    **dict.fromkeys(
        (
            "age_scale slicing_direction objective_type magnification shrinkage_reported shrinkage_corrected"
            " upload_date deposition_date mixed_markers"
        ).split(),
        _EXACT,
    ),
    **dict.fromkeys(
        "min_age max_age min_weight max_weight slicing_thickness soma_surface surface volume".split(), _NUMBER
    ),
    "link": _STORED,
    "shrinkage": _KEPT,
    "morphometry": {"properties": _object_of(names.fields())},
    "source_morphometry": {"properties": _object_of(names.source_fields())},
    "quality_flags": _FACET,
    "quality": _KEPT,
    "has_file": {"type": "boolean"},
    "no_file_reason": _STORED,
    "metadata": _KEPT,
    "presynaptic": _SIDE,
    "postsynaptic": _SIDE,
}
_MODEL: Json = {
    **dict.fromkeys(
        (
            "regions channels receptors transmitters genes cell_types model_types model_concepts implementers"
            " modeling_application"
        ).split(),
        _FACET_WORDS,
    ),
    "readme_link": _STORED,
    "model_files": _KEPT,
    "class_id": {"type": "integer"},
}
FIELDS: dict[str, Json] = {"dataset": {**_RECORD, **_DATASET}, "model": {**_RECORD, **_MODEL}}


def index_body(index: str, **meta: Any) -> Json:
    """The body that creates a physical index of `index` ("dataset" or "model"); `meta` is kept with the mapping."""
    return {
        "settings": {
            "index": {
                "number_of_shards": 1,
                "refresh_interval": "1s",
                "max_ngram_diff": GRAM,
                "analysis": build_analysis(),
            }
        },
        "mappings": {"dynamic": "strict", "_meta": {"version": VERSION, **meta}, "properties": FIELDS[index]},
    }
