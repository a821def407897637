"""A document on its way between two processes: as JSON, some blocks at a time."""

import json
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from answerable.reading.blocks import (
    FIELDS,
    Block,
    Document,
    Kind,
    Run,
    quick_block,
    quick_run,
    values_of,
)
from answerable.reading.documents import Repair

_BLOCKS_AT_ONCE = 500
# Kind and runs come first and are told apart.
_ROWS, _BOX, _CELLS = (FIELDS.index(name) for name in ("rows", "box", "cells"))
_PICTURES = b'{"pictures":'
_KINDS = {kind.value: kind for kind in Kind}


def parts_of(document: Document) -> Iterator[bytes]:
    """Yield a document as JSON: first all but its blocks, then those, some at a time."""
    repairs = [[one.was, one.now, one.why, one.times] for one in document.repairs]
    yield _json({"text": document.text, "how": document.how, "repairs": repairs})
    blocks = iter(document.blocks)
    while some := list(islice(blocks, _BLOCKS_AT_ONCE)):
        yield _json([_as_json(block) for block in some])


def pictures_as_parts(pages: list[int], count: int) -> Iterator[bytes]:
    """Yield instead of a document which of a file's pages have to be read as pictures, and how many it has."""
    yield _json({"pictures": pages, "count": count})


def pictures_in(parts: Sequence[bytes]) -> tuple[list[int], int] | None:
    """Return the pages that have to be read as pictures first, and how many there are; None for a document."""
    if not parts[0].startswith(_PICTURES):
        return None
    head = json.loads(parts[0])
    return head["pictures"], head["count"]


def document_from(parts: list[bytes]) -> Document:
    """Return the document that was carried as these parts; their list is emptied, part by part."""
    waiting = parts[::-1]
    parts.clear()
    head = json.loads(waiting.pop())
    blocks: list[Block] = []
    while waiting:
        blocks += map(_block, json.loads(waiting.pop()))
    repairs = tuple(Repair(*one) for one in head["repairs"])
    return Document(head["text"], tuple(blocks), has_pages=True, how=head["how"], repairs=repairs)


def _json(value: Any) -> bytes:
    return json.dumps(value, separators=(",", ":"), check_circular=False).encode()


def _as_json(block: Block) -> list[Any]:
    fields: list[Any] = [*values_of(block)]
    fields[0] = block.kind.value
    fields[1] = [*map(_run_as_json, block.runs)]
    if block.cells:
        fields[_CELLS] = [[[_as_json(one) for one in cell] for cell in row] for row in block.cells]
    return fields


def _run_as_json(run: Run) -> str | tuple[str, bool, bool, bool, str | None]:
    """Return a run as what it is made of; most are plain text, and nothing more is said of them."""
    if run.italic or run.bold or run.link or run.href is not None:
        return (run.text, run.italic, run.bold, run.link, run.href)
    return run.text


def _block(fields: list[Any]) -> Block:
    """Return the block that is made of these fields, which become its own: JSON has lists where it has tuples."""
    rows, box, cells = fields[_ROWS], fields[_BOX], fields[_CELLS]
    fields[0] = _KINDS[fields[0]]
    fields[1] = tuple(
        [quick_run(one) if isinstance(one, str) else quick_run(*one) for one in fields[1]]
    )
    fields[_ROWS] = tuple(map(tuple, rows)) if rows else ()
    fields[_BOX] = tuple(box) if box else None
    fields[_CELLS] = tuple([tuple(map(_cell, row)) for row in cells]) if cells else ()
    return quick_block(*fields)


def _cell(blocks: list[list[Any]]) -> tuple[Block, ...]:
    return tuple(map(_block, blocks))
