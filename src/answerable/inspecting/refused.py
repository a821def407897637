"""Files that are known here and cannot be inspected: one sentence each, which says what to do."""

import re

from answerable.inspecting.findings import CannotSay

_ARCHIVE = "which cannot be inspected: unpack it, and pack its files as a plain zip"
_PICTURE = "which cannot be inspected: save it as PNG or JPEG"
_OLD_WORKBOOK = "It is a workbook of an Excel before 1993, which cannot be inspected: open it in a spreadsheet, and save it as XLSX"
_OLD_DOCUMENT = "It is a document of a Word before 1993, which cannot be inspected: open it in Word, and save it as DOCX"
_HEADS = (
    (b"\x09\0\x04\0", _OLD_WORKBOOK),
    (b"\x09\2\6\0", _OLD_WORKBOOK),
    (b"\x09\4\6\0", _OLD_WORKBOOK),
    (b"\x9b\xa5", _OLD_DOCUMENT),
    (b"\xdb\xa5", _OLD_DOCUMENT),
    (b"7z\xbc\xaf", f"It is a 7-Zip archive, {_ARCHIVE}"),
    (b"Rar!", f"It is a RAR archive, {_ARCHIVE}"),
    (b"\x1f\x8b", f"It is packed by gzip, {_ARCHIVE}"),
    (b"BZh", f"It is packed by bzip2, {_ARCHIVE}"),
    (b"\xfd7zXZ", f"It is packed by xz, {_ARCHIVE}"),
    (b"\x28\xb5\x2f\xfd", f"It is packed by zstd, {_ARCHIVE}"),
    (b"MSCF", f"It is a cabinet of Windows, {_ARCHIVE}"),
    (b"!<arch>", f"It is an archive of ar, {_ARCHIVE}"),
    (b"8BPS", f"It is a Photoshop picture (PSD), with its layers, {_PICTURE}"),
    (b"\0\0\1\0", f"It is an icon, {_PICTURE}"),
    (b"\0\0\2\0", f"It is a cursor, {_PICTURE}"),
    (b"II+\0", f"It is a TIFF picture of the large kind (BigTIFF), {_PICTURE}"),
    (b"MM\0+", f"It is a TIFF picture of the large kind (BigTIFF), {_PICTURE}"),
    (b"II\xbc\1", f"It is a JPEG XR picture, {_PICTURE}"),
    (b"\xff\x0a", f"It is a JPEG XL picture, {_PICTURE}"),
    (b"\0\0\0\x0cJXL ", f"It is a JPEG XL picture, {_PICTURE}"),
    (b"\0\0\0\x0cjP  ", f"It is a JPEG 2000 picture, {_PICTURE}"),
    (b"\xff\x4f\xff\x51", f"It is a JPEG 2000 picture, {_PICTURE}"),
    (b"\xd7\xcd\xc6\x9a", f"It is a drawing (WMF), {_PICTURE}"),
    (b"\x01\0\0\0", f"It is a drawing (EMF), or of a kind that is not known here, {_PICTURE}"),
    (
        b"SQLite format 3\0",
        "It is a database, which cannot be inspected: save its tables as XLSX or CSV",
    ),
    (
        b"\0\1\0\0Standard ",
        "It is a database of Access, which cannot be inspected: save its tables as XLSX or CSV",
    ),
    (b"%!PS", "It is PostScript, which cannot be inspected: save it as PDF"),
    (
        b"BEGIN:VCALENDAR",
        "It is a calendar (ICS), which cannot be inspected: write its appointments into a document",
    ),
    (
        b"BEGIN:VCARD",
        "It is a card of a person (VCF), which cannot be inspected: write what may be known into a document",
    ),
    (
        b"!BDN",
        "It is a whole mailbox of Outlook (PST), which cannot be inspected: save its messages one by one",
    ),
    (
        b"x\x9f>\x22",
        "It is a file in Outlook's own packing (winmail.dat), which cannot be inspected: save the files in it",
    ),
    (b"ITSF", "It is a help file of Windows, which cannot be inspected: print it as PDF"),
    (b"MZ", "It is a program, which cannot be inspected and has no place in an answer"),
    (b"\x7fELF", "It is a program, which cannot be inspected and has no place in an answer"),
    (b"ID3", "It is sound, which cannot be inspected: write down what is said"),
    (b"OggS", "It is sound, which cannot be inspected: write down what is said"),
    (b"fLaC", "It is sound, which cannot be inspected: write down what is said"),
    (b"\x1aE\xdf\xa3", "It is a film, which cannot be inspected: write down what is said"),
)
_HEIC = (b"heic", b"heix", b"heif", b"hevc", b"mif1", b"msf1", b"avif", b"avis")
_RIFFS = {b"WAVE": "sound", b"AVI ": "a film"}
_MAILBOX = re.compile(
    rb"From \S+.{10,60}\r?\n(?:[A-Za-z\-]{2,40}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}"
)
_TAR = b"ustar"
_XML = (
    (
        rb"urn:schemas-microsoft-com:office:spreadsheet|progid=\"Excel",
        "an XML workbook of Excel 2003",
        "XLSX",
    ),
    (
        rb"schemas\.microsoft\.com/office/word/2003|progid=\"Word",
        "an XML document of Word 2003",
        "DOCX",
    ),
    (
        rb"schemas\.microsoft\.com/office/2006/xmlPackage",
        "an Office file as one piece of XML (Flat OPC)",
        "DOCX",
    ),
    (
        rb"office:document\b|opendocument:xmlns:office",
        "a flat OpenDocument file",
        "ODS, ODT, XLSX or DOCX",
    ),
)


def check_may_be_inspected(data: bytes) -> None:
    """Do nothing if a file is of no kind that is known to be refused.

    :raises CannotSay: if it is of one, with what to do.
    """
    for head, why in _HEADS:
        if data.startswith(head):
            raise CannotSay(why)
    if data[4:8] == b"ftyp":
        if data[8:12] in _HEIC:
            raise CannotSay(f"It is a HEIC or AVIF picture, {_PICTURE}")
        raise CannotSay("It is a film, which cannot be inspected: write down what is said")
    if data[:4] == b"RIFF" and data[8:12] in _RIFFS:
        raise CannotSay(
            f"It is {_RIFFS[data[8:12]]}, which cannot be inspected: write down what is said"
        )
    if data[257:262] == _TAR:
        raise CannotSay(f"It is an archive of tar, {_ARCHIVE}")
    if _MAILBOX.match(data[:8192]):
        raise CannotSay(
            "It is a mailbox of several messages (mbox), which cannot be inspected: save each as EML"
        )


def told_of_xml(beginning: bytes) -> str:
    """Return why XML that is no web page cannot be inspected, and what to do."""
    for mark, what, better in _XML:
        if re.search(mark, beginning):
            return f"It is {what}, which cannot be inspected: save it as {better}"
    if re.search(rb"<(?:\w+:)?svg\b", beginning):
        return f"It is a drawing (SVG), which holds text and layers and {_PICTURE.removeprefix('which ')}"
    return "It is XML, which cannot be inspected: save what it shows as XLSX, DOCX or CSV"
