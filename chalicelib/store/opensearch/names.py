"""How our indices are called: `<prefix><index>-<provider>-<run>`, behind the alias `<prefix><index>`.

A run starts with its time, so that names sort by age. `<prefix><index>-nothing-<mapping version>` is an empty index
that keeps an alias answering before anything is published.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

INDICES = ("dataset", "model")
NOTHING = "nothing"
GENERATIONS = r"[0-9a-f]{16}(,[0-9a-f]{16})?"  # one, or one of each index


@dataclass(frozen=True)
class Physical:
    """The parts of a physical index's name."""

    index: str
    provider: str
    run: str


@dataclass(frozen=True)
class Names:
    """All names of one deployment; `prefix` keeps several apart on one engine."""

    prefix: str = ""

    def alias(self, index: str) -> str:
        return f"{self.prefix}{index}"

    def physical(self, index: str, provider: str, run: str) -> str:
        return f"{self.prefix}{index}-{provider}-{run}"

    def parse(self, name: str) -> Physical:
        index, provider, run = name.removeprefix(self.prefix).split("-", 2)
        return Physical(index, provider, run)

    @property
    def runs(self) -> str:
        return f"{self.prefix}harvest-runs"

    @property
    def rejects(self) -> str:
        return f"{self.prefix}harvest-rejects"

    @property
    def changes(self) -> str:
        return f"{self.prefix}harvest-changes"

    @property
    def releases(self) -> str:
        return f"{self.prefix}harvest-releases"

    @property
    def measurements(self) -> str:
        return f"{self.prefix}harvest-measurements"


def generation_of(index: str, physical: Iterable[str]) -> str:
    """The mark of a set of physical indices of `index`; the empty one that keeps an alias alive does not count."""
    names = sorted(name for name in physical if f"-{NOTHING}-" not in name)
    return hashlib.sha256(",".join([index, *names]).encode()).hexdigest()[:16]
