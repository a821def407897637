"""The office's figures by their plain definition: each question asked for by itself, slowly, nothing shared."""

from decimal import Decimal

from django.utils.timezone import localtime

from answerable.domain.clock import (
    ClockFacts,
    ClockRefused,
    Event,
    EventKind,
    OutsideCalendar,
    Regime,
    State,
    question_clock,
)
from answerable.domain.clock.more_time import EXTENSIONS, first_due_on
from answerable.domain.clock.regimes import calendar_of
from answerable.domain.clock.whose_time import Told, held_by, shares_of, waits_of
from answerable.domain.decisions.outcomes import Outcome
from answerable.domain.measures.office import Standing, Timing
from answerable.domain.measures.office.standing import days_of, extension_of, lines_of
from answerable.queries.ledger import ledger_rows
from answerable.records.casework.models import DecisionVersion, Question, QuestionEvent, Request

COUNTED = ("FOIA", "EIR", "FOISA")
ENDS = ("question closed", "question withdrawn", "question lapsed")
STAGES = {
    "intake": "stage_intake", "officer": "stage_officer", "information owners": "stage_owners",
    "checker": "stage_checker", "manager": "stage_manager", "sending": "stage_sending",
    "requester": "stage_requester",
}  # fmt: skip


def plain_figures(period, *, as_at, table):
    """Return, by unit, the cases of each line, and the sorted days and cases of each length."""
    counted = {"request": ({}, {}), "question": ({}, {})}
    for request in Request.objects.filter(
        received_on__gte=period.first, received_on__lte=period.last
    ).order_by("received_on", "pk"):
        if localtime(request.taken_in_at).date() > as_at:
            continue
        lines = _lines_told(request, as_at)
        questions = (
            [] if _is_none(request, lines, as_at) else _standings(request, lines, as_at, table)
        )
        if not questions:
            for behind, _ in counted.values():
                behind.setdefault("left_out", []).append(request.reference)
            continue
        _count(*counted["request"], request.reference, [one for _, one, _ in questions])
        for case, standing, shares in questions:
            _count(*counted["question"], case, [standing])
            for _, days in counted.values():
                for who, number in shares.items():
                    days.setdefault(STAGES[who], []).append((number, case))
    return counted


def plain_length(pairs):
    """Return how many there are, the median, the 90th percentile, and the cases, the longest first."""
    days = sorted(number for number, _ in pairs)
    half, rest = divmod(len(days), 2)
    median = Decimal(days[half]) if rest else Decimal(days[half - 1] + days[half]) / 2
    least = next(one for one in days if 10 * sum(each <= one for each in days) >= 9 * len(days))
    cases = tuple(case for _, case in sorted(pairs, key=lambda one: (-one[0], one[1])))
    return len(days), median, least, cases


def _lines_told(request, as_at):
    rows = ledger_rows(subject=f"request {request.reference}", last=100_000)
    told = [Told(localtime(one.at).date(), one.action, one.by, one.data) for one in rows]
    return [one for one in told if one.on <= as_at]


def _is_none(request, lines, as_at):
    at = request.validated_at
    if request.validity == "no request" and at and localtime(at).date() <= as_at:
        return True
    merged = [one for one in lines if one.action == "requests merged"]
    return request.merged_into_id is not None and any(
        one.data.get("goes on") is False for one in merged
    )


def _standings(request, lines, as_at, table):
    found = []
    for question in Question.objects.filter(request=request).order_by("place"):
        events = [
            Event(EventKind(one.kind), one.on, one.to, one.until, one.why)
            for one in QuestionEvent.objects.filter(question=question, round=1).order_by("on", "pk")
            if localtime(one.recorded_at).date() <= as_at
        ]
        moved = [one.to for one in events if one.kind is EventKind.REGIME_CHANGED]
        regime = (moved or [request.regime])[-1]
        if regime not in COUNTED:
            continue
        began_on = request.received_on
        if question.round == 1 and question.round_from:
            began_on = question.round_from
        standing = _standing(
            ClockFacts(began_on, Regime(request.regime), tuple(events)),
            as_at=as_at, table=table, is_eir=regime == "EIR",
            is_ended=_is_ended(question, lines), decided=_decided(question, as_at),
        )  # fmt: skip
        case = f"{request.reference}/{question.label}" if question.label else request.reference
        found.append((case, standing, _shares(question, lines, events, began_on, regime, table)))
    return found


def _standing(facts, *, as_at, table, is_eir, is_ended, decided):
    kinds = [one.kind for one in facts.events]
    said = {
        "is_answered": EventKind.ANSWERED in kinds,
        "is_eir": is_eir,
        "outcomes": frozenset(Outcome(one) for one in decided["outcomes"]),
        "citations": frozenset(one["citation"] for one in decided["grounds"]),
        "is_extended": any(one in kinds for one in EXTENSIONS),
        "asked_what_was_meant": EventKind.CLARIFICATION_REQUESTED in kinds,
        "fee_asked": EventKind.FEES_NOTICE in kinds,
        "fee_paid": EventKind.FEE_RECEIVED in kinds,
    }
    try:
        clock = question_clock(facts, table)
        said["days"] = clock.days_taken
        first_on = first_due_on(facts, table)
        if first_on and clock.due_on:
            said["extended_by"] = clock.count.calendar.count(first_on, clock.due_on)
        timing = _timing(clock, as_at)
    except (ClockRefused, OutsideCalendar):
        said["days"], said["extended_by"], timing = None, None, Timing.NOT_COUNTABLE
    if is_ended and not said["is_answered"]:
        timing = Timing.ENDED
    return Standing(timing=timing, **said)


def _timing(clock, as_at):
    if clock.state is State.ANSWERED:
        return Timing.LATE if clock.is_late else Timing.IN_TIME
    if clock.state is State.LAPSED:
        return Timing.ENDED
    return Timing.OPEN_LATE if clock.due_on and as_at > clock.due_on else Timing.OPEN_IN_TIME


def _is_ended(question, lines):
    about = [
        one.action
        for one in lines
        if one.action in (*ENDS, "question reopened") and question.label in one.data["questions"]
    ]
    return bool(about) and about[-1] in ENDS


def _decided(question, as_at):
    found = {"outcomes": [], "grounds": []}
    for one in DecisionVersion.objects.filter(question=question, round=1).order_by("number"):
        if localtime(one.at).date() <= as_at:
            found = one.decision
    return found


def _shares(question, lines, events, began_on, regime, table):
    answered = [one.on for one in events if one.kind is EventKind.ANSWERED]
    days = {}
    if not answered:
        return days
    try:
        shares = shares_of(
            held_by(lines, question.label),
            waits_of(events, answered_on=answered[0]),
            received_on=began_on,
            answered_on=answered[0],
            calendar=calendar_of(regime, table),
        )
    except OutsideCalendar:
        return days
    for one in shares:
        days[one.who.value] = days.get(one.who.value, 0) + one.days
    return days


def _count(behind, days, case, standings):
    for ident in lines_of(standings):
        behind.setdefault(ident, []).append(case)
    for name, found in (
        ("days_to_answer", days_of(standings)),
        ("days_extended", extension_of(standings)),
    ):
        if found is not None:
            days.setdefault(name, []).append((found, case))
