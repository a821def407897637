"""PDFs that are damaged, locked, or made to harm: a plain sentence, in bounded time, and no traceback."""

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Encryption, Name

from answerable.reading import NotReadable, read_bytes
from answerable.reading.pdf import is_pdf, opening
from answerable.reading.pdf.content import Piece
from answerable.reading.pdf.pages_of_pictures import PagesOfPictures
from answerable.reading.pdf.reader import document_of
from answerable.reading.pdf.untagged import Sheet
from tests.support.pdf_made import at, bytes_of, drawn_pdf, element, tagged_pdf

LINE = at(50, 700, "A line of the log")
GOOD = drawn_pdf(LINE)


def opened(data):
    return pikepdf.open(io.BytesIO(data))


def looping_pages():
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )


def without_meaning():
    """A font whose characters are numbers of shapes: nothing says which letters those are."""
    pdf = opened(drawn_pdf("BT /plain 10 Tf 50 700 Td <000100020003000400050006> Tj ET"))
    below = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name("/Shapes"),
        CIDSystemInfo=Dictionary(
            Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Identity"), Supplement=0
        ),
        FontDescriptor=Dictionary(Type=Name.FontDescriptor, FontName=Name("/Shapes"), Flags=4),
    )
    pdf.pages[0].Resources.Font["/plain"] = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name("/Shapes"),
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(below)]),
    )
    return bytes_of(pdf)


def pages(count):
    pdf = opened(GOOD)
    for _ in range(count - 1):
        pdf.pages.append(pdf.pages[0])
    return bytes_of(pdf)


REFUSED = [
    (lambda: drawn_pdf(LINE, saved={"encryption": Encryption(owner="o", user="u")}), "is locked with a password"),
    (lambda: GOOD[: len(GOOD) // 2], "is a damaged PDF, or cut off"),
    (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 100, "is a damaged PDF, or cut off"),
    (lambda: b"%PDF-1.4\n<html><body>A page</body></html>\n%%EOF", "is a damaged PDF, or cut off"),
    (looping_pages, "is a damaged PDF, or cut off"),
    (lambda: bytes_of(pikepdf.new()), "is a PDF without pages"),
]  # fmt: skip


@pytest.mark.parametrize(("made", "said"), REFUSED)
def test_what_cannot_be_read_is_refused_in_a_plain_sentence(made, said):
    with pytest.raises(NotReadable, match=said) as refusal:
        document_of(made(), "log.pdf")

    assert str(refusal.value).startswith("log.pdf is ")


@pytest.mark.parametrize("made", [lambda: drawn_pdf(""), without_meaning])
def test_pages_without_text_that_can_be_told_are_to_be_read_as_pictures(made):
    with pytest.raises(PagesOfPictures) as told:
        document_of(made(), "log.pdf")

    assert (told.value.pages, told.value.count) == ([1], 1)


def test_of_pages_without_text_that_can_be_told_those_that_were_seen_are_read():
    pdf = opened(without_meaning())
    pdf.pages.append(pdf.pages[0])
    said = Piece(2, "Seen by OCR", (50, 100, 150, 110), 10, False, False, None, False, False, 110)

    document = document_of(bytes_of(pdf), "log.pdf", {2: Sheet(800, (said,), ())})

    assert document.text == "Seen by OCR"


def test_too_many_pages_are_refused(monkeypatch):
    monkeypatch.setattr(opening, "MOST_PAGES", 20)

    with pytest.raises(NotReadable, match="has more than 20 pages: split it"):
        document_of(pages(21), "log.pdf")
    assert document_of(pages(20), "log.pdf").text


def test_a_password_that_is_empty_opens():
    data = drawn_pdf(LINE, saved={"encryption": Encryption(owner="o", user="")})

    assert document_of(data, "log.pdf").text == "A line of the log"


def deep(levels):
    pdf = opened(tagged_pdf(element("P", "Far below")))
    root = pdf.Root.StructTreeRoot
    below = root.K[0]
    for _ in range(levels):
        below = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Sect, K=Array([below])))
    root.K = Array([below])
    return bytes_of(pdf)


def looping_tree():
    pdf = opened(tagged_pdf(element("P", "In a loop")))
    top = pdf.Root.StructTreeRoot.K[0]
    top.K.append(top)
    return bytes_of(pdf)


def looping_list():
    pdf = opened(tagged_pdf(element("P", "In a loop")))
    root = pdf.Root.StructTreeRoot
    below = pdf.make_indirect(Array([root.K[0]]))
    below.append(below)
    root.K = below
    return bytes_of(pdf)


def holey_tree():
    """What is no element stands among the elements, and no page where a page should be."""
    pdf = opened(tagged_pdf(element("P", "Not lost")))
    root = pdf.Root.StructTreeRoot
    root.K.insert(0, pikepdf.Array([None, 7, Name.P, pikepdf.String("x"), root]))
    root.K[-1].Pg = 7
    return bytes_of(pdf)


def odd_links():
    pdf = opened(drawn_pdf(LINE))
    href = Dictionary(S=Name.URI, URI=pikepdf.String("https://example.org/"))
    odd = [Array([1, None, 2, 3]), Array([1]), 7, Array([Name.A, 1, 2, 3])]
    links = [Dictionary(Subtype=Name.Link, Rect=box, A=href) for box in odd]
    pdf.pages[0].Annots = Array([None, 7, *links])
    return bytes_of(pdf)


BY_LINES = "untagged PDF by its lines: its tags nest too deep, or are too many"
TREES = [(lambda: deep(3000), BY_LINES), (looping_list, BY_LINES), (looping_tree, "tagged PDF")]
TREES += [(holey_tree, "tagged PDF"), (odd_links, "untagged PDF by its lines")]


@pytest.mark.parametrize(("made", "how"), TREES)
def test_a_damaged_tree_is_left_and_the_words_are_read(made, how):
    document = document_of(made(), "log.pdf")

    assert document.how == how
    assert document.text in ("Far below", "In a loop", "Not lost", "A line of the log")


def test_a_form_that_draws_itself_ends():
    pdf = opened(drawn_pdf("/F Do " + LINE))
    form = pdf.make_stream(b"/F Do")
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 600, 800])
    form.Resources = Dictionary(XObject=Dictionary(F=form))
    pdf.pages[0].Resources.XObject = Dictionary(F=form)

    assert document_of(bytes_of(pdf), "log.pdf").text == "A line of the log"


def test_a_page_full_of_drawings_is_read_without_its_lines():
    drawing = "".join(f"{x} 10 m {x} 700 l S\n" for x in range(10, 580) for _ in range(3))

    assert document_of(drawn_pdf(drawing + LINE), "log.pdf").text == "A line of the log"


def test_refusals_and_readings_come_back_from_the_process_apart():
    assert read_bytes(GOOD, name="a\0b.pdf").unread[0].text == "A line of the log"
    with pytest.raises(NotReadable, match=r"log\.pdf is a PDF without pages"):
        read_bytes(bytes_of(pikepdf.new()), name="log.pdf")


@pytest.mark.parametrize("data", [GOOD, b"\r\n" + GOOD, b"\xef\xbb\xbf" + GOOD])
def test_a_pdf_is_known_by_its_beginning(data):
    assert is_pdf(data)
    assert not is_pdf(b"A text that says %PDF-1.7")
