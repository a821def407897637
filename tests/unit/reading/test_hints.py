"""Hints: a rule that is only tried beside its hints decides what it would decide without them."""

import re

import pytest

from answerable.reading import decisions
from answerable.reading.hints import beginnings, has_any
from answerable.reading.remarks import cited

SENTENCES = (
    "We have no recorded information about this.",
    "The council has no information on it.",
    "No such records are held.",
    "It can be obtained from the police.",
    "It is available directly from the local authority.",
    "This is available from the Home Office.",
    "You may wish to contact the council about parks.",
    "It has been removed.",
    "It is on our website.",
    "Your request was closed.",
    "A vexatious request.",
    "We can neither confirm nor deny it.",
    "To do so would exceed the cost limit.",
)


def test_a_text_has_one_of_some_words():
    assert has_any("they were withheld", ("exempt", "withheld"))
    assert not has_any("they were sent", ("exempt", "withheld"))


@pytest.mark.parametrize("sentence", SENTENCES)
def test_no_rule_of_an_outcome_matches_without_its_hints(sentence):
    lowered = sentence.lower()
    matched = [rule for rule in decisions._PATTERNS if rule[1].search(lowered)]
    hinted = decisions._hinted(decisions._hints_in(lowered))

    assert matched != []
    assert [rule for rule in matched if rule not in hinted] == []


def test_no_hint_begins_with_another_once_they_are_made_one_pattern():
    pattern = re.compile(beginnings(["no", "held", "hold", "here"]))

    assert pattern.pattern == "h(?:e(?:ld|re)|old)|no"
    assert pattern.findall("nor does it hold what was held here") == ["no", "hold", "held", "here"]


@pytest.mark.parametrize(
    "words", ["Sections 40 and 41", "under Reg 13", "withheld", "a public-interest test"]
)
def test_what_may_cite_a_section_is_told_by_its_words(words):
    assert has_any(words, cited._CITES)


@pytest.mark.parametrize("words", ["under s40", "under S.31", "under ss 31"])
def test_a_section_in_short_is_told_by_its_number(words):
    assert not has_any(words, cited._CITES)
    assert cited._CITES_SHORTLY.search(words)
