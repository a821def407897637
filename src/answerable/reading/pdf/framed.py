"""How a process that reads apart speaks: frames of bytes, each with its kind and its length before it."""

import struct
from enum import Enum

HEAD = struct.Struct("!cI")
"""The kind of a frame, and how many bytes follow."""

ENDED_BADLY = 70
"""What the process returns where a task was more than its fork could bear."""

LOST = 1
"""What it returns where the fork had done other tasks before, which may have been the reason."""


class Sent(Enum):
    """What a frame holds.

    `READY` says that the process waits for a file. `ASKED` is what is to be done (JSON), and `DATA` the
    bytes of the file. `PART` is a piece of the result; `END` says how it ended (JSON), and nothing follows.
    `AGAIN` ends it, too: it failed where other files had been read, is to be asked for anew, and its parts
    do not count.
    """

    READY = b"R"
    ASKED = b"A"
    DATA = b"D"
    PART = b"P"
    END = b"E"
    AGAIN = b"N"


def framed(kind: Sent, data: bytes) -> bytes:
    """Return bytes with what has to stand before them."""
    return HEAD.pack(kind.value, len(data)) + data
