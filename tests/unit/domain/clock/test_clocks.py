"""What moves a clock and what does not, where the law pages give no row."""

import datetime as dt
from dataclasses import replace

import pytest

from answerable.domain.clock import (
    CalendarName,
    ClockFacts,
    ClockRefused,
    OutsideCalendar,
    Regime,
    State,
    Variant,
    facts_of_part,
    question_clock,
    shipped_holidays,
)
from answerable.domain.clock.limits import limit_of
from answerable.domain.clock.written import events_of, period_of

TABLE = shipped_holidays()


def clock(received, *events, regime=Regime.FOIA, **facts):
    day = dt.date.fromisoformat(received)
    return question_clock(ClockFacts(day, regime, events_of(events), **facts), TABLE)


DUE = [
    ("FOIA", "2025-10-06", "fee:2025-11-04:2025-11-10", "2025-11-03", "a notice after day 20"),
    (
        "EIR",
        "2025-10-06",
        "clarification:2025-11-04:2025-11-10",
        "2025-11-03",
        "asked after day 20",
    ),
    ("EIR", "2025-10-06", "complex_extension_notice:2025-11-03", "2025-12-02", "notice on day 20"),
    ("EIR", "2025-10-06", "complex_extension_notice:2025-11-04", "2025-11-03", "notice too late"),
    ("EIR", "2025-10-06", "identity:2025-10-07:2025-10-20", "2025-11-03", "no name is needed"),
    ("FOIA", "2025-10-06", "identity:2025-10-07:2025-10-20", "2025-11-17", "no name, no request"),
    ("FOIA", "2025-10-06", "pit_extension_notice:2025-11-03:2025-11-20", "2025-11-20", "promised"),
    ("FOIA", "2025-10-06", "pit_extension_notice:2025-11-05", "2025-12-02", "late notice, s.10(3)"),
    ("RPSI", "2025-10-06", "complex_extension_notice:2025-11-03:2025-11-20", "2025-11-20", "until"),
    ("SAR", "2025-09-03", "identity:2025-09-04:2025-09-10", "2025-10-10", "from the proof"),
    ("SAR", "2025-09-03", "fee:2025-09-04:2025-09-10", "2025-10-10", "from the fee"),
    ("SAR", "2025-09-03", "complex_extension_notice:2025-10-03", "2025-12-03", "in the month"),
    ("SAR", "2025-09-03", "complex_extension_notice:2025-10-06", "2025-10-03", "after the month"),
    ("SAR", "2026-03-02", "information:2026-03-05:2026-03-05", "2026-04-07", "one day, and Easter"),
    ("FOIA", "2025-10-06", "regime_changed:2025-10-14:EIR", "2025-11-03", "receipt stays"),
    ("FOIA", "2025-10-06", "regime_changed:2025-10-14:SAR", "2025-11-06", "one month instead"),
    ("FOIA", "2025-10-06", "part_split_off:2025-10-14", "2025-11-03", "the rest goes on"),
    ("FOISA", "2025-02-24", "clarification:2025-02-25:2025-03-03", "2025-03-31", "restarts"),
    ("SAR", "2026-04-14", "information:2026-04-14:2026-04-15", "2026-05-15", "receipt is day 0"),
    ("SAR", "2026-03-02", "information:2026-05-05", "2026-04-02", "asked a month too late"),
    (
        "SAR",
        "2025-01-15",
        "complex_extension_notice:2025-02-15",
        "2025-04-15",
        "a Saturday, in time",
    ),
    (
        "SAR",
        "2025-01-15",
        "complex_extension_notice:2025-01-20:2025-06-02",
        "2025-04-15",
        "no more",
    ),
    (
        "FOIA",
        "2025-10-06",
        "pit_extension_notice:2025-10-10:2025-10-20",
        "2025-11-03",
        "never less",
    ),
    ("PART3", "2025-09-03", "complex_extension_notice:2025-09-10", "2025-10-03", "not before 2026"),
    ("PART3", "2026-03-03", "complex_extension_notice:2026-03-10", "2026-06-03", "since 2026"),
]


@pytest.mark.parametrize(("regime", "received", "event", "due", "because"), DUE)
def test_what_happens_moves_the_due_date_or_not(regime, received, event, due, because):
    assert str(clock(received, event, regime=Regime(regime)).due_on) == due, because


OVERLAPPING = [
    (
        "SAR",
        "2026-03-02",
        ["information_requested:2026-03-03", "clarification:2026-03-05:2026-03-10",
         "information_received:2026-03-20"],
        "2026-04-20",
        "a pause inside another is left out once",
    ),
    (
        "FOIA",
        "2026-11-12",
        ["fees_notice:2026-12-07", "clarification:2026-12-14:2026-12-16", "fee_received:2026-12-18"],
        "2027-01-21",
        "while the fee is awaited no question comes too late",
    ),
    (
        "FOIA",
        "2025-10-06",
        ["clarification_requested:2025-10-08", "information:2025-12-01:2025-12-04",
         "clarification_received:2025-12-05"],
        "2026-01-08",
        "nor while a clarification is awaited",
    ),
    (
        "EIR",
        "2025-10-06",
        ["complex_extension_notice:2025-10-20", "clarification:2025-10-21:2025-11-03",
         "complex_extension_notice:2025-11-10"],
        "2026-01-05",
        "after a restart notice can be given again",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("regime", "received", "events", "due", "because"), OVERLAPPING)
def test_what_overlaps_is_counted_once_and_judged_when_it_happened(
    regime, received, events, due, because
):
    shown = clock(received, *events, regime=Regime(regime))

    assert (str(shown.due_on), shown.alternatives) == (due, ()), because


VARIANTS = [
    ("FOIA", "armed-forces", "pit_extension_notice:2025-12-01", "2026-01-05", "2026-01-05"),
    ("FOIA", "archive", "pit_extension_notice:2025-11-10", "2025-12-02", "2025-11-17"),
    ("EIR", "complex", "complex_extension_notice:2025-11-20", "2025-11-03", "2025-11-03"),
    ("EIR", "complex", "complex_extension_notice:2025-11-03", "2025-12-02", "2025-11-03"),
    ("PART3", "complex", None, "2025-11-06", "None"),
]


@pytest.mark.parametrize(("regime", "variant", "event", "due", "notice"), VARIANTS)
def test_an_extension_never_takes_away_what_a_variant_gives(regime, variant, event, due, notice):
    events = [event] if event else []

    shown = clock("2025-10-06", *events, regime=Regime(regime), variant=Variant(variant))

    assert (str(shown.due_on), str(shown.notice_due_on)) == (due, notice)


def test_the_nation_of_whoever_holds_the_data_counts_for_that_regime_only():
    shown = clock(
        "2025-02-24", "regime_changed:2025-02-26:FOIA", regime=Regime.SAR, calendar=CalendarName.SCT
    )

    assert shown.count.calendar.name is CalendarName.UK_ANY
    assert str(shown.due_on) == "2025-03-25"


def test_no_day_counts_while_something_is_awaited():
    shown = clock("2025-10-06", "fee:2025-10-16", "answered:2025-12-19")

    assert (shown.days_taken, shown.is_late) == (8, False)


ARGUABLE = [
    ("FOIA", "2025-10-06", "clarification:2025-11-04:2025-11-10", "2025-11-03", "2025-12-09"),
    ("SAR", "2025-09-03", "information:2025-09-08:2025-09-12", "2025-10-03", "2025-10-08"),
    (
        "FOIA",
        "2025-10-06",
        "pit_extension_notice:2025-11-03:2026-01-12",
        "2025-12-02",
        "2026-01-12",
    ),
    ("FOIA", "2025-10-06", "clarification:2025-11-04", "2025-11-03", "None"),
    ("SAR", "2025-09-03", "information:2025-09-08", "2025-10-03", "None"),
]


@pytest.mark.parametrize(("regime", "received", "event", "due", "other"), ARGUABLE)
def test_where_the_law_is_arguable_both_dates_stand_and_the_earlier_counts(
    regime, received, event, due, other
):
    shown = clock(received, event, regime=Regime(regime))

    assert (str(shown.due_on), [str(one.due_on) for one in shown.alternatives]) == (due, [other])
    assert str(shown.work_to) == due
    assert all(one.why for one in shown.alternatives)


def test_the_office_works_to_the_earlier_date_even_where_it_is_the_other_reading():
    shown = clock("2022-09-05")

    assert str(shown.due_on) == "2022-10-04"
    assert str(shown.work_to) == "2022-10-03"


def test_a_request_that_came_after_the_proclamation_is_settled():
    assert not clock("2022-09-12").is_arguable


def test_an_unpaid_fee_waits_and_a_late_one_lapses():
    waiting = clock("2025-10-06", "fee:2025-10-16")
    lapsed = clock("2025-10-06", "fee:2025-10-16:2026-01-16")
    paid = clock("2025-10-06", "fee:2025-10-16:2026-01-15")

    assert (waiting.state, waiting.due_on, str(waiting.pay_by)) == (
        State.WAITING,
        None,
        "2026-01-15",
    )
    assert (lapsed.state, lapsed.due_on) == (State.LAPSED, None)
    assert (paid.state, str(paid.due_on)) == (State.RUNNING, "2026-02-03")


def test_a_fee_in_advance_for_environmental_information_has_sixty_working_days():
    assert str(clock("2025-10-06", "fee:2025-10-16", regime=Regime.EIR).pay_by) == "2026-01-15"


def test_a_restart_ends_an_extension_that_was_noticed_before():
    shown = clock(
        "2025-10-06", "pit_extension_notice:2025-10-10", "clarification:2025-10-14:2025-10-20"
    )

    assert str(shown.due_on) == "2025-11-17"
    assert "ended when the clock started again" in shown.notes[0]


def test_a_notice_of_another_regime_is_only_noted_after_a_change():
    shown = clock("2025-10-06", "pit_extension_notice:2025-10-10", "regime_changed:2025-10-14:EIR")

    assert str(shown.due_on) == "2025-11-03"
    assert any("belongs to another regime" in note for note in shown.notes)


def test_each_review_has_its_own_clock():
    shown = clock(
        "2025-10-06",
        "answered:2025-11-03",
        "review_requested:2025-11-03",
        "review_extension_notice:2025-11-20",
        "review_answered:2026-01-05",
    )

    (review,) = shown.reviews
    assert (str(review.due_on), review.days_taken, review.is_late) == ("2026-01-05", 40, False)


def test_a_part_that_is_split_off_keeps_the_receipt_and_has_its_own_date():
    events = events_of(
        ["fee:2025-10-08:2025-10-09", "part_split_off:2025-10-14", "answered:2025-10-20"]
    )
    whole = ClockFacts(dt.date(2025, 10, 6), events=events)

    part = facts_of_part(whole, split_on=dt.date(2025, 10, 14))
    waiting = events_of(["clarification:2025-10-14:2025-10-27"])
    shown = question_clock(replace(part, events=(*part.events, *waiting)), TABLE)

    assert str(question_clock(part, TABLE).due_on) == "2025-11-05"
    assert str(shown.due_on) == "2025-11-24"
    assert question_clock(whole, TABLE).state is State.ANSWERED


def test_a_regime_without_a_limit_for_reviews_says_so():
    shown = clock("2025-10-06", "answered:2025-11-03", "review:2025-11-10", regime=Regime.RPSI)

    assert shown.reviews == ()
    assert "RPSI sets no limit for a review" in shown.notes


def test_days_over_are_counted_from_what_the_notice_promised():
    shown = clock("2025-10-06", "pit_extension_notice:2025-11-03:2025-11-20")

    assert shown.days_left(dt.date(2025, 11, 21)) == -1


def test_a_school_needs_its_terms_and_counts_days_in_them():
    terms = (period_of("2025-09-02:2025-10-24"), period_of("2025-11-03:2025-12-19"))

    shown = clock("2025-10-06", "answered:2025-11-10", variant=Variant.SCHOOL, sessions=terms)

    assert str(shown.due_on) == "2025-11-10"
    assert (shown.days_taken, shown.is_late) == (20, False)
    with pytest.raises(ClockRefused, match="session"):
        clock("2025-10-06", variant=Variant.SCHOOL)


@pytest.mark.parametrize(
    ("variant", "due"),
    [
        (Variant.ARCHIVE, "2025-11-17"),
        (Variant.ARMED_FORCES, "2026-01-05"),
        (Variant.ABROAD, "2026-01-05"),
    ],
)
def test_other_bodies_have_longer(variant, due):
    assert str(clock("2025-10-06", variant=variant).due_on) == due


def test_days_left_run_down_to_nothing_and_then_over():
    shown = clock("2025-10-06")

    left = {
        day: shown.days_left(dt.date.fromisoformat(day))
        for day in (
            "2025-10-01",
            "2025-10-06",
            "2025-10-31",
            "2025-11-01",
            "2025-11-03",
            "2025-11-04",
            "2025-11-08",
        )
    }

    assert list(left.values()) == [20, 20, 1, 1, 0, -1, -5]


def test_an_office_may_set_itself_a_shorter_limit():
    assert str(clock("2025-10-06", limit=limit_of("10wd")).due_on) == "2025-10-20"


def test_a_date_before_the_law_is_counted_and_said_to_be_before_it():
    shown = clock("2003-06-02")

    assert str(shown.due_on) == "2003-06-30"
    assert "holds since 2005-01-01" in shown.notes[0]


REFUSED = [
    (["answered:2025-10-01"], "the request was received on 2025-10-06"),
    (["answered:2025-10-09", "answered:2025-10-09"], "twice"),
    (["answered:2025-10-09", "answered:2025-10-10"], "only happen once"),
    (["fees_notice:2025-10-16", "answered:2025-10-10"], "in the order of their days"),
    (["clarification_received:2025-10-10"], "before that nothing says"),
    (["fee:2025-10-28:2025-10-16"], "before the fees notice was given"),
    (["clarification:2025-10-08", "clarification:2025-10-09"], "had not come yet"),
    (["answered:2025-10-09", "fee:2025-10-10"], "after that it cannot be"),
    (["review:2025-10-09", "answered:2025-10-10"], "before the answer was sent"),
    (["complex_extension_notice:2025-10-10"], "FOIA gives no more time because"),
    (["pit_extension_notice:2025-10-10", "pit_extension_notice:2025-10-11"], "a reason of its own"),
    (["pit_extension_notice:2025-10-10:2025-10-09"], "is not later"),
    (["regime_changed:2025-10-10"], "Say to which regime"),
    (["regime_changed:2025-10-10:XYZ"], "no regime called 'XYZ'"),
    (["sneezed:2025-10-10"], "Nothing known to the clock is called 'sneezed'"),
    (["answered"], "is no event"),
    (["answered:2025-10-10:2025-10-11"], "takes one date"),
    (["answered:2025-13-01"], "is no date"),
]


@pytest.mark.parametrize(("events", "words"), REFUSED)
def test_what_cannot_have_happened_is_refused_in_one_sentence(events, words):
    with pytest.raises(ClockRefused) as refused:
        clock("2025-10-06", *events)

    assert words in str(refused.value)
    assert "\n" not in str(refused.value)


def test_an_extension_of_re_use_must_say_until_when():
    with pytest.raises(ClockRefused, match="say until when"):
        clock("2025-10-06", "complex_extension_notice:2025-11-03", regime=Regime.RPSI)


@pytest.mark.parametrize(
    ("regime", "received", "events"),
    [
        ("FOIA", "2030-12-20", []),
        ("FOIA", "1999-12-30", []),
        ("SAR", "2025-10-06", ["identity:2025-10-07:9999-12-15"]),
        ("FOIA", "2025-10-06", ["clarification:2025-10-07:2031-01-06"]),
        ("RPSI", "2025-10-06", ["complex_extension_notice:2025-10-20:9999-12-31"]),
    ],
)
def test_a_date_outside_the_calendar_says_what_to_load(regime, received, events):
    with pytest.raises(OutsideCalendar, match="answerable calendar update FILE"):
        clock(received, *events, regime=Regime(regime))


@pytest.mark.parametrize("text", ["", "0wd", "20", "wd", "-5wd", "20 fortnights"])
def test_a_limit_that_means_nothing_is_refused(text):
    with pytest.raises(ClockRefused, match="no limit of time"):
        limit_of(text)
