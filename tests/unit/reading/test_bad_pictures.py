"""Pictures that are damaged, empty, or made to harm: a plain sentence, and nothing is decoded for it."""

import os
import resource
import struct
import zlib

import pikepdf
import pytest
from PIL import Image

from answerable.cli import main
from answerable.programs import piped
from answerable.programs.piped import DidNotAnswer
from answerable.reading import NotReadable, read_bytes
from answerable.reading.ocr import reading, tesseract
from answerable.reading.ocr.tesseract import engine_of, hocr_of
from tests.support.pdf_made import bytes_of, drawn_pdf
from tests.support.scans import LOG, needs_tesseract, pdf_of, saved, scanned


def png(width, height, data=b""):
    def chunk(kind, body):
        return (
            struct.pack("!I", len(body)) + kind + body + struct.pack("!I", zlib.crc32(kind + body))
        )

    head = struct.pack("!IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def tiff(width, height, *, pages=1, is_loop=False):
    """Return a TIFF whose pages are said to be so large, and are not there."""
    made = b"II*\0" + struct.pack("<I", 8)
    for number in range(1, pages + 1):
        said = {
            256: width,
            257: height,
            258: 1,
            259: 1,
            262: 0,
            273: 8,
            277: 1,
            278: height,
            279: 4,
        }
        entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in said.items())
        behind = len(made) + 2 + len(entries) + 4
        last = 8 if is_loop else 0
        made += struct.pack("<H", len(said)) + entries
        made += struct.pack("<I", behind if number < pages else last)
    return made


def pdf_of_declared(width, height):
    """Return a PDF with a picture that is said to be so large, and is not there."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(595, 842))
    picture = pikepdf.Stream(
        pdf, zlib.compress(bytes(10)), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image,
        Width=width, Height=height, ColorSpace=pikepdf.Name.DeviceRGB, BitsPerComponent=8,
        Filter=pikepdf.Name.FlateDecode,
    )  # fmt: skip
    pdf.pages[0].Resources = pikepdf.Dictionary(
        XObject=pikepdf.Dictionary(I=pdf.make_indirect(picture))
    )
    pdf.pages[0].contents_add(b"q 595 0 0 842 0 0 cm /I Do Q")
    return bytes_of(pdf)


def _following(data, at):
    count = int.from_bytes(data[at : at + 2], "little")
    end = at + 2 + 12 * count
    return int.from_bytes(data[end : end + 4], "little")


def _declare(data, at, *, tag, value):
    """Write another value into a field of a TIFF's page, as 32 bits."""
    for place in range(at + 2, at + 2 + 12 * int.from_bytes(data[at : at + 2], "little"), 12):
        if int.from_bytes(data[place : place + 2], "little") == tag:
            struct.pack_into("<HHII", data, place, tag, 4, 1, value)


def tiff_of(pages):
    return saved(scanned(drawn_pdf(*[""] * pages), dots=20), "TIFF")


REFUSED = [
    (lambda: png(30_000, 30_000, zlib.compress(bytes(1_000))), "is a picture of 30,000 by 30,000 dots"),
    (lambda: png(100, 100, b"no picture"), "is a damaged picture, or cut off"),
    (lambda: b"\xff\xd8\xff\xe0" + bytes(200), "is a damaged picture, or cut off"),
    (lambda: b"II*\0\x08\0\0\0\xff\xff", "is a damaged picture, or cut off"),
    (lambda: png(60, 80, zlib.compress(bytes([0, *[255] * 60]) * 80)), "holds only blank space"),
    (lambda: pdf_of(scanned(drawn_pdf(""), dots=40)), "holds only blank space"),
    (lambda: tiff(100_000, 100_000), "is a picture of 100,000 by 100,000 dots"),
    (lambda: png(100_000, 100_000), "is a picture of 100,000 by 100,000 dots"),
    (lambda: tiff(100, 100, pages=2_000), "has more than 500 pages that are pictures: split it"),
    (lambda: tiff(100, 100, pages=3, is_loop=True), "is a damaged picture, or cut off"),
    (lambda: pdf_of_declared(100_000, 100_000), "holds only blank space"),
    (lambda: drawn_pdf(""), "holds only blank space"),
    (lambda: b"\x89PNG\r\n\x1a\n" + bytes(40_000_000), "is larger than 32 MB"),
]  # fmt: skip


@needs_tesseract
@pytest.mark.parametrize(("made", "said"), REFUSED)
def test_what_cannot_be_read_is_refused_in_a_plain_sentence(made, said):
    with pytest.raises(NotReadable, match=said) as refusal:
        read_bytes(made(), name="page.png")

    assert str(refusal.value).startswith("page.png ")
    assert "PDF" not in str(refusal.value)


@needs_tesseract
@pytest.mark.parametrize("size", [(500, 3), (3, 500), (5000, 2), (64, 8), (1, 1)])
def test_a_picture_that_is_no_more_than_a_line_has_nothing_to_read(size):
    with pytest.raises(NotReadable, match="holds only blank space: there is nothing to read"):
        read_bytes(saved([Image.new("L", size, "white")], "PNG"), name="line.png")


@needs_tesseract
def test_too_many_pictures_are_refused_before_the_first_is_read(monkeypatch):
    monkeypatch.setattr(reading, "MOST_PAGES", 2)

    with pytest.raises(NotReadable, match="has more than 2 pages that are pictures: split it"):
        read_bytes(tiff_of(3), name="log.tif")


@needs_tesseract
def test_a_file_of_which_page_after_page_is_damaged_is_given_up(monkeypatch):
    asked = []
    whole = saved([*scanned(LOG), *[Image.new("1", (400, 400))] * 12], "TIFF")
    own = reading.done_apart

    def done_apart(task, data, name, **options):
        asked.append(options.get("pages", []))
        if task == "pictures decoded":
            raise NotReadable(f"{name} is a damaged picture")
        return own(task, data, name, **options)

    monkeypatch.setattr(reading, "done_apart", done_apart)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})

    with pytest.raises(NotReadable, match=r"log\.tif is a damaged picture"):
        read_bytes(whole, name="log.tif")

    assert len([pages for pages in asked if len(pages) == 1]) == 4


@needs_tesseract
def test_a_picture_of_300_megabytes_is_refused_and_the_rest_of_a_folder_is_read(tmp_path, capsys):
    with (tmp_path / "large.tif").open("wb") as large:
        large.write(b"II*\0")
        # Nothing of it lies on the disk.
        large.truncate(300_000_000)
    (tmp_path / "small.png").write_bytes(saved(scanned(LOG), "PNG", dpi=(200, 200)))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    main(["read", "--json", str(tmp_path)])

    said = capsys.readouterr()
    assert "large.tif is larger than 32 MB" in said.err
    assert "7001234" in said.out
    # In kilobytes.
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150_000


@needs_tesseract
def test_pages_that_cannot_be_decoded_are_named_and_the_others_read(monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    whole = bytearray(saved([*scanned(LOG), Image.new("L", (50, 60), 255)], "TIFF", dpi=(200, 200)))
    second = int.from_bytes(whole[4:8], "little")
    while following := _following(whole, second):
        second = following
    _declare(whole, second, tag=257, value=90_000_000)

    found = read_bytes(bytes(whole), name="log.tif")

    assert [entry.ref for entry in found.entries] == ["7001234", "7001235"]
    lost = next(one for one in found.repairs if one.was == "page 2")
    assert lost.why.startswith("log.tif is a picture of 50 by 90,000,000 dots")


def test_without_tesseract_it_is_said_what_to_install(monkeypatch):
    monkeypatch.setattr(tesseract, "_program", lambda: None)

    with pytest.raises(NotReadable) as refusal:
        engine_of("log.pdf")

    assert str(refusal.value) == (
        "log.pdf is a picture of pages: install tesseract-ocr, or save it as text"
    )


@needs_tesseract
def test_a_page_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(piped, "MOST_SECONDS", 0)

    with pytest.raises(DidNotAnswer):
        hocr_of(b"P5 8 8 255\n" + bytes(64), dots=200)


@needs_tesseract
def test_a_file_of_which_no_page_can_be_read_says_so(monkeypatch):
    def too_hard(_picture, *, dots):
        raise DidNotAnswer(dots)

    monkeypatch.setattr(reading, "hocr_of", too_hard)

    with pytest.raises(NotReadable, match=r"cannot be read within a minute for each: scan it anew"):
        read_bytes(pdf_of(scanned(LOG, dots=60)), name="log.pdf")


def test_tesseract_is_given_no_secret_and_one_thread(monkeypatch):
    monkeypatch.setenv("ANSWERABLE_SECRET_KEY", "never told")

    given = piped.environment()

    assert given["OMP_THREAD_LIMIT"] == "1"
    assert "never told" not in given.values()
