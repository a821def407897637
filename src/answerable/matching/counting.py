"""How many entries have each value of a facet."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import tantivy

from answerable.matching.analysis import with_parents
from answerable.matching.documents import FACETS
from answerable.matching.ranking import narrowed

Counts = dict[str, tuple[tuple[str, int], ...]]
_FIELD = {"year": "month", "outcome": "outcomes", "exemption": "exemptions"}
_MOST_VALUES = 20_000
_BY_TIME = {"year", "month"}


def facet_counts(
    searcher: tantivy.Searcher, query: tantivy.Query, filters: dict[str, tantivy.Query]
) -> Counts:
    """Count each facet's values; what is chosen in a facet does not narrow that facet's own counts.

    Years and months come newest first, other values by their count.
    """
    free = [name for name in FACETS if name not in filters]
    counted = _counted(searcher, narrowed(query, filters.values()), free)
    for name in filters:
        others = [one for other, one in filters.items() if other != name]
        counted |= _counted(searcher, narrowed(query, others), [name])
    return {name: _in_order(name, counted[name]) for name in FACETS}


def _counted(
    searcher: tantivy.Searcher, query: tantivy.Query, names: Iterable[str]
) -> dict[str, dict[str, int]]:
    fields = {_FIELD.get(name, name) for name in names}
    if not fields:
        return {}
    wanted = {field: {"terms": {"field": field, "size": _MOST_VALUES}} for field in fields}
    found = searcher.aggregate(query, wanted)
    return {name: _values(name, found[_FIELD.get(name, name)]["buckets"]) for name in names}


def _values(name: str, buckets: list[dict[str, Any]]) -> dict[str, int]:
    """Return a facet's values: a bucket holds every value that some entries have together."""
    parts = _PARTS.get(name, _together)
    counts: dict[str, int] = {}
    for bucket in buckets:
        for value in parts(bucket["key"]):
            counts[value] = counts.get(value, 0) + bucket["doc_count"]
    return counts


@lru_cache(maxsize=_MOST_VALUES)
def _together(key: str) -> tuple[str, ...]:
    return tuple(key.split("\n")) if key else ()


@lru_cache(maxsize=_MOST_VALUES)
def _sections_and_limbs(key: str) -> tuple[str, ...]:
    """Return the exemptions with their sections: 31 for 31(1)(a), which 31(1) would say twice."""
    limbs = _together(key)
    return tuple(dict.fromkeys([*limbs, *(with_parents(one)[-1] for one in limbs)]))


@lru_cache(maxsize=_MOST_VALUES)
def _year(key: str) -> tuple[str, ...]:
    return (key[:4],)


_PARTS = {"year": _year, "exemption": _sections_and_limbs}


def _in_order(name: str, counts: dict[str, int]) -> tuple[tuple[str, int], ...]:
    if name in _BY_TIME:
        return tuple(sorted(counts.items(), reverse=True))
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0])))
