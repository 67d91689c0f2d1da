"""All errors of this service, each with its HTTP status.

They derive from ChaliceUnhandledError, the one kind that reaches the application's middleware, where they become
`application/problem+json` (RFC 9457); members beside `detail` travel as extension members of that document.
"""

from typing import Any, ClassVar

from chalice.app import ChaliceUnhandledError


class HubError(ChaliceUnhandledError):
    """Something that the caller is told about; `members` are added to the problem document."""

    status: ClassVar[int] = 500
    title: ClassVar[str] = "Internal error"
    headers: ClassVar[dict[str, str]] = {}

    def __init__(self, detail: str, **members: Any) -> None:
        super().__init__(detail)
        self.detail, self.members = detail, members


class BadInput(HubError):
    """A parameter, body or setting that is not what the interface takes."""

    status, title = 400, "Bad request"


class MethodNotAllowed(HubError):
    """The address exists, and does not take this method; `allowed` are those that it takes."""

    status, title = 405, "Method not allowed"

    def __init__(self, detail: str, *, allowed: list[str]) -> None:
        super().__init__(detail, allowed=allowed)
        self.headers = {"Allow": ", ".join(allowed)}  # type: ignore[misc]


class UnknownName(HubError):
    """A name that is not one of those that exist; members say which are."""

    status, title = 404, "Not found"


class RecordMissing(HubError):
    """No record has this identifier."""

    status, title = 404, "Record not found"


class RecordGone(HubError):
    """The record was served once and is not any more; `removed_at` says since when, `release` names one that still has
    it.
    """

    status, title = 410, "Record no longer served"


class NotAcceptable(HubError):
    """None of the forms that a request accepts can be given; the member `allowed` lists those that can."""

    status, title = 406, "Not available in this form"
    headers: ClassVar[dict[str, str]] = {"Vary": "Accept"}


class ReleaseGone(HubError):
    """What a release was read from has been deleted since."""

    status, title = 410, "Release no longer kept"


class FileMissing(HubError):
    """The record exists, its file cannot be had: `reason` says why, and the detail says of which `record` too."""

    status, title = 404, "File not available"

    def __init__(self, reason: str, *, record: str | None = None, **members: Any) -> None:
        super().__init__(f"{record}: {reason}" if record else reason, **members)
        self.reason = reason


class WrongFile(FileMissing):
    """The source has something else in the file's place; `line` (from 1) is the first that is at fault, if one is."""


class FileTooLarge(HubError):
    """The file is there, but larger than what is shown."""

    status, title = 413, "File too large to show"


class FileUnreadable(HubError):
    """The file is there, but it cannot be read as what it should be."""

    status, title = 422, "File cannot be read"


class NotAFile(HubError):
    """What the source sent is not the kind of file it should be (an HTML page, an empty body)."""

    status, title = 502, "The source sent something else"


class UnreadableMorphology(HubError):
    """A file of which no point can be read; the detail says why and, where one is at fault, which line (from 1)."""

    status, title = 422, "The morphology cannot be read"


class EngineDown(HubError):
    """The search engine did not answer."""

    status, title = 503, "Search is not available"
    headers: ClassVar[dict[str, str]] = {"Retry-After": "10"}


class SearchTimedOut(EngineDown):
    """The search engine ended a search that took too long."""


class ResultIncomplete(EngineDown):
    """Fewer or more records were there to be read than a whole result has; nothing is handed out that holds a part."""

    title = "Result not complete"

    def __init__(self, read: int, total: int) -> None:
        super().__init__(f"Of {total} records {read} could be read; ask for all of them anew.", read=read, total=total)


class StorageDown(HubError):
    """The file storage did not answer."""

    status, title = 503, "File storage is not available"
    headers: ClassVar[dict[str, str]] = {"Retry-After": "10"}


class NotReady(HubError):
    """We run, but what we serve cannot be relied on; `reasons` says why."""

    status, title = 503, "Not ready"
    headers: ClassVar[dict[str, str]] = {"Retry-After": "60"}


class SourceError(HubError):
    """A request to an outside source that did not end well."""

    status, title = 502, "The source did not answer"


class SourceUnreachable(SourceError):
    """No usable answer after all retries: connection, time, size, 429 or 5xx."""

    status, title = 503, "The source is not available"
    headers: ClassVar[dict[str, str]] = {"Retry-After": "60"}


class AnswerTooLarge(SourceUnreachable):
    """An answer beyond the limit of size; asking again changes nothing."""


class SourceBusy(SourceUnreachable):
    """More requests wait for a source than may leave within a few seconds; this one was not sent."""

    headers: ClassVar[dict[str, str]] = {"Retry-After": "10"}


class SourceRefused(SourceError):
    """The source answered 4xx; `source_status` says which. Not retried."""

    def __init__(self, detail: str, source_status: int, **members: Any) -> None:
        super().__init__(detail, source_status=source_status, **members)
        self.source_status = source_status


class SourceChanged(SourceError):
    """An answer whose shape is not the documented one (not JSON, an error inside a 200, another page layout)."""


class ForbiddenRequest(SourceError):
    """A request that a source's terms, or the address guard, do not allow; it never left the process."""

    status, title = 403, "Request not allowed"


class WrongSettings(HubError):
    """A settings file or variable that cannot be used; the detail names file and key."""


class NothingToRollBackTo(HubError):
    """The provider has no index before the one served now."""

    status, title = 409, "Nothing to roll back to"


class HarvestRefused(HubError):
    """A run that may not be published (empty, failed, or stopped by the quality gate)."""

    status, title = 409, "Harvest refused"


class RunBusy(HubError):
    """Another harvest of this provider is under way."""

    status, title = 409, "A harvest is under way"


class StepCrashed(HubError):
    """A step of a harvest ended by an error that the code does not foresee; the detail names its class and place."""


class StepTooLong(HubError):
    """A step of a harvest that stopped itself, because the process that takes it has not the time to finish it."""

    status, title = 503, "No time left"
