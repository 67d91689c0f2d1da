"""Which records of a publish a search finds, so that somebody can follow it."""

from chalicelib.errors import ReleaseGone
from chalicelib.json_types import Json
from chalicelib.search.query import Query
from chalicelib.search.service import Search
from chalicelib.store.opensearch.names import Names


class ChangeFilter:
    """Narrows what publishes changed to the records of a search."""

    def __init__(self, search: Search, names: Names) -> None:
        self._search, self._names = search, names

    def narrow(self, publish: Json, query: Query) -> Json:
        """The publish with the records that the search finds.

        Records are looked for in the index that was published, removed ones in that before it. Once those are deleted, added and
        changed records are looked for among what is served, and removed ones cannot be: they are left out.
        """
        found = {kind: self._found(publish, query, kind, publish["run"]) for kind in ("added", "changed")}
        before = publish.get("before")
        removed = self._found(publish, query, "removed", before, fallback=False) if before else []
        return {**publish, **found, "removed": removed}

    def _found(self, publish: Json, query: Query, kind: str, run: str, *, fallback: bool = True) -> list[str]:
        ids: list[str] = publish[kind]
        if not ids:
            return []
        physical = self._names.physical(publish["index"], publish["provider"], run)
        try:
            known = self._search.select(query, ids, (physical,))
        except ReleaseGone:
            known = self._search.select(query, ids) if fallback else set()
        return [one for one in ids if one in known]
