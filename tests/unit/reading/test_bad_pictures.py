"""Pictures that are damaged, empty, or made to harm: a plain sentence, and nothing is decoded for it."""

import struct
import zlib

import pytest

from answerable.reading import NotReadable, read_bytes
from answerable.reading.ocr import reading, tesseract
from answerable.reading.ocr.tesseract import TooHard, engine_of, hocr_of
from tests.support.pdf_made import drawn_pdf
from tests.support.scans import LOG, needs_tesseract, pdf_of, saved, scanned


def png(width, height, data=b""):
    def chunk(kind, body):
        return (
            struct.pack("!I", len(body)) + kind + body + struct.pack("!I", zlib.crc32(kind + body))
        )

    head = struct.pack("!IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def tiff_of(pages):
    return saved(scanned(drawn_pdf(*[""] * pages), dots=20), "TIFF")


REFUSED = [
    (lambda: png(30_000, 30_000, zlib.compress(bytes(1_000))), "is a picture of 30,000 by 30,000 dots"),
    (lambda: png(100, 100, b"no picture"), "is a damaged picture, or cut off"),
    (lambda: b"\xff\xd8\xff\xe0" + bytes(200), "is a damaged picture, or cut off"),
    (lambda: b"II*\0\x08\0\0\0\xff\xff", "is a damaged picture, or cut off"),
    (lambda: png(60, 80, zlib.compress(bytes([0, *[255] * 60]) * 80)), "holds only blank space"),
    (lambda: pdf_of(scanned(drawn_pdf(""), dots=40)), "holds only blank space"),
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
def test_too_many_pictures_are_refused_before_the_first_is_read(monkeypatch):
    monkeypatch.setattr(reading, "MOST_PAGES", 2)

    with pytest.raises(NotReadable, match="has more than 2 pages that are pictures: split it"):
        read_bytes(tiff_of(3), name="log.tif")


def test_without_tesseract_it_is_said_what_to_install(monkeypatch):
    monkeypatch.setattr(tesseract, "_program", lambda: None)

    with pytest.raises(NotReadable) as refusal:
        engine_of("log.pdf")

    assert str(refusal.value) == (
        "log.pdf is a picture of pages: install tesseract-ocr, or save it as text"
    )


@needs_tesseract
def test_a_page_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(tesseract, "MOST_SECONDS", 0)

    with pytest.raises(TooHard):
        hocr_of(b"P5 8 8 255\n" + bytes(64), dots=200)


@needs_tesseract
def test_a_file_of_which_no_page_can_be_read_says_so(monkeypatch):
    def too_hard(_picture, *, dots):
        raise TooHard(dots)

    monkeypatch.setattr(reading, "hocr_of", too_hard)

    with pytest.raises(NotReadable, match=r"cannot be read within a minute for each: scan it anew"):
        read_bytes(pdf_of(scanned(LOG, dots=60)), name="log.pdf")


def test_tesseract_is_given_no_secret_and_one_thread(monkeypatch):
    monkeypatch.setenv("ANSWERABLE_SECRET_KEY", "never told")

    given = tesseract._environment()

    assert given["OMP_THREAD_LIMIT"] == "1"
    assert "never told" not in given.values()
