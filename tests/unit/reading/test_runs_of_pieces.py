"""Pieces of a PDF's paragraph as runs: one for each stretch in one style, with what parts the pieces."""

import pytest

from answerable.reading.blocks import Run
from answerable.reading.pdf.content import Piece
from answerable.reading.pdf.joining import Joints
from answerable.reading.pdf.written import runs_of


def piece(text, left, *, line=1, is_bold=False, href=None):
    foot = 20.0 * line
    box = (left, foot - 10, left + 6.0 * len(text), foot)
    return Piece(1, text, box, 10.0, False, is_bold, None, False, False, foot, href)


PARTED = [
    ([piece("Held", 50)], ["Held"]),
    ([piece("Held", 50), piece("by us", 90)], ["Held by us"]),
    ([piece("Held", 50), piece("by us", 50, line=2)], ["Held by us"]),
    ([piece("Ref", 50, is_bold=True), piece("12", 90)], ["Ref", " 12"]),
    (
        [
            piece("See ", 50),
            piece("our page", 74, href="https://example.org"),
            piece("for more", 50, line=2),
        ],
        ["See ", "our page", " for more"],
    ),
]


@pytest.mark.parametrize(("pieces", "words"), PARTED)
def test_what_parts_two_pieces_stands_in_the_style_of_the_second(pieces, words):
    assert [run.text for run in runs_of(pieces, Joints(pieces))] == words


def test_runs_keep_their_style_and_where_they_lead():
    pieces = [piece("Ref", 50, is_bold=True), piece("12", 90, href="https://example.org")]

    assert runs_of(pieces, Joints(pieces)) == (
        Run("Ref", bold=True),
        Run(" 12", link=True, href="https://example.org"),
    )
