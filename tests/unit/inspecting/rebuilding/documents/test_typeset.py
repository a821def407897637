"""The PDF of a rebuilt document: tagged, without dates or names, whole words, within bounds."""

import io
import unicodedata

import pikepdf
import pytest
from PIL import Image

from answerable.inspecting.rebuilding.documents.blocks import (
    Break,
    Cell,
    Document,
    Heading,
    Item,
    Note,
    Paragraph,
    Picture,
    Quote,
    Run,
    Table,
)
from answerable.inspecting.rebuilding.documents.fonts import Substitution, _characters
from answerable.inspecting.rebuilding.documents.grid import squared
from answerable.inspecting.rebuilding.documents.levels import in_order
from answerable.inspecting.rebuilding.documents.typeset import CannotTypeset, typeset
from answerable.inspecting.rebuilding.documents.web_page import web_page
from tests.unit.inspecting.rebuilding.documents.reading_back import text_of_pdf, words


def said(text):
    return (Run(text),)


def cell(text, **spans):
    return Cell((Paragraph(said(text)),), **spans)


def picture():
    out = io.BytesIO()
    Image.new("RGB", (40, 30), (29, 112, 184)).save(out, "PNG")
    return Picture(1, "png", out.getvalue(), 40, 30, share=0.4)


EVERYTHING = Document(
    (
        Heading(1, said("Bins by ward")),
        Paragraph(
            (
                Run("bold", is_bold=True),
                Run(" and "),
                Run("linked", href="https://example.org/"),
                Run("1", note=1),
            )
        ),
        Item(0, "1.", said("first")),
        Item(1, "(a)", said("below")),
        Quote(said("as was said")),
        Table(((cell("Ward"), cell("Bins")), (cell("North", across=2),)), heads=1),
        picture(),
        Break(),
        Heading(2, said("More")),
        Paragraph((Run("H"), Run("2", height="below"), Run("O", is_struck=True, is_italic=True))),
    ),
    (Note("1", (Paragraph(said("a note")),)),),
    (Paragraph(said("Harbour office"), is_quiet=True),),
    (Paragraph(said("Northport"), is_quiet=True),),
    "en-GB",
)


@pytest.fixture(scope="module")
def made():
    return typeset(EVERYTHING)[0]


def test_a_pdf_has_the_marks_of_accessibility_and_nothing_of_its_making(made):
    with pikepdf.open(io.BytesIO(made)) as opened:
        root = opened.Root
        assert str(root.Lang) == "en-GB"
        assert bool(root.MarkInfo.Marked)
        assert "/StructTreeRoot" in root
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert dict(opened.docinfo) == {"/Title": "Bins by ward"}
        assert {"/Names", "/AcroForm", "/OpenAction", "/AF"} & set(root.keys()) == set()
        metadata = root.Metadata.read_bytes()
    assert b"pdfuaid:part>1<" in metadata
    assert b"Date" not in metadata
    assert b"Typst" not in metadata


def test_it_says_every_word_in_order(made):
    assert words(text_of_pdf(made)) == words(
        "Harbour office Bins by ward bold and linked1 1. first (a) below as was said Ward Bins North"
        " 1 a note 1 2 More H2O Northport 2 2"
    )


def test_it_has_the_same_bytes_again(made):
    assert typeset(EVERYTHING)[0] == made


def test_signs_that_no_font_has_are_told_as_codes():
    document = Document((Paragraph(said("East \u4e2d")),))

    made, told = typeset(document)

    assert "East [U+4E2D]" in text_of_pdf(made)
    assert told == "The PDF shows 1 character as codes, which its fonts lack: the web page has them"


@pytest.mark.slow
def test_every_sign_that_is_said_to_be_in_the_fonts_is():
    signs = [one for one in sorted(_characters()) if unicodedata.normalize("NFC", one) == one]
    blocks = tuple(
        Paragraph(said(f"a{'a'.join(signs[at : at + 40])}a")) for at in range(0, len(signs), 40)
    )

    made, told = typeset(Document(blocks))

    assert made.startswith(b"%PDF")
    assert told == ""


def test_likenesses_stand_for_signs_that_no_font_has():
    assert Substitution().shown("✔ ➢") == "✓ ►"


def test_a_document_too_large_for_a_pdf_is_told_to_be():
    table = Table(tuple((cell("x"),) * 10 for _ in range(1_601)))

    with pytest.raises(CannotTypeset, match="too many cells of tables"):
        typeset(Document((table,)))


def test_headings_go_down_one_level_at_a_time():
    blocks = tuple(Heading(level, said("x")) for level in (3, 6, 3, 2, 4))

    assert [one.level for one in in_order(Document(blocks)).blocks] == [1, 2, 1, 1, 2]


def test_headings_in_tables_become_bold_words():
    table = Table(((Cell((Heading(2, said("x")),)),),))

    (made,) = in_order(Document((table,))).blocks

    assert made.rows[0][0].blocks == (Paragraph((Run("x", is_bold=True),)),)


def test_a_table_whose_cells_do_not_fit_is_squared():
    table = Table(((cell("a", down=9), cell("b")), (cell("c", across=3), cell("d"))), heads=1)

    made, columns = squared(table)

    assert columns == 4
    assert [len(row) for row in made.rows] == [4, 2]
    assert made.rows[0][0].down == 1


def test_the_title_of_a_document_without_headings_says_nothing():
    page = web_page(Document((Paragraph(said("To Ann")),)))

    assert b"<title>Document</title>" in page


def test_words_of_a_document_are_never_markup():
    page = web_page(Document((Paragraph((Run("<b>&", href='https://example.org/"x'),)),)))

    assert b'<a href="https://example.org/&quot;x">&lt;b&gt;&amp;</a>' in page
    assert "#pagebreak()[x]" in text_of_pdf(
        typeset(Document((Paragraph(said("#pagebreak()[x]")),)))[0]
    )
