"""Files that were made anew, written on the command line: all of them or none, and none over another."""

from collections.abc import Sequence
from pathlib import Path

from answerable.inspecting.rebuilding import RebuiltFile


class NotWritten(Exception):
    """Nothing was written, for a reason that a person can act on."""


def files_chosen(files: Sequence[RebuiltFile], out: Path) -> list[tuple[Path, RebuiltFile]]:
    """Return which of the files are to be written, and where.

    :raises NotWritten: if none of them is of the kind that is asked for, or one is there already.
    """
    if out.is_dir():
        chosen = [(out / one.name, one) for one in files]
    else:
        ending = out.suffix.lower()
        fitting = [one for one in files if Path(one.name).suffix.lower() == ending]
        if not fitting:
            names = ", ".join(one.name for one in files)
            raise NotWritten(
                f"It becomes {names}: give --out the ending of one of them, or a folder for all"
            )
        chosen = [(out, fitting[0])]
    for path, _ in chosen:
        if path.exists() or path.is_symlink():
            raise NotWritten(f"{path} is there already, and is not written over")
    return chosen


def write_all(chosen: Sequence[tuple[Path, RebuiltFile]]) -> None:
    """Write all of the files, or none.

    :raises NotWritten: if one cannot be written.
    """
    begun: list[Path] = []
    try:
        for path, one in chosen:
            with path.open("xb") as file:
                begun.append(path)
                file.write(one.data)
    except OSError as problem:
        for path in begun:
            path.unlink(missing_ok=True)
        raise NotWritten(f"{path} cannot be written: {problem.strerror}") from None
