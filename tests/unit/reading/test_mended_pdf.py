"""PDFs that are damaged but hold their words: read, and what was mended is said; never partly in silence."""

import io
import random
import zlib

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from answerable.reading import NotReadable
from answerable.reading.pdf import PagesOfPictures, is_pdf, read_apart
from answerable.reading.pdf.reader import document_of
from tests.support.pdf_made import at, bytes_of, drawn_pdf, element, tagged_pdf

PAGES = [at(50, 700, f"Page {number} of the log") for number in range(1, 4)]
GOOD = drawn_pdf(*PAGES)
TEXT = " ".join(f"Page {number} of the log" for number in range(1, 4))
TAGGED = tagged_pdf(*[element("P", f"Paragraph {number}") for number in range(20)])


CUT = "log.pdf is a damaged PDF, or cut off: fetch it again, or save it anew"


def text_or_refusal(data):
    """Return what the process apart reads of a file, or the sentence that refuses it."""
    try:
        return read_apart(data, "log.pdf").text
    except NotReadable as refusal:
        return str(refusal)
    except PagesOfPictures as pages:
        # Their words are in the picture, and are looked for there.
        return f"log.pdf has pages that are pictures: {pages}"


def opened(data):
    return pikepdf.open(io.BytesIO(data))


def classic():
    """The same pages as older programs write them: with a table of its objects at the end."""
    how = {"object_stream_mode": pikepdf.ObjectStreamMode.disable}
    return drawn_pdf(*PAGES, saved=how)


OLD = classic()


@pytest.mark.parametrize("end", [b"startxref", b"trailer", b"xref\n0"])
def test_what_is_cut_behind_its_last_object_is_read_and_the_cut_is_said(end):
    place = OLD.index(end) + (len(end) if end.startswith(b"xref") else 0)

    document = document_of(OLD[:place], "log.pdf")

    assert document.text == TEXT
    assert "cut off behind its last page" in document.repairs[0].why


@pytest.mark.parametrize("data", [GOOD, OLD, TAGGED])
def test_what_is_cut_anywhere_is_refused_or_read_whole(data):
    whole = document_of(data, "log.pdf").text
    for part in range(1, 40):
        cut = data[: len(data) * part // 40]
        assert text_or_refusal(cut) in (whole, CUT)


@pytest.mark.parametrize("data", [GOOD, OLD, TAGGED])
def test_changed_bytes_are_a_reading_or_one_sentence(data):
    chance = random.Random(7)  # noqa: S311 chance that comes out the same each time
    for _ in range(100):
        changed = bytearray(data)
        for _ in range(chance.choice((1, 1, 5, 40))):
            changed[chance.randrange(8, len(data))] = chance.randrange(256)
        said = text_or_refusal(bytes(changed))
        assert said
        assert "fault of its own" not in said


def moved_table():
    """A byte too many in front of the objects: their table points beside them."""
    return OLD.replace(b"1 0 obj", b"   1 0 obj", 1)


def test_an_order_found_anew_is_said():
    document = document_of(moved_table(), "log.pdf")

    assert document.text == TEXT
    assert document.repairs[0].was == "the order of its parts"


def test_a_page_whose_instructions_are_damaged_is_named():
    pdf = opened(GOOD)
    packed = bytearray(zlib.compress(PAGES[1].encode()))
    packed[-5] ^= 255
    pdf.pages[1].Contents = pdf.make_stream(b"")
    pdf.pages[1].Contents.write(bytes(packed), filter=Name.FlateDecode)

    document = document_of(bytes_of(pdf), "log.pdf")

    assert [repair.was for repair in document.repairs] == ["page 2"]
    assert "Page 3 of the log" in document.text


def without_a_page():
    """A tree of pages that says it has more than it names."""
    pdf = opened(OLD)
    data = bytes_of(pdf, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return data.replace(b"/Count 3", b"/Count 9")


def test_pages_that_are_missing_are_said():
    assert document_of(without_a_page(), "log.pdf").repairs


@pytest.mark.parametrize("before", [b"HTTP/1.1 200 OK\r\n\r\n", b"\0" * 40, b"junk " * 20])
def test_what_stands_before_a_pdf_is_passed_over(before):
    assert is_pdf(before + GOOD)
    assert document_of(before + GOOD, "log.pdf").text == TEXT


def form(kind, value, **more):
    pdf = opened(drawn_pdf(at(50, 700, "Name:")))
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            Rect=Array([100, 695, 300, 710]),
            FT=kind,
            T=String("asked"),
            **({} if value is None else {"V": value}),
            **more,
        )
    )
    pdf.pages[0].Annots = Array([field])
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))
    return pdf


FIELDS = [
    (Name.Tx, String("How many bicycles?"), {}, "How many bicycles?"),
    (Name.Tx, String("one\rtwo"), {}, "one two"),
    (Name.Ch, Array([String("a"), String("b")]), {}, "a, b"),
    (Name.Btn, None, {"AS": Name.Yes}, "☑"),
    (Name.Btn, None, {"AS": Name.Off}, ""),
    (Name.Tx, String("hidden"), {"F": 2}, ""),
    (Name.Tx, None, {}, ""),
]


@pytest.mark.parametrize(("kind", "value", "more", "said"), FIELDS)
def test_what_was_written_into_a_form_is_read(kind, value, more, said):
    text = document_of(bytes_of(form(kind, value, **more)), "form.pdf").text

    assert " ".join(text.split()) == f"Name: {said}".strip()


def test_a_note_on_a_page_is_read():
    pdf = form(Name.Tx, None)
    note = Dictionary(
        Subtype=Name.FreeText, Rect=Array([50, 600, 300, 620]), Contents=String("A note")
    )
    pdf.pages[0].Annots = Array([note, 7, None])

    assert "A note" in document_of(bytes_of(pdf), "form.pdf").text


def test_a_form_that_only_adobe_shows_is_said_to_be_one():
    pdf = form(Name.Tx, None)
    pdf.Root.NeedsRendering = True

    with pytest.raises(NotReadable, match="print it to a PDF with them"):
        document_of(bytes_of(pdf), "form.pdf")


def test_attached_files_are_said():
    pdf = opened(GOOD)
    pdf.attachments["figures.csv"] = b"1,2"

    (repair,) = document_of(bytes_of(pdf), "log.pdf").repairs

    assert (repair.was, repair.times) == ("attached files", 1)


TURNS = {90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}
STARTS = {90: [(100, 50), (114, 50)], 180: [(500, 686), (500, 700)], 270: [(500, 800), (486, 800)]}


@pytest.mark.parametrize("turned", TURNS)
def test_pages_that_are_turned_are_read_in_order(turned):
    words = ("The first line of a page", "the second line of it")
    drawing = "".join(
        f"BT /plain 10 Tf {TURNS[turned]} {x} {y} Tm ({text}) Tj ET\n"
        for (x, y), text in zip(STARTS[turned], words, strict=True)
    )

    assert document_of(drawn_pdf(drawing, turned=turned), "log.pdf").text == " ".join(words)


BOXES = [[0, 0, 1e7, 1e7], [-600, -800, 0, 0], [600, 800, 0, 0], [0, 0, 0, 0], ["a", 1, 2, 3], []]


@pytest.mark.parametrize("box", BOXES)
def test_a_page_of_any_size_is_read(box):
    pdf = opened(GOOD)
    for page in pdf.pages:
        page.MediaBox = Array([String(one) if isinstance(one, str) else one for one in box])

    assert document_of(bytes_of(pdf), "log.pdf").text.startswith("Page 1")


ODD = [
    "BT /plain 10 Tf 50 700 Td (Words) Tj ET BI /W 9 /H 9 ID \x01\x02 garbage",
    "BT /none 10 Tf 50 700 Td (Words) Tj ET",
    "q q q q BT /plain nan Tf 50 700 Td (Words) Tj ET",
    "BT /plain 10 Tf 1e38 0 0 1e38 50 700 Tm (Words) Tj ET",
    ") ] >> } Tj BT /plain 10 Tf 50 700 Td (Words) Tj",
    "/None Do /Span BDC BMC EMC EMC EMC BT /plain 10 Tf 50 700 Td (Words) Tj ET",
    "BT /plain -10 Tf 50 700 Td (Words) Tj ET 0 0 0 0 0 0 cm",
]


@pytest.mark.parametrize("drawing", ODD)
def test_odd_instructions_are_a_reading_or_one_sentence(drawing):
    assert "fault of its own" not in text_or_refusal(drawn_pdf(drawing))


def test_a_page_without_its_parts_is_one_sentence():
    pdf = opened(GOOD)
    del pdf.pages[0].Resources
    del pdf.pages[1].Contents
    del pdf.pages[2].Type

    assert "Page 3" in document_of(bytes_of(pdf), "log.pdf").text
