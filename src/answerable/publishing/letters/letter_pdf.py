"""A letter as PDF/UA-1 and PDF/A-3a by Typst."""

import json
from collections.abc import Iterator
from typing import Any

from answerable.domain.decisions.letters import (
    Block,
    Heading,
    ItemList,
    Letter,
    LetterTable,
    Paragraph,
    Section,
)
from answerable.publishing.glyphs import Substitution
from answerable.publishing.letters.grid import Grid, grid
from answerable.publishing.letters.inert import in_one_line, inert, letter_title, runs_in
from answerable.publishing.pdf_bounds import MOST_CELLS, MOST_CHARACTERS
from answerable.publishing.publications import CannotPublish, day_in_words
from answerable.publishing.tagged_pdf import tagged_pdf

Data = dict[str, Any]


def letter_pdf(letter: Letter) -> bytes:
    """Return the letter as a PDF file, the same bytes on every run.

    :raises CannotPublish: if it is too large, Typst refuses or warns, or a mark of accessibility
        is missing after.
    """
    check_letter_size(letter)
    data = json.dumps(_data(letter), ensure_ascii=False)
    return tagged_pdf("letter.typ", {"letter": data}, attached=0)


def check_letter_size(letter: Letter) -> None:
    """Do nothing if the letter can be laid out.

    :raises CannotPublish: if its tables have too many cells, or its words too many characters.
    """
    blocks = [block for section in letter.sections for block in section.blocks]
    cells = sum(_cells(block) for block in blocks if isinstance(block, LetterTable))
    characters = sum(len(text) for block in blocks for text in _texts(block))
    counts = (
        ("cells of tables", cells, MOST_CELLS),
        ("characters", characters, MOST_CHARACTERS),
    )
    for what, count, most in counts:
        if count > most:
            raise CannotPublish(
                f"A letter as PDF can hold {most:,} {what}, this one has {count:,}: send what is long"
                " as a file of its own"
            )


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, ItemList):
        yield from block.items
    elif isinstance(block, LetterTable):
        yield block.caption
        yield from (cell for row in (block.header, *block.rows, block.notes) for cell in row)
    else:
        yield block.text


def _cells(table: LetterTable) -> int:
    rows = (table.header, *table.rows)
    return len(rows) * max(map(len, rows))


def _data(letter: Letter) -> Data:
    font = Substitution()
    language, _, region = letter.language.partition("-")
    day = letter.written_on
    return {
        "title": font.shown(letter_title(letter)),
        "sender": font.shown(in_one_line(letter.sender)),
        "language": language,
        "region": region or None,
        "date": {"year": day.year, "month": day.month, "day": day.day},
        "day": day_in_words(day),
        "sections": [_section(one, font) for one in letter.sections],
        "missing": font.report(),
    }


def _section(section: Section, font: Substitution) -> Data:
    return {
        "heading": font.shown(in_one_line(section.heading)),
        "blocks": [data for block in section.blocks for data in _block(block, font)],
    }


def _block(block: Block, font: Substitution) -> Iterator[Data]:
    if isinstance(block, Heading):
        yield {"kind": "heading", "text": font.shown(in_one_line(block.text))}
    elif isinstance(block, Paragraph):
        yield {"kind": "paragraph", "runs": _runs(block.text, font)}
    elif isinstance(block, ItemList):
        yield {"kind": "list", "items": [_runs(one, font) for one in block.items]}
    elif isinstance(block, LetterTable):
        yield from _table(grid(block), font)
    else:
        yield {"kind": "quotation", "text": font.shown(inert(block.text))}


def _table(table: Grid, font: Substitution) -> Iterator[Data]:
    if not table.columns:
        return
    yield {
        "kind": "table",
        "columns": table.columns,
        "caption": font.shown(table.caption) or None,
        "head": [list(map(font.shown, table.header))] if table.header else [],
        "rows": [list(map(font.shown, row)) for row in table.rows],
    }
    for note in table.notes:
        yield {"kind": "paragraph", "runs": _runs(note, font)}


def _runs(text: str, font: Substitution) -> list[Data]:
    return [{"text": font.shown(run.text), "href": run.href} for run in runs_in(text)]
