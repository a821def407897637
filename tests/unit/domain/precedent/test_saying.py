"""Relations and decisions in the words in which a page says them."""

import pytest

from answerable.domain.decisions import Outcome
from answerable.domain.precedent.relations import Relation
from answerable.domain.precedent.saying import RELATION_WORDS, decision_words


def test_every_relation_has_words_of_its_own():
    assert set(RELATION_WORDS) == set(Relation)
    assert len(set(RELATION_WORDS.values())) == len(Relation)


@pytest.mark.parametrize(
    ("outcomes", "exemptions", "words"),
    [
        ([Outcome.DISCLOSED], [], "disclosed"),
        ([Outcome.DISCLOSED, Outcome.WITHHELD], ["31(1)(a)", "40(2)"],
         "disclosed and withheld under 31(1)(a) and 40(2)"),
        ([], [], "nothing decided"),
    ],
)  # fmt: skip
def test_a_decision_is_said_with_its_limbs(outcomes, exemptions, words):
    assert decision_words(outcomes, exemptions) == words
