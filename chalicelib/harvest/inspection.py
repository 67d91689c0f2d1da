"""What a loaded run's whole index tells: its counts, how its fields look, what it would change in what is served."""

from collections.abc import Callable

from chalicelib.harvest.profile import Profile
from chalicelib.json_types import Json
from chalicelib.store.opensearch.aliases import RunIndices
from chalicelib.store.opensearch.diff import Comparer, Diff


class Inspection:
    """Reads each index once, in the order of identifiers."""

    def __init__(self, publisher: RunIndices, comparer: Comparer) -> None:
        self._publisher, self._comparer = publisher, comparer

    def of(self, run: Json, served: Json | None) -> tuple[Json, Diff]:
        """The run's document with all of it, once the engine counts what was loaded; raises EngineDown."""
        index, provider = run["index"], run["provider"]
        counted = self._publisher.await_count(index, provider, run["run"], least=run["counts"]["indexed"])
        profile, against = Profile(), served["run"] if served else None
        diff = self.compare(run, against, seen=profile.see)
        old = self._publisher.name_of(index, provider, against) if against else None
        told = self._comparer.samples(old, self._publisher.name_of(index, provider, run["run"]), diff)
        counts = {**run["counts"], "indexed": counted, "unchanged": diff.unchanged}
        return {**run, "counts": counts, "profile": profile.as_json(), "diff": {"against": against, **told}}, diff

    def compare(self, run: Json, against: str | None, *, seen: Callable[[Json], None] | None = None) -> Diff:
        """From the run `against` (None: from nothing) to `run`; both must have an index."""
        index, provider = run["index"], run["provider"]
        before = self._publisher.name_of(index, provider, against) if against else None
        return self._comparer.compare(before, self._publisher.name_of(index, provider, run["run"]), seen=seen)
