"""The one polite HTTP client: everything that leaves this process towards a source leaves through here."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Answer:
    """One answer as it came: header names in lower case, body whole and decoded from its transfer coding."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str


class Source:
    """A source's requests under its terms; paths are relative to its base URL, absolute URLs must be allowed too."""

    def get_json(self, path: str, **query: Any) -> Any:
        """The parsed answer; raises SourceRefused (4xx), SourceUnreachable, SourceChanged (not JSON), ForbiddenRequest."""
        raise NotImplementedError

    def post_json(self, path: str, body: Any, **query: Any) -> Any:
        """The same for a POST of a JSON body (reads only: it may be repeated)."""
        raise NotImplementedError

    def get_text(self, path: str, **query: Any) -> str:
        """The decoded text of an answer."""
        raise NotImplementedError

    def get_bytes(self, path: str, **query: Any) -> bytes:
        """The body of an answer, as sent."""
        raise NotImplementedError

    def exchange(
        self, method: str, path: str, *, headers: Mapping[str, str] | None = None, body: bytes | None = None
    ) -> Answer:
        """Any method, any status: the answer as it came, for callers that pass it on. Raises SourceUnreachable, ForbiddenRequest."""
        raise NotImplementedError
