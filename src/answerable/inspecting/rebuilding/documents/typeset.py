"""A document as PDF/UA-1 by Typst: tagged, without dates or names, the same bytes on every run."""

import base64
import io
import json
import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pikepdf
import typst

from answerable.inspecting.rebuilding.documents.blocks import (
    Block,
    Break,
    Cell,
    Document,
    Heading,
    Paragraph,
    Picture,
    Quote,
    Run,
    Runs,
    Table,
    all_blocks,
)
from answerable.inspecting.rebuilding.documents.fonts import Substitution, compiler
from answerable.inspecting.rebuilding.documents.grid import squared
from answerable.inspecting.rebuilding.documents.lists import Point, grouped

MOST_CELLS = 16_000
"""Cells of tables in one PDF: laying out takes some 40 KB of memory for each."""

MOST_CHARACTERS = 2_000_000
_A_CELL_MORE = 60
"""Characters in a table that take as much memory as one more cell."""

_WIDE = 8
_LINE = 90
"""Letters on one line of a page."""

_WORD = re.compile(r"\S{8,}")
_PIECE = 8


class CannotTypeset(Exception):
    """No PDF comes of this document, for a reason that a person can act on."""


def typeset(document: Document) -> tuple[bytes, str]:
    """Return a document as PDF, and a sentence on the characters that its fonts lack, if there are any.

    :raises CannotTypeset: if it is too large, or Typst refuses it.
    """
    _check_size(document)
    writing = _Writing()
    data = writing.document(document)
    try:
        made, _ = compiler().compile_with_warnings(
            files(__package__).joinpath("document.typ").read_bytes(),
            format="pdf",
            sys_inputs={"document": json.dumps(data, ensure_ascii=False)},
            pdf_standards=["ua-1"],
        )
    except typst.TypstError:
        # What Typst says may quote the document.
        raise CannotTypeset("A PDF of it could not be laid out: the web page holds all") from None
    if not isinstance(made, bytes):
        raise CannotTypeset("A PDF of it could not be laid out: the web page holds all")
    return _bare(made), writing.told()


def _check_size(document: Document) -> None:
    everything = (*document.head, *document.blocks, *document.foot)
    everything += tuple(block for note in document.notes for block in note.blocks)
    cells = characters = 0
    for one in all_blocks(everything):
        if isinstance(one, Table):
            cells += sum(len(row) for row in one.rows) + _characters_in(one) // _A_CELL_MORE
        else:
            characters += _characters(one)
    for what, count, most in (
        ("cells of tables", cells, MOST_CELLS),
        ("characters", characters, MOST_CHARACTERS),
    ):
        if count > most:
            raise CannotTypeset(
                f"It has too many {what} for a PDF, {count:,} with {most:,} at most: the web page holds all"
            )


def _characters(one: Block) -> int:
    return 0 if isinstance(one, Table | Picture | Break) else sum(len(run.text) for run in one.runs)


def _characters_in(table: Table) -> int:
    return sum(_characters(block) for row in table.rows for cell in row for block in cell.blocks)


def _bare(made: bytes) -> bytes:
    """Return a PDF without its dates and the name of the program, which other files have not either."""
    small = io.BytesIO()
    with pikepdf.open(io.BytesIO(made)) as document:
        for name in list(document.docinfo.keys()):
            if name != "/Title":
                del document.docinfo[name]
        with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            for name in list(metadata):
                if name.rpartition("}")[2] not in ("title", "part", "language"):
                    del metadata[name]
        _check_marks(document)
        document.save(
            small, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True
        )
    return small.getvalue()


def _check_marks(document: pikepdf.Pdf) -> None:
    root = document.Root
    if not ("/Lang" in root and "/StructTreeRoot" in root and root["/MarkInfo"].get("/Marked")):
        raise CannotTypeset("A PDF of it would not be accessible: the web page holds all")


class _Writing:
    """What Typst is given of a document."""

    def __init__(self) -> None:
        self._signs = Substitution()
        self._columns = 1

    def told(self) -> str:
        """Return what the PDF shows by codes; nothing if it shows all."""
        count = sum(self._signs.missing.values())
        signs = "character" if count == 1 else "characters"
        return (
            f"The PDF shows {count:,} {signs} as codes, which its fonts lack: the web page has them"
            * bool(count)
        )

    def document(self, document: Document) -> dict[str, Any]:
        """Return all of it."""
        language, _, region = document.language.partition("-")
        return {
            "title": self._signs.shown(document.title),
            "language": language,
            "region": region or None,
            "flipped": document.is_wide,
            "head": self._blocks(document.head),
            "blocks": self._blocks(document.blocks),
            "notes": [self._blocks(one.blocks) for one in document.notes],
            "foot": self._blocks(document.foot),
        }

    def _blocks(
        self, blocks: tuple[Block, ...], *, is_inside: bool = False
    ) -> list[dict[str, Any]]:
        return [
            {"kind": "list", "points": self._points(one)}
            if isinstance(one, list)
            else self._block(one, is_inside=is_inside)
            for one in grouped(blocks)
        ]

    def _block(self, one: Block, *, is_inside: bool) -> dict[str, Any]:
        if isinstance(one, Table):
            return self._table(one, is_inside=is_inside)
        if isinstance(one, Picture):
            return {
                "kind": "picture",
                "data": _drawn(one),
                "alt": f"Picture {one.number}",
                "share": one.share,
            }
        if isinstance(one, Break):
            return {"kind": "paragraph", "runs": []} if is_inside else {"kind": "break"}
        made: dict[str, Any] = {"kind": _KINDS[type(one)], "runs": self._runs(one.runs)}
        if isinstance(one, Heading):
            made["level"] = one.level
        if isinstance(one, Paragraph) and one.is_quiet:
            made["quiet"] = True
        return made

    def _points(self, points: list[Point]) -> list[dict[str, Any]]:
        return [
            {
                "label": self._signs.shown(one.label),
                "runs": self._runs(one.runs),
                "inner": self._points(one.inner),
            }
            for one in points
        ]

    def _table(self, table: Table, *, is_inside: bool) -> dict[str, Any]:
        fitting, columns = squared(table)
        above, self._columns = self._columns, self._columns * max(columns, 1)
        rows = [[self._cell(cell) for cell in row] for row in fitting.rows]
        self._columns = above
        return {
            "kind": "table",
            "columns": columns,
            "wide": columns > _WIDE and not is_inside,
            "heads": rows[: fitting.heads],
            "rows": rows[fitting.heads :],
        }

    def _cell(self, cell: Cell) -> dict[str, Any]:
        blocks = self._blocks(cell.blocks, is_inside=True)
        return {"across": cell.across, "down": cell.down, "blocks": blocks}

    def _runs(self, runs: Runs) -> list[dict[str, Any]]:
        return [dict(self._run(one)) for one in runs]

    def _parted(self, found: re.Match[str]) -> str:
        """Return a word with places where it may break, if it is longer than a line of its column."""
        word = found[0]
        if len(word) <= max(_PIECE, _LINE // self._columns):
            return word
        return "\u200b".join(word[at : at + _PIECE] for at in range(0, len(word), _PIECE))

    def _run(self, one: Run) -> Iterator[tuple[str, Any]]:
        text = self._signs.shown(one.text)
        yield "text", _WORD.sub(self._parted, text)
        for is_so, name in (
            (one.is_bold, "bold"),
            (one.is_italic, "italic"),
            (one.is_struck, "struck"),
        ):
            if is_so:
                yield name, True
        if one.height != "line":
            yield "height", one.height
        if one.href:
            yield "href", one.href
        if one.note:
            yield "note", one.note


_KINDS = {Heading: "heading", Paragraph: "paragraph", Quote: "quote"}


def _drawn(one: Picture) -> str:
    """Return a picture inside of a drawing, for Typst takes text in and no bytes."""
    data = base64.b64encode(one.data).decode()
    size = f'width="{one.wide}" height="{one.tall}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {one.wide} {one.tall}">'
        f'<image {size} href="data:image/{one.kind};base64,{data}"/></svg>'
    )
