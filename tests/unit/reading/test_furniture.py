"""What only frames a page is no part of a record; words that begin as it does are."""

import pytest

from answerable.reading.blocks import Block, Kind, Run
from answerable.reading.records import is_furniture

FRAMES = [
    "Back to top",
    "[ Back to index ]",
    "RETURN TO CONTENTS",
    "Yn ôl i ben",
    "Yn ôl i'r brig",
    "Yn ôl i’r brig",
    "Yn ôl i ben y dudalen",
    "Page 3 of 12",
    "3 of 12",
]
WORDS = ["Ref", "Request", "Return of equipment", "Pagers held", "Back pay", "3 of our 12 cars", ""]


@pytest.mark.parametrize("text", FRAMES)
def test_what_leads_back_or_counts_pages_only_frames_a_page(text):
    assert is_furniture(Block(Kind.PARAGRAPH, (Run(text),), 0, len(text)))


@pytest.mark.parametrize("text", WORDS)
def test_words_that_begin_like_it_are_words(text):
    assert not is_furniture(Block(Kind.PARAGRAPH, (Run(text),), 0, len(text)))
