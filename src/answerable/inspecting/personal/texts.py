"""What a file shows as texts, each with its places: pages, rows of sheets, paragraphs, lines. For the process apart."""

import csv
import io
from collections.abc import Callable, Iterator
from contextlib import suppress

from answerable.inspecting.allowance import Allowance
from answerable.inspecting.archive import Archive, is_left_by_a_desktop, open_archive
from answerable.inspecting.commas import decoded_text, delimiter_of
from answerable.inspecting.findings import CannotSay
from answerable.inspecting.kinds import PICTURES, kind_of
from answerable.inspecting.personal.pages import pages_of
from answerable.inspecting.personal.pieces import Piece, Unread, grid_piece, lines_piece
from answerable.inspecting.rebuilding.documents.blocks import (
    Block,
    Break,
    Document,
    Picture,
    Table,
    all_blocks,
    words_of,
)
from answerable.inspecting.rebuilding.documents.documents import KINDS, document_of_file
from answerable.inspecting.rebuilding.documents.left_out import Left
from answerable.inspecting.rebuilding.left_out import LeftOut
from answerable.inspecting.rebuilding.mails import rebuilt_mail
from answerable.inspecting.rebuilding.outlook import is_outlook, rebuilt_outlook
from answerable.inspecting.rebuilding.rebuilding import TABLES, kind_in_zip
from answerable.inspecting.rebuilding.rebuilt import CannotRebuild, Rebuilt
from answerable.inspecting.rebuilding.tables.cells import ShownSheet
from answerable.inspecting.rebuilding.tables.cells import words_of as words_of_cell
from answerable.inspecting.seen import Seen

_LARGEST_MEMBER = 256 * 1024 * 1024
_PROSE = (".txt", ".text", ".md", ".markdown", ".log")
_PICTURE = "words in pictures are not looked for"
_Shown = Iterator[Piece | Unread]


def shown_texts(data: bytes, name: str, allowance: Allowance, *, inside: str = "") -> _Shown:
    """Yield what a file shows as texts, and what of it cannot be told; `inside` is where the file itself is."""
    try:
        allowance.go_deeper()
        yield from _texts(data, name, allowance, inside)
        allowance.come_back()
    except (CannotSay, CannotRebuild) as refusal:
        yield Unread(inside, _sentence(str(refusal)))
    except (ValueError, LookupError, TypeError, AttributeError):
        yield Unread(inside, "it is damaged inside")


def _texts(data: bytes, name: str, allowance: Allowance, inside: str) -> _Shown:
    kind = kind_of(data)
    if kind in PICTURES:
        yield Unread(inside, _PICTURE)
    elif kind == "pdf":
        yield from pages_of(data, inside)
    elif kind == "zip":
        yield from _in_zip(data, name, allowance, inside)
    elif kind == "mail":
        yield from _message(rebuilt_mail, data, name, allowance, inside)
    elif kind == "ole" and is_outlook(data):
        yield from _message(rebuilt_outlook, data, name, allowance, inside)
    elif kind == "html":
        yield from _document(data, name, kind, inside)
    elif kind in ("csv", "text", "json"):
        yield from _lines(decoded_text(data), name, inside)
    else:
        yield Unread(inside, "files of its kind are not looked through: save it in a newer format")


def _in_zip(data: bytes, name: str, allowance: Allowance, inside: str) -> _Shown:
    archive = open_archive(data, allowance, Seen())
    kind = kind_in_zip(archive)
    if kind in TABLES:
        for sheet in TABLES[kind](archive, LeftOut()):
            yield _sheet(sheet, inside)
    elif kind in KINDS:
        yield from _document(data, name, kind, inside)
    elif kind == "zip":
        yield from _members(archive, allowance, inside)
    else:
        yield Unread(inside, "files of its kind are not looked through")


def _members(archive: Archive, allowance: Allowance, inside: str) -> _Shown:
    for member in sorted(archive.members):
        if not is_left_by_a_desktop(member):
            held = archive.unpacked(member, most=_LARGEST_MEMBER)
            yield from shown_texts(held, member, allowance, inside=_deeper(inside, member))


def _message(
    rebuild: Callable[..., Rebuilt], data: bytes, name: str, allowance: Allowance, inside: str
) -> _Shown:
    """Yield the text of a message, and those of its attachments."""
    attached: list[tuple[str, bytes]] = []

    def taken(held: bytes, called: str) -> Rebuilt:
        attached.append((called, held))
        return Rebuilt(())

    text = rebuild(data, name, taken).files[0].data.decode()
    yield lines_piece(text.replace("\r\n", "\n").split("\n"), inside)
    for called, held in attached:
        yield from shown_texts(held, called, allowance, inside=_deeper(inside, called))


def _lines(text: str, name: str, inside: str) -> _Shown:
    delimiter = "" if name.lower().endswith(_PROSE) else delimiter_of(text)
    if delimiter:
        with suppress(csv.Error):
            rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
            cells = ((at, dict(enumerate(row))) for at, row in enumerate(rows))
            yield grid_piece(cells, inside)
            return
    yield lines_piece(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), inside)


def _sheet(sheet: ShownSheet, inside: str) -> Piece:
    rows = (
        (line.number, {at: words_of_cell(cell) for at, cell in line.cells.items()})
        for line in sheet.lines
    )
    return grid_piece(rows, _deeper(inside, sheet.name))


def _document(data: bytes, name: str, kind: str, inside: str) -> _Shown:
    document = document_of_file(data, name, kind, Left())
    pictures = 0
    slide, called = 1, "slide" if document.is_wide else ""
    lines: list[str] = []
    for block in _in_order(document):
        if isinstance(block, Break) and called:
            yield lines_piece(lines, _deeper(inside, f"{called} {slide}"), named="paragraph")
            slide, lines = slide + 1, []
        elif isinstance(block, Table):
            lines += map(_row, block.rows)
        elif isinstance(block, Picture):
            pictures += 1
        elif not isinstance(block, Break):
            lines.append(words_of(block.runs))
    where = _deeper(inside, f"{called} {slide}") if called else inside
    yield lines_piece(lines, where, named="paragraph")
    if pictures:
        yield Unread(inside, f"{_PICTURE} ({pictures:,} in it)")


def _in_order(document: Document) -> Iterator[Block]:
    yield from document.head
    yield from document.blocks
    yield from document.foot
    for note in document.notes:
        yield from note.blocks


def _row(row: tuple[object, ...]) -> str:
    """Return the cells of a row on one line, as tables of text have them."""
    return "\t".join(
        " ".join(
            words_of(one.runs)
            for one in all_blocks(getattr(cell, "blocks", ()))
            if not isinstance(one, (Table, Picture, Break))
        )
        for cell in row
    )


def _deeper(inside: str, name: str) -> str:
    return " > ".join(filter(None, (inside, name)))


def _sentence(words: str) -> str:
    return words[:1].lower() + words[1:]
