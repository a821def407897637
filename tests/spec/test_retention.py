"""docs/reference/retention.md says how long requests are kept, and is run."""

import datetime as dt
import itertools

import pytest

from answerable.domain.decisions.outcomes import Outcome
from answerable.domain.retention import (
    End,
    Ended,
    RetentionRefused,
    ends_of_question,
    kept_until,
    own_schedule,
    standard_schedule,
)
from tests.support.pages import table

PAGE = "reference/retention.md"
RULES = table(PAGE, "Rules")
CASES = table(PAGE, "Cases")
DAY = dt.date(2022, 11, 3)


def test_the_page_has_every_rule_and_its_years():
    rules = standard_schedule().rules

    assert [row["rule"] for row in RULES] == list(rules)
    for row, rule in zip(RULES, rules.values(), strict=True):
        assert (row["because"], int(row["years"])) == (rule.words, rule.years)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row["because"])
def test_each_case_goes_when_the_page_says(row):
    name, _, years = row["own years"].rpartition(" ")
    schedule = own_schedule(f'["{name}"]\nyears = {years}' if name else "")
    ends = frozenset(End(one.strip()) for one in row["how it ended"].split(","))

    kept = kept_until(Ended(ends, dt.date.fromisoformat(row["last thing on"])), schedule)

    assert (kept.rule.end, str(kept.due_on)) == (row["rule"], row["may go from"])


def test_whatever_was_decided_a_question_that_ended_has_an_end():
    for size in (0, 1, 2):
        for outcomes in itertools.combinations(Outcome, size):
            assert ends_of_question(is_closed=False, is_no_request=False, outcomes=outcomes)
    assert ends_of_question(is_closed=True, is_no_request=False, outcomes=()) == {End.CLOSED}
    assert ends_of_question(is_closed=True, is_no_request=True, outcomes=()) == {End.NO_REQUEST}


def test_every_end_has_a_rule():
    for end in End:
        assert kept_until(Ended(frozenset({end}), DAY), standard_schedule()).rule.end == end


def test_what_has_not_ended_is_kept():
    assert kept_until(Ended(frozenset(), DAY), standard_schedule()) is None


def test_the_explanation_is_a_sentence():
    kept = kept_until(Ended(frozenset({End.NO_REQUEST}), DAY), standard_schedule())

    assert kept.words == (
        "It may go from 3 November 2023: it is kept for 1 year because it was no request for "
        "information, counted from 3 November 2022, the last day on which anything happened with it"
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[answered", "it is no TOML"),
        ("[cousins]\nyears = 1", "there is no end called 'cousins'"),
        ("[answered]\nyears = 0", r"\[answered\] needs years = 1 to 100"),
        ("[answered]\nyears = true", r"\[answered\] needs years"),
        ('[answered]\nyears = "3"', r"\[answered\] needs years"),
        ("[answered]\nmonths = 3", r"\[answered\] needs years"),
        ("answered = 3", r"\[answered\] needs years"),
    ],
)
def test_rules_that_cannot_be_used_are_refused(text, words):
    with pytest.raises(RetentionRefused, match=words):
        own_schedule(text)
