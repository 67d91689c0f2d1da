"""Papers: identifiers in every spelling become links, lists are taken apart, what identifies nothing stays as text."""

import pytest

from chalicelib.providers.papers import Identifiers, distinct, identify, pair_papers, paper_of, papers_in

SICI = "10.1002/(SICI)1521-3951(199911)216:1<135::AID-PSSB135>3.0.CO;2-#"


@pytest.mark.parametrize(
    ("spelling", "doi"),
    [
        ("10.1234/abc.4", "10.1234/abc.4"),
        ("https://doi.org/10.1234/ABC.5", "10.1234/abc.5"),
        ("doi:10.1234/abc.6", "10.1234/abc.6"),
        ("DOI: 10.1234/abc.6", "10.1234/abc.6"),
        ("doi10.1234/abc.6", "10.1234/abc.6"),
        ("http://dx.doi.org/10.1234/abc.7", "10.1234/abc.7"),
        (" 10.1234/abc.8 ", "10.1234/abc.8"),
        ("https://www.doi.org/10.1234/abc.9.", "10.1234/abc.9"),
        ("https://doi.org/10.1234%2Fabc", "10.1234/abc"),
        ("doi:https://doi.org/10.1234/abc", "10.1234/abc"),
        ("https://doi.org/doi:10.1234/abc", "10.1234/abc"),
        ("info:doi/10.1234/abc", "10.1234/abc"),
        ("(10.1234/abc)", "10.1234/abc"),
        ("[doi: 10.1234/abc]", "10.1234/abc"),
        ("10.1234/abc.1)", "10.1234/abc.1"),
        ("10.1234/abc.1?download=true", "10.1234/abc.1"),
        ("https://doi.org/10.1234/abc.1#sec1", "10.1234/abc.1"),
        ("10.1016/0306-4522(95)00352-L", "10.1016/0306-4522(95)00352-l"),
        (SICI, SICI.lower()),
        ("https://doi.org/10.1002/%28SICI%291%3C2%3E3.0.CO%3B2-%23", "10.1002/(sici)1<2>3.0.co;2-#"),
    ],
)
def test_a_doi_is_recognised_in_every_spelling_and_nothing_beside_it_is_part_of_it(spelling, doi):
    paper = paper_of(spelling)
    assert (paper.doi, paper.pmid, paper.pmcid) == (doi, None, None)
    assert paper.url and paper.url.startswith("https://doi.org/10.")


@pytest.mark.parametrize(
    "spelling",
    [
        "16946239",
        "[16946239]",
        "PMID: 16946239",
        "PMID16946239",
        "pubmed:16946239",
        "PubMed ID 16946239.",
        "https://pubmed.ncbi.nlm.nih.gov/16946239/?from=x",
        "pubmed.ncbi.nlm.nih.gov/16946239",
        "http://www.ncbi.nlm.nih.gov/pubmed/16946239",
        "https://europepmc.org/article/MED/16946239",
    ],
)
def test_a_pubmed_number_is_recognised_in_every_spelling(spelling):
    assert identify(spelling) == Identifiers(pmid="16946239")
    assert paper_of(spelling).url == "https://pubmed.ncbi.nlm.nih.gov/16946239/"


@pytest.mark.parametrize(
    "spelling",
    [
        "pmc1234567",
        "PMC 1234567",
        "PMCID 1234567",
        "PMCID: PMC1234567",
        "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1234567/",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/pdf/x.pdf",
        "https://europepmc.org/articles/PMC1234567",
    ],
)
def test_an_article_of_pubmed_central_is_no_pubmed_number(spelling):
    assert identify(spelling) == Identifiers(pmcid="PMC1234567")


@pytest.mark.parametrize(
    "text",
    [
        "in preparation",
        "-26",
        "0",
        "20261130123",
        "10.1234/abc in press",
        "DOI",
        "doi:",
        "PMID",
        "https://doi.org/",
        "https://www.ncbi.nlm.nih.gov/nuccore/16946239",
        "(" * 100_000,
    ],
)
def test_what_identifies_nothing_is_kept_as_text(text):
    assert [(one.label, one.url) for one in papers_in(text)] == [(text, None)]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("10.1234/a;10.1234/b", ["DOI 10.1234/a", "DOI 10.1234/b"]),
        ("10.1234/a, https://doi.org/10.1234/b", ["DOI 10.1234/a", "DOI 10.1234/b"]),
        ("16946239; 17000000", ["PMID 16946239", "PMID 17000000"]),
        ("PMID: 16946239 | PMC1234567", ["PMID 16946239", "PMCID PMC1234567"]),
        (SICI, [f"DOI {SICI}"]),
        ("10.1234/a;10.1234/b;doi: in preparation", ["10.1234/a;10.1234/b;doi: in preparation"]),
    ],
)
def test_a_list_in_one_text_is_several_papers(text, labels):
    assert [one.label for one in papers_in(text)] == labels


def test_two_lists_of_the_same_length_are_pairs_in_which_no_text_is_lost():
    [pair] = pair_papers(["16946239"], ["10.1234/a"])
    assert (pair.pmid, pair.doi, pair.url) == ("16946239", "10.1234/a", "https://doi.org/10.1234/a")
    found = pair_papers(["16946239", "1"], ["in preparation", "10.1234/b"])
    assert [one.label for one in found] == ["PMID 16946239", "in preparation", "PMID 1"]
    assert [one.doi for one in pair_papers(["1", "2"], ["10.1234/a;10.1234/b"])] == ["10.1234/a", "10.1234/b"]


def test_papers_that_share_an_identifier_are_one():
    assert len(pair_papers(["10.1234/ABC", "10.1234/abc"], [])) == 1
    found = distinct([*papers_in("PMID 1"), *papers_in("10.1234/a"), *pair_papers(["1"], ["10.1234/A"])])
    assert [(one.label, one.pmid, one.doi) for one in found] == [("PMID 1", "1", "10.1234/a")]
    assert [one.label for one in distinct([*papers_in("x"), *papers_in("y"), *papers_in("x")])] == ["x", "y"]
    assert [one.pmid for one in pair_papers(["1", "2"], ["10.1234/a", "10.1234/a"])] == ["1", "2"], "none is lost"
