"""A process of its own for one file, which may fail, hang or be killed without harm to this one."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from answerable.inspecting.limits import MOST_WAITED

_HOME = str(Path(__file__).resolve().parents[2])
_KEPT = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "VIRTUAL_ENV")
_RAISED = 1


class EndedByFault(Exception):
    """The process apart ended by an exception that nobody foresaw."""


class Ended(Exception):
    """The process apart did not start, was killed at a limit, or took too long."""


def said_apart(
    started_as: tuple[str, ...], head: Mapping[str, object], data: bytes, *, most_said: int
) -> bytes:
    """Return what a Python module says that is given a line of JSON and a file on its standard input.

    It sees nothing of this process's environment but where programs and modules lie. What it says is cut
    behind `most_said` bytes.

    :raises EndedByFault: if it ended by a fault of its own.
    :raises Ended: if it does not start, or was ended; it is killed by then.
    """
    with tempfile.TemporaryFile() as out:
        try:
            done = subprocess.run(  # noqa: S603 our own module, and nothing that anybody gave
                [sys.executable, *started_as],
                input=json.dumps(head).encode() + b"\n" + data,
                stdout=out,
                stderr=subprocess.DEVNULL,
                env=_environment(),
                timeout=MOST_WAITED,
                start_new_session=True,
                check=False,
            )
        except (subprocess.TimeoutExpired, OSError) as problem:
            raise Ended from problem
        if done.returncode == _RAISED:
            raise EndedByFault
        if done.returncode:
            raise Ended
        out.seek(0)
        return out.read(most_said + 1)


def _environment() -> dict[str, str]:
    """Return what the process needs of this one's: nothing that a file could make it give away."""
    paths = os.pathsep.join(filter(None, [_HOME, os.environ.get("PYTHONPATH", "")]))
    return {"PYTHONPATH": paths, **{name: os.environ[name] for name in _KEPT if name in os.environ}}
