"""Damage of word processors in a PDF's text, mended: the places and boxes of blocks stay."""

from collections.abc import Sequence
from dataclasses import replace

from answerable.reading.blocks import Block, Document, Run, trimmed
from answerable.reading.repairs import mended


def mended_document(document: Document) -> Document:
    """Return a document with known damage mended, and each repair listed."""
    text, repairs = mended(document.text)
    if not repairs:
        return document
    blocks = tuple(_mended(block, document.text, text) for block in document.blocks)
    return replace(document, text=text, blocks=blocks, repairs=(*document.repairs, *repairs))


def _mended(block: Block, before: str, after: str) -> Block:
    was, now = before[block.start : block.end], after[block.start : block.end]
    if was == now:
        return block
    if block.rows:
        return replace(block, rows=_rows(block.rows, was, now))
    words = "".join(run.text for run in block.runs)
    lead = len(was) - len(words)
    if was[lead:] != words:
        return block
    marker = now[: len(block.marker)] if block.marker else block.marker
    return replace(block, runs=_runs(block.runs, now[lead:]), marker=marker)


def _runs(runs: Sequence[Run], words: str) -> tuple[Run, ...]:
    found = []
    place = 0
    for run in runs:
        end = place + len(run.text)
        found.append(replace(run, text=words[place:end]))
        place = end
    return trimmed(found)


def _rows(rows: tuple[tuple[str, ...], ...], was: str, now: str) -> tuple[tuple[str, ...], ...]:
    """Return the cells of a table with what was mended in their paragraphs, which keep their lengths."""
    changed = {}
    place = 0
    for line in was.split("\n"):
        own = " ".join(now[place : place + len(line)].split())
        if line and own != line:
            changed[line] = own
        place += len(line) + 1
    return tuple(tuple(_cell(cell, changed) for cell in row) for row in rows)


def _cell(cell: str, changed: dict[str, str]) -> str:
    for line, own in changed.items():
        if line in cell:
            cell = cell.replace(line, own)
    return cell
