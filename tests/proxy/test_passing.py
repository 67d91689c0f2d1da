"""What is passed on and what comes back, over the played portals."""

import json
from urllib.parse import quote, unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.errors import BadInput, ForbiddenRequest, UnknownName
from chalicelib.proxy.forward import target_of
from chalicelib.proxy.model import Page
from tests.proxy.conftest import BASE, ask, proxy_over
from tests.support.secret_canary import CANARY

IRI = "http://purl.obolibrary.org/obo/UBERON_0003881"


def last(upstream):
    return upstream.log.all(source="portals")[-1]


def test_every_recorded_ontology_comes_back_as_it_was_recorded(recorded_proxy, recordings):
    for portal, file in (("agroportal", "agroportal-ontologies-2022"), ("ncbo", "bioportal-ontologies-2021")):
        raws = json.loads((recordings / "bioportal" / f"{file}.json").read_text(encoding="utf-8"))
        assert json.loads(ask(recorded_proxy, f"/portals/{portal}/ontologies").body) == raws
        for raw in raws[:20]:
            assert json.loads(ask(recorded_proxy, f"/portals/{portal}/ontologies/{raw['acronym']}").body) == raw


@pytest.mark.parametrize("path", ["/ontologies", "/portals/ncbo/ontologies", "/ncbobioportal/ontologies"])
@pytest.mark.parametrize("slash", ["", "/"])
def test_every_form_of_an_address_leads_to_the_same(proxy, upstream, path, slash):
    answer = ask(proxy, path + slash)
    assert (answer.status, len(json.loads(answer.body))) == (200, 3)
    assert last(upstream).path == "/portals/ncbo/ontologies"


def test_the_old_address_of_biblioportal_is_biblioportal(proxy):
    assert json.loads(ask(proxy, "/biblioportal/ontologies/BIBO").body)["acronym"] == "BIBO"


@pytest.mark.parametrize("spelled", [quote(IRI, safe=""), quote(IRI, safe="").lower(), quote(IRI, safe="%")])
def test_an_encoded_identifier_reaches_the_portal_as_one_segment(proxy, spelled):
    path = f"/ontologies/UBERON/classes/{spelled}"
    answer = ask(proxy, path)
    whole = spelled.count("/") == 0 and "UBERON" in spelled
    assert answer.status == (200 if whole else 404)


def test_parameters_reach_the_portal_whole(proxy, upstream):
    ask(proxy, "/search", q="a b&c=ü", ontologies=["A", "B"], empty="")
    assert last(upstream).query == "q=a+b%26c%3D%C3%BC&ontologies=A&ontologies=B&empty="


def test_paging_fields_stay_and_pages_can_be_followed(proxy):
    client = proxy.client("ncbo")
    first = client.get("/search", {"q": ["hippocamp"], "pagesize": ["20"]})
    assert isinstance(first, Page)
    second = client.next(first)
    assert isinstance(second, Page)
    assert (first.number, second.number, first.total_count) == (1, 2, second.total_count)
    assert client.previous(second).raw["collection"] == first.raw["collection"]
    pages = list(client.pages("/search", {"q": ["hippocamp"], "pagesize": ["20"]}))
    assert sum(len(page.as_collection()) for page in pages) == first.total_count


def test_a_link_to_elsewhere_is_not_followed(proxy, upstream):
    before = len(upstream.log.all())
    assert proxy.client("ncbo").follow("https://elsewhere.example/ontologies").as_error().status == 502
    assert len(upstream.log.all()) == before


def test_a_form_goes_on_as_a_form_and_json_as_json(proxy, upstream):
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert ask(proxy, "/annotator", "POST", body=b"text=a%20b&apikey=callers-own-key", headers=form).status == 200
    assert (last(upstream).method, last(upstream).body) == ("POST", "text=a+b")
    assert (
        ask(proxy, "/annotator", "POST", body=b'{"text": "x"}', headers={"content-type": "application/json"}).status
        == 200
    )
    assert last(upstream).body == '{"text": "x"}'


def test_accept_and_agent_go_on_cookies_and_hop_by_hop_headers_do_not(proxy, upstream):
    given = {
        "accept": "application/json;q=0.9",
        "user-agent": "me",
        "cookie": "a=b",
        "te": "x",
        "x-forwarded-for": "1.2.3.4",
    }
    ask(proxy, "/ontologies", headers=given)
    sent = last(upstream).headers
    assert (sent["accept"], sent["user-agent"]) == ("application/json;q=0.9", "me")
    assert not {"cookie", "te", "x-forwarded-for"} & set(sent)


@pytest.mark.parametrize(
    ("query", "headers", "sent"),
    [
        ({}, {}, f"apikey token={CANARY}"),
        ({"apikey": "callers-own-key"}, {}, "apikey token=callers-own-key"),
        ({"userapikey": "callers-own-key"}, {}, "apikey token=callers-own-key"),
        ({}, {"authorization": "apikey token=callers-own-key"}, "apikey token=callers-own-key"),
        ({}, {"authorization": "Bearer something-else"}, "Bearer something-else"),
    ],
)
def test_a_key_leaves_as_a_header_and_the_callers_own_comes_first(proxy, upstream, query, headers, sent):
    ask(proxy, "/ontologies", headers=headers, **query)
    assert last(upstream).headers["authorization"] == sent
    assert "key" not in last(upstream).query


def test_no_key_is_lent_where_one_is_in_the_body(proxy, upstream):
    body = b'{"text": "CA1", "apikey": "callers-own-key"}'
    ask(proxy, "/annotator", "POST", body=body, headers={"content-type": "application/json"})
    assert "authorization" not in last(upstream).headers


def test_our_key_is_lent_for_reading_only(proxy, upstream):
    answer = ask(proxy, "/ontologies", "POST", body=b"{}", headers={"content-type": "application/json"})
    assert answer.status == 401
    assert "authorization" not in last(upstream).headers


def test_a_key_can_lie_in_the_parameter_store(upstream):
    ask(proxy_over(upstream.url, keys="ssm:/portal/key"), "/ontologies")
    assert last(upstream).headers["authorization"] == "apikey token=/PORTAL/KEY"


def test_a_portal_without_a_key_says_so_itself(upstream):
    answer = ask(proxy_over(upstream.url, keys=""), "/ontologies")
    assert answer.status == 401
    assert json.loads(answer.body)["status"] == 401


@pytest.mark.parametrize(
    ("path", "status"),
    [("/ontologies/NO_SUCH", 404), ("/ontologies/NO_SUCH/submissions", 422), ("/search", 400), ("/annotator", 400)],
)
def test_a_portals_error_keeps_its_form_and_its_status(proxy, path, status):
    answer = ask(proxy, path)
    assert answer.status == status
    assert json.loads(answer.body)["status"] == status


@pytest.mark.parametrize("path", ["/ontologies/UBERON/download", "/ontologies/UBERON/submissions/320/download"])
def test_a_download_is_left_at_the_portal(proxy, path):
    answer = ask(proxy, path, download_format="rdf", apikey="callers-own-key")
    assert answer.status == 302
    assert answer.headers["Location"].endswith(f"/portals/ncbo{path}?download_format=rdf")


def test_a_form_of_the_portals_own_is_left_there_and_json_is_ours(proxy):
    assert ask(proxy, "/ontologies", format="xml").status == 302
    assert ask(proxy, "/ontologies", callback="f").status == 302
    assert ask(proxy, "/ontologies", headers={"accept": "application/xml"}).status == 302
    assert ask(proxy, "/ontologies", format="json").status == 200


def test_links_lead_through_the_proxy_where_that_is_set(upstream):
    proxy = proxy_over(upstream.url, rewrite_links=True)
    found = json.loads(ask(proxy, "/portals/ncbo/ontologies/UBERON").body)
    assert found["links"]["classes"] == f"{BASE}/portals/ncbo/ontologies/UBERON/classes"
    assert found["@id"] == "https://data.bioontology.org/ontologies/UBERON"
    page = json.loads(ask(proxy, "/search", q="hippocamp", pagesize="5").body)
    assert (
        page["links"]["nextPage"] == f"{BASE}/portals/ncbo/search?q=hippocamp&pagesize=5&page=2"
    )  # /search is the hub's
    old = json.loads(ask(proxy, "/ncbobioportal/search", q="hippocamp", pagesize="5").body)
    assert old["links"]["nextPage"].startswith(f"{BASE}/ncbobioportal/search?")


def test_links_stay_as_they_are_where_it_is_not(proxy):
    found = json.loads(ask(proxy, "/ontologies/UBERON").body)
    assert found["links"]["classes"] == "https://data.bioontology.org/ontologies/UBERON/classes"


@pytest.mark.parametrize("path", ["/portals/nonsense/ontologies", "/portals", "/users/me", "/portals/ncbo/admin", "/"])
def test_what_no_portal_shows_is_unknown(proxy, path):
    with pytest.raises(UnknownName):
        ask(proxy, path)


@pytest.mark.parametrize(
    "path", ["/ontologies/A/../../etc", "/ontologies/%2e%2E/x", "/ontologies/a%00", "/ontologies/a\\b"]
)
def test_a_path_that_leaves_its_place_is_refused(proxy, path):
    with pytest.raises(BadInput):
        ask(proxy, path)


@settings(max_examples=60, deadline=None)
@given(iri=st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_any_identifier_means_the_same_to_the_portal_in_whatever_spelling(iri):
    for spelled in (quote(iri, safe=""), "".join(f"%{one:02x}" for one in iri.encode())):
        path = target_of(f"/ontologies/X/classes/{spelled}", {})
        assert unquote(path.split("/")[4]) == iri
        assert path.count("/") == 4


@settings(max_examples=60, deadline=None)
@given(
    path=st.lists(st.text(st.characters(codec="utf-8"), min_size=1, max_size=8), max_size=4),
    query=st.dictionaries(st.text(max_size=6), st.lists(st.text(max_size=8), min_size=1, max_size=2), max_size=3),
)
def test_no_path_and_no_parameter_breaks_it_or_leaves_the_portal(played, path, query):
    proxy = proxy_over(played.url)
    played.log.clear()
    asked = "/portals/sifr/" + "/".join(["ontologies", *(quote(one, safe="") for one in path)])
    try:
        answer = ask(proxy, asked, **{f"q{name}": values for name, values in query.items()})
    except (BadInput, UnknownName, ForbiddenRequest):
        return
    assert answer.status in (200, 302, 404, 422)
    assert all(one.path.startswith("/portals/sifr/ontologies") for one in played.log.all())
