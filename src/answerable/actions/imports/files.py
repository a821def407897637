"""What a kept file holds: its readings, and for what cannot be read a sentence."""

import logging
from collections.abc import Iterator
from pathlib import PurePosixPath

from answerable.reading import NotReadable, Reading, read_bytes


def readings_of(path: str, data: bytes) -> Iterator[Reading | NotReadable]:
    """Yield each document that a file holds, in its order, or why one cannot be read."""
    name = PurePosixPath(path).name
    try:
        yield read_bytes(data, name=name)
    except NotReadable as refusal:
        yield refusal
    except Exception as fault:
        # What the exception says may quote the file: its kind and its place are told, and nothing else.
        kind = type(fault).__name__
        logging.getLogger(__name__).exception("A file stopped the reader")
        yield NotReadable(
            f"{name} stopped the reader by a fault of its own ({kind}), and need not be damaged: report it,"
            " and save the file in another format"
        )
