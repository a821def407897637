"""The process that reads one PDF: its bytes come in, its document or a refusal goes out as JSON."""

import json
import resource
import sys
from pathlib import Path
from typing import Any

from answerable.reading.blocks import TooManyBlocks
from answerable.reading.documents import NotReadable
from answerable.reading.pdf.apart import MOST_SECONDS, as_json
from answerable.reading.pdf.reader import document_of
from answerable.reading.vocabulary import with_vocabulary

_MOST_BYTES = 1_500_000_000


def main() -> None:
    """Read a PDF from standard input, its name and a vocabulary's folder on a line before it, within the limits."""
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_BYTES, _MOST_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    name, vocabulary = json.loads(sys.stdin.buffer.readline())
    with with_vocabulary(Path(vocabulary) if vocabulary else None):
        sys.stdout.write(json.dumps(_read(sys.stdin.buffer.read(), name)))


def _read(data: bytes, name: str) -> dict[str, Any]:
    try:
        return as_json(document_of(data, name))
    except NotReadable as refusal:
        return {"refused": str(refusal)}
    except TooManyBlocks:
        return {"too_many": True}


if __name__ == "__main__":
    main()
