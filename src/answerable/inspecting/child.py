"""The process apart that inspects one file: without the network, other programs or files, within limits.

It is given a line of JSON and the file's bytes on standard input, says what it found as JSON on standard
output, and ends.
"""

import hashlib
import json
import os
import resource
import sys
from typing import Any, Never

from answerable.inspecting.allowance import Allowance
from answerable.inspecting.as_json import inspection_as_json
from answerable.inspecting.findings import CannotSay, Inspection, Verdict, verdict_on
from answerable.inspecting.inspecting import look_into
from answerable.inspecting.limits import MOST_MEMORY, MOST_SAID, MOST_SECONDS
from answerable.inspecting.seen import Seen

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


def inspected(data: bytes, name: str) -> Inspection:
    """Return what a file would give away, found in this very process."""
    seen = Seen()
    kind, reason = "", ""
    try:
        kind = look_into(data, name, seen, Allowance())
    except CannotSay as problem:
        reason = str(problem)
    except (MemoryError, RecursionError):
        reason = "It takes more memory than can be given to one file"
    except (ValueError, LookupError, TypeError, AttributeError):
        # Words where numbers belong, and the like: no program writes such files, and each reads them otherwise.
        reason = "It is damaged inside: open it with its program, and save it again"
    findings = seen.findings()
    return Inspection(
        file=name,
        sha256=hashlib.sha256(data).hexdigest(),
        kind=kind,
        verdict=Verdict.CANNOT_SAY if reason else verdict_on(findings),
        findings=findings,
        sheets=tuple(seen.sheets),
        reason=reason,
    )


def main() -> None:
    """Inspect the file on standard input, and say what was found."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (MOST_SAID, MOST_SAID))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    asked = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    # Modules that are imported from here on must not be written down.
    sys.dont_write_bytecode = True
    sys.addaudithook(refuse)
    said = json.dumps(inspection_as_json(inspected(data, asked["name"])))
    sys.stdout.write(said)
    sys.stdout.flush()


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


if __name__ == "__main__":
    main()
