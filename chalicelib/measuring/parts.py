"""The parts that measure, put together from the hub's own; none is built before it is used."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Final

from chalicelib.json_types import Json
from chalicelib.measuring.one_file import FetchMeasures, FileMeasurer
from chalicelib.measuring.queue import MeasureQueue
from chalicelib.measuring.results import Results
from chalicelib.measuring.work import Measuring
from chalicelib.providers.neuromorpho_measures import fetch_measures
from chalicelib.store.opensearch.measurements import Measurements

FETCHERS: Final[Mapping[str, FetchMeasures]] = {"neuromorpho": fetch_measures}  # sources that publish measures


class MeasuringParts:
    """`measurements`, `results`, `work` and `queue` of one hub."""

    def __init__(self, hub: Any) -> None:
        self._hub = hub

    @cached_property
    def measurements(self) -> Measurements:
        return Measurements(self._hub.client, self._hub.names)

    @cached_property
    def results(self) -> Results:
        return Results(self.measurements)

    @cached_property
    def work(self) -> Measuring:
        hub = self._hub
        measurer = FileMeasurer(hub.file_cache, hub.files, hub.clients.for_file, FETCHERS)
        return Measuring(hub.providers, hub.client, self.measurements, hub.publisher, measurer, hub.harvest)

    @cached_property
    def queue(self) -> MeasureQueue:
        config = self._hub.config
        parts = (lambda: self.work, lambda: self._hub.aws("sqs"), config.measure_queue_url, self._send)
        return MeasureQueue(*parts, dead_url=config.measure_dead_queue_url)

    def _send(self, run: Json) -> None:
        """Queue a run that publishes measures: it is harvested like any other."""
        self._hub.queue.send(run)
