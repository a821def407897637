"""Which of many questions a passage may repeat: none that it does repeat is left out."""

import pytest

from answerable.reading.asked import Asked
from answerable.reading.matches import is_plainly, is_quoted
from answerable.reading.repeated import Repeated

THINGS = ("lamps", "bins", "boats", "gates", "kilns", "looms", "mills", "nets", "oars", "pumps")
TEXTS = [
    *(f"How many {one} were {done} in Mabwick?" for one in THINGS for done in ("bought", "sold")),
    "Boats?",
    "Who mends the old town pumps in Mabwick, and at what cost to the council each year?",
]
ASKED = [Asked(str(number), None, text) for number, text in enumerate(TEXTS, start=1)]

PASSAGES = [
    *TEXTS,
    "how many LAMPS were bought in Mabwick",
    "How many lamps were bought in Mabwick? Seven.",
    "Boats",
    "Who mends the old town pumps in Mabwick",
    "Who mends the town pumps in Mabwick, and at what cost to the council each year?",
    "At what cost to the council each year, and who mends the old town pumps in Mabwick? Nobody does.",
    "Nothing of this is held.",
    "?",
    "",
]


@pytest.mark.parametrize("passage", PASSAGES)
def test_a_question_that_a_passage_repeats_is_found_by_its_words(passage):
    before = passage[: max(0, passage.find("?"))]
    repeated = [
        one.text
        for one in ASKED
        if is_plainly(one.text, passage)
        or is_quoted(one.text, passage)
        or is_quoted(one.text, before)
    ]

    assert set(repeated) <= {one.text for one in Repeated(ASKED).by(passage)}


def test_the_questions_come_in_their_order():
    found = [one.text for one in Repeated(ASKED).by(TEXTS[3])]

    assert found == sorted(found, key=TEXTS.index)
    assert TEXTS[3] in found


def test_a_passage_without_a_word_of_the_questions_repeats_none():
    assert list(Repeated(ASKED).by("Nothing of this is held.")) == []


def test_among_few_questions_all_are_compared():
    assert list(Repeated(ASKED[:3]).by("Nothing of this is held.")) == ASKED[:3]
