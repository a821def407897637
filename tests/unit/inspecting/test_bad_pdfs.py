"""PDFs that are damaged, locked or hostile: one sentence or a stop, in bounded time and memory, and never clear."""

import io
import random
import time
import zlib

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from answerable.inspecting import Verdict, inspect_bytes
from answerable.inspecting.child import inspected
from answerable.inspecting.confined import Forbidden, refuse
from answerable.inspecting.findings import Severity
from tests.support.planted.fixtures import zipped
from tests.support.planted.pdf_made import annotation, attached, bytes_of, form, pdf_of, text_at

PLAIN = pdf_of(saved={"compress_streams": False})


def locked(**words):
    """Return a PDF that is locked by words."""
    with pikepdf.open(io.BytesIO(PLAIN)) as pdf:
        out = io.BytesIO()
        pdf.save(out, encryption=pikepdf.Encryption(**words))
    return out.getvalue()


def many_pages(count):
    """Return a PDF whose pages are the same page many times."""
    pdf = pikepdf.open(io.BytesIO(PLAIN))
    pages = [pdf.make_indirect(Dictionary(pdf.pages[0].obj)) for _ in range(count)]
    pdf.Root.Pages.Kids = Array(pages)
    pdf.Root.Pages.Count = count
    return bytes_of(pdf)


def looping():
    """Return a PDF whose tree of pages has itself as a branch."""
    return PLAIN.replace(b"/Kids [ 3 0 R ]", b"/Kids [ 2 0 R ]")


def bomb():
    """Return a PDF whose page unpacks to more than all pages of all honest files."""

    def change(pdf):
        pdf.pages[0].Contents.write(zlib.compress(b" " * (150 << 20)), filter=Name.FlateDecode)

    return pdf_of(change=change, saved={"stream_decode_level": pikepdf.StreamDecodeLevel.none})


BAD = {
    "cut.pdf": (PLAIN[: len(PLAIN) // 3], "cut off or damaged"),
    "locked.pdf": (locked(user="word", owner="other"), "locked"),
    "protected.pdf": (locked(user="", owner="word"), "locked"),
    "pages.pdf": (many_pages(3_001), "more than 3,000 pages"),
    "noise.pdf": (b"%PDF-1.7\n" + bytes(range(256)) * 40, "cut off or damaged"),
    "bomb.pdf": (bomb(), "unpacks to more than can be inspected"),
    "in-a-zip.zip": (zipped({"a.pdf": locked(user="word", owner="other")}), "a.pdf: It is locked"),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_inspected_is_said_in_one_sentence(name):
    data, words = BAD[name]
    began = time.process_time()

    inspection = inspected(data, name)

    assert inspection.verdict is Verdict.CANNOT_SAY
    assert words in inspection.reason
    assert "\n" not in inspection.reason
    assert time.process_time() - began < 20


def nested_forms(pdf):
    """Let a drawing draw itself."""
    one = form(pdf, "/Fm1 Do")
    one.Resources = Dictionary(XObject=Dictionary(Fm1=one))
    pdf.pages[0].Resources.XObject = Dictionary(Fm1=one)
    pdf.pages[0].contents_add(b"/Fm1 Do")


def deep_outline(pdf):
    """Let each of many bookmarks stand below the last."""
    below = None
    for _ in range(3_000):
        item = pdf.make_indirect(Dictionary(Title=String("Ward")))
        if below is not None:
            item.First = item.Last = below
        below = item
    pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=below, Last=below))


def looping_outline(pdf):
    """Let a bookmark follow itself."""
    item = pdf.make_indirect(Dictionary(Title=String("Ward")))
    item.Next = item
    pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=item, Last=item))


def looping_names(pdf):
    """Let a tree of names have itself as a branch."""
    node = pdf.make_indirect(Dictionary())
    node.Kids = Array([node])
    pdf.Root.Names = Dictionary(Dests=node, EmbeddedFiles=node)


def looping_fields(pdf):
    """Let a field have itself below it."""
    field = annotation(pdf, "Widget", FT=Name.Tx, T=String("a"))
    field.Kids = Array([field])
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))


def huge_page(pdf):
    """Let a page be wider than any paper."""
    pdf.pages[0].MediaBox = Array([0, 0, 1_000_000, 1_000_000])


def no_page_at_all(pdf):
    """Let a page have no size."""
    pdf.pages[0].MediaBox = Array([0, 0, 0, 0])


def huge_picture(pdf):
    """Let a picture say that it has more dots than memory holds."""
    made = pdf.make_stream(zlib.compress(bytes(1000)))
    for key, value in {
        "Type": Name.XObject,
        "Subtype": Name.Image,
        "Width": 60_000,
        "Height": 60_000,
        "BitsPerComponent": 8,
        "ColorSpace": Name.DeviceRGB,
    }.items():
        made[f"/{key}"] = value
    made.write(zlib.compress(bytes(1000)), filter=Name.FlateDecode)
    pdf.pages[0].Resources.XObject = Dictionary(Im1=made)
    pdf.pages[0].contents_add(b"q 100 0 0 100 72 500 cm /Im1 Do Q")


def many_marks(pdf):
    """Lay a great many notes on a page."""
    pdf.pages[0].Annots = Array(
        [
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Text,
                Rect=Array([0, 0, 9, 9]),
                Contents=String("Ward"),
            )
            for _ in range(4_000)
        ]
    )


def files_in_files(pdf):
    """Attach a PDF in a PDF in a PDF."""
    data = PLAIN
    for _ in range(9):
        data = pdf_of(change=lambda held, data=data: _attach(held, data))
    _attach(pdf, data)


def _attach(pdf, data):
    pdf.Root.Names = Dictionary(
        EmbeddedFiles=Dictionary(Names=Array([String("a.pdf"), attached(pdf, data, "a.pdf")]))
    )


ODD = (nested_forms, deep_outline, looping_outline, looping_names, looping_fields, huge_page, no_page_at_all, huge_picture, many_marks, files_in_files)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("change", ODD, ids=lambda one: one.__name__)
def test_what_is_odd_is_inspected_in_bounded_time(change):
    data = pdf_of(change=change)
    began = time.process_time()

    inspection = inspected(data, "odd.pdf")

    assert inspection.reason == "" or "\n" not in inspection.reason
    assert time.process_time() - began < 20


def test_a_tree_of_pages_that_loops_is_not_clear():
    assert inspected(looping(), "f.pdf").verdict is not Verdict.CLEAR


@pytest.mark.parametrize(
    "data",
    [
        PLAIN.replace(b"startxref\n", b"startxref\n9"),
        PLAIN[: PLAIN.rindex(b"xref\n0")],
        PLAIN.replace(b"/Size 5", b"/Size 2"),
        PLAIN.replace(b"0000000064", b"0000000065"),
    ],
)
def test_a_file_that_had_to_be_put_in_order_is_not_clear(data):
    inspection = inspected(data, "f.pdf")

    assert inspection.verdict is not Verdict.CLEAR


@pytest.mark.slow
def test_files_that_were_changed_at_random_end_in_a_verdict_of_the_process_apart():
    chance = random.Random(8)  # noqa: S311 the same in each run
    base = pdf_of(text_at(72, 600, "South"), saved={"linearize": True})
    reasons = []
    for _ in range(12):
        data = bytearray(base)
        for _ in range(chance.choice((1, 4, 20))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        reasons.append(inspect_bytes(bytes(data), name="f.pdf").reason)

    assert not any("fault" in one for one in reasons)


@pytest.mark.parametrize(
    ("event", "arguments"),
    [
        ("ctypes.dlopen", ("libc.so.6",)),
        ("ctypes.dlopen", ("/elsewhere/libpdfium.so",)),
        ("ctypes.dlsym", (None, "system")),
        ("ctypes.string_at", (0, 1)),
    ],
)
def test_the_process_apart_loads_no_other_library(event, arguments):
    with pytest.raises(Forbidden):
        refuse(event, arguments)


def test_a_pdf_in_a_zip_is_inspected_in_the_process_apart():
    data = pdf_of(text_at(72, 600, "Ward") + "0 g 60 590 200 30 re f\n")

    inspection = inspect_bytes(zipped({"a.pdf": data}), name="files.zip")

    (stop,) = [one for one in inspection.findings if one.severity is Severity.STOP]
    assert (stop.code, stop.where) == ("pdf.hidden-text", "a.pdf > page 1")
