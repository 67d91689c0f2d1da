"""Reports on harvests: each provider's latest and served run, one run with its rejects and its diff, and freshness.

Freshness is the time since the served records were read from their source. A run from before `read_at` was recorded
counts from its start: its last update may be a rollback of yesterday, which would make old records look fresh.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Literal

from chalicelib.harvest.run import UNDER_WAY, timestamp
from chalicelib.json_types import Json
from chalicelib.providers.base import Provider
from chalicelib.store.opensearch.aliases import RunIndices
from chalicelib.store.opensearch.runs import RunStore

STALE_AFTER = timedelta(days=8)  # harvests start every Sunday: one may fail for a day
STUCK_AFTER = timedelta(hours=2)  # a step takes minutes; the queue gives a message up within the hour
Concern = Literal["stale", "stuck", "refused", "stalled", "failed"]
CONCERNS: tuple[Concern, ...] = ("stale", "stuck", "refused", "stalled", "failed")
INNER = frozenset(
    {"cursor", "profile", "kinds", "attempt", "requeued", "idle_pages", "most_announced", "becomes"}
)  # internal
DETAILS = frozenset({"rejects", "unfamiliar", "diff"})  # reported for one run only


class Reports:
    """Reads run documents for readers of the API and the command line."""

    def __init__(
        self,
        providers: Mapping[str, Provider],
        runs: RunStore,
        publisher: RunIndices,
        now: Callable[[], datetime],
        *,
        files: Callable[[str], Json] | None = None,
    ) -> None:
        self._providers, self._runs, self._publisher, self._now = providers, runs, publisher, now
        self._files = files  # how many morphology files of a provider are measured

    def latest(self) -> list[Json]:
        """Per provider: its latest run (None before the first), the run whose records are served, and their age."""
        return [self._of_provider(name, provider.index) for name, provider in self._providers.items()]

    def of(self, run: str) -> Json:
        """One run with its diff and all its rejects; raises RecordMissing."""
        found = self._runs.read(run).run
        return {**_public_run(found, INNER), "rejected": self._runs.rejects(found)}

    def _of_provider(self, provider: str, index: str) -> Json:
        latest, served = self._runs.under_way(provider), self._publisher.served_run(index, provider)
        shown = self._runs.read(served).run if served else None
        return {
            "provider": provider,
            "index": index,
            "latest": _public_run(self._runs.read(latest).run, INNER | DETAILS) if latest else None,
            "served": _public_run(shown, INNER | DETAILS) if shown else None,
            "freshness": self._freshness(shown) if shown else None,
            "morphologies": self._files(provider) if self._files else None,
        }

    def _freshness(self, served: Json) -> Json:
        """When the served records were read from their source, and their age in seconds."""
        read = _read_time(served)
        return {"read_at": timestamp(read), "age_seconds": round((self._now() - read).total_seconds())}


@dataclass(frozen=True)
class Freshness:
    """One provider: when its served records were read (None: none are), the state of its latest run, its concerns."""

    provider: str
    read_at: str | None
    age_hours: float | None
    latest: str | None
    concerns: tuple[Concern, ...]

    def as_json(self) -> Json:
        return {**asdict(self), "concerns": list(self.concerns)}

    @property
    def reason(self) -> str | None:
        """Why this provider's records are not to be relied on."""
        if self.age_hours is None:
            return f"{self.provider} serves nothing yet"
        if "stale" in self.concerns:
            return f"{self.provider} was read {self.age_hours / 24:.0f} days ago"
        return None


def assess_freshness(reports: Iterable[Json], now: datetime) -> list[Freshness]:
    """The freshness of each provider, from `Reports.latest()`."""
    return [_assess(report, now) for report in reports]


def providers_by_concern(found: Iterable[Freshness]) -> dict[str, list[str]]:
    """The providers that each concern names; every concern is listed."""
    known = list(found)
    return {concern: [one.provider for one in known if concern in one.concerns] for concern in CONCERNS}


def oldest_hours(found: Iterable[Freshness]) -> float:
    """The age of the oldest records served, in hours; 0 where nothing is served."""
    return max((one.age_hours for one in found if one.age_hours is not None), default=0)


def _public_run(run: Json, hidden: frozenset[str]) -> Json:
    shown = {name: value for name, value in run.items() if name not in hidden}
    counts = {reason: entry["count"] for reason, entry in run["rejects"].items()}
    return {**shown, "progress": _progress(run), "rejects": run["rejects"] if "rejects" not in hidden else counts}


def _progress(run: Json) -> float | None:
    """The share of the source that was read; None while its size is unknown."""
    if run.get("complete") or run["state"] == "published":
        return 1.0
    return round(min(1.0, run["counts"]["read"] / run["total"]), 3) if run["total"] else None


def _assess(report: Json, now: datetime) -> Freshness:
    served, latest = report["served"], report["latest"]
    read = _read_time(served) if served else None
    age = now - read if read else None
    state = latest["state"] if latest else None
    found: dict[Concern, bool] = {
        "stale": age is None or age > STALE_AFTER,
        "stuck": state in UNDER_WAY and now - _time(latest["updated_at"]) > STUCK_AFTER,
        "refused": state == "refused",
        "stalled": state == "stalled",
        "failed": state == "failed",
    }
    return Freshness(
        provider=report["provider"],
        read_at=timestamp(read) if read else None,
        age_hours=round(age / timedelta(hours=1), 1) if age is not None else None,
        latest=state,
        concerns=tuple(name for name in CONCERNS if found[name]),
    )


def _read_time(served: Json) -> datetime:
    return _time(served.get("read_at") or served["started_at"])


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)
