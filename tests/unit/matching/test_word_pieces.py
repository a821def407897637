"""A text into the pieces of words that a model knows."""

import pytest

from answerable.matching.word_pieces import WordPieces

KNOWN = (
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "swan",
    "##s",
    "##song",
    "cafe",
    "don",
    "'",
    "t",
    "漢",
    "£",
    "a",
)
PIECES = WordPieces({piece: number for number, piece in enumerate(KNOWN)})

ROWS = [
    ("", []),
    (" \t\n", []),
    ("swan", ["swan"]),
    ("Swans", ["swan", "##s"]),
    ("swansongs", ["swan", "##song", "##s"]),
    ("swanx", ["[UNK]"]),
    ("CAFÉ", ["cafe"]),
    ("don't", ["don", "'", "t"]),
    ("漢swan", ["漢", "swan"]),
    ("swan\u200bs", ["swan", "##s"]),
    ("swan\u00a0a", ["swan", "a"]),
    ("swan\0", ["swan"]),
    ("a" * 101, ["[UNK]"]),
    ("£", ["£"]),
]


@pytest.mark.parametrize(("text", "pieces"), ROWS)
def test_a_text_is_told_by_the_longest_pieces(text, pieces):
    found = [KNOWN[number] for number in PIECES.of(text, most=128)]

    assert found == ["[CLS]", *pieces, "[SEP]"]


def test_a_long_text_is_cut_and_still_ends():
    found = PIECES.of("swans " * 1_000, most=5)

    assert [KNOWN[number] for number in found] == ["[CLS]", "swan", "##s", "swan", "[SEP]"]
