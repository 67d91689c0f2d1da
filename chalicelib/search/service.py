"""The searches that routes ask for, each one call of the engine."""

from collections.abc import Iterator, Sequence

from chalicelib.plain import Json
from chalicelib.search.answer import absolute, facets_of, generation_of, page_of, tree_of
from chalicelib.search.compile import compiled, facets_only, matching
from chalicelib.search.filters import filters_of, types_of
from chalicelib.search.query import Query
from chalicelib.store.index import Index


class Search:
    """Everything that is read from the `dataset` and `model` indices."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def page(self, query: Query, *, base: str) -> Json:
        """One page of hits with total and facets; raises BadInput, EngineDown."""
        return page_of(self._index.search(query.index, self.request(query)), query, base=base)

    @staticmethod
    def request(query: Query) -> Json:
        """What the engine is asked for a page."""
        return compiled(query)

    def tree(self, index: str, data_type: str | None) -> Json:
        """The filter tree of a type, or `{type: tree}` of a whole index with more types than one."""
        types = types_of(index)
        names = [data_type] if data_type else list(types)
        trees = {name: self._tree(index, name) for name in names}
        return trees if len(trees) > 1 else trees[names[0]]

    def records(self, ids: Sequence[str], *, base: str) -> list[Json]:
        """The records with these identifiers, in the order asked; unknown ones are left out."""
        return [absolute(document, base) for document in self.documents(ids)]

    def documents(self, ids: Sequence[str]) -> list[Json]:
        """The same as they are stored."""
        found = self._index.by_ids(list(dict.fromkeys(ids)))
        return [found[one] for one in dict.fromkeys(ids) if one in found]

    def matching(self, query: Query) -> Iterator[Json]:
        """All stored records that a query finds, whatever their number; page and order do not matter."""
        return self._index.walk(query.index, matching(query))

    def generation(self, index: str) -> str:
        """A mark of what is served; it changes with every publish, and is at most half a minute old."""
        return generation_of(self._index.served(index))

    def _tree(self, index: str, data_type: str) -> Json:
        query = Query(index=index, data_type=data_type)
        return tree_of(filters_of(index, data_type), facets_of(self._index.search(index, facets_only(query)), query))
