"""LibreOffice, where it is installed: the pages of an office file, or an old one as a file of today.

It runs as a process group of its own, with a profile that is thrown away, no macros, no way to the network,
limits on time, memory and what it may write, and none of this process's secrets.
"""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

MOST_SECONDS = 120
"""How long LibreOffice may take over one file, by the clock and of the processor; most take two seconds."""

_MOST_KILOBYTES = 4_000_000
_LARGEST_MADE = 128 * 1024 * 1024
_BLOCK = 512
_PROGRAMS = ("soffice", "libreoffice")
_KEPT = ("PATH", "LANG", "LC_ALL")
# A port that nobody listens on: what a file links to is not fetched.
_NOWHERE = "http://127.0.0.1:9"
_LIMITED = 'ulimit -c 0; ulimit -v "$1"; ulimit -t "$2"; ulimit -f "$3"; shift 3; exec "$@"'
# Where the kernel lets anybody do so, the program has no network at all.
_ALONE = ("unshare", "--user", "--map-current-user", "--net", "--")
_SECURITY = "/org.openoffice.Office.Common/Security/Scripting"
_LOAD = "/org.openoffice.Office.{}/Content/Update"
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{items}
</oor:items>
"""
_ITEMS = (
    (_SECURITY, "MacroSecurityLevel", "3"),
    (_SECURITY, "DisableMacrosExecution", "true"),
    (_SECURITY, "BlockUntrustedRefererLinks", "true"),
    # Links to other files are never followed.
    (_LOAD.format("Calc"), "Link", "1"),
    (_LOAD.format("Writer"), "Link", "0"),
)


def office_program() -> str:
    """Return where LibreOffice is; an empty string if it is not installed."""
    return next(filter(None, map(shutil.which, _PROGRAMS)), "")


def made_by_office(data: bytes, kind: str, program: str, *, into: str) -> bytes:
    """Return an office file as another kind of file; nothing if none was made within the limits.

    `kind` is the ending of its name; `into` is the ending of the other's, with LibreOffice's filter where it
    has more than one: "pdf", or "docx:MS Word 2007 XML".
    """
    with tempfile.TemporaryDirectory(prefix="answerable-") as made_for:
        folder = Path(made_for)
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS.format(items="\n".join(map(_item, _ITEMS))))
        given = folder / f"given.{kind}"
        given.write_bytes(data)
        _run(_command(program, folder, given, into), folder)
        made = given.with_suffix("." + into.partition(":")[0])
        if not made.is_file() or made.is_symlink():
            return b""
        return made.read_bytes()


def _item(setting: tuple[str, str, str]) -> str:
    path, name, value = setting
    return f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'


def _command(program: str, folder: Path, given: Path, into: str) -> list[str]:
    return [
        *("sh", "-c", _LIMITED, "sh"),
        *(str(_MOST_KILOBYTES), str(MOST_SECONDS), str(_LARGEST_MADE // _BLOCK)),
        *_without_network(),
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"),
        *("--convert-to", into, "--outdir", str(folder), str(given)),
    ]


def _without_network() -> tuple[str, ...]:
    """Return what takes the network from a program, if the kernel allows it to this user."""
    try:
        tried = subprocess.run(  # noqa: S603 a fixed command
            [*_ALONE, "true"], capture_output=True, timeout=10, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return _ALONE if tried.returncode == 0 else ()


def _run(command: list[str], folder: Path) -> None:
    """Run a program with all that it starts, and end them all when its time is over."""
    with subprocess.Popen(  # noqa: S603 a program found on the path, and names that were given here
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
