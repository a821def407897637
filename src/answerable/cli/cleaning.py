"""`answerable clean`: a file made anew from what another shows, on the command line."""

import argparse
import hashlib
import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from answerable.cli.bars import shown
from answerable.cli.made_files import NotWritten, files_chosen, write_all
from answerable.cli.printing import harmless
from answerable.inspecting import Inspection, Severity, Verdict, inspect_bytes, inspection_as_json
from answerable.inspecting.limits import LARGEST_FILE
from answerable.inspecting.rebuilding import CannotRebuild, rebuild


@dataclass(slots=True)
class _Cleaned:
    """What came of one file."""

    file: str
    sha256: str = ""
    written: list[tuple[Path, bytes]] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    left_out: tuple[str, ...] = ()
    inspections: list[Inspection] = field(default_factory=list)


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `clean`."""
    clean = commands.add_parser(
        "clean",
        help="make a file anew from what another shows",
        description="Make a file that may leave instead of another: written anew from what that shows, and never a"
        " copy of it. What was made is inspected as any file is, and nothing is written if that finds anything.",
        epilog="A workbook (XLSX, XLSM, ODS) becomes a workbook of values and a CSV for each sheet; CSV and text are"
        " written anew; a document, slides or a web page (DOCX, PPTX, ODT, ODP, HTML, Markdown) become a tagged PDF and"
        " a web page; a PDF is written anew without what nobody sees; of a picture the pixels stay; a message becomes"
        " text, with its attachments made anew; a zip is packed again from what its files become. Ends with 0 when the file was written, with 1 when what was"
        " made is not clear, and with 2 when none can be made. A file that is there is never written over.",
    )
    clean.add_argument("file", type=Path, metavar="FILE", help="the file that is not to leave")
    clean.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="FILE",
        help="the new file: its ending chooses among those that are made. A folder takes them all",
    )
    clean.add_argument(
        "--decided",
        action="store_true",
        help="write it, too, where what you must decide is left (many cells, columns of personal data): you did",
    )
    clean.add_argument("--json", action="store_true", help="print one JSON object")
    clean.set_defaults(run=clean_file)


def clean_file(given: argparse.Namespace) -> int:
    """Rebuild a file, inspect what was made, and write it if it is clear."""
    cleaned = _Cleaned(given.file.name)
    reason = ""
    try:
        is_clear = _clean(given, cleaned)
    except (CannotRebuild, NotWritten) as refusal:
        is_clear, reason = False, str(refusal)
        print(harmless(f"{cleaned.file}: {reason}"), file=sys.stderr)
    if given.json:
        print(json.dumps(_as_json(cleaned, reason), ensure_ascii=False))
    elif not reason:
        print(harmless("\n".join(_lines(cleaned))))
    if reason:
        return 2
    return 0 if is_clear else 1


def _clean(given: argparse.Namespace, cleaned: _Cleaned) -> bool:
    """Return whether what was made is clear, and so was written.

    :raises CannotRebuild: if nothing can be made.
    :raises NotWritten: if what was made cannot be written.
    """
    data = _read(given.file)
    cleaned.sha256 = hashlib.sha256(data).hexdigest()
    rebuilt = rebuild(data, name=given.file.name)
    cleaned.left_out = rebuilt.left_out
    chosen = files_chosen(rebuilt.files, given.out)
    taken = {one.name for _, one in chosen}
    cleaned.others = [one.name for one in rebuilt.files if one.name not in taken]
    for path, one in shown(chosen, " files inspected"):
        cleaned.inspections.append(inspect_bytes(one.data, name=path.name))
    if not all(_may_be_written(one, is_decided=given.decided) for one in cleaned.inspections):
        return False
    write_all(chosen)
    cleaned.written = [(path, one.data) for path, one in chosen]
    return True


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise NotWritten("There is no such file: check the name") from None
    except OSError as problem:
        raise NotWritten(f"It cannot be opened: {problem.strerror or 'no reason given'}") from None


def _may_be_written(inspection: Inspection, *, is_decided: bool) -> bool:
    if inspection.verdict is Verdict.CLEAR:
        return True
    return (
        is_decided
        and inspection.verdict is Verdict.FINDINGS
        and not inspection.count(Severity.STOP)
    )


def _as_json(cleaned: _Cleaned, reason: str) -> dict[str, Any]:
    return {
        "file": cleaned.file,
        "sha256": cleaned.sha256 or None,
        "reason": reason or None,
        "written": [
            {"file": str(path), "sha256": hashlib.sha256(data).hexdigest()}
            for path, data in cleaned.written
        ],
        "others": cleaned.others,
        "left_out": list(cleaned.left_out),
        "inspections": [inspection_as_json(one) for one in cleaned.inspections],
    }


def _lines(cleaned: _Cleaned) -> list[str]:
    lines = [*cleaned.left_out]
    for one in cleaned.inspections:
        told = [each for each in one.findings if each.severity is not Severity.NOTE]
        lines += [f"{one.file}: {one.reason}"] if one.reason else []
        lines += [
            f"{one.file}: {each.severity.value}  {each.code}  {each.where}: {each.evidence}"
            for each in told
        ]
    if cleaned.written:
        lines += [f"Wrote {path}" for path, _ in cleaned.written]
        lines += (
            [f"It also becomes {', '.join(cleaned.others)}: give --out a folder for all"]
            if cleaned.others
            else []
        )
    elif all(_may_be_written(one, is_decided=True) for one in cleaned.inspections):
        lines.append("Nothing was written: look at what you must decide, and say --decided")
    else:
        lines.append("Nothing was written: what was made is not clear")
    return lines
