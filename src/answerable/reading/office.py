"""Old Word files (.doc) by LibreOffice, where it is installed: made anew as Word files of today, and read.

It runs as a process of its own, with a profile that is thrown away, no macros, no way to the network, limits
on time and memory, and none of this process's secrets.
"""

import os
import shutil
import signal
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from answerable.reading.blocks import Document
from answerable.reading.documents import NotReadable
from answerable.reading.docx import document_of

MOST_SECONDS = 120
"""How long LibreOffice may take over one file, by the clock; most take two seconds."""

_MOST_KILOBYTES = 4_000_000
_LARGEST_BLOCKS = 256 * 1024
_PROGRAMS = ("soffice", "libreoffice")
_KEPT = ("PATH", "LANG", "LC_ALL")
# A port that nobody listens on: what a file links to is not fetched.
_NOWHERE = "http://127.0.0.1:9"
_LIMITED = 'ulimit -c 0; ulimit -v "$1"; ulimit -t "$2"; ulimit -f "$3"; shift 3; exec "$@"'
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel"
 oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"
 oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


def document_of_old_word(data: bytes, name: str) -> Document:
    """Return the blocks of an old Word file.

    :raises NotReadable: if LibreOffice is not installed, or cannot open the file within its limits.
    :raises TooManyBlocks: if it has more paragraphs than a reading may hold.
    """
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise NotReadable(
            f"{name} is an old Word file (.doc), which is read by LibreOffice, and that is not installed here:"
            " save it as a Word file of today (.docx)"
        )
    with tempfile.TemporaryDirectory(prefix="answerable-") as folder:
        made = _made_anew(data, Path(folder), program)
    if not made:
        raise NotReadable(
            f"{name} is an old Word file that LibreOffice cannot open within {MOST_SECONDS} seconds, or at all:"
            " save it as a Word file of today (.docx)"
        )
    return replace(document_of(made, name), how="by LibreOffice")


def _made_anew(data: bytes, folder: Path, program: str) -> bytes:
    """Return the file as a Word file of today; nothing if none was made."""
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_SETTINGS)
    (folder / "file.doc").write_bytes(data)
    _run(
        [
            *("sh", "-c", _LIMITED, "sh"),
            *(str(_MOST_KILOBYTES), str(MOST_SECONDS), str(_LARGEST_BLOCKS)),
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"),
            *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder)),
            str(folder / "file.doc"),
        ],
        folder,
    )
    made = folder / "file.docx"
    return made.read_bytes() if made.is_file() and not made.is_symlink() else b""


def _run(command: list[str], folder: Path) -> None:
    """Run a program with all that it starts, and end them all when its time is over."""
    with subprocess.Popen(  # noqa: S603 a program found on the path, and names that we gave
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=_environment(folder),
        start_new_session=True,
    ) as running:
        try:
            running.wait(timeout=MOST_SECONDS)
        except subprocess.TimeoutExpired:
            pass
        finally:
            _end_group(running.pid)


def _end_group(group: int) -> None:
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        return


def _environment(folder: Path) -> dict[str, str]:
    proxies = {f"{kind}_proxy": _NOWHERE for kind in ("http", "https", "ftp", "all")}
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {"HOME": str(folder), "TMPDIR": str(folder), **kept, **proxies}
