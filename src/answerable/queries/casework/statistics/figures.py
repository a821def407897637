"""The office's figures of a period, as they were known at the end of a day."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.domain.clock import Holidays
from answerable.domain.measures.office import (
    OfficeFacts,
    OfficeFigures,
    Period,
    QuestionFacts,
    RequestFacts,
    StageDays,
    Unit,
    figures_by_unit,
)
from answerable.measuring.collecting import without_collecting
from answerable.queries.casework.statistics.challenges import challenges_in
from answerable.queries.casework.statistics.cohort import (
    QuestionRow,
    RequestRow,
    cohort_of,
    disposed_in,
    moment_after,
)
from answerable.queries.casework.statistics.ledger import TheLedger, ledger_of
from answerable.queries.casework.statistics.questions import QuestionCounter
from answerable.queries.casework.statistics.stages import StageCounter


@dataclass(frozen=True, slots=True)
class _Known:
    """What the ledger told, and how questions are counted."""

    ledger: TheLedger
    counter: QuestionCounter
    with_stages: bool


def office_figures(
    period: Period, *, as_at: dt.date, table: Holidays, with_stages: bool = True
) -> OfficeFigures:
    """Return the figures of what came in a period, by request and by question."""
    # Rows and facts hang together in no circle: to look for some among a hundred thousand takes a quarter of the time.
    with without_collecting():
        facts = office_facts(period, as_at=as_at, table=table, with_stages=with_stages)
        figures = figures_by_unit(facts)
    return OfficeFigures(
        period=period,
        as_at=as_at,
        calendar=table.version,
        by_request=figures[Unit.REQUEST],
        by_question=figures[Unit.QUESTION],
    )


def office_facts(
    period: Period, *, as_at: dt.date, table: Holidays, with_stages: bool = True
) -> OfficeFacts:
    """Return what was known at the end of a day of all that came in a period: ten queries, however much came.

    What was recorded later does not count, even where it happened earlier. Nothing says where questions
    spent their days without `with_stages`, which reads far more of the ledger.
    """
    before = moment_after(as_at)
    ledger = ledger_of(period, before=before, with_stages=with_stages)
    known = _Known(ledger, QuestionCounter(as_at, table), with_stages)
    requests, left_out = [], [*disposed_in(period)]
    for row, found in cohort_of(period, before=before):
        questions = () if _is_no_request(row, known) else tuple(_questions(row, found, known))
        if questions:
            requests.append(RequestFacts(row.reference, questions))
        else:
            left_out.append(row.reference)
    challenges = challenges_in(period, before=before, as_at=as_at, table=table)
    return OfficeFacts(as_at, tuple(requests), tuple(left_out), challenges)


def _is_no_request(row: RequestRow, known: _Known) -> bool:
    """Return whether what came was no request for information, or is answered as another one."""
    return row.is_none or (row.is_merged and row.reference in known.ledger.merged)


def _questions(
    row: RequestRow, questions: Sequence[QuestionRow], known: _Known
) -> Iterator[QuestionFacts]:
    counter, ledger = known.counter, known.ledger
    stages = StageCounter(ledger.handed.get(row.reference, ()), counter.table)
    for question in questions:
        history = counter.history(row, question)
        if history is None:
            continue
        is_ended = (row.reference, question.label) in ledger.ended
        standing = counter.standing(history, question, is_ended=is_ended)
        days: StageDays = ()
        if known.with_stages and standing.is_answered:
            days = stages.days(question.label, history, began_on=question.began_on)
        yield QuestionFacts(question.label, standing, days)
