"""The picture of the clock: its days, its words, and that nothing in it covers anything else."""

import datetime as dt
import re
from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from answerable.domain.clock import Limit, Regime, State
from answerable.domain.clock.limits import WORKING_DAYS
from answerable.publishing.timeline import (
    request_timeline,
    timeline,
    timeline_svg,
    timeline_words,
)
from answerable.publishing.timeline.layout import TEXT, drawing_of
from answerable.publishing.timeline.spans import SpanKind
from tests.support.clocks import DAYS, make_question_clock, question_clocks

ONE = dt.timedelta(days=1)
SVG = "{http://www.w3.org/2000/svg}"


def day(text):
    return dt.date.fromisoformat(text)


def drawn(question, today):
    return timeline(question.clock, question.events, today=day(today))


# ── In words ─────────────────────────────────────────────────────────────────────────────────────

STANDS = [
    ("", "2025-10-22", "Due Monday 3 November 2025: 8 working days left"),
    ("", "2025-11-02", "Due Monday 3 November 2025: 1 working day left"),
    ("", "2025-11-03", "Due Monday 3 November 2025: the answer is due today"),
    ("", "2025-11-04", "Due Monday 3 November 2025: 1 working day over"),
    ("", "2025-11-08", "Due Monday 3 November 2025: 5 working days over"),
    ("answered:2025-10-06", "2026-01-01", "Answered Monday 6 October 2025: 20 working days before time was up"),
    ("answered:2025-11-03", "2026-01-01", "Answered Monday 3 November 2025: on the last day in time"),
    ("answered:2025-11-05", "2026-01-01", "Answered Wednesday 5 November 2025: 2 working days late"),
    ("clarification:2025-10-08", "2025-12-01", "Waiting since Wednesday 8 October 2025: clarification was asked for"),
    ("clarification:2025-10-08 answered:2025-10-10", "2025-12-01", "Answered Friday 10 October 2025: the clock was waiting"),
    ("fee:2025-10-16", "2026-01-15", "Waiting since Thursday 16 October 2025: the fees notice was given"),
    ("fee:2025-10-16", "2026-01-16", "Lapsed: no fee had come by Thursday 15 January 2026"),
    ("fee:2025-10-16:2026-01-16", "2026-01-20", "Lapsed: the fee came after the last day to pay it"),
]  # fmt: skip


@pytest.mark.parametrize(("events", "today", "words"), STANDS)
def test_a_line_says_where_a_clock_stands(events, today, words):
    assert drawn(make_question_clock("2025-10-06", events), today).standing == words


SAID = [
    (
        "", "2025-10-22", Regime.FOIA,
        "Received on Monday 6 October 2025.",
        "Today is Wednesday 22 October 2025: 8 working days left.",
        "The answer is due on Monday 3 November 2025, after 20 working days; weekends do not count.",
    ),
    (
        "answered:2025-11-05", "2026-01-07", Regime.FOIA,
        "Received on Monday 6 October 2025.",
        "The answer was due on Monday 3 November 2025, after 20 working days; weekends do not count.",
        "The answer was sent on Wednesday 5 November 2025, after 22 working days: 2 working days late.",
    ),
    (
        "clarification:2025-10-08:2025-11-10", "2025-12-10", Regime.FOIA,
        "Received on Monday 6 October 2025.",
        "On Wednesday 8 October 2025 clarification was asked for.",
        "On Monday 10 November 2025 the clarification was received, and the clock started again.",
        "The answer was due on Tuesday 9 December 2025, after 20 working days; weekends do not count, "
        "nor does 1 December 2025 (St Andrew's Day (Scotland)).",
        "Today is Wednesday 10 December 2025: 1 working day over.",
    ),
    (
        "fee:2025-10-16:2025-10-16", "2025-11-04", Regime.FOIA,
        "Received on Monday 6 October 2025.",
        "On Thursday 16 October 2025 the fees notice was given.",
        "On Thursday 16 October 2025 the fee was received.",
        "On Thursday 16 October 2025 the clock was paused, because the fee was awaited: 1 working day does not count.",
        "The answer is due on Tuesday 4 November 2025, after 20 working days; weekends do not count.",
        "Today is Tuesday 4 November 2025: the answer is due today.",
    ),
    (
        "fee:2025-10-16", "2025-11-04", Regime.FOIA,
        "Received on Monday 6 October 2025.",
        "On Thursday 16 October 2025 the fees notice was given.",
        "Today is Tuesday 4 November 2025: nothing is due, the clock has waited since Thursday 16 October 2025.",
        "The last day to pay the fee is Thursday 15 January 2026.",
    ),
    (
        "fee:2025-10-16", "2026-01-20", Regime.FOIA,
        "Received on Monday 6 October 2025.",
        "On Thursday 16 October 2025 the fees notice was given.",
        "The fee had to be paid by Thursday 15 January 2026: the duty to answer has lapsed.",
        "Today is Tuesday 20 January 2026: nothing is due, the clock has waited since Thursday 16 October 2025.",
    ),
    (
        "pit_extension_notice:2025-11-03", "2025-11-28", Regime.FOIA,
        "Received on Monday 6 October 2025.",
        "On Monday 3 November 2025 notice was given that the public interest takes longer.",
        "Notice of more time was due by Monday 3 November 2025.",
        "Today is Friday 28 November 2025: 1 working day left.",
        "The answer is due on Tuesday 2 December 2025, after 40 working days; weekends do not count, "
        "nor does 1 December 2025 (St Andrew's Day (Scotland)).",
    ),
    (
        "clarification:2025-11-10:2025-11-14", "2025-11-20", Regime.FOIA,
        "Received on Monday 6 October 2025.",
        "The answer was due on Monday 3 November 2025, after 20 working days; weekends do not count.",
        "On Monday 10 November 2025 clarification was asked for.",
        "On Friday 14 November 2025 the clarification was received.",
        "Today is Thursday 20 November 2025: 13 working days over.",
        "Another reading of the law gives Monday 15 December 2025: if a clarification that was asked for late counts.",
    ),
    (
        "", "2025-11-05", Regime.SAR,
        "Received on Monday 6 October 2025.",
        "Today is Wednesday 5 November 2025: 1 day left.",
        "The answer is due on Thursday 6 November 2025, after 31 days.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("events", "today", "regime", "words"), [(*row[:3], row[3:]) for row in SAID]
)
def test_a_clock_is_said_in_the_order_of_time(events, today, regime, words):
    row = drawn(make_question_clock("2025-10-06", events, regime=regime), today)

    assert timeline_words([row]) == words


# ── A request with several questions ─────────────────────────────────────────────────────────────


def test_questions_with_the_same_clock_share_a_row():
    restarted = "clarification:2025-10-08:2025-10-20"
    questions = [
        make_question_clock("2025-10-06", label="1"),
        make_question_clock("2025-10-06", label="2"),
        make_question_clock("2025-10-06", restarted, label="3"),
        make_question_clock("2025-10-06", label="4"),
    ]

    rows = request_timeline(questions, today=day("2025-10-22"))

    assert [row.label for row in rows] == ["Questions 1, 2, 4", "Question 3"]
    words = timeline_words(rows)
    assert words[0] == "Questions 1, 2, 4: received on Monday 6 October 2025."
    assert words[3] == "Question 3: received on Monday 6 October 2025."


def test_a_review_has_a_row_of_its_own():
    question = make_question_clock("2025-10-06", "answered:2025-10-30 review:2025-11-03", label="2")

    rows = request_timeline([question], today=day("2025-12-01"))

    assert [row.label for row in rows] == ["Question 2", "Review of question 2"]
    assert rows[1].standing == "Due Tuesday 2 December 2025: 1 working day left"


def test_a_request_without_questions_has_no_picture():
    rows = request_timeline([], today=day("2025-12-01"))

    assert (timeline_svg(rows), timeline_words(rows)) == ("", ())


# ── Its days ─────────────────────────────────────────────────────────────────────────────────────

TODAY = st.integers(-3, 1100)


@settings(max_examples=60, deadline=None)
@given(question_clocks(), TODAY)
def test_spans_hold_every_day_once(question, later):
    today = question.clock.received_on + later * ONE

    row = timeline(question.clock, question.events, today=today)

    assert row.first == question.clock.received_on
    assert all(one.end == other.first for one, other in pairwise(row.spans))
    assert all(row.first <= mark.on < row.end for mark in row.marks)


@settings(max_examples=60, deadline=None)
@given(question_clocks(), TODAY)
def test_the_days_in_the_picture_are_those_that_the_clock_counts(question, later):
    clock = question.clock
    today = clock.received_on + max(0, later) * ONE

    row = timeline(clock, question.events, today=today)

    days = dict.fromkeys(SpanKind, 0)
    for span in row.spans:
        days[span.kind] += (span.end - span.first).days
    if clock.due_on is None or clock.count.limit.unit != WORKING_DAYS:
        return
    assert days[SpanKind.USED] + days[SpanKind.LEFT] == clock.days_allowed
    left = clock.days_left(max(today, clock.count.start))
    if clock.state is State.RUNNING and left >= 0:
        assert days[SpanKind.LEFT] == left
    assert (days[SpanKind.LATE] > 0) == ((clock.answered_on or today) > clock.due_on)


# ── Its picture ──────────────────────────────────────────────────────────────────────────────────


def box(text):
    return text.x, text.y - text.size, text.x + text.width, text.y + 0.3 * text.size


def covers(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


REQUESTS = DAYS.flatmap(
    lambda received: st.tuples(
        st.lists(question_clocks(st.just(received)), min_size=1, max_size=4),
        st.integers(0, 1100).map(lambda later: received + later * ONE),
    )
)


DUE_BEFORE = make_question_clock(
    "2020-08-01", "complex_extension_notice:2020-08-01", regime=Regime.SAR, limit=Limit(1)
)
"""Its notice was due on the day before the request came: the limit is a day."""


@settings(max_examples=60, deadline=None)
@given(REQUESTS)
@example(([DUE_BEFORE], day("2020-08-01")))
def test_nothing_lies_outside_the_picture_and_no_words_are_covered(request_and_today):
    questions, today = request_and_today

    drawing = drawing_of(request_timeline(questions, today=today))

    boxes = [box(text) for text in drawing.texts]
    bars = [(one.x, one.y, one.x + one.width, one.y + one.height) for one in drawing.bars]
    lines = [
        (one.x - 1, one.top, one.x + 1, one.bottom) for one in (*drawing.lines, *drawing.ticks)
    ]
    for left, top, right, bottom in (*boxes, *bars, *lines):
        assert 0 <= left < right <= drawing.width
        assert 0 <= top < bottom <= drawing.height
    assert not any(covers(one, other) for one, other in combinations(boxes, 2))
    assert not any(covers(one, other) for one in boxes for other in (*bars, *lines))
    assert all(text.size >= 12 for text in drawing.texts)


@settings(max_examples=60, deadline=None)
@given(REQUESTS, st.text(max_size=30))
def test_a_picture_is_well_formed_and_each_id_stands_once(request_and_today, name):
    questions, today = request_and_today
    rows = request_timeline(questions, today=today)

    root = ElementTree.fromstring(timeline_svg(rows, name=name))  # noqa: S314  # our own

    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    assert root.get("aria-labelledby").split() == [
        root.find(f"{SVG}title").get("id"),
        root.find(f"{SVG}desc").get("id"),
    ]
    assert root.get("role") == "img"
    assert set(re.findall(r"url\(#([^)]+)\)", timeline_svg(rows, name=name))) <= set(ids)
    assert root.find(f"{SVG}desc").text == " ".join(timeline_words(rows))


HOSTILE = [
    "<script>alert(1)</script>",
    '" onload="alert(1)',
    "]]><style>*{display:none}</style>",
    "&lt;&#60;",
    "\x00\x1b[2J\ud800\ufffe",
    "\u202eright to left\u2066",
    "漢" * 200,
    "W" * 500,
    "a\nb\tc",
]
ELEMENTS = {"svg", "title", "desc", "defs", "pattern", "rect", "circle", "path", "text"}


@pytest.mark.parametrize("label", HOSTILE)
def test_a_hostile_label_is_only_words(label):
    questions = [
        make_question_clock("2025-10-06", label=label),
        make_question_clock("2025-10-06", "answered:2025-10-08", label="2"),
    ]
    rows = request_timeline(questions, today=day("2025-10-22"))

    root = ElementTree.fromstring(timeline_svg(rows, name=label))  # noqa: S314  # our own

    assert {one.tag.removeprefix(SVG) for one in root.iter()} <= ELEMENTS
    names = {name for one in root.iter() for name in one.attrib}
    assert not any(name.startswith("on") or name in {"style", "href"} for name in names)
    assert all(box(text)[2] <= 640 for text in drawing_of(rows).texts)
    assert not set("\u202e\u2066\x1b\x00") & set("".join(timeline_words(rows)))


def test_days_are_told_apart_without_colours():
    patterned = set(SpanKind) - {SpanKind.USED, SpanKind.LEFT, SpanKind.AFTER}
    question = make_question_clock(
        "2025-10-06",
        "clarification:2025-10-07:2025-10-13 fee:2025-10-15:2025-10-17 pit_extension_notice:2025-10-20",
    )

    svg = timeline_svg([drawn(question, "2026-01-09")])

    seen = set(re.findall(r'<pattern id="timeline-clock-(\w+)"', svg))
    assert seen == {kind.name.lower() for kind in patterned}


@pytest.mark.parametrize("days", [0, 1, 7, 40, 90, 200, 400, 1100])
def test_a_picture_has_dates_from_a_day_to_three_years(days):
    question = make_question_clock("2023-01-02")

    drawing = drawing_of([drawn(question, str(day("2023-01-02") + days * ONE))])

    axis = [text for text in drawing.texts if text.y < 20]
    assert len(axis) >= 4
    assert all(text.size == TEXT for text in axis)
