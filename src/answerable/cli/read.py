"""`answerable read` and `answerable merge`: documents into entries, on the command line."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from answerable.reading import NotReadable, Reading, merged, read_file, reading_as_json
from answerable.reading.ocr.progress import pages_told


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands `read` and `merge`."""
    read = commands.add_parser("read", help="read documents into entries, questions and decisions")
    read.add_argument("files", nargs="+", type=Path, metavar="FILE")
    read.add_argument("--json", action="store_true", help="print one JSON object for each file")
    read.add_argument("--coverage", action="store_true", help="print where every character went")
    read.add_argument(
        "--format",
        default="auto",
        choices=("auto", "html", "markdown", "text", "json", "docx", "pdf", "picture"),
        help="how the file is written (default: found out)",
    )
    read.add_argument(
        "--as",
        dest="kind",
        default="auto",
        choices=("log", "letter", "requests", "auto"),
        help="what the document is (default: found out)",
    )
    read.set_defaults(run=read_files)
    merge = commands.add_parser("merge", help="merge several readings of one document")
    merge.add_argument("files", nargs="+", type=Path, metavar="FILE")
    merge.add_argument("--json", action="store_true", help="print one JSON object")
    merge.set_defaults(run=merge_files)


def read_files(given: argparse.Namespace) -> int:
    """Read each file and print what it says; a file that cannot be read never stops the others."""
    failed = False
    for path in _shown(given.files):
        try:
            with _pages_shown(path.name):
                reading = read_file(path, as_format=given.format, as_kind=given.kind)
        except NotReadable as problem:
            print(problem, file=sys.stderr)
            failed = True
            continue
        if given.json:
            print(_one_line(reading_as_json(reading)))
        elif given.coverage:
            print(_coverage(reading))
        else:
            print(_summary(reading))
    return 2 if failed else 0


def merge_files(given: argparse.Namespace) -> int:
    """Merge the readings of one document; exit 1 if they disagree anywhere."""
    readings = []
    for path in given.files:
        try:
            readings.append(read_file(path))
        except NotReadable as problem:
            print(problem, file=sys.stderr)
            return 2
    merger = merged(readings)
    if given.json:
        print(json.dumps(merger.as_json(), ensure_ascii=False, indent=1))
    else:
        print("\n".join(_merger_lines(merger.as_json())))
    return 0


def _shown(paths: list[Path]) -> Iterable[Path]:
    """Show a bar on a terminal when there are several files."""
    if len(paths) < 2 or not sys.stderr.isatty():  # noqa: PLR2004 one file needs no bar
        return paths
    from tqdm import tqdm  # noqa: PLC0415 a bar nobody sees must not slow the start

    bar: Iterable[Path] = tqdm(paths, unit="file", file=sys.stderr, delay=1)
    return bar


@contextmanager
def _pages_shown(name: str) -> Iterator[None]:
    """Show a bar on a terminal while pictures of pages are read, for each takes seconds."""
    if not sys.stderr.isatty():
        yield
        return
    from tqdm import tqdm  # noqa: PLC0415 a bar nobody sees must not slow the start

    with tqdm(unit="page", desc=name, file=sys.stderr, delay=1, leave=False) as bar:

        def told(read: int, count: int) -> None:
            bar.total = count
            bar.update(read - bar.n)

        with pages_told(told):
            yield


def _one_line(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False)


def _coverage(reading: Reading) -> str:
    coverage = reading.coverage
    parts = ("entries", "index", "furniture", "unread")
    shares = [f"{part} {getattr(coverage, part) / coverage.characters:.1%}" for part in parts]
    return f"{reading.source}: {coverage.characters:,} characters: {', '.join(shares)}"


def _summary(reading: Reading) -> str:
    return "\n".join(_summary_lines(reading))


def _summary_lines(reading: Reading) -> Iterator[str]:
    head = [reading.source, reading.format, reading.kind, reading.body, reading.month]
    yield " · ".join(part for part in head if part)
    for entry in reading.entries:
        yield f"\n{entry.ref or '(no reference)'}  {entry.title}"
        for question in entry.questions:
            decision = ", ".join(outcome.value for outcome in question.outcomes)
            exemptions = f" {', '.join(question.exemptions)}" if question.exemptions else ""
            yield f"  {question.label or '–':<6} {_short(question.text)}  [{decision}{exemptions}]"
        for table in entry.tables:
            yield f"  table  {table.caption or '(no caption)'}: {len(table.rows)} × {len(table.rows[0])}"
        for attachment in entry.attachments:
            yield f"  file   {attachment.title}"
    titles = {" ".join(entry.title.lower().split()) for entry in reading.entries}
    for title in reading.index:
        if " ".join(title.lower().split()) not in titles:
            yield f"\nIn the index, but no entry here: {title}"
    for stretch in reading.unread:
        yield f"\nUnread: {_short(stretch.text)} ({stretch.reason})"
    for repair in reading.repairs:
        yield f"Mended {repair.times} ×: {repair.was or '(nothing)'} → {repair.now or '(nothing)'}: {repair.why}"


def _short(text: str, *, longest: int = 72) -> str:
    words = " ".join(text.split())
    return words if len(words) <= longest else f"{words[: longest - 1]}…"


def _merger_lines(data: dict[str, Any]) -> Iterator[str]:
    yield f"{len(data['entries'])} entries from {', '.join(data['sources'])}"
    for entry in data["entries"]:
        yield f"\n{entry['ref'] or '(no reference)'}  {entry['title']}"
        yield "  " + ", ".join(f"{field} from {source}" for field, source in entry["from"].items())
    for one in data["disagreements"]:
        yield f"\nThey differ in {one['where']}: " + " / ".join(
            f"{text!r} ({name})" for name, text in one["readings"].items()
        )
