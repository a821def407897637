"""A file of old Office: what can be told of it, and always that it must not leave as it is."""

from answerable.inspecting.compound.container import LOCKED, Container, damage_told, opened
from answerable.inspecting.compound.properties import look_at_properties
from answerable.inspecting.compound.slides import look_at_slides
from answerable.inspecting.compound.workbook import look_at_old_workbook
from answerable.inspecting.compound.writing import look_at_writing
from answerable.inspecting.findings import CannotSay
from answerable.inspecting.pictures.looked import letters_in
from answerable.inspecting.seen import Seen

_ENCRYPTED = ("EncryptedPackage", "EncryptionInfo", "EncryptedSummary")
_MACROS = ("_VBA_PROJECT_CUR", "Macros", "VBA", "_VBA_PROJECT")
_KNOWN = frozenset(
    (
        *"Workbook Book WordDocument 1Table 0Table Data Pictures _SX_DB_CUR _SX_DB ObjectPool Ctls".split(),
        *("PowerPoint Document", "Current User", "Revision Log", "User Names", "MsoDataStore"),
        *("\x05SummaryInformation", "\x05DocumentSummaryInformation", "\x01CompObj", "\x01Ole"),
        *_MACROS,
    )
)
_STORES = {
    "_SX_DB_CUR": "ole.pivot-cache",
    "_SX_DB": "ole.pivot-cache",
    "Revision Log": "ole.changes",
    "User Names": "ole.person",
    "ObjectPool": "ole.embedded-file",
    "MsoDataStore": "ole.custom-xml",
    "Ctls": "ole.control",
}
_NAMES = {"xls": "XLSX", "doc": "DOCX", "ppt": "PPTX"}


def kind_of_container(container: Container) -> str:
    """Return which file a container is.

    :raises CannotSay: if it is locked, or of a kind that cannot be inspected.
    """
    names = set(container.children())
    if names & set(_ENCRYPTED):
        raise CannotSay(LOCKED)
    if "__properties_version1.0" in names:
        return "msg"
    if names & {"Workbook", "Book"}:
        return "xls"
    if "WordDocument" in names:
        return "doc"
    if "PowerPoint Document" in names:
        return "ppt"
    raise CannotSay(
        "It is a file of an older program (Publisher, Visio, Project or another), which cannot be inspected:"
        " print it as PDF"
    )


def look_at_old_office(data: bytes, seen: Seen) -> str:
    """Find what can be told of a file of old Office, and return of which kind it is, for Outlook's messages too.

    :raises CannotSay: if it is locked, damaged, or of a kind that cannot be inspected.
    """
    container = opened(data)
    kind = kind_of_container(container)
    if kind == "msg":
        return kind
    with damage_told():
        {"xls": look_at_old_workbook, "doc": look_at_writing, "ppt": look_at_slides}[kind](
            container, seen
        )
    look_at_properties(container, seen)
    _look_at_stores(container, seen)
    look_at_left_over(container, seen)
    seen.add("ole.old-format", "", "", count=1)
    return kind


def _look_at_stores(container: Container, seen: Seen) -> None:
    for name in container.children():
        shown = name.lstrip("\x01\x05")
        place = f"“{shown}”"
        if name in _MACROS:
            seen.add("ole.macro", place)
        elif name in _STORES:
            count = max(1, len(container.children(name)))
            seen.add(_STORES[name], place, letters_in(container.read(name)), count=count)
        elif name.startswith("MBD"):
            seen.add("ole.embedded-file", place)
        elif name not in _KNOWN:
            seen.add("ole.unknown-stream", place, letters_in(container.read(name)))


def look_at_left_over(container: Container, seen: Seen) -> None:
    """Find bytes that belong to no stream, and what is amiss with the container."""
    for held in container.left_over():
        if held.strip(b"\0\xff"):
            seen.add("ole.left-over", "", letters_in(held))
    if container.ole.parsing_issues:
        seen.add("ole.odd-structure", "", str(container.ole.parsing_issues[0][1]))
