"""A PDF read in a process of its own, which may fail without harm to this one."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from answerable.reading.blocks import Block, Document, Kind, Run, TooManyBlocks
from answerable.reading.documents import NotReadable
from answerable.reading.vocabulary import vocabulary_folder

MOST_SECONDS = 120
"""How long reading one file may take, of the processor and by the clock."""

# The folder that holds this package, wherever it was installed.
_HOME = str(Path(__file__).resolve().parents[3])
_BEYOND_LIMIT = 10


def read_apart(data: bytes, name: str) -> Document:
    """Return the document of a PDF's bytes.

    :raises NotReadable: if it is encrypted, damaged, empty, too large or too slow to read, or holds no text.
    :raises TooManyBlocks: if it has more paragraphs than a reading may hold.
    """
    try:
        done = subprocess.run(
            [sys.executable, "-m", "answerable.reading.pdf.child"],
            input=json.dumps([name, _vocabulary()]).encode() + b"\n" + data,
            capture_output=True,
            timeout=MOST_SECONDS + _BEYOND_LIMIT,
            env=_environment(),
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _too_much(name) from None
    try:
        found = json.loads(done.stdout)
    except ValueError:
        raise _fault(name, done.stderr) or _too_much(name) from None
    if "refused" in found:
        raise NotReadable(found["refused"])
    if "too_many" in found:
        raise TooManyBlocks
    return _document(found)


def _vocabulary() -> str | None:
    """Return where more words of publishers lie: labels without ruling lines are known by them."""
    folder = vocabulary_folder()
    return str(folder.absolute()) if folder else None


def _fault(name: str, said: bytes) -> NotReadable | None:
    """Return the refusal that owns to a fault of ours, by the kind of the exception that ended the process.

    None where it ended otherwise: by a limit, or in the library. What the exception says stays unsaid, for it
    may quote the file.
    """
    last = said.decode(errors="replace").rstrip().rpartition("\n")[2].partition(":")[0]
    if not last.isidentifier() or last in ("MemoryError", "RecursionError"):
        return None
    return NotReadable(
        f"{name} stopped the reader by a fault of its own ({last}), and need not be damaged: report it, and"
        " save the file as Word or HTML"
    )


def _environment() -> dict[str, str]:
    """Return what the process needs of this one's: nothing that a file could make it give away."""
    paths = os.pathsep.join(filter(None, [_HOME, os.environ.get("PYTHONPATH", "")]))
    kept = ("PATH", "LANG", "LC_ALL", "TMPDIR", "LD_LIBRARY_PATH", "VIRTUAL_ENV")
    return {
        "PYTHONPATH": paths,
        **{name: os.environ[name] for name in kept if name in os.environ},
    }


def _too_much(name: str) -> NotReadable:
    return NotReadable(
        f"{name} is a PDF that cannot be read safely: it is damaged, or takes more than"
        f" {MOST_SECONDS} seconds or 1.5 GB of memory: save it anew, or as Word or HTML"
    )


def as_json(document: Document) -> dict[str, Any]:
    """Return a document as plain lists, dicts, strings and numbers."""
    return {
        "text": document.text,
        "how": document.how,
        "blocks": [_block_as_json(block) for block in document.blocks],
    }


def _block_as_json(block: Block) -> list[Any]:
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
        [[[_block_as_json(one) for one in cell] for cell in row] for row in block.cells],
    ]


def _document(found: dict[str, Any]) -> Document:
    blocks = tuple(_block(*fields) for fields in found["blocks"])
    return Document(found["text"], blocks, has_pages=True, how=found["how"])


def _block(kind: str, runs: list[list[Any]], start: int, end: int, *rest: Any) -> Block:
    marker, level, column, rows, page, broken, box, cells = rest
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
        cells=tuple(tuple(tuple(_block(*one) for one in cell) for cell in row) for row in cells),
    )
