"""Three questions to a register, asked of our measures, of DuckDB by hand, of polars, and of pandas with numpy.

Each way begins with the file and ends with rows of Python values, so that their answers can be compared.
"""

import datetime as dt
from collections.abc import Callable
from functools import cache
from pathlib import Path

from answerable.domain.clock.calendars import Calendar, CalendarName, shipped_holidays
from answerable.domain.measures.declarations import measure_of
from answerable.domain.measures.definitions import Measure
from answerable.domain.measures.snapshots import Snapshot
from bench.register_rows import bench_register

Answer = list[tuple[object, ...]]
EDGES = (63, 126, 189, 252)
_AS_AT = dt.date(2026, 1, 1)
_DURATION = {
    "name": "days",
    "words": "Working days",
    "start": "started_on",
    "end": "ended_on",
    "calendar": "ew",
    "convention": "after-start",
}
_KIND = {"name": "kind", "words": "Kind", "of": "kind"}
_COUNT = {"name": "cases", "words": "Cases", "statistic": "count"}
_PARTS: dict[str, dict[str, object]] = {
    "days": {
        "durations": [_DURATION],
        "groups": [_KIND],
        "figures": [
            {**_COUNT, "of": "days"},
            {"name": "mean", "words": "Mean", "statistic": "mean", "of": "days", "decimals": 3},
            {
                "name": "median",
                "words": "Median",
                "statistic": "median",
                "of": "days",
                "decimals": 1,
            },
        ],
    },
    "years": {
        "groups": [
            {"name": "year", "words": "Year", "of": "started_on", "by": "financial-year"},
            {"name": "category", "words": "Category", "of": "category"},
        ],
        "figures": [_COUNT],
    },
    "bands": {
        "durations": [_DURATION],
        "bands": [{"name": "age", "of": "days", "edges": list(EDGES), "labels": list("01234")}],
        "where": [{"column": "ended_on", "known": True}],
        "groups": [{"name": "age", "words": "Age", "of": "age", "by": "band"}, _KIND],
        "figures": [_COUNT],
    },
}
QUESTIONS = tuple(_PARTS)


@cache
def measure(question: str) -> Measure:
    """Return a question as a measure's definition."""
    said = {"name": question, "version": 1, "title": question, "register": "bench"}
    return measure_of({**said, **_PARTS[question]})


def ours(question: str, path: Path) -> Answer:
    """Return the answer of our measures, as the other ways give it."""
    from answerable.measuring.computing import compute

    snapshot = Snapshot("bench", 1, _AS_AT, "0" * 64, 0)
    result = compute(
        measure(question),
        bench_register(),
        snapshot,
        path,
        parameters={},
        as_at=_AS_AT,
        holidays=shipped_holidays(),
    )
    read: dict[str, Callable[[tuple[object, ...]], tuple[object, ...]]] = {
        "days": lambda row: (row[0], row[1], float(str(row[2])), float(str(row[3]))),
        "years": lambda row: (int(str(row[0])[:4]), *row[1:]),
        "bands": lambda row: (int(str(row[0])), *row[1:]),
    }
    return sorted(read[question](row) for row in result.rows)


_DAYS = (
    "(SELECT r.kind, e.upto - s.upto AS days FROM read_parquet($1) AS r "
    "JOIN calendar AS s ON s.day = r.started_on {} JOIN calendar AS e ON e.day = r.ended_on)"
)
_BY_HAND = {
    "days": "SELECT kind, count(days), avg(days), median(days) FROM {days_or_none} GROUP BY 1",
    "years": "SELECT year(started_on) - (month(started_on) < 4)::INTEGER, category, count(*) "
    "FROM read_parquet($1) GROUP BY 1, 2",
    "bands": "SELECT CASE WHEN days < 63 THEN 0 WHEN days < 126 THEN 1 WHEN days < 189 THEN 2 "
    "WHEN days < 252 THEN 3 ELSE 4 END, kind, count(*) FROM {days} GROUP BY 1, 2",
}


def by_hand(question: str, path: Path) -> Answer:
    """Return the answer of SQL as somebody writes it who knows DuckDB well: a table of days, joined twice."""
    import duckdb

    with duckdb.connect() as duck:
        duck.execute("SET enable_progress_bar = false")
        if question != "years":
            holidays = shipped_holidays()
            size = (holidays.last - holidays.first).days + 1
            duck.execute(
                "CREATE TEMP TABLE calendar AS "
                "SELECT $1::DATE + unnest(range($2::INTEGER))::INTEGER AS day, unnest($3::INTEGER[]) AS upto",
                [holidays.first, size, list(_calendar().counts)],
            )
        asked = _BY_HAND[question].format(days=_DAYS.format(""), days_or_none=_DAYS.format("LEFT"))
        return sorted(duck.execute(asked, [str(path)]).fetchall())


def by_polars(question: str, path: Path) -> Answer:
    """Return the answer of polars: days are looked up in the list of counts, which is its quickest way."""
    import polars as pl

    first = (shipped_holidays().first - dt.date(1970, 1, 1)).days
    upto = pl.lit(pl.Series(list(_calendar().counts), dtype=pl.Int32))
    at = {name: pl.col(name).cast(pl.Int32) - first for name in ("started_on", "ended_on")}
    days = upto.gather(at["ended_on"]) - upto.gather(at["started_on"])
    rows = pl.scan_parquet(path)
    if question == "days":
        found = rows.select("kind", days=days).group_by("kind")
        answer = found.agg(
            cases=pl.col("days").count(), mean=pl.col("days").mean(), median=pl.col("days").median()
        )
    elif question == "years":
        started = pl.col("started_on")
        year = started.dt.year() - (started.dt.month() < 4).cast(pl.Int32)
        answer = rows.group_by(year.alias("year"), "category").agg(pl.len())
    else:
        ended = rows.filter(pl.col("ended_on").is_not_null())
        band = pl.sum_horizontal((pl.col("days") >= edge).cast(pl.Int32) for edge in EDGES)
        answer = ended.select("kind", days=days).group_by(band.alias("band"), "kind").agg(pl.len())
    return sorted(answer.collect().rows())


def by_pandas(question: str, path: Path) -> Answer:
    """Return the answer of pandas, with days counted by numpy."""
    import numpy as np
    import pandas as pd

    needed = {"days": ["kind", "started_on", "ended_on"], "years": ["started_on", "category"]}
    frame = pd.read_parquet(path, columns=needed.get(question, needed["days"]))
    if question == "years":
        started = pd.to_datetime(frame["started_on"])
        year = started.dt.year - (started.dt.month < 4)
        return sorted(
            (*key, size) for key, size in frame.groupby([year, "category"]).size().items()
        )
    frame = frame[frame["ended_on"].notna()]
    closed = [day for day in shipped_holidays().by_day if not _calendar().is_working(day)]
    # It counts the first day and not the last: a day later, both are as a clock counts them.
    first, last = (
        frame[name].to_numpy().astype("datetime64[D]") + 1 for name in needed["days"][1:]
    )
    frame = frame.assign(days=np.busday_count(first, last, holidays=closed))
    if question == "days":
        told = frame.groupby("kind")["days"].agg(["count", "mean", "median"])
        return sorted(told.itertuples(name=None))
    frame = frame.assign(band=np.searchsorted(EDGES, frame["days"], side="right"))
    return sorted((*key, size) for key, size in frame.groupby(["band", "kind"]).size().items())


WAYS: dict[str, Callable[[str, Path], Answer]] = {
    "ours": ours,
    "SQL by hand": by_hand,
    "polars": by_polars,
    "pandas and numpy": by_pandas,
}


def agree(one: Answer, other: Answer) -> bool:
    """Return whether two ways gave the same answer; a mean may differ by what ours was rounded by."""
    return len(one) == len(other) and all(
        key == other_key
        if isinstance(key, str)
        else abs(float(str(key)) - float(str(other_key))) < 0.001
        for row, other_row in zip(one, other, strict=True)
        for key, other_key in zip(row, other_row, strict=True)
    )


@cache
def _calendar() -> Calendar:
    return shipped_holidays().calendar(CalendarName.EW)
