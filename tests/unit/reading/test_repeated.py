"""Which of many texts a passage may repeat: none that it does repeat is left out."""

import pytest

from answerable.reading.matches import is_plainly, is_quoted
from answerable.reading.repeated import Repeated

THINGS = ("lamps", "bins", "boats", "gates", "kilns", "looms", "mills", "nets", "oars", "pumps")
TEXTS = [
    *(f"How many {one} were {done} in Mabwick?" for one in THINGS for done in ("bought", "sold")),
    "Boats?",
    "Who mends the old town pumps in Mabwick, and at what cost to the council each year?",
]
FEW = TEXTS[:3]

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
@pytest.mark.parametrize("texts", [TEXTS, FEW], ids=["many", "few"])
def test_a_text_that_a_passage_repeats_is_found_by_its_words(texts, passage):
    before = passage[: max(0, passage.find("?"))]
    repeated = [
        one
        for one in texts
        if is_plainly(one, passage) or is_quoted(one, passage) or is_quoted(one, before)
    ]

    assert set(repeated) <= {texts[place] for place in Repeated(texts).by(passage)}


def test_the_places_come_in_their_order():
    found = list(Repeated(TEXTS).by(TEXTS[3]))

    assert found == sorted(found)
    assert 3 in found


@pytest.mark.parametrize("texts", [TEXTS, FEW], ids=["many", "few"])
def test_a_passage_without_a_word_of_the_texts_repeats_none(texts):
    assert list(Repeated(texts).by("Nothing of this is held.")) == []


def test_among_many_questions_that_are_alike_the_first_is_found_without_looking_at_the_others():
    texts = [f"How many officers were there in the district in {year}?" for year in range(5000)]

    found = Repeated(texts).by("How many officers were there in the district in all?")

    assert next(found) == 0
