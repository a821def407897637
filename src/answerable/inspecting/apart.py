"""A file inspected in a process of its own, which may fail, hang or be killed without harm to this one."""

import hashlib
import json
from pathlib import Path

from answerable.inspecting.as_json import inspection_from_json
from answerable.inspecting.findings import Inspection, Verdict
from answerable.inspecting.limits import LARGEST_FILE, MOST_SAID, MOST_SECONDS
from answerable.inspecting.process import Ended, EndedByFault, said_apart

STARTED_AS: tuple[str, ...] = ("-m", "answerable.inspecting.child")
"""What Python is told to run."""

_TOO_MUCH = f"It cannot be inspected safely: it is damaged, or takes more than {MOST_SECONDS} seconds or 1.2 GB of memory"
_FAULT = "It stopped its inspection by a fault of the program, and need not be damaged: report it"


def inspect_file(path: Path) -> Inspection:
    """Return what a file would give away; one that cannot be opened cannot be inspected."""
    data = read_to_inspect(path)
    return data if isinstance(data, Inspection) else inspect_bytes(data, name=path.name)


def read_to_inspect(path: Path) -> bytes | Inspection:
    """Return a file's bytes, a little more than are inspected at most; or the inspection that says why not."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        return _cannot_say(path.name, "", "There is no such file: check the name")
    except OSError as problem:
        return _cannot_say(
            path.name, "", f"It cannot be opened: {problem.strerror or 'no reason given'}"
        )


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
    try:
        said = said_apart(STARTED_AS, {"name": name}, data, most_said=MOST_SAID)
        inspection = inspection_from_json(json.loads(said))
    except EndedByFault:
        return _cannot_say(name, digest, _FAULT)
    except (Ended, ValueError, TypeError, LookupError):
        return _cannot_say(name, digest, _TOO_MUCH)
    if (inspection.file, inspection.sha256) != (name, digest):
        # A file that had its way with the process may have made it say anything.
        return _cannot_say(name, digest, _TOO_MUCH)
    return inspection


def _cannot_say(name: str, digest: str, reason: str) -> Inspection:
    return Inspection(name, digest, "", Verdict.CANNOT_SAY, reason=reason)
