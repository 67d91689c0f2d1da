"""Citations in every format, read back by the libraries that read them."""

import json
import re

import pytest
import rispy
from bibtexparser.entrypoint import parse_string

from chalicelib.citation.csl import NO_PAPER, bibliography, name_of, record_citation
from chalicelib.citation.formats import FORMATS, bibtex, csl, ris, text
from chalicelib.citation.references import licence_address, references_of
from chalicelib.export.linked_data import data_set
from chalicelib.providers import PROVIDERS
from tests.citation.records import PAIRED, record

ADDRESS = "https://hub.example/records/neuromorpho-1"


@pytest.fixture
def items():
    return record_citation(record(papers=[PAIRED]), ADDRESS)


def test_a_record_is_cited_with_its_papers_and_what_its_source_asks_for(items):
    assert [one["id"] for one in items] == [
        "neuromorpho-1",
        "doi-10.1016/s0306-4522-28-02-29-00305-6",
        "source-neuromorpho",
        "doi-10.1096/fba.2024-00048",
    ]
    assert items[0]["URL"] == ADDRESS


def test_a_record_without_a_paper_says_so_in_every_format():
    items = record_citation(record(), ADDRESS)
    assert all(NO_PAPER in "".join(write(items)) for write in FORMATS.values())


def test_bibtex_is_ascii_that_a_parser_reads_back(items):
    written = "".join(bibtex(items))
    assert written.isascii()
    library = parse_string(written)
    assert not library.failed_blocks
    paper = library.entries[1]
    assert paper.entry_type == "article"
    assert paper["doi"] == PAIRED["doi"]
    assert paper["pmid"] == PAIRED["pmid"]
    assert paper["title"] == r"{A model of M\"uller \& S{\o}n's 50 \% of \{CA1\}\_x cells}"
    assert paper["author"] == r"M\"uller, A and O'Neill, R\'ois{\'\i}n and {Hippocampus Consortium 2}"


def test_issue_and_pages_are_told_as_each_format_wants_them(items):
    paper = parse_string("".join(bibtex(items))).entries[-1]
    assert (paper["volume"], paper["number"], paper["pages"]) == ("6", "7", "207--221")
    reference = rispy.loads("".join(ris(items)))[-1]
    assert (reference["number"], reference["start_page"], reference["end_page"]) == ("7", "207", "221")


def test_every_reference_that_terms_ask_for_names_all_its_authors():
    for provider in PROVIDERS.values():
        items = references_of({"provider": provider.name, "citation": provider.terms.citation, "licence": ""})
        papers = [one for one in items if "DOI" in one]
        assert all(
            len(one["author"]) >= 3 and {"title", "issued", "container-title", "volume"} <= one.keys() for one in papers
        )
        assert "others" not in "".join(text(items))


def test_ris_is_read_back(items):
    references = rispy.loads("".join(ris(items)))
    assert [one["type_of_reference"] for one in references] == ["DATA", "JOUR", "DATA", "JOUR"]
    assert references[1]["doi"] == PAIRED["doi"]
    assert references[1]["authors"][1] == "O'Neill, Róisín"


def test_csl_is_a_json_array_and_none_is_an_empty_one(items):
    assert json.loads("".join(csl(items))) == items
    assert json.loads("".join(csl([]))) == []


def test_a_text_is_one_line_each(items):
    lines = "".join(text(items)).splitlines()
    assert len(lines) == len(items)
    assert lines[1].startswith("Müller, A, O’Neill, R") or lines[1].startswith("Müller, A, O'Neill, R")
    assert "(1999)" in lines[1] and "https://doi.org/10.1016/S0306-4522(02)00305-6" in lines[1]


def test_many_records_cite_each_paper_once():
    pmid_only = {"label": "PMID 12204204", "url": "https://pubmed.ncbi.nlm.nih.gov/12204204/"}
    records = [record(1, papers=[PAIRED]), record(2, papers=[pmid_only]), record(3, papers=[pmid_only, PAIRED])]
    items = list(bibliography(records))
    assert [one["type"] for one in items] == ["article-journal", "dataset", "article-journal"]
    assert items[0]["note"] == "Named by neuromorpho-1, neuromorpho-2, neuromorpho-3"


def test_many_records_without_a_paper_are_one_entry_a_collection():
    items = list(bibliography([record(number) for number in range(1200)]))
    (entry,) = [one for one in items if NO_PAPER in one.get("note", "")]
    assert entry["title"] == "Turner: 1200 records"
    assert "and 1190 more records" in entry["note"]


def test_every_entry_has_a_key_of_its_own_that_bibtex_allows():
    papers = [{"label": f"DOI 10.1000/a{sign}b"} for sign in "()_-,<"]
    items = list(bibliography([record(papers=papers)]))
    keys = [one["id"] for one in items]
    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch(r"[A-Za-z0-9.:/_-]+", key) for key in keys)


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("Migliore M", {"family": "Migliore", "given": "M"}),
        ("van der Berg J. P.", {"family": "van der Berg", "given": "J. P."}),
        ("Migliore, Michele", {"family": "Migliore", "given": "Michele"}),
        ("The Consortium", {"literal": "The Consortium"}),
    ],
)
def test_names_are_taken_apart_where_their_form_says_how(author, name):
    assert name_of(author) == name


@pytest.mark.parametrize(
    ("licence", "address"),
    [
        ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC BY-NC-SA 4.0", "https://creativecommons.org/licenses/by-nc-sa/4.0/"),
        ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("Apache-2.0", "https://spdx.org/licenses/Apache-2.0.html"),
        ("https://example.org/terms", "https://example.org/terms"),
        ("none stated; cite the original papers", "https://hub.example/terms"),
    ],
)
def test_a_licence_has_an_address_else_the_terms_have(licence, address):
    known = record()
    known["provenance"] = {**known["provenance"], "licence": licence}
    assert licence_address(known, "https://hub.example/terms") == address


@pytest.mark.parametrize(
    ("doi", "address"),
    [
        ("10.1002/(SICI)1096(1996)368:1<1::AID-CNE1>3.0.CO;2-#", "10.1002/(SICI)1096(1996)368:1%3C1::AID-CNE1%3E3.0.CO;2-%23"),  # noqa: E501
        ("10.1016/S0306-4522(02)00305-6", "10.1016/S0306-4522(02)00305-6"),
        ("10.1000/a%b?c", "10.1000/a%25b%3Fc"),
    ],
)  # fmt: skip
def test_the_address_of_a_doi_is_a_valid_one_in_every_format_and_the_doi_itself_is_kept(doi, address):
    cited = record(papers=[{"label": "x", "doi": doi, "url": f"https://doi.org/{doi}"}])
    (item,) = [one for one in record_citation(cited, "https://hub.example/r") if one.get("DOI") == doi]
    assert item["URL"] == f"https://doi.org/{address}"
    (entry,) = parse_string("".join(bibtex([item]))).entries
    assert (entry["doi"], entry["url"]) == (doi, item["URL"])
    assert data_set(cited, "https://hub.example")["citation"][0]["@id"] == item["URL"]
