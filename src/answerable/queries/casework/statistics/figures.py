"""The office's figures of a period, as they were known at the end of a day."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from answerable.domain.clock import Event, EventKind, Holidays
from answerable.domain.clock.whose_time import Told
from answerable.domain.measures.office import (
    OfficeFacts,
    OfficeFigures,
    Period,
    QuestionFacts,
    RequestFacts,
    Unit,
    figures_of,
)
from answerable.queries.casework.statistics.challenges import challenges_in
from answerable.queries.casework.statistics.cohort import (
    Cohort,
    QuestionRow,
    RequestRow,
    cohort_of,
    disposed_in,
    moment_after,
)
from answerable.queries.casework.statistics.endings import Endings, endings_in
from answerable.queries.casework.statistics.questions import QuestionCounter, regime_of
from answerable.queries.casework.statistics.stages import (
    Answered,
    StageDays,
    stage_days,
    told_in,
)
from answerable.records.casework.models import Validity


@dataclass(frozen=True, slots=True)
class _Known:
    """What was read, and how questions are counted; `told` is None where stages are not asked for."""

    cohort: Cohort
    endings: Endings
    counter: QuestionCounter
    told: Mapping[str, Sequence[Told]] | None
    before: dt.datetime


def office_figures(
    period: Period, *, as_at: dt.date, table: Holidays, with_stages: bool = True
) -> OfficeFigures:
    """Return the figures of what came in a period, by request and by question."""
    facts = office_facts(period, as_at=as_at, table=table, with_stages=with_stages)
    return OfficeFigures(
        period=period,
        as_at=as_at,
        calendar=table.version,
        by_request=figures_of(facts, unit=Unit.REQUEST),
        by_question=figures_of(facts, unit=Unit.QUESTION),
    )


def office_facts(
    period: Period, *, as_at: dt.date, table: Holidays, with_stages: bool = True
) -> OfficeFacts:
    """Return what was known at the end of a day of all that came in a period: ten queries, however much came.

    What was recorded later does not count, even where it happened earlier. Nothing says where questions
    spent their days without `with_stages`, which reads far more of the ledger.
    """
    before = moment_after(as_at)
    known = _Known(
        cohort=cohort_of(period, before=before),
        endings=endings_in(period, before=before),
        counter=QuestionCounter(as_at, table),
        told=told_in(period, before=before) if with_stages else None,
        before=before,
    )
    requests, left_out = [], [*disposed_in(period)]
    for row in known.cohort.requests:
        questions = () if _is_no_request(row, known) else tuple(_questions(row, known))
        if questions:
            requests.append(RequestFacts(row.reference, questions))
        else:
            left_out.append(row.reference)
    challenges = challenges_in(period, before=before, as_at=as_at, table=table)
    return OfficeFacts(as_at, tuple(requests), tuple(left_out), challenges)


def _is_no_request(row: RequestRow, known: _Known) -> bool:
    """Return whether what came was no request for information, or is answered as another one."""
    was_looked_at = row.validated_at is not None and row.validated_at < known.before
    is_none = was_looked_at and row.validity == Validity.NO_REQUEST
    return is_none or (row.merged_into is not None and row.reference in known.endings.merged)


def _questions(row: RequestRow, known: _Known) -> Iterator[QuestionFacts]:
    for question in known.cohort.questions.get(row.pk, ()):
        events = known.cohort.events.get(question.pk, ())
        found = known.counter.facts(
            row,
            question,
            events,
            decided=known.cohort.decided.get(question.pk),
            is_ended=(row.reference, question.label) in known.endings.ended,
        )
        if found is None:
            continue
        if known.told is not None and found.is_answered:
            found = replace(found, stage_days=_days(row, question, events, known))
        yield found


def _days(
    row: RequestRow, question: QuestionRow, events: Sequence[Event], known: _Known
) -> StageDays:
    answered = Answered(
        label=question.label,
        events=events,
        received_on=question.began_on or row.received_on,
        answered_on=next(one.on for one in events if one.kind is EventKind.ANSWERED),
        regime=regime_of(row, events),
    )
    lines = (known.told or {}).get(row.reference, ())
    return stage_days(lines, answered, table=known.counter.table)
