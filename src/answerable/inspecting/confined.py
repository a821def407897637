"""What a process apart may not do: reach the network, start programs, write files, or take more than its limits."""

import json
import os
import resource
import sys
from pathlib import PurePath
from typing import Any, Never

from answerable.inspecting.limits import MOST_MEMORY, MOST_SECONDS

_FORBIDDEN = (
    *(
        "socket.",
        "subprocess.",
        "os.system",
        "os.exec",
        "os.fork",
        "os.posix_spawn",
        "os.spawn",
        "pty.",
    ),
    *(
        "os.remove",
        "os.rename",
        "os.mkdir",
        "os.rmdir",
        "os.link",
        "os.symlink",
        "os.truncate",
        "os.chmod",
    ),
    *(
        "os.chown",
        "os.kill",
        "ctypes.",
        "shutil.",
        "tempfile.",
        "urllib.",
        "http.",
        "ftplib.",
        "smtplib.",
    ),
)
_PDFIUM = ("pypdfium2_raw", "libpdfium.so")
_OF_PDFIUM = ("FPDF", "FORM_", "FSDK_")
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC


class Forbidden(Exception):
    """A file made its reader try what no reader has to do."""


def given(*, most_said: int) -> tuple[dict[str, Any], bytes]:
    """Confine this process for good, and return the line of JSON and the file that it was given.

    `most_said` bytes is the most that it may say. What must be imported before that, for it opens libraries
    or starts threads, has to be imported by then.
    """
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (most_said, most_said))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    head = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    # Modules that are imported from here on must not be written down.
    sys.dont_write_bytecode = True
    sys.addaudithook(refuse)
    return head, data


def refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Let nothing through that reaches outside of the process; once set, it cannot be taken back.

    :raises Forbidden: if the event is one of those.
    """
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITES:
        _forbid(event)
    if event.startswith(_FORBIDDEN) and not _opens_pdfium(event, arguments):
        _forbid(event)


def _opens_pdfium(event: str, arguments: tuple[Any, ...]) -> bool:
    """Return whether nothing happens but that the library is loaded which draws PDF.

    It cannot be loaded before the file is read, for only few files are or hold a PDF. No other library is
    loaded by `ctypes`, and of this one nothing is asked for but its own functions.
    """
    if event == "ctypes.dlopen":
        # Without a name: this very process, as `ctypes` does when it is imported.
        return arguments[0] is None or PurePath(str(arguments[0])).parts[-2:] == _PDFIUM
    if event == "ctypes.dlsym":
        library = str(getattr(arguments[0], "_name", ""))
        return PurePath(library).parts[-2:] == _PDFIUM and str(arguments[1]).startswith(_OF_PDFIUM)
    return False


def _forbid(event: str) -> Never:
    message = f"The inspection of a file tried to use {event}"
    raise Forbidden(message)
