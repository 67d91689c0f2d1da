"""A run's document: what it is at the start, and what a page changes in it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Literal

from chalicelib.json_types import Json
from chalicelib.records import Page, Reject

State = Literal[
    "running",  # reads page after page
    "loaded",  # has read all; the gate comes next
    "publishing",  # is being shown; doing it again finishes it
    "failed",  # stopped by an error; the next step goes on from its cursor
    "published",
    "replaced",  # was published until another run was
    "rolled_back",  # was published until it was rolled back
    "refused",  # by the gate
    "dry_run",  # a dry run: all was done but the publishing
    "stalled",  # given up after too many attempts without progress
    "dropped",
]
UNDER_WAY = ("running", "loaded", "publishing", "failed")
OVER = ("published", "replaced", "rolled_back", "refused", "dry_run", "stalled", "dropped")
SAMPLES = 5  # rejects shown per reason in the run's own document; all are in the rejects index


def begun(
    provider: str, index: str, run: str, now: datetime, *, dry: bool = False, rebuilds: str | None = None
) -> Json:
    """The document of a run that has read nothing yet; a `dry` one is never published, `rebuilds` is a run to be copied."""
    return {
        "run": run,
        "provider": provider,
        "index": index,
        "state": "running",
        "dry": dry,
        "rebuilds": rebuilds,
        "outcome": None,
        "complete": False,  # all of its source is in its index
        "step": 0,
        "cursor": None,
        "total": None,
        "counts": {"read": 0, "indexed": 0, "rejected": 0, "unchanged": 0},
        "rejects": {},
        "unfamiliar": {},
        "kinds": {},
        "requests": 0,
        "bytes": 0,
        "retries": 0,
        "seconds": 0.0,
        "started_at": stamp(now),
        "updated_at": stamp(now),
        "read_at": None,  # when its source told the last of what it holds
        "reasons": [],
        "attempt": 0,  # of all steps together; makes each message one of its own
        "requeued": 0,  # times since the last progress
    }


def after(run: Json, page: Page, late: list[Reject], asked: Json, now: datetime, *, unchanged: int = 0) -> Json:
    """The document after `page`; `late` are records that the index refused, `asked` what the page cost.

    `unchanged` of the indexed records are those that are served already.
    """
    rejects = [*page.rejects, *late]
    counts = run["counts"]
    return {
        **run,
        **_progress(run, page.next, now),
        "total": page.total if page.total is not None else run["total"],
        "counts": {
            **counts,
            "read": counts["read"] + page.read,
            "indexed": counts["indexed"] + len(page.records) - len(late),
            "unchanged": counts.get("unchanged", 0) + unchanged,
            "rejected": counts["rejected"] + len(rejects),
        },
        "rejects": _counted(run["rejects"], rejects),
        "unfamiliar": dict(Counter(run["unfamiliar"]) + Counter(page.unfamiliar)),
        "kinds": _summed(run["kinds"], page.kinds),
        "requests": run["requests"] + asked["requests"],
        "bytes": run["bytes"] + asked["bytes"],
        "retries": run["retries"] + asked["retries"],
        "seconds": round(run["seconds"] + asked["seconds"], 3),
        "read_at": stamp(now),
    }


def copied(run: Json, read: int, refused: list[Reject], cursor: Json | None, now: datetime) -> Json:
    """The document of a rebuild after a page of `read` stored records, of which the index `refused` some."""
    counts = run["counts"]
    return {
        **run,
        **_progress(run, cursor, now),
        "counts": {
            **counts,
            "read": counts["read"] + read,
            "indexed": counts["indexed"] + read - len(refused),
            "rejected": counts["rejected"] + len(refused),
        },
        "rejects": _counted(run["rejects"], refused),
    }


def ended(run: Json, state: State, now: datetime, reasons: Iterable[str] = ()) -> Json:
    """The document of a run that is over, with why it ended this way."""
    end = {"updated_at": stamp(now), "finished_at": stamp(now)}
    return {**run, "state": state, "outcome": state, "reasons": list(reasons), **end}


def run_name(now: datetime) -> str:
    """`20261124t101500123456z`: runs sort by age, and the name fits an index's."""
    return now.astimezone(UTC).strftime("%Y%m%dt%H%M%S%fz")


def stamp(now: datetime) -> str:
    return now.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _progress(run: Json, cursor: Json | None, now: datetime) -> Json:
    return {
        "state": "running" if cursor is not None else "loaded",
        "complete": cursor is None,
        "step": run["step"] + 1,
        "cursor": cursor,
        "reasons": [],
        "requeued": 0,
        "updated_at": stamp(now),
    }


def _summed(known: Json, more: Mapping[str, Mapping[str, int]]) -> Json:
    return {name: dict(Counter(known.get(name, {})) + Counter(more.get(name, {}))) for name in {**known, **more}}


def _counted(known: Json, rejects: list[Reject]) -> Json:
    counted = {reason: dict(entry) for reason, entry in known.items()}
    for reject in rejects:
        entry = counted.setdefault(reject.reason, {"count": 0, "samples": []})
        entry["count"] += 1
        if len(entry["samples"]) < SAMPLES:
            entry["samples"] = [*entry["samples"], {"id": reject.id, "detail": reject.detail}]
    return counted
