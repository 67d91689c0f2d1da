"""Names on the shared engine: handed out, and made clean again when their test is over.

To make the indices of a hub costs the engine half a second; a hub that starts with nothing takes those of an earlier
test, emptied.
"""

import uuid
from collections.abc import Callable

import requests

from chalicelib.json_types import Json
from chalicelib.store.opensearch.mappings import VERSION
from chalicelib.store.opensearch.names import NOTHING

AT_ONCE = 4  # tests whose leftovers are cleaned in one go
given: list[str] = []  # every prefix that was handed out and is not clean again
_over: list[str] = []
_clean: list[str] = []


def new_prefix() -> str:
    """One under which nothing is."""
    given.append(f"test{uuid.uuid4().hex[:8]}-")
    return given[-1]


def prepared_prefix() -> str:
    """One under which nothing is, or all that a hub prepares and no record, run or mark."""
    if not _clean:
        return new_prefix()
    given.append(_clean.pop())
    return given[-1]


def forget(prefixes: list[str], engine: Callable[[], str]) -> None:
    """These are no longer used by anybody: clean them on the `engine`, many at a time."""
    for one in prefixes:
        given.remove(one)
    _over.extend(prefixes)
    if len(_over) >= AT_ONCE:
        _empty(engine(), _over)
        _clean.extend(_over)
        _over.clear()


def _empty(url: str, prefixes: list[str]) -> None:
    """Delete what runs made, and the documents of what a hub prepares (an index of no run, and those about runs)."""
    mine = [f"{one}*" for one in prefixes]
    kept = [f"-{one}{kind}" for one in prefixes for kind in ("harvest-*", f"*-{NOTHING}-{VERSION}")]
    requests.delete(f"{url}/{','.join([*mine, *kept])}", timeout=60).raise_for_status()
    about = f"{url}/{','.join(f'{one}harvest-*' for one in prefixes)}"
    requests.post(f"{about}/_refresh", timeout=60).raise_for_status()
    all_of_them: Json = {"query": {"match_all": {}}}
    answer = requests.post(f"{about}/_delete_by_query", params={"refresh": "true"}, json=all_of_them, timeout=60)
    answer.raise_for_status()
    assert answer.json()["failures"] == []
