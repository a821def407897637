"""How a file stands follows from what was found in it and from who settled that."""

import datetime as dt

import pytest

from answerable.domain.release.incidents import notify_by, time_left
from answerable.domain.release.standing import (
    FileFacts,
    Inspected,
    Settled,
    SettlementKind,
    Standing,
    asked_first,
    finding_key,
    standing_of,
    why_it_stays,
)

CHECKS = Inspected(checks=frozenset({"a", "b"}))
STOPS = Inspected(stops=frozenset({"s"}), checks=frozenset({"a"}))


def decided(*keys, by="olive"):
    return Settled(SettlementKind.DECIDED, by, frozenset(keys))


def marked(*keys, by="olive"):
    return Settled(SettlementKind.CONFIRMED, by, frozenset(keys))


def overridden(*keys, by="olive"):
    return Settled(SettlementKind.OVERRIDDEN, by, frozenset(keys))


@pytest.mark.parametrize(
    ("facts", "standing"),
    [
        (FileFacts(), Standing.NOT_INSPECTED),
        (FileFacts(waits=True), Standing.BEING_INSPECTED),
        (FileFacts(Inspected()), Standing.CLEAR),
        (FileFacts(CHECKS), Standing.MUST_BE_DECIDED),
        (FileFacts(CHECKS, settled=[decided("a")]), Standing.MUST_BE_DECIDED),
        (FileFacts(CHECKS, settled=[decided("a", "b"), marked("a")]), Standing.MUST_BE_REDACTED),
        (FileFacts(CHECKS, settled=[marked("a"), decided("a", "b")]), Standing.DECIDED),
        (FileFacts(Inspected(possible=frozenset("p"))), Standing.CLEAR),
        (
            FileFacts(Inspected(possible=frozenset("p")), settled=[marked("p")]),
            Standing.MUST_BE_REDACTED,
        ),
        (FileFacts(CHECKS, settled=[decided("a"), decided("b", by="omar")]), Standing.DECIDED),
        (FileFacts(CHECKS, settled=[decided("a", "c")]), Standing.MUST_BE_DECIDED),
        (FileFacts(CHECKS, settled=[overridden("a", "b")]), Standing.MUST_BE_DECIDED),
        (FileFacts(STOPS), Standing.CANNOT_BE_RELEASED),
        (FileFacts(STOPS, settled=[decided("s", "a")]), Standing.CANNOT_BE_RELEASED),
        (FileFacts(STOPS, settled=[overridden("s")]), Standing.CANNOT_BE_RELEASED),
        (FileFacts(STOPS, settled=[overridden("s"), overridden("s")]), Standing.CANNOT_BE_RELEASED),
        (
            FileFacts(STOPS, settled=[overridden("s"), overridden("s", by="mary")]),
            Standing.MUST_BE_DECIDED,
        ),
        (
            FileFacts(STOPS, settled=[overridden("s"), overridden("s", by="mary"), decided("a")]),
            Standing.LET_THROUGH,
        ),
        (
            FileFacts(
                Inspected(stops=frozenset({"s", "t"})),
                settled=[overridden("s"), overridden("t", by="mary")],
            ),
            Standing.CANNOT_BE_RELEASED,
        ),
        (FileFacts(Inspected(cannot_say=True)), Standing.CANNOT_SAY),
        (
            FileFacts(
                Inspected(cannot_say=True, stops=frozenset({"s"})),
                settled=[overridden("s"), overridden("s", by="mary")],
            ),
            Standing.CANNOT_SAY,
        ),
        (FileFacts(Inspected(), kept_back=True), Standing.KEPT_BACK),
        (FileFacts(Inspected(cannot_say=True), kept_back=True), Standing.KEPT_BACK),
    ],
)
def test_a_file_stands_as_what_was_found_in_it_lets_it(facts, standing):
    assert standing_of(facts) is standing


def test_a_file_leaves_if_it_is_clear_or_all_of_it_is_settled_and_else_a_sentence_says_why_not():
    leave = {one for one in Standing if one.may_leave}

    assert leave == {Standing.CLEAR, Standing.DECIDED, Standing.LET_THROUGH}
    assert {one for one in Standing if why_it_stays("a.csv", one)} == set(Standing) - leave


def test_whoever_asked_is_known_as_long_as_nobody_agreed():
    assert asked_first(STOPS, [overridden("s")]) == {"olive"}
    assert asked_first(STOPS, [overridden("s"), overridden("s", by="mary")]) == frozenset()


def test_a_finding_that_looks_otherwise_is_another():
    key = finding_key("xlsx.hidden-sheet", "sheet 'Raw'", "3 rows")

    assert finding_key("xlsx.hidden-sheet", "sheet 'Raw'", "3 rows") == key
    assert finding_key("xlsx.hidden-sheet", "sheet 'Raw'", "9,483 rows") != key
    assert finding_key("xlsx.hidden-sheet", "sheet 'Raw'3", " rows") != key


AWARE = dt.datetime(2025, 10, 3, 17, 0, tzinfo=dt.UTC)
"""A Friday: the clock does not stop for the weekend."""


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (AWARE, "72 hours left"),
        (dt.datetime(2025, 10, 6, 15, 30, tzinfo=dt.UTC), "1 hour left"),
        (dt.datetime(2025, 10, 6, 16, 30, tzinfo=dt.UTC), "less than an hour left"),
        (dt.datetime(2025, 10, 6, 17, 20, tzinfo=dt.UTC), "less than an hour late"),
        (dt.datetime(2025, 10, 7, 19, 0, tzinfo=dt.UTC), "26 hours late"),
    ],
)
def test_the_regulator_is_told_within_72_hours_by_the_clock(now, words):
    assert notify_by(AWARE) == dt.datetime(2025, 10, 6, 17, 0, tzinfo=dt.UTC)
    assert time_left(AWARE, now) == words


def test_72_hours_are_72_hours_when_the_clocks_change():
    before = dt.datetime(2025, 10, 25, 12, 0, tzinfo=dt.timezone(dt.timedelta(hours=1)))

    assert notify_by(before).astimezone(dt.UTC) == dt.datetime(2025, 10, 28, 11, 0, tzinfo=dt.UTC)
