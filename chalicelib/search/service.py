"""The searches that routes ask for, each one call of the engine.

A release may be named by its generation: then exactly its physical indices are read. The routes that take identifiers
of either index take a release of each, with a comma between them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from chalicelib.errors import BadInput, ResultIncomplete
from chalicelib.json_types import Json
from chalicelib.search.cursor import Cursors, Position
from chalicelib.search.filters import filters_of, types_of
from chalicelib.search.finding import Finder, Found
from chalicelib.search.interpretation import report
from chalicelib.search.matrix import build_matrix, connections_only, matrix_body
from chalicelib.search.plan import Plan
from chalicelib.search.query import Query
from chalicelib.search.query_builder import build_filter_tree_body, build_match_clause, build_search_body
from chalicelib.search.record_ids import address_in, build_addresses_clause, comparable_address
from chalicelib.search.remarks import EMPTY_ACCOUNT, account_of
from chalicelib.search.results import build_filter_tree, build_page, counts_of, with_absolute_links
from chalicelib.search.suggestions import Ask, suggest
from chalicelib.store.opensearch.names import INDICES, generation_of
from chalicelib.store.opensearch.releases import Releases
from chalicelib.store.opensearch.searcher import Searcher, SearchResult

SELECTED = 1000  # identifiers at a time


@dataclass(frozen=True)
class Documents:
    """Stored records, and the generation (or generations) and physical indices of what they were read from."""

    found: list[Json]
    generation: str
    missing: tuple[str, ...] = ()  # of the identifiers asked for
    physical: tuple[str, ...] = ()


@dataclass(frozen=True)
class Whole:
    """All that a query finds in one release: `clause` holds for each record, `account` tells how the query was
    understood and relaxed.
    """

    index: str
    release: str
    clause: Json
    total: int
    account: Json


@dataclass(frozen=True)
class Choices:
    """A filter tree, and the generation of what was counted."""

    tree: Json
    generation: str


class Search:
    """Everything that is read from the `dataset` and `model` indices."""

    def __init__(self, searcher: Searcher, releases: Releases, cursors: Cursors) -> None:
        self._searcher, self._releases, self._cursors = searcher, releases, cursors

    def page(self, query: Query, *, base: str) -> Json:
        """One page of hits with total and facets; raises BadInput, UnknownName, ReleaseGone, EngineDown."""
        position = self._cursors.read(query) if query.cursor else None
        if position:
            query = replace(query, release=_same(query.release, position), page=position.seen // query.size)
        finder = Finder(self._searcher, self._physical(query.index, query.release))
        found = finder.find(Plan.of(query), position.after if position else ())
        page = {**build_page(found.answer, query, base=base), **report(found)}
        seen = (position.seen if position else query.page * query.size) + len(page["items"])
        return {**page, "next": self._next(query, found.answer, page, seen)}

    def whole(self, query: Query) -> Whole:
        """All that a query finds in its release, else in the one that is served: understood here, once for all who read
        it. Raises BadInput, UnknownName, ReleaseGone, EngineDown.
        """
        pinned = self.pin_release(query)
        plan = Plan.of(replace(pinned, size=1, page=0, facets=()))
        found = Finder(self._searcher, self._physical(pinned.index, pinned.release)).find(plan)
        clause, account = build_match_clause(found.plan), account_of(report(found))
        return Whole(pinned.index, pinned.release, clause, found.total, account)

    def read_whole(self, whole: Whole, after: str | None = None, seen: int = 0) -> Iterator[Json]:
        """The stored records of a result in the order of their identifiers, behind `after`, up to which `seen` were
        read.

        Raises ReleaseGone, EngineDown, and ResultIncomplete where other than `total` records were there to be read.
        """
        physical = self._physical(whole.index, whole.release)
        for record in self._searcher.walk(whole.index, whole.clause, physical=physical, after=after):
            seen += 1
            yield record
        if seen != whole.total:
            raise ResultIncomplete(seen, whole.total)

    @staticmethod
    def request(query: Query) -> Json:
        """What the engine is asked for a page."""
        return build_search_body(Plan.of(query))

    def tree(self, index: str, data_type: str | None, release: str = "", *, extended: bool = False) -> Choices:
        """The filter tree of a type, or `{type: tree}` of a whole index with more types than one."""
        names = [data_type] if data_type else list(types_of(index))
        body = build_filter_tree_body(index, names, extended=extended)
        answer = self._searcher.search(index, body, physical=self._physical(index, release))
        counted = answer.content["aggregations"]
        trees = {
            name: build_filter_tree(filters, counts_of(counted[name], filters))
            for name in names
            for filters in [filters_of(index, name)]
        }
        tree = trees if len(trees) > 1 else trees[names[0]]
        return Choices(tree, generation_of(index, answer.physical))

    def suggestions(self, ask: Ask) -> Json:
        """What may be meant by what was typed so far; raises EngineDown."""
        return suggest(ask, self._searcher)

    def matrix(self, query: Query, by: str, *, base: str) -> Json:
        """How many connections lead from where to where, under the query's filters; raises BadInput, ReleaseGone,
        EngineDown.
        """
        only = connections_only(query)
        physical = self._physical(only.index, only.release)
        found = self._understand(only, physical)
        plan = found.plan if found else Plan.of(only)
        physical = physical or (found.answer.physical if found else ())
        answer = self._searcher.search(only.index, matrix_body(plan, by), physical=physical)
        account = account_of(report(found)) if found else EMPTY_ACCOUNT
        matrix = build_matrix(answer.content["aggregations"], plan, by, base)
        return {**matrix, **account, "generation": generation_of(only.index, answer.physical)}

    def records(self, ids: Sequence[str], *, base: str, release: str = "") -> Documents:
        """The records with these identifiers, in the order asked; unknown ones are left out."""
        stored = self.documents(ids, release)
        return replace(stored, found=[with_absolute_links(document, base) for document in stored.found])

    def documents(self, ids: Sequence[str], release: str = "") -> Documents:
        """The same as they are stored."""
        wanted = list(dict.fromkeys(ids))
        releases = [self._releases.find(one) for one in release.split(",") if one]
        physical = [name for one in releases for name in one.indices]
        answer = self._searcher.by_ids(wanted, physical=physical)
        left = [one for one in wanted if one not in answer.content]
        stored = answer.content | self._by_address(left, answer.physical)
        generation = ",".join(one.generation for one in releases) or self._generations(answer.physical)
        missing = tuple(one for one in wanted if one not in stored)
        return Documents([stored[one] for one in wanted if one in stored], generation, missing, answer.physical)

    def matching(self, query: Query) -> Iterator[Json]:
        """All stored records that a query finds, as a page of it would, relaxed too, in the order of their identifiers;
        page and order of the query do not matter.
        """
        return self.read_whole(self.whole(query))

    def select(self, query: Query, ids: Sequence[str], physical: Sequence[str] = ()) -> set[str]:
        """Those of these identifiers that a query finds, among what is served or in `physical`; raises ReleaseGone."""
        clause, found = self._clause(query, physical), set()
        for start in range(0, len(ids), SELECTED):
            some = ids[start : start + SELECTED]
            narrowed = {"bool": {"filter": [clause, {"ids": {"values": some}}]}}
            body: Json = {"size": len(some), "_source": ["id"], "query": narrowed, "track_total_hits": False}
            hits = self._searcher.search(query.index, body, physical=physical).content["hits"]["hits"]
            found |= {hit["_source"]["id"] for hit in hits}
        return found

    def _clause(self, query: Query, physical: Sequence[str]) -> Json:
        """What holds for each record that the query finds."""
        found = self._understand(query, physical)
        return build_match_clause(found.plan if found else Plan.of(query))

    def _understand(self, query: Query, physical: Sequence[str]) -> Found | None:
        """How the query's text and values are understood, relaxed where they find nothing; None where it has none."""
        plan = Plan.of(replace(query, size=1, page=0, facets=()))
        return Finder(self._searcher, physical).find(plan) if plan.readings or query.chosen else None

    def walk(self, index: str, query: Json, *, fields: Sequence[str]) -> Documents:
        """These fields of all records that match, from one generation."""
        physical = self._searcher.served_indices(index, fresh=0)
        found = list(self._searcher.walk(index, query, physical=physical, fields=fields))
        return Documents(found, generation_of(index, physical))

    def pin_release(self, query: Query) -> Query:
        """The query with a release: the one that it names, else the one that is served now."""
        return query if query.release else replace(query, release=self._releases.current(query.index).generation)

    def generation(self, index: str) -> str:
        """A mark of what is served; it changes with every publish, and is at most half a minute old."""
        return generation_of(index, self._searcher.served_indices(index))

    def _by_address(self, ids: Sequence[str], physical: Sequence[str]) -> dict[str, Json]:
        """The records that old identifiers name by the address of a resource that our table does not have."""
        addresses = {one: address for one in ids if (address := address_in(one))}
        if not addresses:
            return {}
        body = {"size": len(addresses), "query": build_addresses_clause(addresses.values())}
        hits = self._searcher.search("dataset", body, physical=physical).content["hits"]["hits"]
        read_at = {comparable_address(hit["_source"]["provenance"]["source_url"]): hit["_source"] for hit in hits}
        return {one: read_at[address] for one, address in addresses.items() if address in read_at}

    def _physical(self, index: str, release: str) -> tuple[str, ...]:
        """The indices of the release that is one of `index`; none when no release is asked for."""
        releases = [self._releases.find(one) for one in release.split(",") if one]
        mine = [one for one in releases if one.index == index]
        if releases and len(mine) != 1:
            raise BadInput(f"release: {release} is not one release of {index}.", field="release")
        return mine[0].indices if mine else ()

    def _next(self, query: Query, answer: SearchResult, page: Json, seen: int) -> str | None:
        if not page["items"] or seen >= page["total"]:
            return None
        last = answer.content["hits"]["hits"][-1]["sort"]
        return self._cursors.write(query, Position(page["generation"], seen, tuple(last)))

    def _generations(self, physical: Sequence[str]) -> str:
        """What both indices are read from: their generations with a comma between."""
        return ",".join(generation_of(index, self._searcher.of(index, physical)) for index in INDICES)


def _same(release: str, position: Position) -> str:
    if release and position.generation not in release.split(","):
        raise BadInput("cursor: it belongs to another release than the one named.", field="cursor")
    return position.generation
