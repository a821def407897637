"""A document as one web page that needs nothing else: no script, nothing fetched, nothing that is not shown."""

import base64
from collections.abc import Iterator
from html import escape
from importlib.resources import files

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
)
from answerable.inspecting.rebuilding.documents.grid import squared
from answerable.inspecting.rebuilding.documents.lists import Point, grouped

_TAGS = {"above": "sup", "below": "sub"}


def web_page(document: Document) -> bytes:
    """Return a document as a page whose bytes are the same on every run."""
    return "".join(_page(document)).encode()


def _page(document: Document) -> Iterator[str]:
    style = files(__package__).joinpath("page.css").read_text("utf-8")
    yield (
        f'<!DOCTYPE html>\n<html lang="{escape(document.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(document.title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n"
    )
    if document.head:
        yield from _blocks(document.head)
        yield "<hr>\n"
    yield from _blocks(document.blocks)
    yield from _notes(document)
    if document.foot:
        yield "<hr>\n"
        yield from _blocks(document.foot)
    yield "</main>\n</body>\n</html>\n"


def _notes(document: Document) -> Iterator[str]:
    if not document.notes:
        return
    yield '<div class="notes">\n<ul>\n'
    for number, note in enumerate(document.notes, 1):
        mark = f'<a href="#from-{number}">{escape(note.label)}</a>'
        said = "".join(_blocks(note.blocks))
        yield f'<li id="note-{number}"><span class="mark">{mark}</span><div class="said">{said}</div></li>\n'
    yield "</ul>\n</div>\n"


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    for one in grouped(blocks):
        if isinstance(one, list):
            yield from _list(one)
        else:
            yield from _block(one)


def _block(one: Block) -> Iterator[str]:
    if isinstance(one, Heading):
        yield f"<h{one.level}>{_runs(one.runs)}</h{one.level}>\n"
    elif isinstance(one, Paragraph):
        quiet = ' class="quiet"' if one.is_quiet else ""
        yield f"<p{quiet}>{_runs(one.runs)}</p>\n"
    elif isinstance(one, Quote):
        yield f"<blockquote>{_runs(one.runs)}</blockquote>\n"
    elif isinstance(one, Picture):
        yield _picture(one)
    elif isinstance(one, Table):
        yield from _table(one)
    elif isinstance(one, Break):
        yield "<hr>\n"


def _picture(one: Picture) -> str:
    data = base64.b64encode(one.data).decode()
    return (
        f'<figure><img src="data:image/{one.kind};base64,{data}" alt="Picture {one.number}"'
        f' width="{one.wide}" height="{one.tall}"></figure>\n'
    )


def _list(points: list[Point]) -> Iterator[str]:
    yield '<ul role="list">\n'
    for one in points:
        mark = f'<span class="mark">{escape(one.label)}</span>' if one.label else ""
        yield f'<li>{mark}<span class="said">{_runs(one.runs)}</span>'
        if one.inner:
            yield "\n"
            yield from _list(one.inner)
        yield "</li>\n"
    yield "</ul>\n"


def _table(table: Table) -> Iterator[str]:
    fitting, _ = squared(table)
    heads, rows = fitting.rows[: fitting.heads], fitting.rows[fitting.heads :]
    yield '<div class="wide" tabindex="0">\n<table>\n'
    if heads:
        yield f"<thead>\n{''.join(_row(row, is_head=True) for row in heads)}</thead>\n"
    if rows:
        yield f"<tbody>\n{''.join(_row(row, is_head=False) for row in rows)}</tbody>\n"
    yield "</table>\n</div>\n"


def _row(row: tuple[Cell, ...], *, is_head: bool) -> str:
    return f"<tr>{''.join(_cell(one, is_head=is_head) for one in row)}</tr>\n"


def _cell(cell: Cell, *, is_head: bool) -> str:
    # A heading with nothing in it would be announced as an empty one.
    tag = "th" if is_head and cell.blocks else "td"
    spans = f' colspan="{cell.across}"' if cell.across > 1 else ""
    spans += f' rowspan="{cell.down}"' if cell.down > 1 else ""
    scope = ' scope="col"' if tag == "th" else ""
    return f"<{tag}{scope}{spans}>{_said(cell.blocks)}</{tag}>"


def _said(blocks: tuple[Block, ...]) -> str:
    """Return what a cell says: one paragraph alone needs no element of its own."""
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        return _runs(blocks[0].runs)
    return "".join(_blocks(blocks)).rstrip("\n")


def _runs(runs: Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    if run.note:
        mark = escape(run.text)
        return f'<sup id="from-{run.note}"><a href="#note-{run.note}">{mark}</a></sup>'
    said = escape(run.text).replace("\n", "<br>")
    for is_so, tag in (
        (run.height != "line", _TAGS.get(run.height, "")),
        (run.is_struck, "s"),
        (run.is_italic, "em"),
        (run.is_bold, "strong"),
    ):
        said = f"<{tag}>{said}</{tag}>" if is_so else said
    return f'<a href="{escape(run.href)}">{said}</a>' if run.href else said
