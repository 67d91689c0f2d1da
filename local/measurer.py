"""The worker that measures morphology files on a local stack: a process of its own, begun again when a file ends it.

What is asked for comes first; between two looks nothing is done. It takes the place of the queue of a deployment.
"""

import sys
import time
from typing import Final

from chalicelib.config import from_environment
from chalicelib.errors import HubError
from chalicelib.harvest.run import OVER
from chalicelib.json_types import Json
from chalicelib.measuring.work import drive
from chalicelib.wiring import Services

PAUSE: Final = 1.0  # seconds between two looks at a hub that has nothing to measure
BATCH_SECONDS: Final = 2.0  # of one provider, before the next one has its turn


def measure_all(hub: Services) -> int:
    """A batch of every provider, its results published where that is due; how many records were looked at."""
    done = 0
    for provider in hub.providers:
        try:
            done += drive(hub.measuring.work, provider, lambda run: finish(hub, run), seconds=BATCH_SECONDS)
        except HubError as error:
            print(f"{provider}: {error.detail}", file=sys.stderr, flush=True)
    return done


def finish(hub: Services, run: Json) -> Json:
    """Take a run that publishes measures to its end."""
    while run["state"] not in OVER:
        run = hub.harvest.step(run["run"])
    return run


def main() -> None:
    hub = Services(from_environment())
    while True:
        if not measure_all(hub):
            time.sleep(PAUSE)


if __name__ == "__main__":
    main()
