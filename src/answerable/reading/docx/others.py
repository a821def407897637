"""Files that look like Word's from outside: what they are, and what to do with each."""

from collections.abc import Collection

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_FOLDERS = (
    ("ppt/", "is a PowerPoint file, not a Word file: save its words as a Word file, or as text"),
    ("visio/", "is a Visio file, not a Word file: save its words as a Word file, or as text"),
    ("word/", "is a Word file without a document in it: open it with Word and save it again"),
    ("META-INF/manifest.xml", "is an OpenDocument or program file: save it as a Word file (.docx)"),
)
_STREAMS = (
    ("EncryptedPackage", "is protected by a password: save a copy without one"),
    ("WordDocument", "is an old Word file (.doc): save it as a Word file of today (.docx)"),
    ("Workbook", "is an old Excel file: save it as an Excel file of today (.xlsx)"),
    ("PowerPoint Document", "is an old PowerPoint file: save its words as a Word file (.docx)"),
    ("__substg1.0_", "is a message of Outlook that is cut off or damaged: save it again"),
)


def named_by_parts(names: Collection[str]) -> str:
    """Say what a zip is that holds no Word document, and what to do."""
    for folder, said in _FOLDERS:
        if any(name.startswith(folder) for name in names):
            return said
    return "is a ZIP file, not a Word file: unpack it and read what is in it"


def named_by_streams(data: bytes) -> str:
    """Say what a file of the old kind is, and what to do."""
    for stream, said in _STREAMS:
        if stream.encode("utf-16-le") in data:
            return said
    return "is an old Office file: save it as a Word file of today (.docx)"
