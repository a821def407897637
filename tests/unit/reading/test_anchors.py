"""Anchors: of many passages, the one that shares a question's telling words is found as among few."""

import pytest

from answerable.reading import matches
from answerable.reading.matches import Anchor, anchors

PARKS = ("ponds", "gates", "lawns", "benches")


@pytest.mark.parametrize("few", [0, 100])
@pytest.mark.parametrize(
    ("questions", "passages", "found"),
    [
        (
            [f"How many {park} were mended?" for park in PARKS],
            [f"We mended eleven {park}." for park in reversed(PARKS)],
            [Anchor(0, 3, 1.25), Anchor(1, 2, 1.25), Anchor(2, 1, 1.25), Anchor(3, 0, 1.25)],
        ),
        (
            ["The strategy?", "The lawns?", "The gates?"],
            ["The str is printed.", "Nothing."],
            [Anchor(0, 0, 1.0)],
        ),
        (["The ponds?", "The lawns?", "Gates?"], ["Ponds.", "Ponds, again."], []),
        (
            ["Ponds, lawns, gates, benches, north?", "Ponds, lawns, gates, benches, south?"],
            ["North.", "Ponds, lawns, gates and benches."],
            [Anchor(1, 1, 1.0)],
        ),
    ],
)
def test_a_question_is_held_by_the_one_passage_that_shares_its_words(
    monkeypatch, few, questions, passages, found
):
    monkeypatch.setattr(matches, "_FEW_PASSAGES", few)

    assert anchors(questions, passages) == found
