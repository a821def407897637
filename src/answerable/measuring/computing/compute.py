"""A measure computed over a snapshot: parameters checked, rows counted, a table made."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from answerable.domain.clock.calendars import Holidays
from answerable.domain.measures.declarations import definition_digest
from answerable.domain.measures.definitions import Measure, Statistic
from answerable.domain.measures.parameters import bound_parameters
from answerable.domain.measures.registers import Register
from answerable.domain.measures.results import Result
from answerable.domain.measures.snapshots import Snapshot
from answerable.domain.measures.soundness import sound_measure
from answerable.measuring.computing.caveats import caveats_covering
from answerable.measuring.computing.counts import Counting, covered_days
from answerable.measuring.computing.groups import axes_of
from answerable.measuring.computing.question import Days, Question
from answerable.measuring.computing.rows import listed_rows
from answerable.measuring.computing.source import Source, opened
from answerable.measuring.computing.tables import Arranging, Table

MEMORY = "320MB"


def compute(  # noqa: PLR0913 what a result depends on is said, each by its name
    measure: Measure,
    register: Register,
    snapshot: Snapshot,
    path: Path,
    *,
    parameters: Mapping[str, str],
    as_at: dt.date,
    holidays: Holidays,
    threads: int | None = None,
    memory: str = MEMORY,
) -> Result:
    """Return a measure's result over the rows of a snapshot, which lie in a Parquet file.

    The result depends on nothing else than what is given: neither on threads or memory, nor on the machine.

    :raises CannotCompute: if the rows cannot be counted: a column is missing, days lie outside of the calendar.
    :raises Misdeclared: if the register cannot be asked what the measure asks.
    :raises ParameterRefused: if a parameter is missing, unknown, or no value of its kind.
    """
    sound_measure(measure, register)
    bound = bound_parameters(measure, parameters)
    question = Question(measure, register, bound, as_at, holidays)
    with opened(question, snapshot, path, threads=threads, memory=memory) as source:
        table, spans = _counted(source)
        return Result(
            measure=measure.name,
            version=measure.version,
            title=measure.title,
            as_at=as_at,
            parameters=bound,
            columns=table.columns,
            rows=table.rows,
            notes=table.notes,
            parts=table.parts,
            caveats=caveats_covering(question.caveats, spans),
            snapshot=snapshot,
            calendars=source.calendars,
            definition_sha256=definition_digest(measure),
            goes_across=any(one.across for one in measure.groups),
        )


def _counted(source: Source) -> tuple[Table, tuple[Days, ...]]:
    question = source.question
    if any(one.statistic is Statistic.ROWS for one in question.measure.figures):
        return listed_rows(source)
    axes = axes_of(question)
    arranged = Arranging(question, axes, Counting(source, axes))
    if not question.has_dated_caveats:
        return arranged.table(), ()
    whole = arranged.all_rows()
    spans = (covered_days(whole, name) for name in question.dated_by)
    return arranged.table(), tuple(span for span in spans if span)
