"""One ontology as a document, a portal as an archive, through the API's own routes."""

import csv
import io

from lxml import etree

from tests.proxy.omtd_share.conftest import archive, parsed, submission, texts
from tests.proxy.omtd_share.submissions import HOMES, ontology
from tests.support.secret_canary import CANARY

NAME = "lexicalConceptualResourceInfo/identificationInfo/resourceNames/resourceName"
VERSION = "lexicalConceptualResourceInfo/versionInfo/version"
LOCATION = "lexicalConceptualResourceInfo/distributionInfos/datasetDistributionInfo/distributionLocation"
XML = {"format": "omtd-share"}
PLACES = ("", "/portals/ncbo", "/ncbobioportal")


def rows(found):
    return {one["acronym"]: one for one in csv.DictReader(io.StringIO(found.read("REPORT.csv").decode("utf-8-sig")))}


def test_one_ontology_is_one_document_at_every_address(api, playing, schema):
    client = api(playing(bioportal=[submission("GO", 3, home=HOMES["bioportal"], version="3.1")]).url)
    for place in PLACES:
        for end in ("", "/", "/latest_submission", "/latest_submission/", "/submissions/3"):
            answer = client.get(f"{place}/ontologies/GO{end}", query_string=XML)
            document = parsed(answer)
            assert answer.mimetype == "application/xml"
            schema.assertValid(document)
            assert (texts(document, NAME), texts(document, VERSION)) == (["The GO ontology"], ["3.1"])


def test_every_portal_exports_in_its_own_language(api, upstream, schema):
    client = api(upstream.url)
    for portal, acronym, language in (
        ("agroportal", "AGROVOC", "en"),
        ("sifr", "CISP-2", "fr"),
        ("biblioportal", "BIBO", "en"),
    ):
        document = parsed(client.get(f"/portals/{portal}/ontologies/{acronym}", query_string=XML))
        schema.assertValid(document)
        assert document.find(".//{*}resourceName").get("lang") == language
        assert f"{acronym}.xml" in archive(client.get(f"/portals/{portal}/ontologies", query_string=XML)).namelist()


def test_each_submission_has_a_document_of_its_own(api, playing):
    client = api(playing(submission("A", 1, version="old"), submission("A", 2, version="new")).url)
    for end, version in (
        ("", "new"),
        ("/latest_submission", "new"),
        ("/submissions/1", "old"),
        ("/submissions/2", "new"),
    ):
        document = parsed(client.get(f"/portals/agroportal/ontologies/A{end}", query_string=XML))
        assert texts(document, VERSION) == [version]
    old = parsed(client.get("/portals/agroportal/ontologies/A/submissions/1", query_string=XML))
    assert texts(old, LOCATION) == ["https://data.agroportal.lirmm.fr/ontologies/A/submissions/1/download"]


def test_acronyms_are_matched_whole(api, playing):
    client = api(playing(submission("GO"), submission("GO-PLUS"), submission("suicideo")).url)
    for acronym in ("GO", "GO-PLUS", "suicideo"):
        document = parsed(client.get(f"/portals/agroportal/ontologies/{acronym}", query_string=XML))
        assert texts(document, NAME) == [f"The {acronym} ontology"]
    for wrong in ("GO-", "GO_PLUS", "go", "G", "GO%2FPLUS"):
        assert client.get(f"/portals/agroportal/ontologies/{wrong}", query_string=XML).status_code == 404


def test_a_portal_is_an_archive_at_every_address(api, playing, schema):
    raws = [submission(one, home=HOMES["bioportal"]) for one in ("GO", "GO-PLUS", "UBERON")]
    client = api(playing(bioportal=raws).url)
    for path in ("/ontologies", "/submissions", "/ontologies/"):
        for place in PLACES:
            found = archive(client.get(f"{place}{path}", query_string=XML))
            assert sorted(found.namelist()) == ["GO-PLUS.xml", "GO.xml", "REPORT.csv", "UBERON.xml"]
    for name in ("GO-PLUS.xml", "GO.xml", "UBERON.xml"):
        schema.assertValid(etree.fromstring(found.read(name)))
    assert {one["exported"] for one in rows(found).values()} == {"yes"}


def test_the_report_says_what_is_missing_and_why(api, playing):
    known = [ontology("A"), ontology("EMPTY"), ontology("SECRET", viewingRestriction="private")]
    secret = submission("SECRET", of={"viewingRestriction": "private"})
    client = api(playing(submission("A"), secret, ontologies=known).url)
    found = archive(client.get("/portals/agroportal/ontologies", query_string=XML))
    report = rows(found)
    assert sorted(found.namelist()) == ["A.xml", "REPORT.csv"]
    assert {name: one["exported"] for name, one in report.items()} == {"A": "yes", "EMPTY": "no", "SECRET": "no"}
    assert "submission" in report["EMPTY"]["reason"]
    assert "not accessible" in report["SECRET"]["reason"]
    assert "licence" in report["A"]["defaults"]


REFUSED = [
    ("/ontologies/NO_SUCH", 404, "acronym"),
    ("/ontologies/NO_SUCH/latest_submission", 404, "acronym"),
    ("/ontologies/A/submissions/99", 404, "submissionId"),
    ("/ontologies/A/submissions/x", 404, "submissionId"),
    ("/ontologies/EMPTY", 404, "no submission"),
    ("/ontologies/SECRET", 403, "not accessible"),
    ("/ontologies/SECRET/submissions/1", 403, "not accessible"),
    ("/ontologies/A/submissions", 400, "omtd-share"),
    ("/ontologies/A/classes", 400, "omtd-share"),
    ("/search", 400, "omtd-share"),
]


def test_what_cannot_be_exported_is_an_error_that_says_why(api, playing):
    known = [ontology("A"), ontology("EMPTY"), ontology("SECRET", viewingRestriction="private")]
    client = api(playing(submission("A"), ontologies=known).url)
    for path, status, word in REFUSED:
        answer = client.get(f"/portals/agroportal{path}", query_string=XML)
        assert (answer.status_code, word in answer.text) == (status, True), (path, answer.text)
        assert "json" in answer.mimetype


def test_what_a_submission_says_of_its_ontology_goes_before_what_the_list_says(api, playing):
    other = ontology("A", name="An older name", hasDomain=["Soil"])
    client = api(playing(submission("A"), ontologies=[other]).url)
    alone = client.get("/portals/agroportal/ontologies/A", query_string=XML)
    assert texts(parsed(alone), NAME) == ["The A ontology"]
    assert parsed(alone).findtext(".//{*}domain") == "Soil"
    assert archive(client.get("/portals/agroportal/ontologies", query_string=XML)).read("A.xml") == alone.data


def test_defaults_are_told_beside_the_document(api, playing):
    answer = api(playing(submission("A")).url).get("/portals/agroportal/ontologies/A", query_string=XML)
    told = answer.headers["X-Defaults"].split("; ")
    assert "lexicalConceptualResourceType" in told
    assert not [one for one in told if "description" in one]


def test_no_key_is_in_anything_that_goes_out_or_is_kept(api, playing):
    keyed = f"https://data.agroportal.lirmm.fr/categories/X?apikey={CANARY}&x=1"
    raw = submission(
        "A", homepage=keyed, description=f"By {CANARY}: {keyed}", hasDomain=[keyed], publication=[keyed, CANARY]
    )
    client = api(playing(raw, submission("B")).url)
    own = {"Authorization": f"apikey token={CANARY}"}
    for path in ("ontologies/A", "ontologies/A/submissions/1"):
        for headers in ({}, own):
            assert CANARY not in client.get(f"/portals/agroportal/{path}", query_string=XML, headers=headers).text
        assert CANARY not in client.get(f"/portals/agroportal/{path}?format=omtd-share&apikey={CANARY}").text
    for headers in ({}, own):
        answer = client.get("/portals/agroportal/ontologies", query_string=XML, headers=headers)
        found = archive(answer)
        assert CANARY not in str(answer.headers)
        assert all(CANARY.encode() not in found.read(name) for name in found.namelist())
    assert "apikey=" not in found.read("A.xml").decode()
