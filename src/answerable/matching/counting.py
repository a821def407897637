"""How many documents have each value of a facet."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import tantivy

from answerable.matching.analysis import with_parents
from answerable.matching.ranking import narrowed

Counts = dict[str, tuple[tuple[str, int], ...]]
_MOST_VALUES = 20_000


@lru_cache(maxsize=_MOST_VALUES)
def together(key: str) -> tuple[str, ...]:
    """Return the values that a field holds in one."""
    return tuple(key.split("\n")) if key else ()


@lru_cache(maxsize=_MOST_VALUES)
def sections_and_limbs(key: str) -> tuple[str, ...]:
    """Return the exemptions with their sections: 31 for 31(1)(a), which 31(1) would say twice."""
    limbs = together(key)
    return tuple(dict.fromkeys([*limbs, *(with_parents(one)[-1] for one in limbs)]))


@lru_cache(maxsize=_MOST_VALUES)
def year_of(key: str) -> tuple[str, ...]:
    """Return the year of a month."""
    return (key[:4],)


@dataclass(frozen=True, slots=True)
class Counted:
    """From which field a facet is counted, and which values each of the field's stands for."""

    field: str
    values: Callable[[str], tuple[str, ...]] = together
    is_by_time: bool = False


def facet_counts(
    searcher: tantivy.Searcher,
    query: tantivy.Query,
    filters: Mapping[str, tantivy.Query],
    *,
    facets: Mapping[str, Counted],
) -> Counts:
    """Count each facet's values; what is chosen in a facet does not narrow that facet's own counts.

    Years and months come newest first, other values by their count.
    """
    free = {name: facet for name, facet in facets.items() if name not in filters}
    counted = _counted(searcher, narrowed(query, filters.values()), free)
    for name in [name for name in facets if name in filters]:
        others = [one for other, one in filters.items() if other != name]
        counted |= _counted(searcher, narrowed(query, others), {name: facets[name]})
    return {name: _in_order(facet, counted[name]) for name, facet in facets.items()}


def _counted(
    searcher: tantivy.Searcher, query: tantivy.Query, facets: Mapping[str, Counted]
) -> dict[str, dict[str, int]]:
    fields = {facet.field for facet in facets.values()}
    if not fields:
        return {}
    wanted = {field: {"terms": {"field": field, "size": _MOST_VALUES}} for field in fields}
    found = searcher.aggregate(query, wanted)
    return {name: _values(facet, found[facet.field]["buckets"]) for name, facet in facets.items()}


def _values(facet: Counted, buckets: Iterable[dict[str, Any]]) -> dict[str, int]:
    """Return a facet's values: a bucket holds every value that some documents have together."""
    counts: dict[str, int] = {}
    for bucket in buckets:
        for value in facet.values(bucket["key"]):
            counts[value] = counts.get(value, 0) + bucket["doc_count"]
    return counts


def _in_order(facet: Counted, counts: dict[str, int]) -> tuple[tuple[str, int], ...]:
    if facet.is_by_time:
        return tuple(sorted(counts.items(), reverse=True))
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0])))
