"""A document on its way between two processes: as JSON, some blocks at a time."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from answerable.reading.blocks import Block, Document, Kind, Run
from answerable.reading.documents import Repair

_BLOCKS_AT_ONCE = 500


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


def pictures_in(parts: list[bytes]) -> tuple[list[int], int] | None:
    """Return the pages that have to be read as pictures first, and how many there are; None for a document."""
    head = json.loads(parts[0])
    return (head["pictures"], head["count"]) if "pictures" in head else None


def document_from(parts: Iterable[bytes]) -> Document:
    """Return the document that was carried as these parts."""
    given = iter(parts)
    head = json.loads(next(given, b""))
    blocks = tuple(_block(*fields) for part in given for fields in json.loads(part))
    repairs = tuple(Repair(*one) for one in head["repairs"])
    return Document(head["text"], blocks, has_pages=True, how=head["how"], repairs=repairs)


def _json(value: Any) -> bytes:
    return json.dumps(value, separators=(",", ":"), check_circular=False).encode()


def _as_json(block: Block) -> list[Any]:
    runs = [[run.text, run.italic, run.bold, run.link, run.href] for run in block.runs]
    return [
        block.kind.value,
        runs,
        block.start,
        block.end,
        block.marker,
        block.level,
        block.column,
        block.rows,
        block.page,
        block.broken,
        block.box,
        block.sure,
        block.aside,
    ]


def _block(kind: str, runs: list[list[Any]], start: int, end: int, *rest: Any) -> Block:
    marker, level, column, rows, page, broken, box, sure, aside = rest
    return Block(
        Kind(kind),
        tuple(Run(*run) for run in runs),
        start,
        end,
        marker=marker,
        level=level,
        column=column,
        rows=tuple(tuple(row) for row in rows),
        page=page,
        broken=broken,
        box=tuple(box) if box else None,
        sure=sure,
        aside=aside,
    )
