"""Papers as records name them: identifiers found wherever they stand, each paper once."""

import pytest

from chalicelib.citation.papers import PaperIndex, paper_of, papers_of


@pytest.mark.parametrize(
    ("named", "doi", "pmid"),
    [
        ({"label": "PMID 9497429", "url": "https://pubmed.ncbi.nlm.nih.gov/9497429/"}, "", "9497429"),
        ({"label": "A title", "url": "https://www.ncbi.nlm.nih.gov/pubmed/123"}, "", "123"),
        ({"label": "DOI 10.1016/S0306-4522(02)00305-6"}, "10.1016/S0306-4522(02)00305-6", ""),
        (
            {"label": "x", "url": "https://doi.org/10.1016/S0306-4522%2802%2900305-6"},
            "10.1016/S0306-4522(02)00305-6",
            "",
        ),
        ({"label": "x", "doi": "https://doi.org/10.1/not-read", "pmid": 12}, "10.1/not-read", "12"),
        ({"label": "No identifier at all"}, "", ""),
    ],
)
def test_identifiers_are_read_from_field_label_or_address(named, doi, pmid):
    paper = paper_of(named)
    assert (paper.doi, paper.pmid) == (doi, pmid)


def test_a_label_of_authors_and_year_is_no_title():
    paper = paper_of({"label": "Migliore M, Hoffman DA (1999)"})
    assert (paper.title, paper.authors, paper.year) == ("", ("Migliore M", "Hoffman DA"), 1999)


def test_a_label_that_is_an_identifier_is_no_title():
    assert paper_of({"label": "PMID 12", "url": "https://pubmed.ncbi.nlm.nih.gov/12/"}).title == ""


@pytest.mark.parametrize("authors", [["Doe J", "Roe R"], "Doe J, Roe R", "Doe J; Roe R"])
def test_authors_come_as_a_list_or_as_text(authors):
    assert paper_of({"label": "A title", "authors": authors}).authors == ("Doe J", "Roe R")


def test_a_doi_and_a_pmid_are_one_paper_where_a_source_pairs_them():
    index = PaperIndex()
    index.add(paper_of({"label": "DOI 10.1000/AB"}), "a")
    index.add(paper_of({"label": "PMID 5"}), "b")
    assert len(index) == 2
    index.add(paper_of({"label": "A title", "doi": "10.1000/ab", "pmid": "5"}), "c")
    (only,) = index
    assert (only.paper.doi.lower(), only.paper.pmid, only.paper.title) == ("10.1000/ab", "5", "A title")
    assert (only.records, only.first) == (3, ["a", "b", "c"])


def test_what_was_paired_once_stays_one_under_either_identifier():
    index = PaperIndex()
    index.add(paper_of({"label": "x", "doi": "10.1000/ab", "pmid": "5"}), "a")
    index.add(paper_of({"label": "PMID 5"}), "b")
    index.add(paper_of({"label": "DOI 10.1000/AB"}), "c")
    assert [one.records for one in index] == [3]


def test_a_connection_has_the_papers_of_both_its_sides_once():
    side = {"papers": [{"label": "PMID 1"}, {"label": "PMID 2"}]}
    found = papers_of({"presynaptic": side, "postsynaptic": {"papers": [{"label": "PMID 2"}]}})
    assert [one.pmid for one in found] == ["1", "2"]


def test_the_names_of_few_records_are_kept_and_all_are_counted():
    index = PaperIndex()
    for number in range(1000):
        index.add(paper_of({"label": "PMID 5"}), f"neuron-{number}")
    (only,) = index
    assert (only.records, len(only.first)) == (1000, 10)
