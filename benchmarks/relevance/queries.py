"""The judged queries: ten kinds, each with the rule that its truth is computed by.

Names, fragments, files and papers are drawn from whatever recordings are played, by place in the list; the others are
what people type. A query whose truth is empty there is left out of a run.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.relevance.rules import (
    Rule,
    both,
    connects,
    each,
    either,
    excitatory,
    home,
    inside,
    interneuron,
    kind,
    marker,
    no,
    paper,
    papers,
    side,
    value,
    word,
)
from chalicelib.json_types import Json

MORPH, EPHYS, CONN, MODEL = "morphology", "electrophysiology", "connection", "single"
ANY: Rule = lambda record: True  # noqa: E731


@dataclass(frozen=True)
class Judged:
    """One query; `rule` says of a record of `data_type` whether it is right."""

    kind: str
    text: str
    data_type: str
    rule: Rule

    @property
    def index(self) -> str:
        return "model" if self.data_type == MODEL else "dataset"


def judged_queries(records: Sequence[Json]) -> list[Judged]:
    """All queries for these records."""
    return [*_names(records), *_fragments(records), *_files(records), *_papers(records), *WRITTEN]


def _drawn(records: Sequence[Json], data_type: str, count: int) -> list[Json]:
    mine = sorted((one for one in records if one["type"] == data_type), key=lambda one: one["id"])
    step = max(1, len(mine) // count)
    return mine[step // 2 :: step][:count]


def _names(records: Sequence[Json]) -> Iterator[Judged]:
    for data_type, count in ((MORPH, 8), (EPHYS, 4), (CONN, 2), (MODEL, 2)):
        for one in _drawn(records, data_type, count):
            yield Judged("names", one["name"], data_type, value("name", one["name"]))


def _fragments(records: Sequence[Json]) -> Iterator[Judged]:
    for one in _drawn(records, MORPH, 13):
        name = one["name"]
        part = name[len(name) // 4 : len(name) // 4 + 6] if len(name) > 8 else name[:-1]
        if len(part) > 3 and part.strip("-_. ") == part and any(letter.isdigit() for letter in part):
            yield Judged("fragments", part, MORPH, inside("name", part))
    for one in _drawn(records, MORPH, 7):
        bare = "".join(letter for letter in one["name"] if letter.isalnum())
        if bare != one["name"] and len(bare) > 5:
            yield Judged("fragments", bare, MORPH, _same_letters(bare))


def _same_letters(bare: str) -> Rule:
    return lambda record: bare.lower() in "".join(one for one in record["name"] if one.isalnum()).lower()


def _files(records: Sequence[Json]) -> Iterator[Judged]:
    for place, one in enumerate(_drawn(records, MORPH, 12)):
        number = one["id"].rpartition("-")[2]
        if not one["id"].startswith("neuromorpho-"):
            continue
        forms = (f"{one['name']}.CNG.swc", f"NMO_{number.zfill(5)}", f"{one['name']}.swc", one["id"])
        yield Judged("files", forms[place % 4], MORPH, value("id", one["id"]))
    for one in _drawn(records, EPHYS, 30):
        if filename := one.get("download_filename"):
            yield Judged("files", filename, EPHYS, value("id", one["id"]))


def _papers(records: Sequence[Json]) -> Iterator[Judged]:
    for data_type, count in ((EPHYS, 9), (MODEL, 5)):
        known = [one for one in records if one["type"] == data_type and papers(one)]
        for place, one in enumerate(_drawn(known, data_type, count)):
            yield from _of_paper(papers(one)[0], data_type, place)


def _of_paper(one: Json, data_type: str, place: int) -> Iterator[Judged]:
    author = one["authors"][0].split()[0] if one.get("authors") else None
    if place % 3 == 0 and one.get("pmid"):
        yield Judged("papers", f"PMID: {one['pmid']}", data_type, paper(pmid=one["pmid"]))
        yield Judged("papers", str(one["pmid"]), data_type, paper(pmid=one["pmid"]))
    elif place % 3 == 1 and one.get("doi"):
        yield Judged("papers", f"https://doi.org/{one['doi']}", data_type, paper(doi=one["doi"]))
    elif author and one.get("year"):
        yield Judged("papers", f"{author} {one['year']}", data_type, paper(author=author, year=str(one["year"])))
    if place % 2 and one.get("title"):
        words = " ".join([part.strip(".,:;()") for part in one["title"].split() if len(part) > 6][:4])
        yield Judged("papers", words, data_type, paper(title=words))


def _morph(topic: str, text: str, *rules: Rule) -> Judged:
    return Judged(topic, text, MORPH, both(*rules))


def _type(topic: str, text: str, *rules: Rule) -> Judged:
    return Judged(topic, text, EPHYS, both(*rules))


def _model(topic: str, text: str, *rules: Rule) -> Judged:
    return Judged(topic, text, MODEL, both(*rules))


def _pair(topic: str, text: str, rule: Rule) -> Judged:
    return Judged(topic, text, CONN, rule)


RAT, MOUSE = value("species", "rat"), value("species", "mouse")
PYRAMIDAL, BASKET = kind("pyramidal", "pyramidal-like"), kind("basket")
FULL_AXON = value("physical_integrity", "Dendrites & Axon Complete", "Axon Complete")
WRITTEN = (
    # phrases as people type them
    _morph("phrases", "CA1 pyramidal neuron", home("CA1"), PYRAMIDAL),
    _morph("phrases", "interneurons of the dentate gyrus", home("DG"), interneuron),
    _morph("phrases", "pyramidal cells in the CA3 region", home("CA3"), PYRAMIDAL),
    _morph("phrases", "basket cells of CA1", home("CA1"), BASKET),
    _morph("phrases", "granule cell of the mouse", kind("granule"), MOUSE),
    _morph("phrases", "hippocampal neurons of the subiculum", home("SUB")),
    _type("phrases", "CA1 basket cell", home("CA1"), BASKET),
    _type("phrases", "CA1 pyramidal neuron", home("CA1"), either(PYRAMIDAL, value("etype", "cACpyr"))),
    _type("phrases", "neurogliaform cells in CA1", home("CA1"), kind("neurogliaform")),
    _type("phrases", "excitatory neurons of the entorhinal cortex", home("EC"), excitatory),
    _type("phrases", "inhibitory interneurons in the DG", home("DG"), interneuron),
    _type("phrases", "axo-axonic cells with a soma in CA3", home("CA3"), kind("axo-axonic")),
    _model("phrases", "models of CA1 pyramidal cells", word("cell_types", "CA1 pyramidal")),
    _model("phrases", "dentate gyrus granule cell model", word("cell_types", "Dentate gyrus granule")),
    # synonyms
    _morph("synonyms", "cornu ammonis 1", home("CA1")),
    _morph("synonyms", "DG granule cell", home("DG"), kind("granule")),
    _morph("synonyms", "fascia dentata", home("DG")),
    _morph("synonyms", "chandelier cell", kind("chandelier", "axo-axonic")),
    _morph("synonyms", "O-LM", kind("oriens-lacunosum moleculare", "olm")),
    _morph("synonyms", "OLM interneuron", kind("oriens-lacunosum moleculare", "olm")),
    _type("synonyms", "chandelier", kind("axo-axonic")),
    _type("synonyms", "parvalbumin", marker("PV")),
    _type("synonyms", "SST", marker("SOM")),
    _type("synonyms", "cholecystokinin interneurons", marker("CCK"), interneuron),
    _type("synonyms", "PV-negative", value("negative_markers", "PV")),
    _model("synonyms", "HCN", value("channels", "I h")),
    _model("synonyms", "H-current", value("channels", "I h")),
    _model("synonyms", "delayed rectifier", value("channels", "I K")),
    _model("synonyms", "GABA-A", value("receptors", "GabaA")),
    # species
    _morph("species", "rat", RAT),
    _morph("species", "rats", RAT),
    _morph("species", "Rattus norvegicus", RAT),
    _morph("species", "mice", MOUSE),
    _morph("species", "Mus musculus granule cells", MOUSE, kind("granule")),
    _morph("species", "murine interneurons", MOUSE, interneuron),
    _morph("species", "human", value("species", "human")),
    _morph("species", "Homo sapiens", value("species", "human")),
    _morph("species", "guinea pigs", value("species", "guinea pig")),
    _morph("species", "domestic pig DG", value("species", "domestic pig"), home("DG")),
    _morph("species", "spiny rat", value("species", "proechimys")),
    _morph("species", "rat CA3 pyramidal", RAT, home("CA3"), PYRAMIDAL),
    # direction
    _pair("direction", "CA3 to CA1", connects(home("CA3"), home("CA1"))),
    _pair("direction", "CA3 → CA1", connects(home("CA3"), home("CA1"))),
    _pair("direction", "CA3-CA1", connects(home("CA3"), home("CA1"))),
    _pair("direction", "from DG granule cells to CA3", connects(both(home("DG"), kind("granule")), home("CA3"))),
    _pair("direction", "DG -> CA3 pyramidal", connects(home("DG"), both(home("CA3"), kind("pyramidal")))),
    _pair("direction", "from CA3 pyramidal to CA1 basket", connects(both(home("CA3"), PYRAMIDAL), both(home("CA1"), BASKET))),
    _pair("direction", "CA1 pyramidal to subiculum", connects(both(home("CA1"), PYRAMIDAL), home("SUB"))),
    _pair("direction", "EC to DG", connects(home("EC"), home("DG"))),
    _pair("direction", "inputs to CA1 basket cells", connects(ANY, both(home("CA1"), BASKET))),
    _pair("direction", "targets of CA3 pyramidal cells", connects(both(home("CA3"), PYRAMIDAL), ANY)),
    _pair("direction", "basket cells onto pyramidal cells in CA1", connects(BASKET, both(PYRAMIDAL, home("CA1")))),
    _pair("direction", "CA1 from CA3", connects(home("CA3"), home("CA1"))),
    _pair("direction", "dentate gyrus to CA3 not basket", connects(both(home("DG"), no(BASKET)), both(home("CA3"), no(BASKET)))),
    _pair("direction", "inhibitory CA1 connections", both(side("presynaptic", interneuron), either(side("presynaptic", home("CA1")), side("postsynaptic", home("CA1"))))),
    # slips of typing
    _morph("typos", "pyrmidal CA1", home("CA1"), PYRAMIDAL),
    _morph("typos", "granuel cell", kind("granule")),
    _morph("typos", "interneruon mouse", interneuron, MOUSE),
    _morph("typos", "dentate gyurs", home("DG")),
    _morph("typos", "chandeleir", kind("chandelier")),
    _morph("typos", "subiculm", home("SUB")),
    _morph("typos", "baskt cell", BASKET),
    _type("typos", "parvalbumine", marker("PV")),
    _type("typos", "neuroglyaform", kind("neurogliaform")),
    _type("typos", "entorhinal cortx", home("EC")),
    _type("typos", "inhibitry CA3", home("CA3"), interneuron),
    _model("typos", "pyramidial CA3", word("cell_types", "CA3 pyramidal")),
    # words of filters
    _morph("filters", "male", value("gender", "Male")),
    _morph("filters", "female mouse", value("gender", "Female"), MOUSE),
    _morph("filters", "young rat", value("age_classification", "young"), RAT),
    _morph("filters", "adult mice", value("age_classification", "adult"), MOUSE),
    _morph("filters", "in vitro rat CA1", value("protocol", "in vitro"), RAT, home("CA1")),
    _morph("filters", "in vivo", value("protocol", "in vivo")),
    _morph("filters", "Wistar rats", value("strain", "Wistar")),
    _morph("filters", "Sprague-Dawley", value("strain", "Sprague-Dawley")),
    _morph("filters", "biocytin CA3", value("stain", "biocytin"), home("CA3")),
    _morph("filters", "complete axon", FULL_AXON),
    _morph("filters", "male young rat CA1 basket cells with complete axon", value("gender", "Male"), RAT, home("CA1"), BASKET,
           FULL_AXON, value("age_classification", "young")),
    _morph("filters", "old male mice", value("age_classification", "old"), value("gender", "Male"), MOUSE),
    _morph("filters", "neonatal", value("age_classification", "neonatal")),
    _morph("filters", "CA1 not pyramidal", home("CA1"), no(PYRAMIDAL)),
    _type("filters", "inhibitory", interneuron),
    _type("filters", "excitatory CA3", excitatory, home("CA3")),
    _type("filters", "cNAC", value("etype", "cNAC")),
    _type("filters", "calbindin CA1", marker("CB"), home("CA1")),
    _type("filters", "VIP interneurons", marker("VIP"), interneuron),
    _model("filters", "NMDA", value("receptors", "NMDA")),
    _model("filters", "Realistic Network", value("model_types", "Realistic Network")),
    _model("filters", "Synaptic Plasticity", either(value("model_concepts", "Synaptic Plasticity"), word("name", "synaptic plasticity"))),
)  # fmt: skip


def truth_of(query: Judged, records: Sequence[Json]) -> set[str]:
    """The identifiers of the records that are right."""
    return {one["id"] for one in records if one["type"] == query.data_type and query.rule(one)}


__all__ = ["Judged", "each", "judged_queries", "truth_of"]
