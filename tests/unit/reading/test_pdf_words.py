"""The words of each drawn text: as PDFium tells them one by one, however the texts stand among each other."""

import io

import pikepdf
import pypdfium2
import pytest

from answerable.reading.pdf import library
from answerable.reading.pdf.content import Page
from answerable.reading.pdf.words import Words, _printed
from tests.support.pdf_made import at, bytes_of, drawn_pdf


def letter_by_letter():
    return "".join(at(50 + 6 * place, 700, one) for place, one in enumerate("Letter by letter"))


def out_of_order():
    return (
        at(300, 700, "right")
        + at(50, 700, "left ")
        + at(150, 700, " middle")
        + at(50, 720, "above")
    )


def doubled():
    """Bold as some programs draw it: the same words again, a little beside."""
    return at(50, 700, "Twice") + at(50.2, 700, "Twice") + at(90, 700, "once")


def spread():
    """One text of several words, with wide gaps between them."""
    return "BT /plain 10 Tf 50 700 Td [(One) -3000 (text) -9000 (spread)] TJ ET\n" + at(
        400, 700, "End"
    )


def blanks():
    return (
        at(50, 700, "   ")
        + at(70, 700, "word ")
        + at(120, 700, " ")
        + at(50, 680, "")
        + at(50, 660, "next")
    )


def over_lines():
    """One text object after another, each with a turned or raised line between."""
    return (
        at(50, 700, "base") + at(75, 704, "2", size=6) + at(80, 700, "more-") + at(50, 688, "over")
    )


PAGES = [letter_by_letter, out_of_order, doubled, spread, blanks, over_lines, lambda: ""]


def texts_of(data):
    with pypdfium2.PdfDocument(data) as pdf:
        for number in range(1, len(pdf) + 1):
            page = Page(pdf, number)
            words = Words(library.address(page._text))
            for drawn, *_ in page._texts:
                yield words.of(drawn), _printed(words._asked(drawn))
            page.close()


@pytest.mark.parametrize("drawing", PAGES)
def test_each_text_has_the_words_that_pdfium_tells_of_it(drawing):
    for found, told in texts_of(drawn_pdf(drawing())):
        assert found == told


def hebrew():
    """Letters that run from right to left, between others: their order is PDFium's to tell."""
    pdf = pikepdf.open(io.BytesIO(drawn_pdf(at(50, 700, "ab AB cd") + at(110, 700, "AB"))))
    meaning = b"2 beginbfchar <41> <05D0> <42> <05D1> endbfchar"
    pdf.pages[0].Resources.Font["/plain"].ToUnicode = pdf.make_stream(
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
        + meaning
        + b" endcmap end"
    )
    return bytes_of(pdf)


def test_words_from_right_to_left_are_asked_for_one_by_one():
    found = list(texts_of(hebrew()))

    assert any("\u05d0" in told for _, told in found)
    assert all(words == told for words, told in found)
