"""A file inspected in a process of its own, which may fail, hang or be killed without harm to this one."""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from answerable.inspecting.as_json import inspection_from_json
from answerable.inspecting.findings import Inspection, Verdict
from answerable.inspecting.limits import LARGEST_FILE, MOST_SAID, MOST_SECONDS, MOST_WAITED

STARTED_AS: tuple[str, ...] = ("-m", "answerable.inspecting.child")
"""What Python is told to run."""

_HOME = str(Path(__file__).resolve().parents[2])
_KEPT = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "VIRTUAL_ENV")
_TOO_MUCH = f"It cannot be inspected safely: it is damaged, or takes more than {MOST_SECONDS} seconds or 1.2 GB of memory"
_FAULT = "It stopped its inspection by a fault of the program, and need not be damaged: report it"


_RAISED = 1


class EndedByFault(Exception):
    """The process apart ended by an exception that nobody foresaw."""


def inspect_file(path: Path) -> Inspection:
    """Return what a file would give away; one that cannot be opened cannot be inspected."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        return _cannot_say(path.name, "", "There is no such file: check the name")
    except OSError as problem:
        return _cannot_say(
            path.name, "", f"It cannot be opened: {problem.strerror or 'no reason given'}"
        )
    return inspect_bytes(data, name=path.name)


def inspect_bytes(data: bytes, *, name: str) -> Inspection:
    """Return what bytes would give away that are to be sent as a file of this name.

    Whatever goes wrong, the inspection says that it cannot say: it never fails, and never is clear by mistake.
    """
    digest = hashlib.sha256(data).hexdigest()
    if len(data) > LARGEST_FILE:
        size = LARGEST_FILE // 2**20
        return _cannot_say(
            name, digest, f"It is larger than {size} MB, which is more than is inspected"
        )
    head = json.dumps({"name": name}).encode() + b"\n"
    try:
        inspection = inspection_from_json(json.loads(_said(head + data)))
    except EndedByFault:
        return _cannot_say(name, digest, _FAULT)
    except (subprocess.TimeoutExpired, ValueError, TypeError, LookupError, OSError):
        return _cannot_say(name, digest, _TOO_MUCH)
    if (inspection.file, inspection.sha256) != (name, digest):
        # A file that had its way with the process may have made it say anything.
        return _cannot_say(name, digest, _TOO_MUCH)
    return inspection


def _said(given: bytes) -> bytes:
    """Return what the process apart says.

    :raises EndedByFault: if it ended by a fault of its own.
    :raises OSError: if it does not start, or was ended.
    :raises TimeoutExpired: if it takes too long; it is killed by then.
    """
    with tempfile.TemporaryFile() as out:
        done = subprocess.run(  # noqa: S603 our own module, and nothing that anybody gave
            [sys.executable, *STARTED_AS],
            input=given,
            stdout=out,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            timeout=MOST_WAITED,
            start_new_session=True,
            check=False,
        )
        if done.returncode == _RAISED:
            raise EndedByFault
        if done.returncode:
            raise OSError(done.returncode, _TOO_MUCH)
        out.seek(0)
        return out.read(MOST_SAID + 1)


def _cannot_say(name: str, digest: str, reason: str) -> Inspection:
    return Inspection(name, digest, "", Verdict.CANNOT_SAY, reason=reason)


def _environment() -> dict[str, str]:
    """Return what the process needs of this one's: nothing that a file could make it give away."""
    paths = os.pathsep.join(filter(None, [_HOME, os.environ.get("PYTHONPATH", "")]))
    return {"PYTHONPATH": paths, **{name: os.environ[name] for name in _KEPT if name in os.environ}}
