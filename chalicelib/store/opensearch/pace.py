"""A pace that all processes keep together: when the next request to a host may leave, in one document a host.

Four workers that each kept a portal's pause asked it 64 times a second, where its terms say 15. A process reserves the
next free moments with a conditional write; whoever is second reads again. Moments are seconds since 1970, by each
process's own clock, which the machines of a cloud keep to within milliseconds. What a clock that is ahead has written
counts as written now, and no moment is reserved further ahead than `MOST_AHEAD`: neither a wrong clock nor a flood of
requests closes a host to others.
"""

import random
import time
from collections.abc import Callable

from opensearchpy import OpenSearch
from opensearchpy.exceptions import ConflictError, NotFoundError

from chalicelib.errors import EngineDown, SourceBusy
from chalicelib.json_types import Json
from chalicelib.store.opensearch.client import engine_errors
from chalicelib.store.opensearch.names import Names

TRIES = 30  # conditional writes; with a dozen processes a few are enough
MOST_AHEAD = 6.0  # seconds; who finds more requests waiting is turned away
SKEW = 1.0  # seconds by which clocks may differ
BACKOFF = 0.02  # seconds at most between two of them


class SharedPace:
    """Reserves moments for requests; one instance a process."""

    def __init__(
        self,
        client: OpenSearch,
        names: Names,
        *,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._client, self._index, self._clock, self._sleep = client, names.runs, clock, sleep

    def reserve(self, host: str, pause: float, count: int) -> float:
        """Reserve `count` moments, `pause` seconds apart; the seconds from now until the first.

        Raises SourceBusy where that would be more than `MOST_AHEAD`, EngineDown.
        """
        for _ in range(TRIES):
            now = self._clock()
            next_at, condition = self._read(f"pace-{host}", now)
            first = max(now, next_at)
            if first > now + MOST_AHEAD:
                raise SourceBusy(f"{host} is asked as often as it may be; the next moment is {first - now:.0f} s away.")
            try:
                self._write(f"pace-{host}", now, first + count * pause, condition)
            except ConflictError:
                self._sleep(random.uniform(0, BACKOFF))
            else:
                return first - now
        raise EngineDown(f"No moment for a request to {host} could be reserved in {TRIES} tries.")

    def _read(self, name: str, now: float) -> tuple[float, Json]:
        """When the next request may leave, by the clock that says `now`, and the version that this was read at."""
        try:
            with engine_errors():
                found = self._client.get(index=self._index, id=name)
        except NotFoundError as error:
            if error.error == "index_not_found_exception":  # a write would create it, with a mapping of its own making
                raise EngineDown("The engine has not been prepared yet.") from error
            return 0.0, {}
        version = {"if_seq_no": found["_seq_no"], "if_primary_term": found["_primary_term"]}
        next_at = float(found["_source"]["next_at"])
        at = float(found["_source"].get("at", next_at))  # when it was written
        return (next_at if at <= now + SKEW else now + next_at - at), version

    def _write(self, name: str, now: float, next_at: float, condition: Json) -> None:
        """Raises ConflictError where another process was faster; an upsert would merge into what that one wrote."""
        body: Json = {"run": name, "at": now, "next_at": next_at}
        with engine_errors():
            self._client.index(index=self._index, id=name, body=body, params=condition or {"op_type": "create"})
