"""A run's document: how it begins, how a page changes it, how it ends."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from chalicelib.json_types import Json
from chalicelib.providers.page import Page
from chalicelib.records import Reject

State = Literal[
    "running",  # reads page after page
    "loaded",  # has read everything; the gate comes next
    "publishing",  # the alias is being swapped; repeating the step completes it
    "failed",  # stopped by an error; the next step resumes at its cursor
    "published",
    "replaced",  # was published until another run was
    "rolled_back",  # was published until it was rolled back
    "refused",  # by the gate
    "dry_run",  # a dry run: everything but publishing was done
    "stalled",  # given up after too many attempts without progress
    "dropped",
]
UNDER_WAY = ("running", "loaded", "publishing", "failed")
OVER = ("published", "replaced", "rolled_back", "refused", "dry_run", "stalled", "dropped")
MAX_IDLE_PAGES = 3  # without anything new
SAMPLES = 5  # rejects per reason in the run's own document; the rejects index has all of them


@dataclass(frozen=True)
class LoadedPage:
    """A page in the run's index: `refused` by the index, `cost` at the source, `unchanged` since the served run."""

    page: Page
    refused: list[Reject]
    cost: Json
    unchanged: int = 0

    @property
    def rejects(self) -> list[Reject]:
        return [*self.page.rejects, *self.refused]

    @property
    def loaded(self) -> int:
        """The records that the index took."""
        return len(self.page.records) - len(self.refused)

    @property
    def rejected(self) -> frozenset[str]:
        """What was rejected under an identifier of its own and is no duplicate."""
        own = (one for one in self.rejects if one.reason != "duplicate identifier")
        return frozenset(one.id for one in own if not one.id.startswith("position "))


def new_run(
    provider: str, index: str, run: str, now: datetime, *, dry: bool = False, rebuilds: str | None = None
) -> Json:
    """The document of a run that has read nothing; a `dry` run is never published, `rebuilds` names a run to copy."""
    return {
        "run": run,
        "provider": provider,
        "index": index,
        "state": "running",
        "dry": dry,
        "rebuilds": rebuilds,
        "mapping": None,  # the version under which its records were mapped
        "outcome": None,
        "complete": False,  # its index holds the whole source
        "step": 0,
        "cursor": None,
        "total": None,  # as the source announced it last
        "most_announced": 0,  # the highest total, as records may go while pages are read
        "counts": {"read": 0, "indexed": 0, "rejected": 0, "unchanged": 0},
        "rejects": {},
        "unfamiliar": {},
        "kinds": {},
        "requests": 0,
        "bytes": 0,
        "retries": 0,
        "seconds": 0.0,
        "started_at": timestamp(now),
        "updated_at": timestamp(now),
        "read_at": None,  # when the last page was read
        "reasons": [],
        "attempt": 0,  # over all steps; makes the deduplication id of each message unique
        "requeued": 0,  # times since the last progress
        "idle_pages": 0,  # in a row that brought nothing new
    }


def advance_run(run: Json, loaded: LoadedPage, now: datetime, *, is_new: bool = True) -> Json:
    """The document after a page was loaded.

    A page that brings nothing new (neither a record nor a reject that no page before had) is no progress: the
    watchdog's clock goes on, and `MAX_IDLE_PAGES` in a row end the run.
    """
    page, counts, rejects = loaded.page, run["counts"], loaded.rejects
    idle = 0 if page.next is None or is_new else run.get("idle_pages", 0) + 1
    advanced = {
        **run,
        **_progress(run, page.next, now),
        "idle_pages": idle,
        "total": page.total if page.total is not None else run["total"],
        "most_announced": max(page.total or 0, run.get("most_announced") or 0),
        "counts": {
            **counts,
            "read": counts["read"] + page.read,
            "indexed": counts["indexed"] + loaded.loaded,
            "unchanged": counts.get("unchanged", 0) + loaded.unchanged,
            "rejected": counts["rejected"] + len(rejects),
        },
        "rejects": _count_rejects(run["rejects"], rejects),
        "unfamiliar": dict(Counter(run["unfamiliar"]) + Counter(page.unfamiliar)),
        "kinds": _add_kinds(run["kinds"], page.kinds),
        **{name: run[name] + loaded.cost[name] for name in ("requests", "bytes", "retries")},
        "seconds": round(run["seconds"] + loaded.cost["seconds"], 3),
        "read_at": timestamp(now),
    }
    if idle:
        advanced |= {"updated_at": run["updated_at"], "requeued": run["requeued"]}
    if idle >= MAX_IDLE_PAGES:
        reason = f"{idle} pages in a row brought nothing new, and the source announces more"
        return end_run(advanced, "stalled", now, [reason])
    return advanced


def advance_rebuild(run: Json, read: int, refused: list[Reject], cursor: Json | None, now: datetime) -> Json:
    """The document of a rebuild after `read` stored records, some of which the index `refused`."""
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
        "rejects": _count_rejects(run["rejects"], refused),
    }


def end_run(run: Json, state: State, now: datetime, reasons: Iterable[str] = ()) -> Json:
    """The document of a run that is over, with why it end_run this way."""
    end = {"updated_at": timestamp(now), "finished_at": timestamp(now)}
    return {**run, "state": state, "outcome": state, "reasons": list(reasons), **end}


def run_name(now: datetime) -> str:
    """`20261124t101500123456z`: sorts by age, and is valid in an index name."""
    return now.astimezone(UTC).strftime("%Y%m%dt%H%M%S%fz")


def timestamp(now: datetime) -> str:
    return now.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _progress(run: Json, cursor: Json | None, now: datetime) -> Json:
    return {
        "state": "running" if cursor is not None else "loaded",
        "complete": cursor is None,
        "step": run["step"] + 1,
        "cursor": cursor,
        "reasons": [],
        "requeued": 0,
        "updated_at": timestamp(now),
    }


def _add_kinds(known: Json, more: Mapping[str, Mapping[str, int]]) -> Json:
    return {name: dict(Counter(known.get(name, {})) + Counter(more.get(name, {}))) for name in {**known, **more}}


def _count_rejects(known: Json, rejects: list[Reject]) -> Json:
    counted = {reason: dict(entry) for reason, entry in known.items()}
    for reject in rejects:
        entry = counted.setdefault(reject.reason, {"count": 0, "samples": []})
        entry["count"] += 1
        if len(entry["samples"]) < SAMPLES:
            entry["samples"] = [*entry["samples"], {"id": reject.id, "detail": reject.detail}]
    return counted
