"""OntoBiotope as AgroPortal would have answered it in 2017, written by hand after what is publicly known of it."""

PLACE = "http://data.agroportal.lirmm.fr/ontologies/ONTOBIOTOPE"
DESCRIPTION = (
    "OntoBiotope is an ontology of microorganism habitats. Its modeling principle and its lexicon reflect the biotope"
    " classification used by biologists to describe microorganism isolation sites (e.g. GenBank, GOLD, ATCC)."
    " OntoBiotope is"
    " developed and maintained by the Meta-omics of Microbial Ecosystems (MEM) network in which 30 microbiologists"
    " from INRA"
    " (French National Institute for Agricultural Research) from all fields of applied microbiology participate. The"
    " relevance"
    " of OntoBiotope terms is evaluated through the PubMedBiotope semantic search engine. It identifies and categorizes"
    " microbial biotopes in all PubMed abstracts by applying the ToMap method (Text to Ontology Mapping) to the"
    " OntoBiotope ontology. It also indexes 3,35 millions relations between taxa and their habitats."
)
PAPER = (
    "Robert Bossy, Wiktoria Golik, Zorana Ratkovic, Dialekti Valsamou, Philippe Bessières and Claire Nédellec."
    " Overview of the"
    " gene regulation network and the bacteria biotope tasks in BioNLP'13 shared task. BMC Bioinformatics 201516"
    " (Suppl 10):S1. Published: 23 June 2015 https://doi.org/10.1186/1471-2105-16-S10-S1"
)
ONTOBIOTOPE = {
    "ontology": {
        "acronym": "ONTOBIOTOPE",
        "name": "Ontobiotope",
        "@id": PLACE,
        "links": {"download": f"{PLACE}/download", "ui": "http://agroportal.lirmm.fr/ontologies/ONTOBIOTOPE"},
    },
    "submissionId": 2,
    "description": DESCRIPTION,
    "identifier": ["https://doi.org/10.15454/1.4382640528105164E12"],
    "version": "1.2.0",
    "creationDate": "2017-09-26T10:00:00.000+02:00",
    "released": "2017-09-26T00:00:00.000+02:00",
    "status": "production",
    "homepage": "http://agroportal.lirmm.fr/ontologies/ONTOBIOTOPE",
    "contact": [{"name": "Nedellec, Claire", "email": "claire.nedellec@jouy.inra.fr"}],
    "hasOntologyLanguage": "SKOS",
    "hasOntologySyntax": "Text",
    "metrics": {"individuals": 2320, "classes": 0},
    "hasLicense": "https://creativecommons.org/licenses/by-sa/4.0/",
    "publication": [PAPER],
    "hasFormalityLevel": "http://w3id.org/nkos/nkostype#ontology",
    "prefLabelProperty": "http://www.w3.org/2004/02/skos/core#prefLabel",
    "synonymProperty": "http://www.w3.org/2004/02/skos/core#altLabel",
    "hierarchyProperty": "http://www.w3.org/2004/02/skos/core#broader",
    "naturalLanguage": ["http://lexvo.org/id/iso639-3/eng"],
    "@id": f"{PLACE}/submissions/2",
    "@type": "http://data.bioontology.org/metadata/OntologySubmission",
    "links": {"metrics": f"{PLACE}/submissions/2/metrics"},
}
