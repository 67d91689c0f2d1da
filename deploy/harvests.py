"""The first harvests of a new stage: started as the schedule starts them, and watched through the API."""

import json
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import requests

from deploy.settings import NotDeployable

EVERY = 5.0  # seconds between two looks, or tries


def start(client: Any, function: str, *, tries: int = 1, sleep: Callable[[float], None] = time.sleep) -> None:
    """One run per provider, by the event that the schedule sends; raises NotDeployable when the function fails in all
    tries.
    """
    event = {
        "version": "0",
        "id": "00000000-0000-0000-0000-000000000000",
        "detail-type": "Scheduled Event",
        "source": "aws.events",
        "account": function.split(":")[4],
        "time": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "region": function.split(":")[3],
        "resources": [],
        "detail": {},
    }
    for left in range(tries - 1, -1, -1):
        answer = client.invoke(FunctionName=function, Payload=json.dumps(event))
        if "FunctionError" not in answer:
            return
        if not left:
            raise NotDeployable(f"The harvests did not start: {answer['Payload'].read().decode()[:500]}")
        sleep(EVERY)


def all_served(url: str) -> bool:
    """Whether every source's records are there already."""
    runs = _runs(url)
    return bool(runs) and all(run["served"] for run in runs)


def watch(url: str, seconds: float, say: Callable[[str], None], *, sleep: Callable[[float], None] = time.sleep) -> bool:
    """Tell each change of a run until one is served, for `seconds` at most; True when one is."""
    end, known = time.monotonic() + seconds, dict[str, str]()
    while True:
        runs = _runs(url)
        for run in runs:
            state = _describe(run)
            if known.get(run["provider"]) != state:
                say(f"  {run['provider']:<14}{state}")
            known[run["provider"]] = state
        if any(run["served"] for run in runs):
            return True
        if time.monotonic() > end:
            return False
        sleep(EVERY)


def _runs(url: str) -> list[dict[str, Any]]:
    """The report of each provider; none before the first harvest has made the engine ready."""
    answer = requests.get(f"{url}harvests", timeout=35)
    return list(answer.json()["harvests"]) if answer.ok else []


def _describe(run: dict[str, Any]) -> str:
    latest = run["latest"]
    if not latest:
        return "not begun"
    return f"{latest['state']}, {latest['counts']['read']} of {latest['total'] or '?'} read"
