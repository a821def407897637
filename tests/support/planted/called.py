"""How a planted file is called, and where in it the secret stands, told from its first bytes."""

import contextlib
import io
import re
import zipfile
from functools import cache

import pikepdf

from tests.support.planted.fixtures import SECRET

_FOLDERS = {"xl": "f.xlsx", "word": "f.docx", "ppt": "f.pptx"}
_OPEN = {"spreadsheet": "f.ods", "text": "f.odt", "presentation": "f.odp"}
_HEADS = (
    (b"%PDF-", "f.pdf"),
    (b"\xff\xd8\xff", "f.jpg"),
    (b"\x89PNG", "f.png"),
    (b"GIF8", "f.gif"),
    (b"BM", "f.bmp"),
    (b"II*\0", "f.tif"),
    (b"MM\0*", "f.tif"),
    (b"RIFF", "f.webp"),
    (b"{\\rtf", "f.rtf"),
    (b"{", "f.json"),
)
_STREAMS = {
    "Workbook": "f.xls",
    "WordDocument": "f.doc",
    "PowerPoint Document": "f.ppt",
    "__properties_version1.0": "f.msg",
}
_MAIL = re.compile(rb"(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}")


@cache
def called(data):
    """Return a name as files of its kind have."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return next(name for one, name in _STREAMS.items() if one.encode("utf-16-le") in data)
    for head, name in _HEADS:
        if data.startswith(head):
            return name
    if not (data.startswith(b"PK") or b"PK\5\6" in data):
        return _of_text(data)
    # What is no zip to Python is one to others.
    with contextlib.suppress(zipfile.BadZipFile):
        return _of_zip(data)
    return "f.zip"


def _of_zip(data):
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        names = opened.namelist()
        if "mimetype" in names:
            return _OPEN[opened.read("mimetype").decode().rpartition(".")[2]]
    if "[Content_Types].xml" not in names:
        return "f.zip"
    return next(
        name
        for folder, name in _FOLDERS.items()
        if any(one.startswith(f"{folder}/") for one in names)
    )


def _of_text(data):
    if b"%PDF-" in data[:1024]:
        return "f.pdf"
    if re.match(
        rb"\s*(?:<!--.*?-->\s*)?<(?:!doctype|html|head|body)", data, re.IGNORECASE | re.DOTALL
    ):
        return "f.html"
    return "f.eml" if _MAIL.match(data) else "f.csv"


@cache
def holders(data):
    """Return the parts of a file that hold the secret, in either of two ways of writing it."""
    if called(data) == "f.pdf":
        return _holders_in_pdf(data)
    if not (data.startswith(b"PK") or b"PK\5\6" in data):
        return ("",) if any(one in data for one in _written()) else ()
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        found = [one.filename for one in opened.infolist() if SECRET.encode() in opened.read(one)]
    return tuple(found) or (("",) if SECRET.encode() in data else ())


def _written():
    return SECRET.encode(), SECRET.encode("utf-16-le")


def _holders_in_pdf(data):
    """Return the objects of a PDF that hold the secret, written or packed; "" if it lies beside them."""
    written = [SECRET.encode(), SECRET.encode("utf-16-be"), SECRET.encode().hex().encode()]
    with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
        objects = [*pdf.objects, pdf.trailer]
        found = [number for number, one in enumerate(objects) if _holds(one, written)]
    return tuple(found) or (("",) if any(each in data for each in written) else ())


def _holds(one, written):
    if not isinstance(one, pikepdf.Object):
        return False
    held = one.unparse()
    if isinstance(one, pikepdf.Stream):
        try:
            held += one.read_bytes()
        except pikepdf.PdfError:
            held += one.read_raw_bytes()
    return any(each in held for each in written)
