"""Each kind of addition, as docs/proxy.md shows it, without a change to the core; and what holds for all that is
registered.
"""

import json
import re
from pathlib import Path
from types import ModuleType

import pytest

from chalicelib.errors import BadInput, WrongSettings
from chalicelib.proxy.dispatch import Dispatcher, Handler, PathPattern
from chalicelib.proxy.model import Failure, create
from chalicelib.proxy.output import Output, ResponseContext
from chalicelib.proxy.parameters import ParameterRule
from chalicelib.proxy.portals import PORTALS
from chalicelib.proxy.registries import GENERATORS, HANDLERS, PARAMETERS, POSTPROCESSORS, Registries
from tests.proxy.conftest import ask, proxy_over

DOCS = Path(__file__).parents[2] / "docs" / "proxy.md"
SAMPLES = [
    create(raw) for raw in ({"@id": "a", "links": {}}, [], [{"@id": "a"}], {"page": 1, "collection": []}, "a", None)
]


def example(title):
    """What a module of the documentation adds."""
    text = DOCS.read_text(encoding="utf-8").split(f"### {title}\n", 1)[1]
    found = re.search(r"```python\n(.*?)```", text, re.DOTALL)
    assert found
    module = ModuleType("example")
    exec(found.group(1), module.__dict__)
    return module.ADDED


def context():
    return ResponseContext(PORTALS["ncbo"], "https://hub.example", "https://hub.example", rewrite_links=True)


def test_a_handler_is_one_module_and_one_line(upstream):
    proxy = proxy_over(upstream.url, registries=Registries(handlers=(example("A request handler"), *HANDLERS)))
    assert ask(proxy, "/ontologies/NO_SUCH/size").status == 404
    assert ask(proxy, "/ontologies/UBERON").status == 200


def test_the_size_of_a_recorded_ontology(recorded):
    proxy = proxy_over(recorded.url, registries=Registries(handlers=(example("A request handler"), *HANDLERS)))
    answer = ask(proxy, "/portals/biblioportal/ontologies/ELTER_CL/size")
    assert json.loads(answer.body) == {"acronym": "ELTER_CL", "classes": 2}


def test_a_parameter_handler_is_one_module_and_one_line(upstream):
    proxy = proxy_over(upstream.url, registries=Registries(parameters=(example("A parameter handler"), *PARAMETERS)))
    found = json.loads(ask(proxy, "/ontologies/UBERON", fields="acronym").body)
    assert set(found) == {"acronym", "@id", "@type"}


def test_a_post_processor_is_one_module_and_one_line(upstream):
    added = {**POSTPROCESSORS, **example("A post-processor")}
    answer = ask(proxy_over(upstream.url, registries=Registries(postprocessors=added)), "/ontologies")
    assert answer.headers["X-Count"] == str(len(json.loads(answer.body)))


def test_a_format_is_one_module_and_one_line(upstream):
    proxy = proxy_over(upstream.url, registries=Registries(generators={**GENERATORS, **example("A format")}))
    answer = ask(proxy, "/ontologies", format="acronyms")
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.body.splitlines() == ["UBERON", "CL", "NCBITAXON"]


def test_a_format_of_some_addresses_is_refused_at_others(upstream):
    def whole(call):
        return call.client.get("/ontologies")

    rule = ParameterRule(("format",), values=("acronyms",), mandatory=True)
    handler = Handler("list", ("/ontologies",), whole, parameters=(rule,), generators=example("A format"))
    proxy = proxy_over(upstream.url, registries=Registries(handlers=(handler, *HANDLERS)))
    assert ask(proxy, "/ontologies", format="acronyms").body.startswith("UBERON")
    assert ask(proxy, "/ontologies").body.startswith("[")
    with pytest.raises(BadInput, match="acronyms"):
        ask(proxy, "/ontologies/UBERON", format="acronyms")


def test_what_a_rule_registers_holds_for_its_request_only(upstream):
    def loud(call, name, values):
        call.postprocessors["loud"] = lambda model, context: create({"loud": model.raw["acronym"]})
        call.generators["json"] = lambda model, context: Output(model.raw["loud"], status=202)
        del call.parameters[name]

    proxy = proxy_over(upstream.url, registries=Registries(parameters=(ParameterRule(("loud",), loud), *PARAMETERS)))
    answer = ask(proxy, "/ontologies/UBERON", loud="1")
    assert (answer.body, answer.status) == ("UBERON", 202)
    assert json.loads(ask(proxy, "/ontologies/UBERON").body)["acronym"] == "UBERON"


def test_a_mandatory_parameter_of_all_requests_is_asked_for(upstream):
    rule = ParameterRule(("who", "name"), mandatory=True)
    proxy = proxy_over(upstream.url, registries=Registries(parameters=(rule, *PARAMETERS)))
    assert ask(proxy, "/ontologies", name="me").status == 200
    with pytest.raises(BadInput, match="who"):
        ask(proxy, "/ontologies")


def test_a_mandatory_parameter_counts_as_given_though_another_rule_took_it_away(upstream):
    def taken(call, name, values):
        del call.parameters[name]

    rules = (ParameterRule(("who",), taken), ParameterRule(("who",), values=("me",), mandatory=True))
    proxy = proxy_over(upstream.url, registries=Registries(parameters=(*rules, *PARAMETERS)))
    assert ask(proxy, "/ontologies", who="me").status == 200
    assert upstream.log.all()[-1].query == ""


def handler(name, *paths, needs=()):
    return Handler(name, paths, lambda call: create(None), tuple(ParameterRule(one, mandatory=True) for one in needs))


@pytest.mark.parametrize(
    ("path", "given", "best"),
    [
        ("/ontologies/GO", {}, "one"),
        ("/ontologies/GO-PLUS", {}, "one"),
        ("/ontologies/GO/latest_submission", {}, "latest"),
        ("/ontologies/GO/latest_submission", {"format": ["x"]}, "formatted"),
        ("/ontologies/GO/latest_submission/more", {"format": ["x"]}, "all"),
        ("/ontologies", {}, "all"),
        ("/ontologies//latest_submission", {}, "all"),
        ("/more/ontologies/GO", {}, "all"),
    ],
)
def test_the_best_handler_has_most_parameters_then_most_literals_then_comes_first(path, given, best):
    known = (
        handler("all", "/{path+}"),
        handler("one", "/ontologies/{acronym}"),
        handler("also one", "/ontologies/{other}"),
        handler("latest", "/ontologies/{acronym}/latest_submission"),
        handler("formatted", "/ontologies/{acronym}/{part}", needs=(("format",),)),
    )
    assert Dispatcher(known).best(path, given).handler.name == best


@pytest.mark.parametrize(
    ("pattern", "path", "match"),
    [
        ("/ontologies/[A-Z]+/?", "/ontologies/GO", {}),
        ("/ontologies/[A-Z]+/?", "/ontologies/go", None),
        ("/ontologies/([A-Z]+)/submissions/([0-9]+)", "/ontologies/GO/submissions/12", {"1": "GO", "2": "12"}),
        (r"/ontologies/(?P<acronym>\w+)/(latest_submission)?", "/ontologies/GO", None),
        (r"/ontologies/(?P<acronym>\w+)(/latest_submission)?", "/ontologies/GO", {"acronym": "GO"}),
        ("/(ontologies|submissions)/[0-9]+", "/submissions/3", {"1": "submissions"}),
        ("/ontologies/{acronym}/submissions/[0-9]{1,3}", "/ontologies/GO/submissions/320", {"acronym": "GO"}),
        ("/ontologies/{acronym}/submissions/[0-9]{1,3}", "/ontologies/GO/submissions/3200", None),
        ("/ontologies/.+/x", "/ontologies/a%2Fb/x", {}),
        ("/ontologies/[^/]+", "/ontologies/a%2Fb", {}),
        ("^/ontologies/[A-Z]+$", "/ontologies/GO", {}),
        ("/?[a-z_]*/ontologies/[A-Z_0-9]+", "/ontologies/GO", {}),
        ("/[a-z]+(?!.)", "/ontologies", {}),
        ("/(?!submissions)[a-z]+", "/ontologies", {}),
        ("/(?!submissions)[a-z]+", "/submissions", None),
        (r"\A/ontologies/(?:GO|^x)?\w*\Z", "/ontologies/GO", {}),
        ("/ontologies$|^/submissions", "/submissions", {}),
        (r"/a\^b[$^]", "/a%5Eb%5E", {}),
        ("/a$/?", "/a", {}),
        ("/[^]/]x", "/^x", {}),
        (r"/(?P<one>\w)(?P=one)", "/aa", {"one": "a"}),
    ],
)
def test_a_pattern_may_be_a_regular_expression(pattern, path, match):
    assert PathPattern(pattern).match(path) == match


@pytest.mark.parametrize(
    "pattern",
    [
        "ontologies/[A-Z]+",
        "/ontologies/[A-Z]+/",
        "/ontologies/(",
        "/[^a-z]+$x",
        "",
        "/",
        "/a/{b}/",
        "/a/^b",
        r"/a/\Z",
        r"/a/\Ab",
        r"/a\Z.",
        "/a/$",
        "^",
        "$",
        "/a(?!.)b",
        "/a(?=b)c",
        "(?=/x)/a",
        "/a[^/]^",
    ],
)
def test_a_pattern_that_cannot_match_is_refused_when_it_is_registered(pattern):
    with pytest.raises(WrongSettings):
        Dispatcher((handler("wrong", pattern), handler("all", "/{path+}")))


def test_the_most_literal_of_regular_expressions_and_templates_wins():
    known = (
        handler("all", "/{path+}"),
        handler("number", "/ontologies/[A-Z]+/submissions/[0-9]+"),
        handler("one", "/ontologies/{acronym}/{part}/{number}"),
    )
    assert Dispatcher(known).best("/ontologies/GO/submissions/3", {}).handler.name == "number"
    assert Dispatcher(known).best("/ontologies/GO/submissions/x", {}).handler.name == "one"


def test_an_output_may_repeat_a_header(upstream):
    def twice(model, context):
        return Output("[]", headers={"Cache-Control": ["must-revalidate", "public"], "X-One": "1"})

    proxy = proxy_over(upstream.url, registries=Registries(generators={**GENERATORS, "twice": twice}))
    answer = ask(proxy, "/ontologies", format="twice")
    assert answer.headers["Cache-Control"] == ["must-revalidate", "public"]
    assert answer.headers["X-One"] == "1"


def test_a_pattern_hands_over_what_it_found_decoded():
    known = (handler("class", "/ontologies/{acronym}/classes/{iri}"),)
    found = Dispatcher(known).best("/ontologies/GO/classes/http%3A%2F%2Fx%2F1", {})
    assert found.match == {"acronym": "GO", "iri": "http://x/1"}


@pytest.mark.parametrize("name", POSTPROCESSORS)
def test_every_post_processor_takes_every_kind_of_model(name):
    for model in SAMPLES:
        assert not POSTPROCESSORS[name](model, context()).is_error


@pytest.mark.parametrize("name", GENERATORS)
def test_every_generator_writes_every_kind_of_model(name):
    for model in (*SAMPLES, Failure.of("no", 404)):
        made = GENERATORS[name](model, context())
        assert made.body
        assert "/" in made.media_type


def test_handlers_have_names_of_their_own_and_one_takes_everything():
    assert len({one.name for one in HANDLERS}) == len(HANDLERS)
    assert Dispatcher(HANDLERS).best("/anything/at/all", {}).handler.paths == ("/{path+}",)
    assert all(re.fullmatch(r"(/[\w.-]+|/\{\w+\})*(/\{\w+\+\})?", path) for one in HANDLERS for path in one.paths)
    assert len({rule.title for rule in PARAMETERS}) == len(PARAMETERS)
