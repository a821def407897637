"""The picture of a page: how it looks, where it is marked, and what has none."""

import json
import struct
import zlib

import pytest

from answerable.reading import NotReadable
from answerable.reading.pdf.apart import done_apart
from answerable.reading.pdf.pictures import page_picture
from tests.support.pdf_made import at, drawn_pdf, rule

PDF = drawn_pdf(at(50, 700, "A line of the log"), rule(0, 0, 595, 842))


def picture(data=PDF, **options):
    pages, drawn = page_picture(data, "log.pdf", options)
    return json.loads(pages), *pixels(drawn)


def pixels(data):
    """The width of a picture, and its rows of bytes: red, green, blue."""
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    parts, place = {}, 8
    while place < len(data):
        size, kind = struct.unpack(">I4s", data[place : place + 8])
        part = data[place + 8 : place + 8 + size]
        (check,) = struct.unpack(">I", data[place + 8 + size : place + 12 + size])
        assert check == zlib.crc32(kind + part)
        parts[kind], place = part, place + 12 + size
    width, height = struct.unpack(">II", parts[b"IHDR"][:8])
    body, long = zlib.decompress(parts[b"IDAT"]), width * 3 + 1
    return width, [body[row * long + 1 : (row + 1) * long] for row in range(height)]


def test_a_page_is_drawn_with_its_longest_side_of_1600():
    pages, width, rows = picture(page=1)

    assert (pages, len(rows)) == (2, 1600)
    assert abs(width - 1600 * 595 / 842) < 2
    assert rows[0][:3] == b"\xff\xff\xff"
    assert any(min(row) < 100 for row in rows)


def test_what_is_to_be_looked_at_is_yellow_and_the_rest_is_as_it_was():
    _, _, plain = picture(page=1)
    _, _, marked = picture(page=1, boxes=[[100, 200, 300, 220]])
    scale = 1600 / 842
    inside, outside = round(210 * scale), round(400 * scale)
    across = round(200 * scale) * 3

    assert marked[inside][across : across + 3] == b"\xff\xff\x66"
    assert marked[inside][:3] == b"\xff\xff\xff"
    assert marked[outside] == plain[outside]


def test_a_box_beyond_the_page_ends_with_it():
    _, width, rows = picture(page=1, boxes=[[-50, -50, 9000, 9000]])

    assert (len(rows), {len(row) for row in rows}) == (1600, {width * 3})
    assert rows[-1][-1] == 0x66


def test_a_turned_page_is_drawn_as_it_is_read():
    _, width, rows = picture(drawn_pdf(at(50, 700, "A"), turned=90), page=1)

    assert (width, len(rows) < width) == (1600, True)


@pytest.mark.parametrize(
    ("data", "page", "why"),
    [
        (PDF, 3, "has no page 3"),
        (PDF, 0, "has no page 0"),
        (b"%PDF-1.7 and no more", 1, "cannot be opened"),
    ],
)
def test_what_has_no_such_page_says_so(data, page, why):
    with pytest.raises(NotReadable, match=why):
        list(page_picture(data, "log.pdf", {"page": page}))


@pytest.mark.slow
def test_the_process_apart_draws_it():
    pages, drawn = done_apart("page", PDF, "log.pdf", page=2, boxes=[])

    assert (pages, drawn[:4]) == (b"2", b"\x89PNG")
