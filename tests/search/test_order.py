"""Results in the order of a number: every record once, on however many pages, and those without the number last."""

import pytest

FOUND = "/search/dataset?data_type=morphology&facets=none&size=50"


def read_all(api, sort):
    records, cursor = [], ""
    while True:
        page = api.get(f"{FOUND}&sort={sort}{cursor}").json
        records += page["items"]
        if not page["next"]:
            return records, page["total"]
        cursor = f"&cursor={page['next']}"


@pytest.mark.parametrize(("sort", "down"), [("soma_surface", False), ("-soma_surface", True)])
def test_a_number_orders_all_pages_and_what_has_none_comes_last(api, sort, down):
    records, total = read_all(api, sort)
    values = [one.get("soma_surface") for one in records]
    known = [one for one in values if one is not None]
    assert len({one["id"] for one in records}) == len(records) == total
    assert 0 < len(known) < total
    assert values == sorted(known, reverse=down) + [None] * (total - len(known))


def test_a_number_that_the_type_does_not_have_is_no_order_of_it(api):
    answer = api.get("/search/dataset?data_type=connection&sort=soma_surface")
    assert (answer.status_code, answer.json["field"]) == (400, "sort")
    assert "name" in answer.json["allowed"]
