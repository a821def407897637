"""`answerable redact`: take what is marked out of a file, on the command line."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from answerable.cli.made_files import NotWritten, files_chosen, write_all
from answerable.cli.printing import harmless
from answerable.inspecting.findings import CannotSay
from answerable.inspecting.kinds import kind_of
from answerable.inspecting.labelling import (
    Area,
    RedactedFiles,
    named_area,
    place_marks_from_json,
    redact_rebuilt,
    redacted_files_as_json,
    shown_places,
)
from answerable.inspecting.limits import LARGEST_FILE
from answerable.inspecting.redacting import (
    CannotRedact,
    MarksNotUnderstood,
    NotProved,
    Proof,
    Redacted,
    marks_from_json,
    redact_pdf,
    redaction_as_json,
)

LONGEST_MARKS = 64 * 1024 * 1024
"""Bytes of a file of marks or names."""


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `redact`."""
    redact = commands.add_parser(
        "redact",
        help="take what is marked out of a file, and prove it",
        description="Take what is marked out of a file for good. Of a PDF goes what stands under marks: its text,"
        " pictures, notes and tags. A workbook, a table or a document (XLSX, XLSM, ODS, CSV, DOCX, PPTX, ODT, ODP, HTML,"
        " Markdown, text) is rebuilt with a label in the place of each marked cell, paragraph or word. The new file is"
        " written only if no reader finds anything of it any more. The file itself is not changed.",
        epilog="Ends with 0 when the file is written, with 1 when it is not proved that everything marked is gone:"
        " then there is no file; and with 2 when nothing can be redacted. docs/reference/redaction.md says how"
        " marks are written, and what is proved.",
    )
    redact.add_argument("file", type=Path, metavar="FILE", help="the file")
    redact.add_argument(
        "--marks",
        type=Path,
        metavar="MARKS.json",
        help="what is to go: boxes on pages, cells, paragraphs, and words wherever they stand",
    )
    redact.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help="the new file; none is overwritten. What is rebuilt becomes several: the ending chooses, a folder takes all",
    )
    redact.add_argument(
        "--places",
        action="store_true",
        help="only list the cells, or the numbered paragraphs, that can be marked in what is no PDF",
    )
    redact.add_argument(
        "--names",
        type=Path,
        metavar="NAMES.txt",
        help="names that readers may know, one a line: say where few of them fit a box on a page of a PDF",
    )
    redact.add_argument(
        "--whole-lines",
        action="store_true",
        help="of a PDF take out the whole lines that are marked: no width tells then which of few names stood there",
    )
    redact.add_argument(
        "--decided",
        action="store_true",
        help="write what is rebuilt, too, where its inspection asks what you must decide: you did",
    )
    redact.add_argument("--json", action="store_true", help="print the proof as JSON")
    redact.set_defaults(run=redact_file)


def redact_file(given: argparse.Namespace) -> int:
    """Redact a file, and write what comes of it if that is proved."""
    try:
        if given.places:
            return _list_places(given)
        if given.marks is None or given.out is None:
            return _refused("Say --marks and --out, or --places to see what can be marked")
        marks, data = _text(given.marks), _bytes(given.file, LARGEST_FILE)
        return _redact(given, data, marks)
    except OSError as problem:
        return _refused(f"{problem.filename} cannot be read: {problem.strerror}")
    except (MarksNotUnderstood, CannotRedact, NotWritten) as refusal:
        return _refused(str(refusal))
    except NotProved as refusal:
        print(harmless(str(refusal)), file=sys.stderr)
        return 1


def _redact(given: argparse.Namespace, data: bytes, marks: str) -> int:
    if _is_pdf(given.file, data):
        return _redact_pdf(given, data, marks)
    if given.names or given.whole_lines:
        raise CannotRedact(
            "--names and --whole-lines are for PDF files: labels in rebuilt files are as wide whatever stood there"
        )
    redacted = redact_rebuilt(data, place_marks_from_json(marks), name=given.file.name)
    chosen = files_chosen(redacted.files, given.out)
    if redacted.to_decide and not given.decided:
        print(harmless("\n".join(redacted.to_decide)), file=sys.stderr)
        print(
            "Nothing was written: look at what you must decide, and say --decided", file=sys.stderr
        )
        return 1
    write_all(chosen)
    if given.json:
        print(json.dumps(redacted_files_as_json(redacted), ensure_ascii=False))
    else:
        print(harmless("\n".join(_lines(redacted, [path for path, _ in chosen]))))
    return 0


def _redact_pdf(given: argparse.Namespace, data: bytes, text: str) -> int:
    marks = marks_from_json(text)
    names = _text(given.names).splitlines() if given.names else []
    if given.out.exists() or given.out.is_symlink():
        raise NotWritten(f"{given.out} is there already: name a file that is not")
    redacted = redact_pdf(
        data, marks, name=given.file.name, known=names, whole_lines=given.whole_lines
    )
    try:
        with given.out.open("xb") as file:
            file.write(redacted.data)
    except OSError as problem:
        raise NotWritten(f"{given.out} cannot be written: {problem.strerror}") from None
    _say(given, redacted)
    return 0


def _is_pdf(path: Path, data: bytes) -> bool:
    """Return whether a file is a PDF, or called one: what is wrong with it is said by what redacts PDF files then."""
    if path.suffix.lower() == ".pdf":
        return True
    try:
        return kind_of(data) == "pdf"
    except CannotSay:
        return False


def _text(path: Path) -> str:
    return _bytes(path, LONGEST_MARKS).decode("utf-8-sig", "replace")


def _bytes(path: Path, most: int) -> bytes:
    """Return all of a file.

    :raises CannotRedact: if it is longer than so many bytes: a part of it would be another file.
    """
    with path.open("rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise CannotRedact(
            f"{path} is larger than {most // 2**20} MB, which is more than is read: split it"
        )
    return data


def _refused(reason: str) -> int:
    print(harmless(reason), file=sys.stderr)
    return 2


def _list_places(given: argparse.Namespace) -> int:
    data = _bytes(given.file, LARGEST_FILE)
    if _is_pdf(given.file, data):
        raise CannotRedact("A PDF has pages: its places are boxes on them, and words")
    places = shown_places(data, name=given.file.name)
    if given.json:
        print(json.dumps(places, ensure_ascii=False))
        return 0
    for number, words in enumerate(places.get("paragraphs", ()), start=1):
        print(harmless(f"{number}\t{words}"))
    for sheet in places.get("sheets", ()):
        for row, cells in sheet["rows"]:
            for column, words in cells:
                cell = named_area(Area(row, column, row, column))
                print(harmless("\t".join(filter(None, [sheet["name"], cell, words]))))
    return 0


def _lines(redacted: RedactedFiles, written: Sequence[Path]) -> Iterator[str]:
    yield from _proof(redacted.proof)
    yield f"Labels in each file: {redacted.labels:,}"
    yield f"Cells or words that nobody marked: {redacted.words:,}, of which lost: {redacted.words_lost:,}"
    if redacted.not_swept:
        yield (
            f"Note: {redacted.not_swept:,} of the texts that went are too short to be searched for in bytes, or stand"
            " elsewhere, too: reading the new files back is the proof of those"
        )
    yield from (f"Note: {warning}" for warning in (*redacted.warnings, *redacted.to_decide))
    yield from redacted.left_out
    yield from (f"Written: {path}" for path in written)


def _proof(proof: Sequence[Proof]) -> Iterator[str]:
    yield f"{'Reader':<14}  {'Left':>5}"
    yield from (f"{one.extractor:<14}  {one.left:>5}" for one in proof)


def _say(given: argparse.Namespace, redacted: Redacted) -> None:
    if given.json:
        print(json.dumps(redaction_as_json(redacted), ensure_ascii=False))
        return
    print("\n".join(_proof(redacted.proof)))
    print(f"Words that nobody marked: {redacted.words:,}, of which lost: {redacted.words_lost:,}")
    if redacted.drawn:
        pages = ", ".join(str(page) for page in redacted.drawn)
        print(f"Pages that are pictures now, with recognised text: {pages}")
    for warning in redacted.warnings:
        print(harmless(f"Note: {warning}"))
    if redacted.warnings and not given.whole_lines:
        print(
            "Note: with --whole-lines, the lines go that marks are on, and no width is left to measure"
        )
    print(harmless(f"Written: {given.out}"))
