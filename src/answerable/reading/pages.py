"""Text and converters' markdown into blocks: lines, tab-separated rows, pipe tables, HTML fragments."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from itertools import pairwise

from answerable.reading.blocks import Block, Document, Kind, Run
from answerable.reading.fragments import Fragment
from answerable.reading.lines import (
    continues,
    goes_on_over_break,
    leaves_off,
    quote_marks,
    typical_width,
)
from answerable.reading.raw_tables import Cell, RawTable
from answerable.reading.tables import blocks_of, data_block, is_layout, layout_blocks

_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
_RULE = re.compile(r"\s*(?:[-*_=]\s*){3,}$")
_BULLET = re.compile(r"(\s*)([-*+•·–▪●◦«»‣\u2043∙■□➢➤►✓❖\uf0b7])\s+(?=\S)")
_BOLD_LINE = re.compile(r"\*\*[^*]+\*\*")
_RING = re.compile(r"(\s*)(o)\s+(?=\S)")
_BULLET_ALONE = re.compile(r"\s*([•·▪●◦])\s*")
_NUMBER_OF_PAGE = re.compile(r"\s*\d{1,4}\s*")
_QUOTE = re.compile(r"\s{0,3}>\s?")
_PIPE_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_TAB_RULE = re.compile(r"[-:]*(?:\t[-:]*)+$")
_LINE = re.compile(r"[^\n\f]+")
_PIPES = re.compile(r"(?<!\\)\|")
# A page of a converter's text ends in more blank lines than a paragraph does.
_BLANKS_OF_A_PAGE = 3
_WIDEST_LAYOUT = 3


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    text: str
    blanks: int
    ends_page: bool = False


@dataclass(slots=True)
class _Page:
    """What is known while lines are read; `is_spaced` says that blank lines stand between most of them."""

    markdown: bool
    width: int
    is_spaced: bool
    fragment: Fragment
    blocks: list[Block] = field(default_factory=list)
    last_line: str = ""
    blanks: int = 0
    in_layout: bool = False
    bullet: str | None = None
    indents: list[int] = field(default_factory=list)


def document_of(text: str, *, markdown: bool) -> Document:
    """Return the blocks of plain text, or of markdown as converters write it."""
    lines = _lines(text)
    page = _Page(
        markdown,
        typical_width([line.text for line in lines]),
        sum(line.blanks > 0 for line in lines) * 2 >= len(lines),
        Fragment(text, markdown=markdown, table=blocks_of),
    )
    place = 0
    while place < len(lines):
        place = _read_line(page, lines, place)
    blocks = _over_breaks(page.blocks)
    return Document(text, _with_pages(text, blocks), has_pages="\f" in text)


def _lines(text: str) -> list[_Line]:
    """Return the lines that hold something, each with how many empty ones stand before it."""
    lines: list[_Line] = []
    last = 0
    for found in _LINE.finditer(text):
        words = found.group()
        if words.isspace() and "\t" not in words:
            continue
        breaks = text.count("\f", last, found.start())
        if lines and breaks:
            lines[-1].ends_page = True
        ends = text.count("\n", last, found.start()) + breaks
        lines.append(_Line(found.start(), found.end(), words, max(0, ends - 1)))
        last = found.end()
    return lines


def _read_line(page: _Page, lines: list[_Line], place: int) -> int:
    line = lines[place]
    page.blanks += line.blanks
    if line.text.isspace():
        page.blanks += 1
        return place + 1
    if alone := _BULLET_ALONE.fullmatch(line.text):
        # Text taken from a PDF may have the bullet on one line, and its words on the next.
        page.bullet = alone[1]
        return place + 1
    if "\t" in line.text and _is_row(page, lines, place):
        place = _tab_rows(page, lines, place)
    elif page.markdown and "<table" in line.text.lower():
        place = _html_table(page, lines, place)
    elif page.markdown and _is_pipe_table(lines, place):
        place = _pipe_table(page, lines, place)
    else:
        _plain_line(page, line)
        place += 1
    page.blanks = 0
    page.bullet = None
    return place


def _is_row(page: _Page, lines: list[_Line], place: int) -> bool:
    """Return whether a line with a tab is a row: a lone tab may be a typist's, a row has company."""
    if page.markdown:
        return True
    cells = lines[place].text.split("\t")
    beside = [lines[at].text for at in (place - 1, place + 1) if 0 <= at < len(lines)]
    return any(text.count("\t") == len(cells) - 1 for text in beside)


def _plain_line(page: _Page, line: _Line) -> None:
    is_rule = _RULE.match(line.text) and not line.text.strip(" *_").isalnum()
    if is_rule or (line.ends_page and _NUMBER_OF_PAGE.fullmatch(line.text)):
        page.last_line = ""
        return
    start, end, kind, marker, level = (
        line.start,
        line.start + len(line.text),
        Kind.PARAGRAPH,
        None,
        0,
    )
    quote = None
    if page.markdown:
        quote = _QUOTE.match(line.text)
        start += quote.end() if quote else 0
        heading = _HEADING.match(line.text, start - line.start)
        if heading:
            start, kind = line.start + heading.end(), Kind.HEADING
    bullet = _bullet(page, line.text, start - line.start) if kind is Kind.PARAGRAPH else None
    if bullet:
        start, kind, marker = line.start + bullet.end(), Kind.ITEM, bullet[2]
        level = _level(page, len(bullet[1].expandtabs(4)))
    elif page.bullet and kind is Kind.PARAGRAPH:
        kind, marker, level = Kind.ITEM, page.bullet, _level(page, 0)
    elif page.blanks == 0 and page.blocks and page.blocks[-1].kind is Kind.ITEM:
        page.indents = page.indents[:1] if line.text[:1].isspace() else []
    else:
        page.indents = []
    words = line.text.strip()
    if kind is Kind.PARAGRAPH and _goes_on(page, words):
        _join(page, start + quote_marks(words), end)
    else:
        _add(page, start, end, kind=kind, marker=marker, level=level)
        if page.markdown and page.blocks and quote:
            page.blocks[-1] = replace(page.blocks[-1], quoted=True)
    page.last_line = words


def _bullet(page: _Page, text: str, start: int) -> re.Match[str] | None:
    """Return the bullet that a line begins with; below another item an "o" is one: it was a hollow bullet."""
    is_below = bool(page.blocks) and page.blocks[-1].kind is Kind.ITEM
    return _BULLET.match(text, start) or (_RING.match(text, start) if is_below else None)


def _level(page: _Page, indent: int) -> int:
    while page.indents and page.indents[-1] > indent:
        page.indents.pop()
    if not page.indents or page.indents[-1] < indent:
        page.indents.append(indent)
    return len(page.indents) - 1


def _goes_on(page: _Page, words: str) -> bool:
    if not page.blocks or not page.last_line:
        return False
    last = page.blocks[-1]
    if last.kind in (Kind.TABLE, Kind.PICTURE, Kind.HEADING) or last.column == 0:
        return False
    is_parted = page.blanks and not page.is_spaced and words[:1].isupper()
    if is_parted and not leaves_off(last.text):
        # Where most lines stand right below each other, a blank one parts paragraphs, unless a page ended there.
        return False
    if page.blanks and _BOLD_LINE.fullmatch(words) and not all(run.bold for run in last.runs):
        return False
    return continues(
        last.text,
        last_line=page.last_line,
        line=words,
        width=page.width,
        is_apart=page.blanks > 0,
    )


def _add(page: _Page, start: int, end: int, *, kind: Kind, marker: str | None, level: int) -> None:
    is_broken = page.blanks >= _BLANKS_OF_A_PAGE
    blocks = page.fragment.blocks(start, end, kind=kind)
    if blocks and marker:
        blocks[0] = replace(blocks[0], level=level, broken=is_broken, marker=marker, kind=Kind.ITEM)
    elif blocks and (blocks[0].broken, blocks[0].level) != (is_broken, level):
        blocks[0] = replace(blocks[0], level=level, broken=is_broken)
    page.blocks += blocks


def _join(page: _Page, start: int, end: int) -> None:
    last = page.blocks.pop()
    more = page.fragment.blocks(start, end)
    if not more:
        page.blocks.append(last)
        return
    runs = (*last.runs, Run(" ", last.runs[-1].italic and more[0].runs[0].italic), *more[0].runs)
    page.blocks.append(replace(last, runs=runs, end=more[0].end))
    page.blocks += more[1:]


def _tab_rows(page: _Page, lines: list[_Line], place: int) -> int:
    """Read rows parted by tabs until the table ends: a blank line may be a page break inside it."""
    rows: list[list[Cell]] = []
    start = end = lines[place].start
    while place < len(lines):
        line = lines[place]
        if "\t" not in line.text or (line.blanks and not _goes_on_below(rows, line)):
            break
        place += 1
        if _TAB_RULE.fullmatch(line.text.strip(" ")):
            _flush_rows(page, rows, start, end)
            page.blocks.append(Block(Kind.BREAK, (), line.start, line.end))
            continue
        row = _cells(page, line)
        if _is_layout(page, row, is_first=not rows):
            _flush_rows(page, rows, start, end)
            _add_layout(page, row)
            start = line.end
        else:
            start = line.start if not rows else start
            rows.append(row)
        end = line.end
    _flush_rows(page, rows, start, end)
    page.last_line = ""
    return place


def _cells(page: _Page, line: _Line) -> list[Cell]:
    cells, start = [], line.start
    for words in line.text.split("\t"):
        cells.append(Cell(page.fragment.blocks(start, start + len(words))))
        start += len(words) + 1
    return cells


def _is_layout(page: _Page, row: list[Cell], *, is_first: bool) -> bool:
    if is_layout(row, is_first=is_first):
        return True
    # A row whose first cell is empty goes on with the record's cell above it.
    goes_on = page.in_layout and not row[0].blocks and len(row) <= _WIDEST_LAYOUT
    filled = [cell for cell in row if cell.blocks]
    return (
        goes_on
        and bool(filled)
        and (len(filled) == 1 or any(len(cell.blocks) > 1 for cell in filled))
    )


def _add_layout(page: _Page, row: list[Cell]) -> None:
    page.in_layout = True
    page.blocks += layout_blocks(row)


def _flush_rows(page: _Page, rows: list[list[Cell]], start: int, end: int) -> None:
    if rows:
        page.blocks.append(data_block(rows, start=start, end=end))
        page.in_layout = page.in_layout and len(rows[0]) <= _WIDEST_LAYOUT
        rows.clear()


def _goes_on_below(rows: list[list[Cell]], line: _Line) -> bool:
    """Return whether blank space only breaks a table: the next row has as many cells as the last."""
    return not rows or line.text.count("\t") + 1 == len(rows[-1])


def _is_pipe_table(lines: list[_Line], place: int) -> bool:
    has_next = place + 1 < len(lines)
    return (
        "|" in lines[place].text
        and has_next
        and bool("|" in lines[place + 1].text and _PIPE_RULE.match(lines[place + 1].text))
    )


def _pipe_table(page: _Page, lines: list[_Line], place: int) -> int:
    table = RawTable(start=lines[place].start)
    while place < len(lines) and "|" in lines[place].text:
        line = lines[place]
        if not _PIPE_RULE.match(line.text):
            table.rows.append(_pipe_cells(page, line))
        place += 1
        table.end = line.end
    blocks = blocks_of(table)
    page.in_layout = any(block.column == 0 for block in blocks)
    page.blocks += blocks
    page.last_line = ""
    return place


def _pipe_cells(page: _Page, line: _Line) -> list[Cell]:
    bars = [found.start() for found in _PIPES.finditer(line.text)]
    words = line.text.strip()
    edges = [-1] if not words.startswith("|") else []
    edges += bars
    if not words.endswith("|"):
        edges.append(len(line.text))
    return [
        Cell(page.fragment.blocks(line.start + first + 1, line.start + last))
        for first, last in pairwise(edges)
    ]


def _html_table(page: _Page, lines: list[_Line], place: int) -> int:
    """Read from a line with `<table` to the line where the last open table closes."""
    start, depth = lines[place].start, 0
    while place < len(lines):
        tags = lines[place].text.lower()
        depth += tags.count("<table") - tags.count("</table")
        place += 1
        if depth <= 0:
            break
    blocks = page.fragment.blocks(start, lines[place - 1].end)
    page.in_layout = any(block.column == 0 for block in blocks)
    page.blocks += blocks
    page.last_line = ""
    return place


def _over_breaks(blocks: list[Block]) -> list[Block]:
    """Join a sentence that a page break, or the end of a row, cut in two."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        words = block.kind is Kind.PARAGRAPH and block.column != 0
        if last and words and last.kind in (Kind.PARAGRAPH, Kind.ITEM) and last.column != 0:
            is_cut = goes_on_over_break(last.text, block.text)
        else:
            is_cut = False
        if last and is_cut:
            joined[-1] = replace(last, runs=(*last.runs, Run(" "), *block.runs), end=block.end)
            continue
        joined.append(block)
    return joined


def _with_pages(text: str, blocks: list[Block]) -> tuple[Block, ...]:
    breaks = [found.start() for found in re.finditer("\f", text)]
    if not breaks:
        return tuple(blocks)
    return tuple(replace(block, page=bisect_right(breaks, block.start) + 1) for block in blocks)
