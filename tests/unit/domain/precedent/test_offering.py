"""As what an earlier answer is shown to somebody who is about to ask."""

import pytest

from answerable.domain.decisions import Outcome
from answerable.domain.precedent.offering import Standing, standing

OWN = [
    ("disclosed", Standing.ANSWERED),
    ("part_disclosed withheld", Standing.ANSWERED),
    ("elsewhere", Standing.ANSWERED),
    ("withheld", Standing.DECIDED),
    ("ncnd", Standing.DECIDED),
    ("cost_limit", Standing.DECIDED),
    ("not_held signposted", Standing.DECIDED),
    ("vexatious", None),
    ("repeated", None),
    ("clarification", None),
    ("lapsed", None),
    ("unanswered", None),
    ("", None),
]


@pytest.mark.parametrize(("outcomes", "shown_as"), OWN)
def test_what_gave_information_has_answered_and_what_refused_it_has_decided(outcomes, shown_as):
    assert standing(outcomes.split(), is_theirs=False) is shown_as


@pytest.mark.parametrize(("outcomes", "shown_as"), OWN)
def test_what_another_body_said_is_theirs_whatever_it_decided(outcomes, shown_as):
    theirs = standing(outcomes.split(), is_theirs=True)

    assert theirs is (Standing.THEIRS if shown_as else None)


def test_every_outcome_was_thought_of():
    assert {one for words, _ in OWN for one in words.split()} == set(Outcome)
