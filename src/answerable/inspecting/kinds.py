"""What a file is, told from its bytes and never from its name."""

import re

from answerable.inspecting.findings import CannotSay
from answerable.inspecting.heads_of_files import kind_of_picture
from answerable.inspecting.refused import check_may_be_inspected, told_of_xml

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF, _PDF, _ZIP = b"{\\rtf", b"%PDF-", b"PK"
_MAIL = re.compile(rb"(?:[A-Za-z\-]{2,40}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}", re.IGNORECASE)
_MAIL_HEAD = re.compile(
    rb"^(?:from|received|return-path|message-id|mime-version):", re.IGNORECASE | re.MULTILINE
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,100}\?>\s*)?(?:<!--(?:(?!-->).){0,4000}-->\s*)*<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEADS = ((_OLE, "ole"), (_PDF, "pdf"), (_RTF, "rtf"))
_BEGINNING = 8192
_ZIP_END = b"PK\x05\x06"

PICTURES = frozenset(("jpeg", "png", "gif", "bmp", "tiff", "webp"))
"""Kinds of pictures that are looked into."""

EXTENSIONS: dict[str, frozenset[str]] = {
    "xlsx": frozenset(("xlsx", "xlsm", "xltx", "xltm", "xlam")),
    "docx": frozenset(("docx", "docm", "dotx", "dotm")),
    "pptx": frozenset(("pptx", "pptm", "ppsx", "ppsm", "potx", "potm")),
    "ods": frozenset(("ods", "ots")),
    "odt": frozenset(("odt", "ott")),
    "odp": frozenset(("odp", "otp")),
    "pdf": frozenset(("pdf",)),
    "zip": frozenset(("zip",)),
    "csv": frozenset(("csv", "tsv", "tab", "txt")),
    "html": frozenset(("html", "htm", "xhtml")),
    "text": frozenset(("txt", "text", "md", "csv", "tsv", "log")),
    "json": frozenset(("json", "geojson")),
    "jpeg": frozenset(("jpg", "jpeg", "jpe", "jfif")),
    "png": frozenset(("png",)),
    "gif": frozenset(("gif",)),
    "bmp": frozenset(("bmp", "dib")),
    "tiff": frozenset(("tif", "tiff")),
    "webp": frozenset(("webp",)),
    "rtf": frozenset(("rtf",)),
    "mail": frozenset(("eml", "txt")),
    "msg": frozenset(("msg",)),
    "xls": frozenset(("xls", "xlt", "xla")),
    "doc": frozenset(("doc", "dot")),
    "ppt": frozenset(("ppt", "pps", "pot")),
}
"""How files of each kind may be called."""


def kind_of(data: bytes) -> str:
    """Return what bytes are, "zip" for every zip: what it holds says more.

    :raises CannotSay: if they are of a kind that cannot be inspected, and why.
    """
    if not data:
        raise CannotSay("It is empty")
    # A zip behind one of these is found as bytes behind its end.
    if head := next((kind for head, kind in _HEADS if data.startswith(head)), ""):
        return head
    if picture := kind_of_picture(data):
        return _but_no_zip(data, picture)
    check_may_be_inspected(data)
    if data.startswith(_ZIP) or _ZIP_END in data[-65_600:]:
        return "zip"
    if _PDF in data[:1024]:
        return "pdf"
    return _kind_of_text(data)


def _but_no_zip(data: bytes, kind: str) -> str:
    """Return a picture's kind, unless programs for zips would open it: a zip is looked into to its last file."""
    return "zip" if _ZIP_END in data[-65_600:] and b"PK\1\2" in data else kind


def _kind_of_text(data: bytes) -> str:
    beginning = data[:_BEGINNING].removeprefix(b"\xef\xbb\xbf")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "csv"
    if b"\0" in data:
        raise CannotSay("It is of a kind that is not known here, and so cannot be inspected")
    if _HTML.match(beginning):
        return "html"
    if beginning.lstrip().startswith(b"<"):
        raise CannotSay(told_of_xml(beginning))
    heads = _MAIL.match(beginning)
    if heads and _MAIL_HEAD.search(heads[0]):
        return "mail"
    if beginning.lstrip()[:1] in (b"{", b"["):
        from answerable.inspecting.data_files import is_json  # noqa: PLC0415 few files are

        return "json" if is_json(data.decode("utf-8-sig", "replace")) else "csv"
    return "csv"


def kind_of_package(main_type: str) -> str:
    """Return which office file it is whose main part is of a type.

    :raises CannotSay: if it is one that cannot be inspected.
    """
    lowered = main_type.lower()
    if "binary" in lowered:
        raise CannotSay(
            "It is a binary workbook (XLSB), which cannot be inspected: save it as XLSX"
        )
    for part, kind in (
        ("spreadsheet", "xlsx"),
        ("excel", "xlsx"),
        ("word", "docx"),
        ("presentation", "pptx"),
        ("powerpoint", "pptx"),
    ):
        if part in lowered and "main" in lowered:
            return kind
    raise CannotSay("It is an Office file of a kind that cannot be inspected")


def kind_of_opendocument(mimetype: str) -> str:
    """Return which OpenDocument file it is by what it says it is.

    :raises CannotSay: if it is one that cannot be inspected.
    """
    if "epub" in mimetype:
        raise CannotSay("It is a book (EPUB), which cannot be inspected: print it as PDF")
    kinds = {"spreadsheet": "ods", "text": "odt", "presentation": "odp"}
    what = (
        mimetype.strip()
        .removeprefix("application/vnd.oasis.opendocument.")
        .removesuffix("-template")
    )
    if what not in kinds:
        raise CannotSay("It is an OpenDocument file of a kind that cannot be inspected")
    return kinds[what]


def is_called_so(name: str, kind: str) -> bool:
    """Return whether a file's name ends as files of its kind do; a name without an ending says nothing."""
    _, dot, ending = name.rpartition("/")[2].rpartition(".")
    return not dot or ending.lower() in EXTENSIONS[kind]
