"""All ontologies of a portal as one ZIP in S3: <acronym>.xml each, and REPORT.csv: what was left out or defaulted, and
why.

A resumable job (chalicelib/jobs), worked on batch by batch: a page of the portal's submissions, several documents at a
time.
Quirk  a page may fail because of one submission in it: then each is asked for by itself
"""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from urllib.parse import quote

import orjson

from chalicelib.jobs.engine import Counts, JobFolder, Pending, Ready, Turn, advance, run_parallel
from chalicelib.json_types import Json
from chalicelib.proxy.credentials import without_keys
from chalicelib.proxy.forward import PortalClient
from chalicelib.proxy.model import Collection, Failure, Item
from chalicelib.proxy.omtd_share.archive import EXPORTED, FRESH, STATE, State, pack
from chalicelib.proxy.omtd_share.exporter import Document, Exporter, Invalid, OutOfTime, Validate
from chalicelib.proxy.omtd_share.listing import BATCH, FIELDS, first_page, note_ontology, ontologies, ontology_of
from chalicelib.proxy.omtd_share.values import clean
from chalicelib.store.s3.objects import Files

WORKERS = 4  # documents made at a time, each with a few questions to the portal
_NO_ACCESS = (401, 403, 429)  # asking again, or otherwise, does not help

Outcome = Document | Failure | str | None


class _PortalFailed(Exception):
    """The portal refuses, or is down; `failure` is its error."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(*failure.messages)
        self.failure = failure


@dataclass
class _Batch:
    """Submissions by acronym (None: still to be asked for), and the link to the next batch."""

    submissions: dict[str, Item | None]
    next: str | None
    made: dict[str, Json] = field(default_factory=dict)
    unanswered: dict[str, Failure] = field(default_factory=dict)


class PortalExport:
    """One portal as it shows itself to one caller, and what of it `select` chooses. Times are in seconds since 1970."""

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
        self._client, self._validate, self._select, self._clock = client, validate, dict(select), clock
        shown = sha256(orjson.dumps([client.identity, sorted(self._select.items())])).hexdigest()[:32]
        self.folder = JobFolder(files, f"exports/{client.portal.name}-{shown}", clock=clock, sleep=sleep)

    def advance(self, deadline: float) -> Ready | Pending | Failure:
        """The archive, or how far it is at the deadline, or the portal's error; raises StorageDown.

        A request to the portal that has begun is waited for.
        """
        try:
            return self.folder.ready() or advance(self.folder, self, deadline)
        except _PortalFailed as error:
            return error.failure

    def counts(self) -> Counts:
        state = State.load(self.folder)
        return state.counts if state else Counts(0, 0)

    def work(self, turn: Turn) -> Counts:
        """Raises _PortalFailed."""
        state = State.load(self.folder) or self._begin()
        while state.unfinished and not turn.is_over:
            self._step(state, turn)
        if not state.unfinished and not turn.is_over:  # packing has a request's time before it
            self._pack(state)
        return state.counts

    def _pack(self, state: State) -> None:
        for acronym in state.ontologies:
            state.outcomes.setdefault(acronym, "The portal shows no submission of it.")
        day = datetime.fromtimestamp(self._clock(), UTC).strftime("%Y-%m-%d")
        name = f"{self._client.portal.name}-omtd-share-{day}.zip"
        notes = {"name": name, "until": str(self._clock() + FRESH)}
        self.folder.publish(pack(state.outcomes, state.documents(self.folder)), "application/zip", notes)
        self.folder.forget(STATE, *state.parts)

    def _begin(self) -> State:
        found = ontologies(self._client, self._select)
        if isinstance(found, Failure):
            raise _PortalFailed(found)
        state = State(self._clock(), found)
        state.save(self.folder)
        return state

    def _step(self, state: State, turn: Turn) -> None:
        """Make the documents of one batch, as many as the turn has time for, and note them. Raises _PortalFailed."""
        batch = self._batch(state)
        if isinstance(batch, Failure):
            self._count_failure(state, batch)
            return
        settled = len(state.outcomes)
        for acronym, outcome in self._outcomes(batch, state, turn):
            self._settle(state, batch, acronym, outcome)
        if batch.unanswered and len(state.outcomes) == settled:
            raise _PortalFailed(next(iter(batch.unanswered.values())))  # the portal is down
        for acronym, failure in batch.unanswered.items():
            state.outcomes[acronym] = _reason(failure)
        left = {name: one for name, one in batch.submissions.items() if name not in state.outcomes}
        state.left = {name: one.raw if one else None for name, one in left.items()}
        state.link, state.failures = batch.next, 0
        if not left:
            state.known = {key: value for key, value in state.known.items() if key.startswith("name ")}
        state.save(self.folder, batch.made)

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
        for raw in clean([one.raw for one in listed.objects()], self._client.secrets):
            submission = Item(raw)
            acronym = note_ontology(state.ontologies, submission)
            if acronym not in state.outcomes:
                found.setdefault(acronym, submission)
        return _Batch(found, self._after(listed))

    def _one_by_one(self, state: State) -> _Batch:
        left = [acronym for acronym in state.ontologies if acronym not in state.outcomes]
        return _Batch(dict.fromkeys(left[:BATCH]), "" if len(left) > BATCH else None)

    def _count_failure(self, state: State, failure: Failure) -> None:
        """Note a page that failed; raises _PortalFailed where another try is of no use."""
        if failure.status in _NO_ACCESS:
            raise _PortalFailed(failure)
        state.failures += 1
        state.one_by_one = state.failures > 1
        state.save(self.folder)

    def _outcomes(self, batch: _Batch, state: State, turn: Turn) -> Iterator[tuple[str, Outcome]]:
        """Each one's outcome: a document, the reason why there is none, the portal's failure, None for lack of time."""
        until, known = turn.deadline, state.known
        exporter = Exporter(self._client, self._validate, until=until, whole=True, known=known, clock=self._clock)

        def outcome(unit: tuple[str, Item | None]) -> Outcome:
            acronym, submission = unit
            ontology = Item(state.ontologies.get(acronym, {}))
            return None if turn.is_over else self._outcome(exporter, acronym, submission, ontology)

        for finished in run_parallel(batch.submissions.items(), outcome, workers=WORKERS):
            yield from ((acronym, result) for (acronym, _), result in finished)

    def _outcome(self, exporter: Exporter, acronym: str, submission: Item | None, ontology: Item) -> Outcome:
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
