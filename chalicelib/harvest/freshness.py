"""How fresh what is served is, and what somebody should look at: read from the reports of runs, told to alarms and to /ready."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Literal

from chalicelib.harvest.run import UNDER_WAY, stamp
from chalicelib.json_types import Json

STALE_AFTER = timedelta(days=8)  # harvests start every Sunday: one may fail for a day
STUCK_AFTER = timedelta(hours=2)  # a step takes minutes; the queue gives a message up within the hour
Concern = Literal["stale", "stuck", "refused", "stalled"]
CONCERNS: tuple[Concern, ...] = ("stale", "stuck", "refused", "stalled")


@dataclass(frozen=True)
class Freshness:
    """One provider: when what it serves was read (None: it serves nothing), the state of its latest run, and concerns."""

    provider: str
    read_at: str | None
    age_hours: float | None
    latest: str | None
    concerns: tuple[Concern, ...]

    def as_json(self) -> Json:
        return {**asdict(self), "concerns": list(self.concerns)}

    @property
    def reason(self) -> str | None:
        """Why this provider's records should not be relied on."""
        if self.age_hours is None:
            return f"{self.provider} serves nothing yet"
        if "stale" in self.concerns:
            return f"{self.provider} was read {self.age_hours / 24:.0f} days ago"
        return None


def freshness(reports: Iterable[Json], now: datetime) -> list[Freshness]:
    """Of each provider, from `Reports.latest()`."""
    return [_of(report, now) for report in reports]


def providers_by_concern(found: Iterable[Freshness]) -> dict[str, list[str]]:
    """The providers that each concern names; every concern is listed."""
    known = list(found)
    return {concern: [one.provider for one in known if concern in one.concerns] for concern in CONCERNS}


def oldest_hours(found: Iterable[Freshness]) -> float:
    """The age of the oldest records served, in hours; 0 where nothing is served."""
    return max((one.age_hours for one in found if one.age_hours is not None), default=0)


def _of(report: Json, now: datetime) -> Freshness:
    served, latest = report["served"], report["latest"]
    read = _time(served.get("read_at") or served["started_at"]) if served else None
    age = now - read if read else None
    state = latest["state"] if latest else None
    found: dict[Concern, bool] = {
        "stale": age is None or age > STALE_AFTER,
        "stuck": state in UNDER_WAY and now - _time(latest["updated_at"]) > STUCK_AFTER,
        "refused": state == "refused",
        "stalled": state == "stalled",
    }
    return Freshness(
        provider=report["provider"],
        read_at=stamp(read) if read else None,
        age_hours=round(age / timedelta(hours=1), 1) if age is not None else None,
        latest=state,
        concerns=tuple(name for name in CONCERNS if found[name]),
    )


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)
