"""What is known of a snapshot's file without counting its rows: what it says of itself, and what a count has shown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from glob import escape
from pathlib import Path
from typing import Any

from answerable.measuring.computing.literals import Binds

_MOST_FILES = 256
"""Of so many files it is kept; then it is read anew."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """What a file's statistics tell of a column: the least and the most as text, and how many rows have none."""

    least: Any
    most: Any
    nulls: int


@dataclass(frozen=True, slots=True)
class Told:
    """What a file tells: its columns, and the statistics of those of which it has them for every row."""

    columns: frozenset[str]
    statistics: Mapping[str, Statistics]
    forwards: set[tuple[str, str]] = field(default_factory=set)
    """Pairs of dates of which a count has shown that no row has the second before the first."""


_KEPT: dict[tuple[str, int, int, int], Told] = {}


def told_of(path: Path, *, asked: Callable[[str, Binds], list[tuple[Any, ...]]]) -> Told:
    """Return what a Parquet file tells, read once by asking DuckDB.

    A snapshot's file never changes, and one that did is another.
    """
    there = path.stat()
    key = (str(path), there.st_ino, there.st_size, there.st_mtime_ns)
    if key not in _KEPT:
        if len(_KEPT) >= _MOST_FILES:
            _KEPT.clear()
        _KEPT[key] = _read(path, asked)
    return _KEPT[key]


def _read(path: Path, asked: Callable[[str, Binds], list[tuple[Any, ...]]]) -> Told:
    # DuckDB takes a name with brackets or stars for a pattern.
    name = escape(str(path))
    binds = Binds()
    described = f"DESCRIBE SELECT * FROM read_parquet({binds.place(name)})"
    columns = frozenset(str(row[0]) for row in asked(described, binds))
    binds = Binds()
    told = asked(
        "SELECT path_in_schema, min(stats_min_value), max(stats_max_value), sum(stats_null_count), "
        "count(*) FILTER (stats_null_count IS NULL OR (stats_min_value IS NULL AND stats_null_count < num_values)) "
        f"FROM parquet_metadata({binds.place(name)}) GROUP BY 1",
        binds,
    )
    statistics = {
        str(name): Statistics(least, most, int(nulls))
        for name, least, most, nulls, untold in told
        if not untold
    }
    return Told(columns, statistics)
