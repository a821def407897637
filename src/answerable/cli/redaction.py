"""`answerable redact`: take what is marked out of a PDF, on the command line."""

import argparse
import json
import sys
from pathlib import Path

from answerable.cli.printing import harmless
from answerable.inspecting.redacting import (
    CannotRedact,
    MarksNotUnderstood,
    NotProved,
    Redacted,
    marks_from_json,
    redact_pdf,
    redaction_as_json,
)

_LONGEST_MARKS = 64 * 1024 * 1024


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `redact`."""
    redact = commands.add_parser(
        "redact",
        help="take what is marked out of a PDF, and prove it",
        description="Take what stands under marks out of a PDF for good: its text, pictures, notes and tags. The file"
        " is written only if no reader finds anything of it any more. The PDF itself is not changed.",
        epilog="Ends with 0 when the file is written, with 1 when it is not proved that everything marked is gone:"
        " then there is no file; and with 2 when nothing can be redacted. docs/reference/redaction.md says how"
        " marks are written, and what is proved.",
    )
    redact.add_argument("file", type=Path, metavar="FILE.pdf", help="the PDF")
    redact.add_argument(
        "--marks",
        type=Path,
        required=True,
        metavar="MARKS.json",
        help="what is to go: boxes on pages, and words wherever they stand",
    )
    redact.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help="the new file; none is overwritten"
    )
    redact.add_argument(
        "--names",
        type=Path,
        metavar="NAMES.txt",
        help="names that readers may know, one a line: say where few of them fit a box",
    )
    redact.add_argument("--json", action="store_true", help="print the proof as JSON")
    redact.set_defaults(run=redact_file)


def redact_file(given: argparse.Namespace) -> int:
    """Redact a file, and write what comes of it if that is proved."""
    try:
        marks = marks_from_json(_text(given.marks))
        data = given.file.read_bytes()
        names = _text(given.names).splitlines() if given.names else []
        if given.out.exists() or given.out.is_symlink():
            return _refused(f"{given.out} is there already: name a file that is not")
        redacted = redact_pdf(data, marks, name=given.file.name, known=names)
    except OSError as problem:
        return _refused(f"{problem.filename} cannot be read: {problem.strerror}")
    except (MarksNotUnderstood, CannotRedact) as refusal:
        return _refused(str(refusal))
    except NotProved as refusal:
        print(harmless(str(refusal)), file=sys.stderr)
        return 1
    try:
        with given.out.open("xb") as file:
            file.write(redacted.data)
    except OSError as problem:
        return _refused(f"{given.out} cannot be written: {problem.strerror}")
    _say(given, redacted)
    return 0


def _text(path: Path) -> str:
    with path.open("rb") as file:
        data = file.read(_LONGEST_MARKS)
    return data.decode("utf-8-sig", "replace")


def _refused(reason: str) -> int:
    print(harmless(reason), file=sys.stderr)
    return 2


def _say(given: argparse.Namespace, redacted: Redacted) -> None:
    if given.json:
        print(json.dumps(redaction_as_json(redacted), ensure_ascii=False))
        return
    print(f"{'Reader':<14}  {'Left':>5}")
    for one in redacted.proof:
        print(f"{one.extractor:<14}  {one.left:>5}")
    print(f"Words that nobody marked: {redacted.words:,}, of which lost: {redacted.words_lost:,}")
    if redacted.drawn:
        pages = ", ".join(str(page) for page in redacted.drawn)
        print(f"Pages that are pictures now, with recognised text: {pages}")
    for warning in redacted.warnings:
        print(harmless(f"Note: {warning}"))
    print(harmless(f"Written: {given.out}"))
