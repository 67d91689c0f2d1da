"""All ontologies of a portal as one ZIP in S3: <acronym>.xml each, and REPORT.csv, which says what was left out, defaulted, and why.

Made batch by batch: a page of the portal's submissions, several documents at a time. Whoever asks for the archive goes on where
the last one stopped (progress.py). Quirk  a page may fail because of one submission in it: then each is asked for by itself
"""

import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from itertools import islice
from typing import Any
from urllib.parse import quote

import orjson

from chalicelib.json_types import Json
from chalicelib.proxy.credentials import without_keys
from chalicelib.proxy.forward import PortalClient
from chalicelib.proxy.model import Collection, Failure, Item
from chalicelib.proxy.omtd_share.exporter import Document, Exporter, Invalid, OutOfTime, Validate
from chalicelib.proxy.omtd_share.listing import BATCH, FIELDS, first_page, noted, ontologies, ontology_of
from chalicelib.proxy.omtd_share.packing import packed
from chalicelib.proxy.omtd_share.progress import EXPORTED, Progress, State
from chalicelib.proxy.omtd_share.values import cleaned
from chalicelib.store.s3.objects import Files

WORKERS = 4  # documents made at a time, each with a few questions to the portal
LOOKED_EVERY = 0.5  # seconds, while somebody else works
_NO_ACCESS = (401, 403, 429)  # asking again, or otherwise, does not help

Outcome = Document | Failure | str | None


@dataclass(frozen=True)
class Built:
    """The archive can be fetched at this link."""

    link: str


@dataclass(frozen=True)
class Pending:
    """So many of the portal's ontologies are done."""

    done: int
    total: int


@dataclass
class _Batch:
    """What to make documents of, by acronym (without a submission: it is still to be asked for), and the link that comes next."""

    submissions: dict[str, Item | None]
    next: str | None
    made: dict[str, Json] = field(default_factory=dict)
    unanswered: dict[str, Failure] = field(default_factory=dict)


class PortalExport:
    """One portal as one caller is shown it, and what of it `select` chooses. Times are in seconds since 1970."""

    def __init__(
        self,
        files: Files,
        client: PortalClient,
        validate: Validate | None = None,
        select: Mapping[str, list[str]] = {},
        *,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._client, self._validate, self._select = client, validate, dict(select)
        self._clock, self._sleep = clock, sleep
        shown = sha256(orjson.dumps([client.identity, sorted(self._select.items())])).hexdigest()[:32]
        self._progress = Progress(files, f"{client.portal.name}-{shown}", clock=clock)

    def go_on(self, deadline: float) -> Built | Pending | Failure:
        """The archive, or how far it is at the deadline, or the portal's error; raises StorageDown.

        A request to the portal that has begun is waited for.
        """
        while True:
            if link := self._progress.link():
                return Built(link)
            if self._progress.lease.claim():
                break
            if self._clock() + LOOKED_EVERY >= deadline:
                return self._pending(self._progress.load())
            self._sleep(LOOKED_EVERY)
        try:
            return self._work(deadline)
        finally:
            self._progress.lease.release()

    def _work(self, deadline: float) -> Built | Pending | Failure:
        state = self._progress.load() or self._begin()
        if isinstance(state, Failure):
            return state
        while state.unfinished and self._clock() < deadline:
            if failure := self._step(state, deadline):
                return failure
        if state.unfinished or self._clock() >= deadline:  # packing has a request's time before it
            return self._pending(state)
        for acronym in state.ontologies:
            state.outcomes.setdefault(acronym, "The portal shows no submission of it.")
        day = datetime.fromtimestamp(self._clock(), UTC).strftime("%Y-%m-%d")
        name = f"{self._client.portal.name}-omtd-share-{day}.zip"
        self._progress.finish(state, packed(state.outcomes, self._progress.documents(state)), name)
        link = self._progress.link()
        return Built(link) if link else self._pending(state)

    def _pending(self, state: State | None) -> Pending:
        return Pending(len(state.outcomes), len(state.ontologies)) if state else Pending(0, 0)

    def _begin(self) -> State | Failure:
        found = ontologies(self._client, self._select)
        if isinstance(found, Failure):
            return found
        state = State(self._clock(), found)
        self._progress.save(state)
        return state

    def _step(self, state: State, deadline: float) -> Failure | None:
        """Make the documents of one batch, as many as the deadline allows, and note them."""
        batch = self._batch(state)
        if isinstance(batch, Failure):
            return self._no_page(state, batch)
        settled = len(state.outcomes)
        for acronym, outcome in self._outcomes(batch, state, deadline):
            self._settle(state, batch, acronym, outcome)
        if batch.unanswered and len(state.outcomes) == settled:
            return next(iter(batch.unanswered.values()))  # the portal is down
        for acronym, failure in batch.unanswered.items():
            state.outcomes[acronym] = _reason(failure)
        left = {name: one for name, one in batch.submissions.items() if name not in state.outcomes}
        state.left = {name: one.raw if one else None for name, one in left.items()}
        state.link, state.failures = batch.next, 0
        if not left:
            state.known = {key: value for key, value in state.known.items() if key.startswith("name ")}
        self._progress.save(state, batch.made)
        return None

    def _batch(self, state: State) -> _Batch | Failure:
        """What there was no time for, else the next page, else, where pages cannot be had, ontologies one by one."""
        if state.left:
            return _Batch({name: Item(raw) if raw else None for name, raw in state.left.items()}, state.link)
        return self._one_by_one(state) if state.one_by_one else self._page(state)

    def _page(self, state: State) -> _Batch | Failure:
        first = first_page(self._select)
        read = self._client.follow(state.link) if state.link else self._client.get("/submissions", first)
        listed = read.as_collection()
        if listed is None:
            return read.as_error() or Failure.of("The portal sent no list of submissions.", 502)
        found: dict[str, Item | None] = {}
        for raw in cleaned([one.raw for one in listed.objects()], self._client.secrets):
            submission = Item(raw)
            acronym = noted(state.ontologies, submission)
            if acronym not in state.outcomes:
                found.setdefault(acronym, submission)
        return _Batch(found, self._after(listed))

    def _one_by_one(self, state: State) -> _Batch:
        left = [acronym for acronym in state.ontologies if acronym not in state.outcomes]
        return _Batch(dict.fromkeys(left[:BATCH]), "" if len(left) > BATCH else None)

    def _no_page(self, state: State, failure: Failure) -> Failure | None:
        if failure.status in _NO_ACCESS:
            return failure
        state.failures += 1
        state.one_by_one = state.failures > 1
        self._progress.save(state)
        return None

    def _outcomes(self, batch: _Batch, state: State, deadline: float) -> Iterator[tuple[str, Outcome]]:
        """What comes of each: a document, the reason why there is none, the portal's failure, or None for lack of time."""
        exporter = Exporter(
            self._client, self._validate, until=deadline, whole=True, known=state.known, clock=self._clock
        )
        left = iter(batch.submissions.items())
        running: dict[Future[Outcome], str] = {}
        with ThreadPoolExecutor(WORKERS) as pool:
            while True:
                for acronym, submission in islice(left, WORKERS - len(running)):
                    ontology = Item(state.ontologies.get(acronym, {}))
                    running[pool.submit(self._outcome, exporter, acronym, submission, ontology, deadline)] = acronym
                if not running:
                    return
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    yield running.pop(future), future.result()

    def _outcome(
        self, exporter: Exporter, acronym: str, submission: Item | None, ontology: Item, deadline: float
    ) -> Outcome:
        if self._clock() >= deadline:
            return None
        place = f"/ontologies/{quote(acronym, safe='')}"
        if ontology.text("viewingRestriction") == "private" and (refused := self._client.get(place).as_error()):
            return refused  # lists show private ontologies to whom the portal shows nothing else of them
        if submission is None:
            read = self._client.get(f"{place}/latest_submission", FIELDS)
            submission = read.as_object()
            if submission is None or not submission.raw:
                return read.as_error() or "It has no submission."
            ontology = ontology_of(submission, ontology.raw)
        try:
            return exporter.document(submission, ontology)
        except OutOfTime:
            return None
        except Invalid as error:
            return f"No valid document can be made of it: {error}"

    def _settle(self, state: State, batch: _Batch, acronym: str, outcome: Outcome) -> None:
        match outcome:
            case None:
                pass
            case Document():
                state.outcomes[acronym] = EXPORTED
                batch.made[acronym] = {"xml": outcome.xml.decode(), **vars(outcome.report)}
            case Failure(status=503):
                batch.unanswered[acronym] = outcome
            case _:
                reason = _reason(outcome) if isinstance(outcome, Failure) else outcome
                state.outcomes[acronym] = without_keys(reason, self._client.secrets)

    def _after(self, read: Collection) -> str | None:
        """The page after this one, without the key that portals put into such links."""
        page: Any = read.as_page()
        return without_keys(page.next_link, self._client.secrets) if page and page.next_link else None


def _reason(failure: Failure) -> str:
    return f"The portal answered {failure.status}: {' '.join(failure.messages)}"
