"""What each case counts as, in every line: by request, and by question."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.domain.clock.whose_time import Holder
from answerable.domain.decisions.challenges import Finding
from answerable.domain.decisions.outcomes import Outcome
from answerable.domain.measures.office import (
    ChallengeFacts,
    ChallengeKind,
    OfficeFacts,
    QuestionFacts,
    RequestFacts,
    Standing,
    Timing,
    Unit,
    definitions,
    figures_of,
)

AS_AT = dt.date(2026, 4, 30)
MAIN = ("received", "resolvable", "owed")


def stands(**said):
    return QuestionFacts("", Standing(**said))


def answered(*outcomes, timing=Timing.IN_TIME, days=10, **more):
    return stands(
        timing=timing,
        is_answered=True,
        outcomes=frozenset(map(Outcome, outcomes)),
        days=days,
        **more,
    )


OPEN = stands(timing=Timing.OPEN_IN_TIME)
OPEN_LATE = stands(timing=Timing.OPEN_LATE)
ENDED = stands(timing=Timing.ENDED)


def counted(*questions, unit=Unit.REQUEST):
    """Return the lines in which one request of some questions counts, with how often."""
    facts = OfficeFacts(AS_AT, (RequestFacts("2026-0001", questions),))
    lines = figures_of(facts, unit=unit).lines
    return {one.ident: one.numerator for one in lines if one.numerator}


ROWS = [
    ("all given", [answered("disclosed")], {"granted", "in_time", *MAIN}),
    ("given late", [answered("disclosed", timing=Timing.LATE)], {"granted", "late", *MAIN}),
    ("open, not late", [OPEN], {"open", "open_in_time", *MAIN}),
    ("open, late", [OPEN_LATE], {"open", "open_late", *MAIN}),
    ("withdrawn", [ENDED], {"lapsed", "ended", "received"}),
    (
        "one question answered, another open",
        [answered("disclosed"), OPEN],
        {"open", "open_in_time", *MAIN},
    ),
    (
        "one question answered late, another open: it can no more be in time",
        [answered("disclosed", timing=Timing.LATE), OPEN],
        {"open", "open_late", *MAIN},
    ),
    (
        "two clocks, one of them missed",
        [answered("disclosed"), answered("disclosed", timing=Timing.LATE)],
        {"granted", "late", *MAIN},
    ),
    ("one answered, another withdrawn", [answered("disclosed"), ENDED], {"granted", "in_time", *MAIN}),
    (
        "given and withheld",
        [answered("disclosed"), answered("withheld", citations=frozenset({"31(1)(a)"}))],
        {"part", "refused", "limb:31(1)(a)", "in_time", *MAIN},
    ),
    ("given in part", [answered("part_disclosed")], {"part", "refused", "in_time", *MAIN}),
    (
        "withheld",
        [answered("withheld", citations=frozenset({"31(1)(a)", "40(2)"}))],
        {"withheld", "withheld_exemption", "refused", "limb:31(1)(a)", "limb:40(2)", "in_time", *MAIN},
    ),
    (
        "over the cost limit, and the rest withheld: one reason alone",
        [answered("cost_limit"), answered("withheld")],
        {"withheld", "withheld_cost", "refused", "in_time", *MAIN},
    ),
    ("vexatious", [answered("vexatious")], {"withheld", "withheld_vexatious", "refused", "in_time", *MAIN}),
    ("repeated", [answered("repeated")], {"withheld", "withheld_vexatious", "refused", "in_time", *MAIN}),
    (
        "neither confirmed nor denied",
        [answered("ncnd")],
        {"withheld", "withheld_exemption", "refused", "in_time", *MAIN},
    ),
    ("not held", [answered("not_held", "signposted")], {"not_held", "in_time", "received", "owed"}),
    ("not held, the rest given", [answered("not_held"), answered("disclosed")], {"granted", "in_time", *MAIN}),
    (
        "section 21 only: apart, and its ground is in no refusal",
        [answered("elsewhere", citations=frozenset({"21(1)"}))],
        {"s21_only", "in_time", "received", "owed"},
    ),
    (
        "section 21 only, the rest given",
        [answered("elsewhere"), answered("disclosed")],
        {"s21_only", "in_time", "received", "owed"},
    ),
    (
        "section 21 and another ground",
        [answered("elsewhere"), answered("withheld")],
        {"withheld", "withheld_exemption", "refused", "in_time", *MAIN},
    ),
    ("advice alone", [answered("signposted")], {"advice", "in_time", "received", "owed"}),
    ("an answer that nobody decided", [answered()], {"not_recorded", "in_time", *MAIN}),
    (
        "a clock that cannot be counted",
        [answered("disclosed", timing=Timing.NOT_COUNTABLE, days=None)],
        {"granted", "not_countable", "received", "resolvable"},
    ),
    (
        "extended by twenty days",
        [answered("disclosed", is_extended=True, extended_by=20)],
        {"granted", "in_time", "extended", "extended_to_20", *MAIN},
    ),
    (
        "extended by more",
        [answered("disclosed", is_extended=True, extended_by=21)],
        {"granted", "in_time", "extended", "extended_over_20", *MAIN},
    ),
    (
        "extended, and waiting",
        [stands(is_extended=True, asked_what_was_meant=True)],
        {"open", "open_in_time", "extended", "extended_unknown", "clarification", *MAIN},
    ),
    (
        "a fee that was paid",
        [stands(fee_asked=True, fee_paid=True)],
        {"open", "open_in_time", "fees_notices", "fees_paid", *MAIN},
    ),
    ("EIR", [answered("disclosed", is_eir=True)], {"granted", "in_time", "received_eir", *MAIN}),
    (
        "half EIR is not mostly",
        [answered("disclosed", is_eir=True), answered("disclosed")],
        {"granted", "in_time", *MAIN},
    ),
]  # fmt: skip
DUE = {"in_time", "late", "open_late"}


@pytest.mark.parametrize(("case", "questions", "lines"), ROWS, ids=[one[0] for one in ROWS])
def test_a_case_counts_in_these_lines_and_no_others(case, questions, lines):
    expected = set(lines)
    if expected & DUE:
        expected.add("due")
    if "in_time" in expected:
        expected.add("in_time_of_due")

    found = counted(*questions)

    assert set(found) == expected
    assert set(found.values()) == {1}


def test_by_question_each_counts_for_itself():
    found = counted(answered("disclosed"), answered("withheld"), OPEN_LATE, unit=Unit.QUESTION)

    assert (found["received"], found["granted"], found["withheld"], found["open_late"]) == (
        3,
        1,
        1,
        1,
    )


def test_a_line_names_its_cases_and_its_denominator():
    facts = OfficeFacts(
        AS_AT,
        (
            RequestFacts("2026-0001", (answered("disclosed"),)),
            RequestFacts("2026-0002", (OPEN,)),
            RequestFacts("2026-0003", (ENDED,)),
        ),
    )

    line = figures_of(facts).line("in_time")

    assert (line.numerator, line.denominator, line.cases) == (1, 2, ("2026-0001",))


def test_what_is_open_and_not_yet_late_is_no_success():
    facts = OfficeFacts(AS_AT, tuple(RequestFacts(str(one), (OPEN,)) for one in range(9)))

    line = figures_of(facts).line("in_time")

    assert (line.numerator, line.denominator) == (0, 9)


def test_the_days_of_a_request_are_those_of_its_last_answer():
    facts = OfficeFacts(
        AS_AT, (RequestFacts("1", (answered("disclosed", days=4), answered("disclosed", days=19))),)
    )

    by_request, by_question = (figures_of(facts, unit=one).lengths[0] for one in Unit)

    assert (by_request.count, by_request.median) == (1, 19)
    assert (by_question.count, by_question.median) == (2, 11.5)


def test_days_at_a_stage_are_of_those_that_spent_one_there():
    days = ((Holder.CHECKER, 3), (Holder.INTAKE, 0))
    with_checker = replace(answered("disclosed"), stage_days=days)
    facts = OfficeFacts(AS_AT, (RequestFacts("1", (with_checker, answered("disclosed"))),))

    lengths = {one.ident: one for one in figures_of(facts).lengths}

    assert (lengths["stage_checker"].count, lengths["stage_checker"].median) == (1, 3)
    assert (lengths["stage_intake"].count, lengths["stage_intake"].median) == (0, None)


def challenge(kind, **about):
    return ChallengeFacts("2026-0001", ChallengeKind(kind), **about)


DAY = dt.date(2026, 4, 10)
CHALLENGES = [
    (challenge("review"), {"reviews", "reviews_owed", "reviews_open"}),
    (challenge("review", due_on=DAY), {"reviews", "reviews_owed", "reviews_open", "reviews_open_late"}),
    (challenge("review", is_withdrawn=True), {"reviews", "reviews_withdrawn"}),
    (
        challenge("review", due_on=DAY, decided_on=DAY, findings=frozenset({Finding.UPHELD})),
        {"reviews", "reviews_owed", "reviews_completed", "reviews_in_time", "reviews_upheld"},
    ),
    (
        challenge(
            "review",
            due_on=DAY,
            decided_on=DAY + dt.timedelta(days=1),
            findings=frozenset({Finding.UPHELD, Finding.OVERTURNED}),
        ),
        {"reviews", "reviews_owed", "reviews_completed", "reviews_late", "reviews_part"},
    ),
    (challenge("complaint"), {"complaints", "complaints_open"}),
    (
        challenge("complaint", decided_on=DAY, findings=frozenset({Finding.OVERTURNED})),
        {"complaints", "complaints_decided", "complaints_overturned"},
    ),
    (challenge("complaint", is_withdrawn=True), {"complaints", "complaints_withdrawn"}),
    (challenge("tribunal"), {"appeals"}),
]  # fmt: skip


@pytest.mark.parametrize(("one", "lines"), CHALLENGES)
def test_a_challenge_counts_in_these_lines(one, lines):
    figures = figures_of(OfficeFacts(AS_AT, challenges=(one,)))

    assert {line.ident for line in figures.lines if line.numerator} == lines


def test_a_decided_review_without_a_finding_is_shown_as_a_sum_that_does_not_come_out():
    one = challenge("review", decided_on=DAY)

    failed = [
        check
        for check in figures_of(OfficeFacts(AS_AT, challenges=(one,))).checks
        if not check.holds
    ]

    assert [(check.ident, check.total, check.added) for check in failed] == [
        ("review_outcomes", 1, 0)
    ]


ANSWERED = st.builds(
    stands,
    timing=st.sampled_from([Timing.IN_TIME, Timing.LATE, Timing.NOT_COUNTABLE]),
    is_answered=st.just(True),
    is_eir=st.booleans(),
    outcomes=st.frozensets(st.sampled_from(list(Outcome)), max_size=4),
    citations=st.frozensets(st.sampled_from(["31(1)(a)", "40(2)", "EIR 12(5)(b)"])),
    days=st.none() | st.integers(0, 90),
    is_extended=st.booleans(),
    extended_by=st.none() | st.integers(0, 40),
)
UNANSWERED = st.builds(
    stands,
    timing=st.sampled_from(
        [Timing.OPEN_IN_TIME, Timing.OPEN_LATE, Timing.ENDED, Timing.NOT_COUNTABLE]
    ),
    is_extended=st.booleans(),
    extended_by=st.none() | st.integers(0, 40),
)
REQUESTS = st.lists(
    st.lists(ANSWERED | UNANSWERED, min_size=1, max_size=4).map(
        lambda questions: RequestFacts("2026-0001", tuple(questions))
    ),
    max_size=8,
)
REVIEWS = st.lists(
    st.builds(
        ChallengeFacts,
        reference=st.just("2026-0001"),
        kind=st.sampled_from(list(ChallengeKind)),
        due_on=st.none() | st.dates(dt.date(2026, 3, 1), dt.date(2026, 6, 1)),
        decided_on=st.none() | st.dates(dt.date(2026, 3, 1), AS_AT),
        is_withdrawn=st.booleans(),
        findings=st.frozensets(st.sampled_from(list(Finding)), min_size=1),
    ),
    max_size=6,
)


@given(REQUESTS, REVIEWS, st.sampled_from(list(Unit)))
def test_every_sum_comes_out_whatever_happened(requests, challenges, unit):
    figures = figures_of(
        OfficeFacts(AS_AT, tuple(requests), challenges=tuple(challenges)), unit=unit
    )

    assert [one for one in figures.checks if not one.holds] == []
    for line in figures.lines:
        assert len(line.cases) == line.numerator
        assert line.denominator is None or line.numerator <= line.denominator
    assert [one.ident for one in figures.lines if not one.ident.startswith("limb:")] == list(
        definitions()
    )
