"""What a file holds, less what its pages show: words count, however they are parted, and formats do not."""

import pytest

from answerable.inspecting.compared.held import PIECE, Held, Kind
from answerable.inspecting.compared.unseen import Page, unseen_words, words_in

SHOWN = "Bicycles by ward: Harbour 1,204, annual planning of Tuesday"
PAGE = Page(frozenset(words_in(SHOWN)), "".join(filter(str.isalnum, SHOWN.casefold())))


def unseen(text, kind=Kind.WORDS, *, explained=(), has_cells=False):
    texts = [Held("part.xml", kind, text)]
    found = unseen_words(texts, PAGE, frozenset(explained), has_cells=has_cells)
    return [word for _, words in found for word in words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bicycles by WARD", []),
        ("Bicycles Quillfeather", ["Quillfeather"]),
        # Within another word: too short to be told from a name.
        ("Ann", ["Ann"]),
        # A line break of the page parts a word.
        ("nning of Tues", []),
        ("Tuesd ay", []),
        ("1204", []),
        ("12045678", ["12045678"]),
        # Of two letters alone a word says too little.
        ("Qu xy", []),
        # Words of the formats, and what offices write into each file.
        ("bold LibreOffice openpyxl", []),
    ],
)
def test_words_that_no_page_shows_are_told(text, words):
    assert unseen(text) == words


def test_what_another_finding_told_is_not_told_again():
    assert unseen("Quillfeather", explained=["quillfeather"]) == []


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("45291", Kind.NUMBER, []),
        ("0.333333333333", Kind.NUMBER, []),
        ("9434765919", Kind.NUMBER, ["9434765919"]),
        ('IF(A1="Quillfeather",SUM(B1:B9))', Kind.INSTRUCTION, ["Quillfeather"]),
        ("[Quillfeather.xlsx]Harbour!$A$1", Kind.INSTRUCTION, ["Quillfeather"]),
        ("Quillfeather", Kind.ATTRIBUTE, ["Quillfeather"]),
        ("http://schemas.openxmlformats.org/drawingml/Quill", Kind.ATTRIBUTE, []),
        ("{5E7A1C34-ABDD-4C08-9F1E-1234567890AB}", Kind.ATTRIBUTE, []),
        ("1234567890", Kind.ATTRIBUTE, []),
        ("Times New Roman", Kind.ATTRIBUTE, []),
        ("Heading 1", Kind.ATTRIBUTE, []),
        ("yyyy-mm-dd", Kind.ATTRIBUTE, []),
    ],
)
def test_numbers_formulas_and_attributes_are_told_by_what_they_say(text, kind, words):
    assert unseen(text, kind) == words


def test_a_text_that_its_column_cuts_off_is_taken_for_shown_in_cells_alone():
    cut_off = "Bicycles by ward, also parish"

    assert unseen(cut_off, has_cells=True) == []
    assert unseen(cut_off) == ["also", "parish"]


def test_the_pieces_of_a_word_are_one_word_or_several():
    assert unseen(f"Bicy{PIECE}cles") == []
    assert unseen(f"Harbour{PIECE}Quillfeather") == ["Quillfeather"]
    assert unseen(PIECE.join("Quillfeather")) == ["Quillfeather"]
