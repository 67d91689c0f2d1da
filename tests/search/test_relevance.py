"""The judged queries over our samples: rankings and whole answers."""

import pytest

from benchmarks.relevance.measures import mean, score
from benchmarks.relevance.queries import judged_queries, truth_of
from chalicelib.search.query import Query


@pytest.fixture(scope="module")
def scores(full_hub):
    records = [one for index in ("dataset", "model") for one in full_hub.search.matching(Query(index=index))]
    judged = [(query, truth) for query in judged_queries(records) if (truth := truth_of(query, records))]
    return {(query.kind, query.text): score(_answer(full_hub, query), truth) for query, truth in judged}


def _answer(hub, query):
    asked = Query(index=query.index, data_type=query.data_type, text=query.text, size=1000)
    return [one["id"] for one in hub.search.page(asked, base="")["items"]]


def test_a_hundred_queries_of_ten_kinds_are_judged(scores):
    assert len(scores) >= 100
    assert len({kind for kind, _ in scores}) == 10


def test_no_query_is_empty_that_has_an_answer(scores):
    assert [name for name, one in scores.items() if one.empty] == []


def test_rankings_and_whole_answers_are_right(scores):
    found = mean(list(scores.values()))
    assert found.ndcg >= 0.95
    assert found.precision >= 0.9
    assert found.recall >= 0.95
