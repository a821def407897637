"""What a process apart may not do: reach the network, start programs, write files, or take more than its limits."""

import json
import os
import resource
import sys
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
    if event.startswith(_FORBIDDEN):
        _forbid(event)


def _forbid(event: str) -> Never:
    message = f"The inspection of a file tried to use {event}"
    raise Forbidden(message)
