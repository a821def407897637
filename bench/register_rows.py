"""A register of cases with so many rows, the same on every run, in the file that a snapshot of it has."""

import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from answerable.domain.measures.declarations import register_of
from answerable.domain.measures.registers import Register

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

KINDS = ("independent", "directed", "managed", "supervised", "local")
CATEGORIES = tuple(f"c{number:02}" for number in range(44))
FORCES = tuple(f"Force {number:02}" for number in range(45))
_FIRST, _SPAN, _LONGEST = "2012-01-01", 4_500, 700
_OPEN = 0.09
_AT_ONCE = 1_000_000


@cache
def bench_register() -> Register:
    """Return the register's declaration."""
    return register_of(
        {
            "name": "bench",
            "version": 1,
            "title": "Cases",
            "counts": "case",
            "key": ["reference"],
            "columns": [
                {"name": "reference", "words": "Reference", "kind": "text"},
                {"name": "force", "words": "Force", "kind": "text"},
                _code("kind", "Kind", KINDS),
                _code("category", "Category", CATEGORIES),
                {"name": "started_on", "words": "Started", "kind": "date"},
                {"name": "ended_on", "words": "Ended", "kind": "date", "required": False},
            ],
        }
    )


def write_rows(path: Path, count: int) -> None:
    """Write so many rows into a Parquet file as loading writes them: what is asked of it is asked of a real snapshot."""
    # Whoever only asks must not have them in memory.
    import numpy as np
    import pyarrow.parquet as pq

    from answerable.measuring.snapshots import canonical

    chosen = np.random.default_rng(9)
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        part = Path(folder) / "rows.parquet"
        with pq.ParquetWriter(part, _part(chosen, 0, 1).schema) as file:
            for first in range(0, count, _AT_ONCE):
                file.write_table(_part(chosen, first, min(_AT_ONCE, count - first)))
        with canonical.engine(Path(folder)) as duck:
            canonical.write_rows(bench_register(), [part], path, by=duck)


def _part(chosen: "np.random.Generator", first: int, size: int) -> "pa.Table":
    import numpy as np
    import pyarrow as pa

    started = np.datetime64(_FIRST) + chosen.integers(0, _SPAN, size).astype("timedelta64[D]")
    ended = started + chosen.integers(0, _LONGEST, size).astype("timedelta64[D]")
    numbers = pa.array(np.arange(first, first + size)).cast(pa.string())
    return pa.table(
        {
            "reference": numbers,
            "force": _among(chosen, FORCES, size),
            "kind": _among(chosen, KINDS, size),
            "category": _among(chosen, CATEGORIES, size),
            "started_on": pa.array(started),
            "ended_on": pa.array(ended, mask=chosen.random(size) < _OPEN),
        }
    )


def _among(
    chosen: "np.random.Generator", values: tuple[str, ...], size: int
) -> "pa.DictionaryArray":
    import numpy as np
    import pyarrow as pa

    places = pa.array(chosen.integers(0, len(values), size).astype(np.int32))
    return pa.DictionaryArray.from_arrays(places, pa.array(values)).cast(pa.string())


def _code(name: str, words: str, codes: tuple[str, ...]) -> dict[str, object]:
    listed = [{"code": code, "words": code} for code in codes]
    return {"name": name, "words": words, "kind": "code", "codes": listed}
