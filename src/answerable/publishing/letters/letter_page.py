"""A letter as an accessible web page, or as a part of one of ours."""

from collections.abc import Iterator
from html import escape
from importlib.resources import files

from answerable.domain.decisions.letters import (
    Block,
    Heading,
    ItemList,
    Letter,
    LetterTable,
    Paragraph,
    Section,
)
from answerable.publishing.letters.grid import Grid, grid
from answerable.publishing.letters.inert import in_one_line, inert, letter_title, runs_in
from answerable.publishing.publications import day_in_words

_DEEPEST = 6
_SIZES = ("xl", "l", "m", "s", "s", "s")


def letter_html(letter: Letter) -> str:
    """Return the letter as a whole page: no script, nothing loaded from elsewhere."""
    style = "".join(
        files("answerable.publishing").joinpath(*path).read_text("utf-8")
        for path in (("web_page.css",), ("letters", "letter.css"))
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{_line(letter.language)}">\n<head>\n'
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(letter_title(letter))}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n"
        f"{letter_fragment(letter, level=1)}</main>\n</body>\n</html>\n"
    )


def letter_fragment(letter: Letter, *, level: int = 2) -> str:
    """Return the letter for a place in a page of ours, its title a heading of a level."""
    return "".join(_letter(letter, level))


def _letter(letter: Letter, level: int) -> Iterator[str]:
    yield f'<div class="letter" lang="{_line(letter.language)}">\n'
    yield f'<p class="govuk-body letter-sender">{_line(letter.sender)}</p>\n'
    yield _heading(letter_title(letter), level)
    day = letter.written_on
    yield f'<p class="govuk-body"><time datetime="{day}">{day_in_words(day)}</time></p>\n'
    for section in letter.sections:
        yield from _section(section, level + 1)
    yield "</div>\n"


def _section(section: Section, level: int) -> Iterator[str]:
    if section.heading:
        yield _heading(section.heading, level)
    for block in section.blocks:
        yield from _block(block, level + 1)


def _block(block: Block, level: int) -> Iterator[str]:
    if isinstance(block, Heading):
        yield _heading(block.text, level)
    elif isinstance(block, Paragraph):
        yield f'<p class="govuk-body">{_runs(block.text)}</p>\n'
    elif isinstance(block, ItemList):
        items = "".join(f"<li>{_runs(one)}</li>\n" for one in block.items)
        yield f'<ul class="govuk-list govuk-list--bullet">\n{items}</ul>\n'
    elif isinstance(block, LetterTable):
        yield from _table(grid(block))
    else:
        yield f'<blockquote class="govuk-inset-text">{_broken(inert(block.text))}</blockquote>\n'


def _table(table: Grid) -> Iterator[str]:
    if not table.columns:
        return
    label = _line(table.caption or "Table")
    yield f'<div class="wide" role="region" tabindex="0" aria-label="{label}">\n'
    yield '<table class="govuk-table">\n'
    if table.caption:
        yield f'<caption class="govuk-table__caption">{escape(table.caption)}</caption>\n'
    if table.header:
        cells = "".join(map(_head, table.header))
        yield f'<thead class="govuk-table__head">\n<tr class="govuk-table__row">{cells}</tr>\n</thead>\n'
    if table.rows:
        yield '<tbody class="govuk-table__body">\n'
        for row in table.rows:
            cells = "".join(f'<td class="govuk-table__cell">{escape(cell)}</td>' for cell in row)
            yield f'<tr class="govuk-table__row">{cells}</tr>\n'
        yield "</tbody>\n"
    yield "</table>\n</div>\n"
    for note in table.notes:
        yield f'<p class="govuk-body">{_runs(note)}</p>\n'


def _head(cell: str) -> str:
    # A heading with nothing in it would be announced as an empty one.
    if not cell:
        return '<td class="govuk-table__cell"></td>'
    return f'<th scope="col" class="govuk-table__header">{escape(cell)}</th>'


def _heading(text: str, level: int) -> str:
    depth = min(level, _DEEPEST)
    return f'<h{depth} class="govuk-heading-{_SIZES[depth - 1]}">{_line(text)}</h{depth}>\n'


def _runs(text: str) -> str:
    return "".join(
        f'<a class="govuk-link" href="{escape(run.href)}">{escape(run.text)}</a>'
        if run.href
        else _broken(run.text)
        for run in runs_in(text)
    )


def _broken(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _line(text: str) -> str:
    return escape(in_one_line(text))
