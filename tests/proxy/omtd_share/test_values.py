"""Licences, languages, addresses and identifiers as portals write them."""

import csv
import json

import pytest
from iso639 import iter_langs

from chalicelib.proxy.omtd_share.languages import language_code
from chalicelib.proxy.omtd_share.licences import licence_of
from chalicelib.proxy.omtd_share.values import (
    address,
    clean,
    day,
    email,
    identify,
    is_placeholder,
    split_lists,
    web_address,
)

EU_PAGE = "https://op.europa.eu/en/web/eu-vocabularies/concept/-/resource?uri="


def test_every_licence_of_the_old_table_is_known_by_address_and_by_name(official):
    with (official / "mapping" / "license_URI-Name_Mapping.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))
    assert len(rows) > 30
    for licence, place, name in rows:
        assert licence_of(place)["licence"] == licence, place
        assert licence_of(f" {name.upper()} ")["licence"] == licence, name


def test_every_language_of_the_old_table_is_known(official):
    lines = (official / "mapping" / "lexvo-iso639-1.tsv").read_text(encoding="utf-8").splitlines()
    known = {code: language_code(place) for code, place in (line.split("\t") for line in lines if line.strip())}
    wrong = {code: found for code, found in known.items() if found != code}
    assert len(known) > 180
    assert set(wrong) <= {"sh"}, "the one that the schema refuses"


def test_most_recorded_licences_are_ones_that_the_schema_lists(recordings):
    file = recordings / "bioportal" / "agroportal-submissions-display-2025.json"
    given = [one["hasLicense"] for one in json.loads(file.read_text(encoding="utf-8")) if one.get("hasLicense")]
    known = [one for one in map(licence_of, given) if one["licence"] != "nonStandardLicenceTerms"]
    assert len(known) / len(given) > 0.87
    assert all("nonStandardLicenceTermsURL" in licence_of(one) for one in given if licence_of(one) not in known)


@pytest.mark.parametrize(
    ("given", "licence"),
    [
        ("http://creativecommons.org/licenses/by/4.0", "CC-BY-4.0"),
        ("https://www.creativecommons.org/licenses/by/4.0/legalcode", "CC-BY-4.0"),
        ("https://creativecommons.org/licenses/by-nc-sa/3.0/deed.fr", "CC-BY-NC-SA-3.0"),
        ("https://opensource.org/licenses/MIT", "MIT"),
        ("http://www.apache.org/licenses/LICENSE-2.0.html", "Apache-2.0"),
        ("https://creativecommons.org/licenses/by/3.0/fr/", "nonStandardLicenceTerms"),  # of France: another text
        ("https://example.org/licence", "nonStandardLicenceTerms"),
        ("all rights reserved", "nonStandardLicenceTerms"),
    ],
)
def test_addresses_of_a_licence_are_compared_by_what_tells_them_apart(given, licence):
    assert licence_of(given)["licence"] == licence


@pytest.mark.parametrize(
    ("given", "scheme", "text"),
    [
        ("https://dx.doi.org/10.1093/nar/gki062", "DOI", "10.1093/nar/gki062"),
        ("doi:10.1/2", None, None),
        ("Sayers EW. doi: 10.1093/nar/gkn741. Epub 2008", "DOI", "10.1093/nar/gkn741"),
        ("https://pubmed.ncbi.nlm.nih.gov/18940862/", "PMID", "18940862"),
        ("https://arxiv.org/abs/2101.00001", "arXiv", "2101.00001"),
        ("https://w3id.org/x", "PURL", "https://w3id.org/x"),
        ("ark:/12148/x", "ARK", "ark:/12148/x"),
        ("http://x.org/a b", None, None),
        ("http://[::1", None, None),
        ("a book", None, None),
    ],
)
def test_an_identifier_is_told_by_its_text(given, scheme, text):
    assert identify(given) == ((scheme, text) if scheme else None)


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("a, b,c", ["a", "b", "c"]),
        ("a; b, c", ["a; b", "c"]),
        ("a;b", ["a", "b"]),
        ("http://x/1,http://x/2 , https://x/3", ["http://x/1", "http://x/2", "https://x/3"]),
        ("http://x/a,b;c", ["http://x/a,b;c"]),
        (" , ;", [";"]),
        ("", []),
    ],
)
def test_a_list_in_one_text_is_taken_apart(given, found):
    assert split_lists([given]) == found


@pytest.mark.parametrize("given", ["a@b.org", " mailto:a@b.org ", "a.b+c@d-e.fr"])
def test_an_e_mail_address_is_one(given):
    assert email(given) == given.strip().removeprefix("mailto:")


@pytest.mark.parametrize("given", [None, "", "a", "@", "a@b", "a b@c.d", "a@b@c.d", "a\n@b.org", "x" * 200 + "@b.org"])
def test_what_is_no_e_mail_address_is_none(given):
    assert email(given) is None


def test_addresses_are_encoded_and_lose_their_keys():
    assert web_address("http://x.org/é?apikey=SECRET&a=1") == "http://x.org/%C3%A9?a=1"
    assert web_address("WWW.x.org") == "http://WWW.x.org"
    assert address("urn:x:y") == "urn:x:y"
    assert web_address("urn:x:y") is web_address("http:///x") is web_address("x" * 5000) is None
    assert clean({"a": ["my-secret-key"]}, ["my-secret-key"]) == {"a": ["***"]}


@pytest.mark.parametrize(
    ("given", "found"),
    [("2024-02-29T10:00:00Z", "2024-02-29"), ("2023-02-29", None), ("2024-13-01", None), ("", None), (None, None)],
)
def test_a_day_is_one_of_the_calendar(given, found):
    assert day(given) == found


@pytest.mark.parametrize(
    ("address", "licence"),
    [
        ("https://opensource.org/license/mit", "MIT"),
        ("https://opensource.org/license/apache-2-0/", "Apache-2.0"),
        ("http://publications.europa.eu/resource/authority/licence/CC_BYNCSA_4_0", "CC-BY-NC-SA-4.0"),
        ("http://publications.europa.eu/resource/authority/licence/CC0", "CC0-1.0"),
        ("http://publications.europa.eu/resource/authority/licence/ODC_BL", "ODbL-1.0"),
        ("https://spdx.org/licenses/GPL-3.0-or-later.html", "GPL-3.0"),
        ("http://spdx.org/licenses/MIT.json", "MIT"),
        ("http://www.opendefinition.org/licenses/odc-odbl", "ODbL-1.0"),
        ("https://opendefinition.org/licenses/cc-by/", "CC-BY-4.0"),
        ("GPL-3.0-only", "GPL-3.0"),
        ("http://publications.europa.eu/resource/authority/licence/AGPL_3_0", "nonStandardLicenceTerms"),
        ("CC-BY", "nonStandardLicenceTerms"),  # of no version
        ("http://publications.europa.eu/resource/authority/licence/CC_BYNC", "CC-BY-NC-4.0"),
        ("http://publications.europa.eu/resource/authority/licence/GNU_FDL_1_3", "GFDL-1.3"),
        (EU_PAGE + "http://publications.europa.eu/resource/authority/licence/CC_BY_4_0", "CC-BY-4.0"),
        (EU_PAGE + "http%3A%2F%2Fpublications.europa.eu%2Fresource%2Fauthority%2Flicence%2FCC0&lang=en", "CC0-1.0"),
        ("creativecommons.org/licenses/by/4.0/", "CC-BY-4.0"),
        ("www.creativecommons.org/licenses/by-sa/3.0", "CC-BY-SA-3.0"),
        ("<https://creativecommons.org/licenses/by/4.0/>", "CC-BY-4.0"),
        ("CC BY 4.0, see https://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0"),
        ("spdx:MIT", "MIT"),
        ("SPDX: CC-BY-4.0", "CC-BY-4.0"),
        ("SPDX-License-Identifier: Apache-2.0", "Apache-2.0"),
        ("License: MIT", "MIT"),
        ("Creative Commons Attribution 4.0 International (CC BY 4.0)", "CC-BY-4.0"),
        ("MIT License (MIT)", "MIT"),
        ("see license: ours", "nonStandardLicenceTerms"),
        ("example.org/licence", "nonStandardLicenceTerms"),
        ("(" * 1000 + "x.org/" * 1000, "nonStandardLicenceTerms"),
    ],
)
def test_a_licence_is_known_at_its_address_in_any_list(address, licence):
    assert licence_of(address)["licence"] == licence


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("mo", "ro"),
        ("mol", "ro"),
        ("iw", "he"),
        ("Ho-Chunk", "win"),
        ("Pa-Hng", "pha"),
        ("Mon", "mnw"),
        ("mon", "mn"),
        ("Eng", "en"),
        ("zh_Hant_TW", "zh"),
        ("Castellano", "es"),
        ("Farsi", "fa"),
        ("Mandarin", "cmn"),
        ("Bahasa Indonesia", "id"),
        ("Portuguese (Brazil)", "pt"),
        ("Brazilian Portuguese", "pt"),
        ("Simplified Chinese", "zh"),
        ("English [en]", "en"),
        ("French language", "fr"),
        ("anglais", "en"),
        ("日本語", "ja"),
        ("http://id.loc.gov/vocabulary/iso639-2/eng.html", "en"),
        ("http://id.loc.gov/vocabulary/iso639-1/de.json", "de"),
        (EU_PAGE + "http%3A%2F%2Fpublications.europa.eu%2Fresource%2Fauthority%2Flanguage%2FFRA", "fr"),
        ("lexvo.org/id/iso639-3/fra", "fr"),
        ("sh", None),  # split up
        ("xq", None),
        ("English of the wood", None),
        ("English and French", None),
        ("Klingon-ish", None),
        ("N/A", None),
        ("(" * 100_000, None),
        (" " * 1_000_000 + "x", None),
    ],
)
def test_a_language_is_known_by_code_name_or_address(text, code):
    assert language_code(text) == code


def test_every_english_name_with_a_hyphen_is_that_language():
    known = [one for one in iter_langs() if "-" in one.name and language_code(one.pt1 or one.pt3)]
    assert len(known) > 100
    assert {one.name: language_code(one.name) for one in known} == {one.name: one.pt1 or one.pt3 for one in known}


@pytest.mark.parametrize(
    "text",
    [
        *(
            "not available",
            "N/A",
            "n.a.",
            "n / a",
            "NA",
            "-",
            "?",
            "none.",
            "[none]",
            "_not_available_",
            "Not (yet) available",
        ),
        *("pending", "doi:not available", "DOI: pending", "https://doi.org/pending", "https://doi.org/", "no DOI yet"),
        *("N/A (not applicable)", "to be announced", "DOI to be assigned", "TBD", "will be added", "in preparation"),
        *("non disponible", "à venir", "nicht verfügbar", "10.xxxx/xxxx", "null", "currently unavailable"),
    ],
)
def test_a_text_that_says_there_is_nothing_is_a_placeholder(text):
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text",
    [
        *("GO", "MIR:00000006", "http://x.org/none", "urn:x:y", "in press", "information", "ID", "a", "10.1234/none"),
        *("NOT Ontology", "No rights reserved", "Non-commercial use only", "not available in shops", "x" * 100_000),
    ],
)
def test_a_text_that_says_something_is_none(text):
    assert not is_placeholder(text)
