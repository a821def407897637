"""The rebuilding of one file, whatever it is. It runs in the process apart."""

from answerable.inspecting.allowance import Allowance
from answerable.inspecting.archive import Archive, open_archive
from answerable.inspecting.findings import CannotSay
from answerable.inspecting.kinds import PICTURES, kind_of, kind_of_opendocument, kind_of_package
from answerable.inspecting.office.package import open_package
from answerable.inspecting.rebuilding.archives import rebuilt_zip
from answerable.inspecting.rebuilding.documents.documents import KINDS, rebuilt_document
from answerable.inspecting.rebuilding.left_out import LeftOut
from answerable.inspecting.rebuilding.rebuilt import CannotRebuild, Rebuild, Rebuilt
from answerable.inspecting.rebuilding.tables.files import files_of
from answerable.inspecting.rebuilding.tables.office import sheets_of_office
from answerable.inspecting.rebuilding.tables.opendocument import sheets_of_opendocument
from answerable.inspecting.rebuilding.texts import rebuilt_text
from answerable.inspecting.seen import Seen

_MOST_OF_MIMETYPE = 200
_DAMAGED = "It is damaged inside: open it with its program, and save it again"
_TOO_LARGE = "It takes more memory than can be given to one file: release a part of it"
LINES, MARKDOWN = ("csv", "text"), (".md", ".markdown")
"""Kinds of text, and the endings of text that is a document."""

_SAVE_AS = {
    "ole": "in a format of old Office, which cannot be rebuilt: save it as XLSX, DOCX or PPTX",
    "rtf": "an RTF document, which cannot be rebuilt: save it as DOCX",
    "json": "data as JSON, which is not rebuilt: make the file that leaves anew",
}
TABLES = {"xlsx": sheets_of_office, "ods": sheets_of_opendocument}
"""What reads the sheets that a workbook shows, by its kind."""


def rebuilt_here(data: bytes, name: str, allowance: Allowance | None = None) -> Rebuilt:
    """Return files made anew from what a file shows; `allowance` is what the file around it has left.

    :raises CannotRebuild: if none can be made, and why.
    """
    allowed = Allowance() if allowance is None else allowance
    try:
        allowed.go_deeper()
        rebuilt = _rebuilt(data, name, allowed)
        allowed.come_back()
    except CannotSay as refusal:
        raise CannotRebuild(str(refusal)) from None
    except (MemoryError, RecursionError):
        raise CannotRebuild(_TOO_LARGE) from None
    except (ValueError, ArithmeticError, LookupError, TypeError, AttributeError):
        # Words where numbers belong, a row of a number that none has: no program writes such files, and each
        # reads them otherwise.
        raise CannotRebuild(_DAMAGED) from None
    return rebuilt


def _rebuilt(data: bytes, name: str, allowance: Allowance) -> Rebuilt:
    def inside(held: bytes, called: str) -> Rebuilt:
        return rebuilt_here(held, called, allowance)

    kind = kind_of(data)
    if kind in PICTURES or kind == "pdf":
        return _drawn_anew(data, name, kind)
    if kind == "zip":
        return _rebuilt_zip(open_archive(data, allowance, Seen()), data, name, inside)
    return _rebuilt_message(data, name, kind, inside)


def _drawn_anew(data: bytes, name: str, kind: str) -> Rebuilt:
    # Their libraries take long to load, and most files are none.
    from answerable.inspecting.rebuilding.pdf import rewrite_pdf  # noqa: PLC0415
    from answerable.inspecting.rebuilding.pictures import rebuilt_picture  # noqa: PLC0415

    return rewrite_pdf(data, name=name) if kind == "pdf" else rebuilt_picture(data, name)


def _rebuilt_message(data: bytes, name: str, kind: str, inside: Rebuild) -> Rebuilt:
    if kind == "mail":
        from answerable.inspecting.rebuilding.mails import rebuilt_mail  # noqa: PLC0415 most files are none

        return rebuilt_mail(data, name, inside)
    if kind == "ole":
        from answerable.inspecting.rebuilding.outlook import is_outlook, rebuilt_outlook  # noqa: PLC0415

        if is_outlook(data):
            return rebuilt_outlook(data, name, inside)
    return _rebuilt_alone(data, name, kind)


def _rebuilt_zip(archive: Archive, data: bytes, name: str, inside: Rebuild) -> Rebuilt:
    kind = kind_in_zip(archive)
    if kind == "zip":
        return rebuilt_zip(archive, name, inside)
    if kind in TABLES:
        left = LeftOut()
        return files_of(TABLES[kind](archive, left), name, left)
    return _rebuilt_alone(data, name, kind)


def _rebuilt_alone(data: bytes, name: str, kind: str) -> Rebuilt:
    is_lines = kind in LINES
    if is_lines and not name.lower().endswith(MARKDOWN):
        return rebuilt_text(data, name)
    if is_lines or kind in KINDS:
        return rebuilt_document(data, name, "text" if is_lines else kind)
    if kind in _SAVE_AS:
        raise CannotRebuild(f"{name} is {_SAVE_AS[kind]}")
    raise CannotRebuild(
        f"{name} is {kind}, which cannot be rebuilt: make the file that leaves anew"
    )


def kind_in_zip(archive: Archive) -> str:
    """Return of which kind a zip is by what it holds.

    :raises CannotSay: if it is an office file of an unknown kind.
    """
    if "[Content_Types].xml" in archive.members:
        package = open_package(archive, Seen(), lambda *_: None)
        main = package.main_part()
        if not main:
            raise CannotSay("It is an Office file without its main part: it is damaged")
        return kind_of_package(package.type_of(main))
    if "mimetype" in archive.members:
        mimetype = archive.unpacked("mimetype", most=_MOST_OF_MIMETYPE).decode("ascii", "replace")
        return kind_of_opendocument(mimetype)
    return "zip"
