"""A document rebuilt: as a tagged PDF and as a web page, with sentences on what they lack."""

from collections.abc import Callable

from answerable.inspecting.allowance import Allowance
from answerable.inspecting.archive import Archive, open_archive
from answerable.inspecting.findings import CannotSay
from answerable.inspecting.inspecting import look_into
from answerable.inspecting.kinds import kind_of_opendocument
from answerable.inspecting.rebuilding.documents.blocks import Document
from answerable.inspecting.rebuilding.documents.left_out import Left, left_out
from answerable.inspecting.rebuilding.documents.levels import in_order
from answerable.inspecting.rebuilding.documents.web_page import web_page
from answerable.inspecting.rebuilding.rebuilt import CannotRebuild, Rebuilt, RebuiltFile
from answerable.inspecting.seen import Seen

KINDS = frozenset(("docx", "pptx", "odt", "odp", "html", "text"))
"""Kinds of files that are rebuilt here."""

_TOLD_APART_BY_NOBODY = ("office.unusual-measure", "office.kept-result")
_BEYOND = (
    "A measure in it is far beyond those of ordinary files, or a field keeps words that it never shows: what nobody"
    " sees would be seen in a rebuilt file. Set it right, look at all of it, and rebuild it then"
)
_EMPTY = "It shows nothing that can be rebuilt: no text, no table, no picture"


def rebuilt_document(data: bytes, name: str, kind: str) -> Rebuilt:
    """Return a document as PDF and as HTML, made anew from what it shows.

    :raises CannotRebuild: if nothing can be made of it, and why.
    """
    seen, left = Seen(), Left()
    try:
        look_into(data, name, seen, Allowance())
        if any(seen.has(code) for code in _TOLD_APART_BY_NOBODY):
            raise CannotRebuild(_BEYOND)
        document = shown_document(data, name, kind, left)
    except CannotSay as problem:
        raise CannotRebuild(str(problem)) from None
    return document_files(document, name, left_out(left, seen))


def shown_document(data: bytes, name: str, kind: str, left: Left) -> Document:
    """Return what a document shows.

    :raises CannotSay: if it cannot be read to its end.
    :raises CannotRebuild: if it shows nothing.
    """
    document = document_of_file(data, name, kind, left)
    if not document.blocks:
        raise CannotRebuild(_EMPTY)
    return document


def document_files(document: Document, name: str, told: tuple[str, ...]) -> Rebuilt:
    """Return a document as PDF and as HTML; `told` is what the files lack."""
    from answerable.inspecting.rebuilding.documents.typeset import (  # noqa: PLC0415 only looking needs no PDF
        CannotTypeset,
        typeset,
    )

    stem = _stem(name)
    page = RebuiltFile(f"{stem}.html", web_page(document))
    try:
        made, told_of_pdf = typeset(document)
    except CannotTypeset as problem:
        return Rebuilt((page,), (*told, str(problem)))
    told = (*told, told_of_pdf) if told_of_pdf else told
    return Rebuilt((RebuiltFile(f"{stem}.pdf", made), page), told)


def _stem(name: str) -> str:
    last = name.replace("\\", "/").rpartition("/")[2]
    return last.rpartition(".")[0] or last or "document"


def document_of_file(data: bytes, name: str, kind: str, left: Left) -> Document:
    """Return what a document shows, and count what it does not.

    :raises CannotSay: if it is damaged.
    :raises CannotRebuild: if nobody can tell what it shows.
    """
    return in_order(_read(data, name, kind, left))


def _read(data: bytes, name: str, kind: str, left: Left) -> Document:
    if kind in _IN_ZIPS:
        return _IN_ZIPS[kind](open_archive(data, Allowance(), Seen()), left)
    if kind == "html":
        from answerable.inspecting.rebuilding.documents.pages.reading import page_of  # noqa: PLC0415 not for other files

        return page_of(data, left)
    from answerable.inspecting.rebuilding.documents.plain import text_of_file  # noqa: PLC0415 not for other files

    return text_of_file(data, name, left)


def _office(archive: Archive, left: Left) -> Document:
    from answerable.inspecting.office.package import open_package  # noqa: PLC0415 not for other files
    from answerable.inspecting.rebuilding.documents.writing.reading import document_of  # noqa: PLC0415

    return document_of(open_package(archive, Seen(), lambda _, __, ___: None), left)


def _slides(archive: Archive, left: Left) -> Document:
    from answerable.inspecting.office.package import open_package  # noqa: PLC0415 not for other files
    from answerable.inspecting.rebuilding.documents.slides.reading import slides_of  # noqa: PLC0415

    return slides_of(open_package(archive, Seen(), lambda _, __, ___: None), left)


def _opendocument(archive: Archive, left: Left) -> Document:
    from answerable.inspecting.rebuilding.documents.opendocument.reading import (  # noqa: PLC0415 not for others
        opendocument_of,
    )

    mimetype = archive.unpacked("mimetype", most=200).decode("ascii", "replace")
    return opendocument_of(archive, kind_of_opendocument(mimetype), left)


_IN_ZIPS: dict[str, Callable[[Archive, Left], Document]] = {
    "docx": _office,
    "pptx": _slides,
    "odt": _opendocument,
    "odp": _opendocument,
}
