"""A run's document: what it is at the start, and what a page changes in it."""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Literal

from chalicelib.records import Json, Page, Reject

State = Literal["running", "loaded", "published", "replaced", "withdrawn", "refused", "failed", "stalled", "dropped"]
SAMPLES = 5  # rejects shown per reason in the run's own document; all are in the rejects index


def begun(provider: str, index: str, run: str, now: datetime) -> Json:
    """The document of a run that has read nothing yet."""
    return {
        "run": run,
        "provider": provider,
        "index": index,
        "state": "running",
        "step": 0,
        "cursor": None,
        "total": None,
        "counts": {"read": 0, "indexed": 0, "unchanged": 0, "rejected": 0},
        "rejects": {},
        "unfamiliar": {},
        "requests": 0,
        "bytes": 0,
        "retries": 0,
        "seconds": 0.0,
        "started_at": stamp(now),
        "updated_at": stamp(now),
        "reasons": [],
    }


def after(run: Json, page: Page, late: list[Reject], asked: Json, now: datetime, *, unchanged: int = 0) -> Json:
    """The document after `page`; `late` are records that the index refused, `asked` what the page cost.

    `unchanged` of the indexed records are those that are served already.
    """
    rejects = [*page.rejects, *late]
    counts = run["counts"]
    return {
        **run,
        "state": "loaded" if page.next is None else "running",
        "step": run["step"] + 1,
        "cursor": page.next,
        "total": page.total if page.total is not None else run["total"],
        "counts": {
            "read": counts["read"] + page.read,
            "indexed": counts["indexed"] + len(page.records) - len(late),
            "unchanged": counts.get("unchanged", 0) + unchanged,
            "rejected": counts["rejected"] + len(rejects),
        },
        "rejects": _counted(run["rejects"], rejects),
        "unfamiliar": dict(Counter(run["unfamiliar"]) + Counter(page.unfamiliar)),
        "requests": run["requests"] + asked["requests"],
        "bytes": run["bytes"] + asked["bytes"],
        "retries": run["retries"] + asked["retries"],
        "seconds": round(run["seconds"] + asked["seconds"], 3),
        "updated_at": stamp(now),
    }


def ended(run: Json, state: State, now: datetime, reasons: Iterable[str] = ()) -> Json:
    """The document of a run that is over, with why it ended this way."""
    return {**run, "state": state, "reasons": list(reasons), "updated_at": stamp(now), "finished_at": stamp(now)}


def run_name(now: datetime) -> str:
    """`20261124t101500123456z`: runs sort by age, and the name fits an index's."""
    return now.astimezone(UTC).strftime("%Y%m%dt%H%M%S%fz")


def stamp(now: datetime) -> str:
    return now.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _counted(known: Json, rejects: list[Reject]) -> Json:
    counted = {reason: dict(entry) for reason, entry in known.items()}
    for reject in rejects:
        entry = counted.setdefault(reject.reason, {"count": 0, "samples": []})
        entry["count"] += 1
        if len(entry["samples"]) < SAMPLES:
            entry["samples"] = [*entry["samples"], {"id": reject.id, "detail": reject.detail}]
    return counted
