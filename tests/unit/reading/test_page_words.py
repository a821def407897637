"""The words of pages as they are shown: turned, cut, hyphenated, hidden; and files that are none."""

import io

import pikepdf
import pytest

from answerable.reading import NotReadable
from answerable.reading.shown_pages import page_drawn, pages_shown, pages_without_words
from tests.support.pdf_made import at, bytes_of, drawn_pdf, filled

pytestmark = pytest.mark.slow
PLACE = at(60, 780, "Quillfeather was here")


def texts(data, **how):
    return [[word.text for word in one.words] for one in pages_shown(data, "a.pdf", **how)]


@pytest.mark.parametrize(
    ("turned", "size", "box"),
    [
        (0, (595, 842), (60, 54, 112, 64)),
        (90, (842, 595), (778, 60, 788, 112)),
        (180, (595, 842), (483, 778, 535, 788)),
        (270, (842, 595), (54, 483, 64, 535)),
    ],
)
def test_a_box_is_where_the_word_is_seen_however_the_page_is_turned(turned, size, box):
    (one,) = pages_shown(drawn_pdf(PLACE, turned=turned), "a.pdf")

    assert (one.width, one.height) == size
    word = next(each for each in one.words if each.text == "Quillfeather")
    assert word.box == pytest.approx(box, abs=2.5)


def test_a_page_that_is_cut_is_measured_from_the_corner_that_is_seen():
    with pikepdf.open(io.BytesIO(drawn_pdf(PLACE))) as pdf:
        pdf.pages[0].CropBox = pikepdf.Array([50, 700, 400, 800])
        data = bytes_of(pdf)

    (one,) = pages_shown(data, "a.pdf")

    assert (one.width, one.height) == (350, 100)
    assert one.words[0].box == pytest.approx((10, 12, 62, 22), abs=2.5)


def test_a_word_that_a_hyphen_parts_is_two_on_two_lines():
    data = drawn_pdf(at(60, 780, "by Quill-") + at(60, 768, "feather too"))

    (one,) = pages_shown(data, "a.pdf")

    assert [(word.text, word.line) for word in one.words] == [
        ("by", 0), ("Quill-", 0), ("feather", 1), ("too", 1),
    ]  # fmt: skip
    assert all(word.box[3] - word.box[1] < 16 for word in one.words)


def test_low_letters_have_boxes_as_high_as_others():
    (one,) = pages_shown(drawn_pdf(at(60, 780, "ace Ally")), "a.pdf")

    low, high = one.words
    assert (low.box[1], low.box[3]) == (high.box[1], high.box[3])


def test_words_that_nobody_sees_are_listed_too():
    hidden = "BT /plain 10 Tf 3 Tr 60 780 Td (Quillfeather) Tj ET\n"
    white = "1 g BT /plain 10 Tf 0 Tr 60 700 Td (Brownlow) Tj ET\n"

    assert texts(drawn_pdf(hidden + white)) == [["Quillfeather", "Brownlow"]]


def test_only_pages_that_are_asked_for_and_may_hold_what_is_sought_are_given():
    data = drawn_pdf(PLACE, at(60, 780, "Nobody"), at(60, 780, "quill-") + at(60, 768, "FEATHER"))

    assert [one.page for one in pages_shown(data, "a", sought=["Quillfeather"])] == [1, 3]
    assert [one.page for one in pages_shown(data, "a", pages=[2])] == [2]
    assert pages_shown(data, "a", pages=[2], sought=["Quillfeather"]) == ()


def test_pages_without_words_are_told():
    data = drawn_pdf(PLACE, filled(10, 10, 99, 99, 0), "")

    assert pages_without_words(data, "a") == (3, (2, 3))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"%PDF-1.4 cut", "cannot be opened"),
        (b"", "cannot be"),
        (b"no PDF at all", "cannot be opened"),
    ],
)
def test_what_cannot_be_opened_is_refused_with_a_sentence(data, why):
    for ask in (pages_shown, pages_without_words):
        with pytest.raises(NotReadable, match=why):
            ask(data, "a.pdf")
    with pytest.raises(NotReadable, match=why):
        page_drawn(data, "a.pdf", 1)


def test_a_locked_file_is_refused():
    with pikepdf.open(io.BytesIO(drawn_pdf(PLACE))) as pdf:
        data = bytes_of(pdf, encryption=pikepdf.Encryption(owner="o", user="u"))

    with pytest.raises(NotReadable, match="locked with a password"):
        pages_shown(data, "a.pdf")


_CMAP = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange
6 beginbfchar
<41> <D83DDE00>
<42> <D800>
<43> <0000>
<44> <0007>
<45> <202E>
<46> <DC00>
endbfchar endcmap end end"""


def test_signs_that_are_no_letters_neither_break_what_stores_words_nor_turn_them_around():
    with pikepdf.open(io.BytesIO(drawn_pdf(at(60, 780, "ABCD EF G")))) as pdf:
        pdf.pages[0].Resources.Font["/plain"].ToUnicode = pdf.make_stream(_CMAP)
        data = bytes_of(pdf)

    ((first, second, third),) = texts(data)

    assert (first, second, third) == ("\U0001f600", "\ufffd", "G")


@pytest.mark.parametrize("page", [0, -1, 2, 10**9])
def test_a_page_that_there_is_not_is_refused(page):
    with pytest.raises(NotReadable, match="has no page"):
        pages_shown(drawn_pdf(PLACE), "a.pdf", pages=[page])
    with pytest.raises(NotReadable, match="has no page"):
        page_drawn(drawn_pdf(PLACE), "a.pdf", page)


def test_a_picture_of_a_page_is_a_png():
    assert page_drawn(drawn_pdf(PLACE), "a.pdf", 1).startswith(b"\x89PNG\r\n\x1a\n")
