"""Pictures, messages, RTF and old Office made to harm whoever opens them: one sentence each, in bounded time."""

import struct
import time
import zlib

import pytest

from answerable.inspecting import Verdict
from answerable.inspecting.child import inspected
from tests.support.outlook_files import container, message
from tests.support.planted.containers import PAGE
from tests.support.planted.drawings import photograph
from tests.support.planted.messages import mail
from tests.support.planted.old_documents import old_document
from tests.support.planted.old_office import old_workbook
from tests.support.planted.photographs import with_chunk
from tests.support.planted.rich_texts import rich


def nested_mail(depth):
    """Return a message in a message in a message."""
    made = mail()
    for _ in range(depth):
        outer = mail()
        outer.add_attachment(made)
        made = outer
    return made.as_bytes()


def nested_parts(depth):
    """Return a message of parts in parts."""
    head = b"From: a@example.org\nTo: b@example.org\nSubject: x\nMIME-Version: 1.0\n"
    opened = b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(depth)
    )
    return head + opened + b"\nhello\n"


def many_parts(count):
    """Return a message of very many parts."""
    head = b'From: a@example.org\nTo: b@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="x"\n\n'
    return head + b"--x\n\nhello\n" * count + b"--x--\n"


def huge_png(width, height):
    """Return a small PNG that says it is large."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(1 << 20))
    out = b"\x89PNG\r\n\x1a\n"
    for name, held in ((b"IHDR", head), (b"IDAT", pixels), (b"IEND", b"")):
        out += (
            struct.pack(">I", len(held)) + name + held + struct.pack(">I", zlib.crc32(name + held))
        )
    return out


def packed_words(size):
    """Return a PNG with a text that unpacks to so many bytes."""
    return with_chunk(photograph(), b"zTXt", b"Title\0\0" + zlib.compress(b"a" * size, 9))


def endless_gif(frames):
    """Return a GIF of very many frames of one pixel."""
    frame = b"\x2c" + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02\x44\x01\0"
    return b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0x80, 0, 0) + bytes(6) + frame * frames + b";"


def circling_tiff():
    """Return a TIFF whose second page is its first."""
    entry = struct.pack("<HHII", 256, 3, 1, 1)
    return b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", 1) + entry + struct.pack("<I", 8)


def many_pages(count):
    """Return a TIFF of very many empty pages."""
    pages = b"".join(struct.pack("<HI", 0, 8 + 6 * (number + 1)) for number in range(count))
    return b"II*\0" + struct.pack("<I", 8) + pages + bytes(6)


def circling_container():
    """Return an old workbook whose table of sectors leads in circles."""
    data = bytearray(old_workbook())
    (first,) = struct.unpack_from("<I", data, 76)
    at = (first + 1) * 512
    for number in range(64):
        struct.pack_into("<I", data, at + 4 * number, 0)
    return bytes(data)


def circling_directory():
    """Return a message of Outlook whose directory leads to itself."""
    data = bytearray(container(message(subject="x", text="hello")))
    (first,) = struct.unpack_from("<I", data, 48)
    at = (first + 1) * 512 + 128
    struct.pack_into("<III", data, at + 68, 1, 1, 1)
    return bytes(data)


def nested_outlook(depth):
    """Return a message of Outlook in one in one."""
    made = message(subject="x", text="hello")
    for _ in range(depth):
        made = message(subject="x", text="hello", files=[("x", made)])
    return container(made)


def locked_workbook():
    """Return an old workbook that says it is locked."""
    return container(
        {
            "Workbook": struct.pack("<HH", 0x0809, 4)
            + bytes(4)
            + struct.pack("<HH", 0x2F, 2)
            + b"\0\0"
        }
    )


HOSTILE = {
    "nested.eml": (nested_mail(50), "more than 5 deep"),
    "parts.eml": (nested_parts(3_000), ""),
    "many.eml": (many_parts(100_000), "more parts than can be inspected"),
    "some.eml": (many_parts(9_000), "more parts than can be inspected"),
    "huge.png": (huge_png(100_000, 100_000), "100,000 by 100,000 pixels"),
    "few.png": (huge_png(4_000, 4_000), "cut off or damaged"),
    "circle.tif": (circling_tiff(), "in a circle"),
    "pages.tif": (many_pages(200_000), "pages"),
    "frames.gif": (endless_gif(200_000), "more frames"),
    "endless.gif": (photograph("GIF")[:-1] + b"\x21\xfe\x01a" * 10, "cut off or damaged"),
    "segments.jpg": (b"\xff\xd8" + b"\xff\xfe\0\x02" * 100_000 + b"\xff\xd9", "more pieces"),
    "deep.rtf": (b"{\\rtf1 " + b"{" * 100_000 + b"}" * 100_000 + b"}", "too deep"),
    "open.rtf": (b"{\\rtf1 " + b"{}" * 100_000, "cut off"),
    "circle.xls": (circling_container(), "damaged"),
    "circle.msg": (circling_directory(), "cannot be inspected"),
    "nested.msg": (nested_outlook(12), "deep"),
    "locked.xls": (locked_workbook(), "password"),
    "locked.doc": (old_document(flags=0x0100), "password"),
    "other.doc": (container({"Contents": b"x"}), "older program"),
    "deep.html": (PAGE.replace("{}", "<div>" * 3_000 + "x").encode(), "too deep"),
    "deep.json": (b"[" * 100_000 + b"]" * 100_000, ""),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_what_would_do_harm_is_refused_in_one_sentence(name):
    data, words = HOSTILE[name]
    began = time.process_time()

    inspection = inspected(data, name)

    assert inspection.verdict is not Verdict.CLEAR
    assert words in inspection.reason
    assert "\n" not in inspection.reason
    assert time.process_time() - began < 20


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("words.png", packed_words(64 << 20)),
        ("lines.eml", mail().as_bytes() + b"from:x" + b"\n" * 200_000),
        (
            "styles.html",
            PAGE.replace(
                "{}",
                "<style>" + ".a{color:red}" * 5_000 + "</style>" + "<p class='a'>x</p>" * 5_000,
            ).encode(),
        ),
        ("field.rtf", rich("{\\field{\\*\\fldinst PAGE " + "a" * 50_000 + "!}{\\fldrslt 1}}")),
        ("comments.html", b"<!---->" * 1_000 + b"x"),
        ("blanks.txt", (b" " * 199 + b"\n") * 20_000),
        ("numbers.json", b'{"a": "' + b"A" * 199 + b" " + b"A" * 5_000_000 + b'"}'),
    ],
)
def test_what_would_take_for_ever_does_not(name, data):
    began = time.process_time()

    inspected(data, name)

    assert time.process_time() - began < 20


REFUSED = {
    "a4.xls": (b"\x09\4\6\0\0\4\x10\0br\4\0", "Excel before 1993"),
    "a2.xls": (b"\x09\0\4\0\7\0\x10\0", "Excel before 1993"),
    "a2.doc": (b"\xdb\xa5\x2d\0\0\0", "Word before 1993"),
    "a.7z": (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    "a.rar": (b"Rar!\x1a\x07", "RAR"),
    "a.gz": (b"\x1f\x8b\x08\0", "gzip"),
    "a.tar": (b"bins.csv".ljust(257, b"\0") + b"ustar\0", "tar"),
    "a.heic": (b"\0\0\0\x18ftypheic", "HEIC"),
    "a.mp4": (b"\0\0\0\x18ftypisom", "film"),
    "a.psd": (b"8BPS\0\1", "Photoshop"),
    "a.svg": (b'<svg xmlns="http://www.w3.org/2000/svg"><text>x</text></svg>', "SVG"),
    "b.svg": (b'<?xml version="1.0"?><svg:svg xmlns:svg="http://www.w3.org/2000/svg"/>', "SVG"),
    "a.xml": (
        b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
        "Excel 2003",
    ),
    "b.xml": (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>', "Word 2003"),
    "a.fods": (
        b'<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>',
        "flat OpenDocument",
    ),
    "c.xml": (b"<?xml version='1.0'?><bins/>", "XML"),
    "a.ics": (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "calendar"),
    "a.vcf": (b"BEGIN:VCARD\r\nFN:Jo\r\nEND:VCARD\r\n", "card"),
    "a.mht": (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x--\r\n",
        "MHT",
    ),
    "a.mbox": (
        b"From jo@example.org Mon Jul  1 09:00:00 2024\nFrom: jo@example.org\nTo: b@example.org\n\nhello\n",
        "mbox",
    ),
    "a.pst": (b"!BDN\0", "PST"),
    "a.exe": (b"MZ\x90\0", "program"),
    "winmail.dat": (b"x\x9f>\x22\0", "winmail.dat"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_known_and_not_inspected_is_refused_with_what_to_do(name):
    data, words = REFUSED[name]

    inspection = inspected(data, name)

    assert inspection.verdict is Verdict.CANNOT_SAY
    assert words in inspection.reason
    assert not inspection.reason.endswith(".")


def test_a_file_in_a_message_that_cannot_be_inspected_is_named_and_the_rest_is_told():
    made = mail(Bcc="jo@example.org")
    made.add_attachment(
        b"7z\xbc\xaf\x27\x1c", maintype="application", subtype="x-7z", filename="all.7z"
    )

    inspection = inspected(made.as_bytes(), "a.eml")

    assert inspection.reason.startswith("“all.7z” in it: It is a 7-Zip archive")
    assert "mail.blind-copy" in {one.code for one in inspection.findings}
