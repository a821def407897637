"""What a file is, told from its bytes and never from its name."""

import re

from answerable.inspecting.findings import CannotSay

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_RTF, _PDF, _ZIP = b"{\\rtf", b"%PDF-", b"PK"
_SOON = "cannot be inspected yet, and so cannot be released"
_NOT_YET = (
    (_RTF, f"It is an RTF document, which {_SOON}: save it as DOCX"),
    (b"\xff\xd8\xff", f"It is a JPEG picture, which {_SOON}"),
    (b"\x89PNG", f"It is a PNG picture, which {_SOON}"),
    (b"GIF8", f"It is a GIF picture, which {_SOON}"),
    (b"II*\0", f"It is a TIFF picture, which {_SOON}"),
    (b"MM\0*", f"It is a TIFF picture, which {_SOON}"),
    (b"7z\xbc\xaf", "It is a 7-Zip archive, which cannot be inspected: pack it as a plain zip"),
    (b"Rar!", "It is a RAR archive, which cannot be inspected: pack it as a plain zip"),
    (b"\x1f\x8b", "It is packed by gzip, which cannot be inspected: unpack it"),
)
_MAIL = re.compile(rb"(?:[A-Za-z\-]{2,40}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}", re.IGNORECASE)
_MAIL_HEAD = re.compile(
    rb"^(?:from|received|return-path|message-id|mime-version):", re.IGNORECASE | re.MULTILINE
)
_HTML = re.compile(
    rb"\s*(?:<!--.{0,4000}?-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_BEGINNING = 8192

EXTENSIONS: dict[str, frozenset[str]] = {
    "xlsx": frozenset(("xlsx", "xlsm", "xltx", "xltm", "xlam")),
    "docx": frozenset(("docx", "docm", "dotx", "dotm")),
    "pptx": frozenset(("pptx", "pptm", "ppsx", "ppsm", "potx", "potm")),
    "ods": frozenset(("ods", "ots")),
    "odt": frozenset(("odt", "ott")),
    "odp": frozenset(("odp", "otp")),
    "zip": frozenset(("zip",)),
    "csv": frozenset(("csv", "tsv", "tab", "txt")),
    "html": frozenset(("html", "htm", "xhtml")),
    "text": frozenset(("txt", "text", "md", "csv", "tsv", "log")),
}
"""How files of each kind may be called."""


def kind_of(data: bytes) -> str:
    """Return what bytes are, "zip" for every zip: what it holds says more.

    :raises CannotSay: if they are of a kind that cannot be inspected, and why.
    """
    if not data:
        raise CannotSay("It is empty")
    if data.startswith(_OLE):
        raise CannotSay(_told_of_ole(data))
    if data.startswith(_ZIP) or b"PK\x05\x06" in data[-65_600:]:
        return "zip"
    if _PDF in data[:1024]:
        raise CannotSay(f"It is a PDF, which {_SOON}")
    for head, why in _NOT_YET:
        if data.startswith(head):
            raise CannotSay(why)
    return _kind_of_text(data)


def _told_of_ole(data: bytes) -> str:
    if _ENCRYPTED in data:
        return "It is locked by a password, and cannot be inspected: save a copy without one"
    return (
        "It is in a format of old Office (XLS, DOC, PPT or MSG), which cannot be inspected yet, and so cannot be"
        " released: save it as XLSX, DOCX or PPTX"
    )


def _kind_of_text(data: bytes) -> str:
    beginning = data[:_BEGINNING].removeprefix(b"\xef\xbb\xbf")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "csv"
    if b"\0" in data:
        raise CannotSay("It is of a kind that is not known here, and so cannot be inspected")
    if _HTML.match(beginning):
        return "html"
    if beginning.lstrip().startswith(b"<"):
        raise CannotSay(
            "It is XML, or of an older Office, which cannot be inspected yet: save it as XLSX or DOCX"
        )
    heads = _MAIL.match(beginning)
    if heads and _MAIL_HEAD.search(heads[0]):
        raise CannotSay(f"It is an e-mail, which {_SOON}")
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
