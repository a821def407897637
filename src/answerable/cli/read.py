"""`answerable read` and `answerable merge`: documents into entries, on the command line."""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from answerable.cli.bars import shown
from answerable.reading import (
    NotReadable,
    PassedOver,
    Reading,
    merged,
    read_file,
    reading_as_json,
    readings_in,
    richest_of,
)
from answerable.reading.formats import FORMATS, TABLES
from answerable.reading.ocr.progress import pages_told

if TYPE_CHECKING:
    from answerable.reading.weblogs import Mapping

_FORMATS = (
    "auto",
    "html",
    "markdown",
    "text",
    "json",
    *TABLES,
    "feed",
    *(one.name for one in FORMATS),
)


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands `read` and `merge`."""
    _add_read(commands)
    _add_merge(commands)


def _add_read(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    read = commands.add_parser(
        "read",
        help="read documents into entries, questions and decisions",
        epilog="Ends with 0 when all was read, with 1 when a file that should have entries has none, "
        "and with 2 when a file could not be read.",
    )
    read.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="a document, or a folder, zip or e-mail with documents in it",
    )
    read.add_argument("--json", action="store_true", help="print one JSON object for each document")
    read.add_argument("--coverage", action="store_true", help="print where every character went")
    read.add_argument(
        "--format",
        default="auto",
        choices=_FORMATS,
        help="how the file is written (default: found out)",
    )
    read.add_argument(
        "--as",
        dest="kind",
        default="auto",
        choices=("log", "letter", "requests", "assessment", "auto"),
        help="what the document is (default: found out)",
    )
    _add_ways(read)
    read.set_defaults(run=read_files)


def _add_ways(read: argparse.ArgumentParser) -> None:
    """Add the options that say how to read, and what more to print."""
    add_mapping(read)
    read.add_argument(
        "--save-mapping",
        type=Path,
        metavar="MAPPING.toml",
        help="write down which columns of the table were taken for what, to be looked at and changed",
    )
    add_vocabulary(read, "beside those that are known")
    read.add_argument(
        "--explain", action="store_true", help="print which rule took which line of the file"
    )
    read.add_argument(
        "--best",
        action="store_true",
        help="the files are one document in several formats: read the richest",
    )


def _add_merge(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    merge = commands.add_parser("merge", help="merge several readings of one document")
    merge.add_argument("files", nargs="+", type=Path, metavar="FILE")
    merge.add_argument("--json", action="store_true", help="print one JSON object")
    merge.set_defaults(run=merge_files)


def add_mapping(command: argparse.ArgumentParser) -> None:
    """Add the option that names the file of a mapping."""
    command.add_argument(
        "--mapping",
        type=Path,
        metavar="MAPPING.toml",
        help="which columns of a table, or fields of a list, hold what (default: found out)",
    )


def add_vocabulary(command: argparse.ArgumentParser, more: str) -> None:
    """Add the option that names a folder with words of publishers."""
    command.add_argument(
        "--vocabulary",
        type=Path,
        metavar="FOLDER",
        help=f"files with more words of publishers, {more}",
    )


def mapping_in(path: Path | None) -> "Mapping | None":
    """Return the mapping of a file; None if there is none to read.

    :raises MappingRefused: if the file cannot be read, or is no mapping.
    """
    from answerable.reading.weblogs import MappingRefused, mapping_from_toml  # noqa: PLC0415

    if path is None:
        return None
    try:
        return mapping_from_toml(path.read_text("utf-8"), name=path.name)
    except (OSError, UnicodeDecodeError) as problem:
        raise MappingRefused(f"{path.name} cannot be read: check its name") from problem


def read_files(given: argparse.Namespace) -> int:
    """Read each file and print what it says; a file that cannot be read never stops the others."""
    from answerable.reading.weblogs import MappingRefused  # noqa: PLC0415

    try:
        mapping = mapping_in(given.mapping)
        if given.save_mapping:
            return _save_mapping(given, mapping)
        return _printed(given, mapping)
    except BrokenPipeError:
        # Whoever read the output has gone, which is no fault of a file.
        raise
    except FileExistsError:
        print(f"{given.save_mapping} is there already, and is not written over", file=sys.stderr)
        return 2
    except (MappingRefused, NotReadable, OSError) as problem:
        print(problem, file=sys.stderr)
        return 2


def _printed(given: argparse.Namespace, mapping: "Mapping | None") -> int:
    """Print every reading; return how the command ends."""
    failed = empty = False
    for reading in _readings(given, mapping):
        if isinstance(reading, NotReadable):
            print(reading, file=sys.stderr)
            failed = failed or not isinstance(reading, PassedOver)
            continue
        empty = empty or any(one.name == "entries" and one.holds is False for one in reading.gates)
        if given.json:
            print(_one_line(reading_as_json(reading)))
        elif given.coverage:
            print(_coverage(reading))
        elif given.explain:
            print("\n".join(_explained(reading)))
        else:
            print(_summary(reading))
    return 2 if failed else int(empty)


def _save_mapping(given: argparse.Namespace, mapping: "Mapping | None") -> int:
    """Write the mapping of a table into a new file."""
    from answerable.reading.source import open_source  # noqa: PLC0415
    from answerable.reading.weblogs import mapping_as_toml, table_of  # noqa: PLC0415

    source = open_source(given.files[0])
    told = mapping or table_of(source)
    if told is None:
        print(f"{source.name} is no table whose columns can be told apart", file=sys.stderr)
        return 2
    with given.save_mapping.open("x", encoding="utf-8") as file:
        file.write(mapping_as_toml(told))
    print(f"{given.save_mapping}: look at it, change it, and read the file with --mapping")
    return 0


def _readings(
    given: argparse.Namespace, mapping: "Mapping | None"
) -> Iterator[Reading | NotReadable]:
    asked: dict[str, Any] = {
        "as_format": given.format,
        "as_kind": given.kind,
        "mapping": mapping,
        "vocabulary": given.vocabulary,
        "explain": given.explain,
    }
    if given.best:
        yield from richest_of(given.files, **asked)
        return
    for path in shown(given.files, "file") if len(given.files) > 1 else given.files:
        with _pages_shown(path.name):
            yield from readings_in(path, **asked)


def merge_files(given: argparse.Namespace) -> int:
    """Merge the readings of one document, and list where they disagree."""
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
    if len(readings) > 1 and not merger.in_common:
        print(
            "No entry stands in two of these files: they are not readings of one document"
            if merger.entries
            else "No entry was read from these files: there is nothing to merge",
            file=sys.stderr,
        )
        return 1
    return 0


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


def _explained(reading: Reading) -> Iterator[str]:
    yield " · ".join([reading.source, reading.format, reading.kind])
    for one in reading.explained:
        yield f"{one.start:>9}  {_short(one.text, longest=40):<40}  {one.rule}"


def _summary(reading: Reading) -> str:
    return "\n".join(_summary_lines(reading))


def _summary_lines(reading: Reading) -> Iterator[str]:
    head = [reading.source, reading.format, reading.kind, reading.body, reading.month]
    yield " · ".join(part for part in head if part)
    for other in reading.beside:
        yield f"Not used: {other.source}: {other.why}"
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
    if reading.assessment:
        from answerable.cli.assessed import report_lines  # noqa: PLC0415 few files are reports

        yield from report_lines(reading.assessment)
        return
    yield from _doubts(reading)
    for stretch in reading.unread:
        yield f"\nUnread: {_short(stretch.text)} ({stretch.reason})"
    for repair in reading.repairs:
        yield f"Mended {repair.times} ×: {repair.was or '(nothing)'} → {repair.now or '(nothing)'}: {repair.why}"


def _doubts(reading: Reading) -> Iterator[str]:
    for gate in reading.gates:
        if gate.holds is False:
            yield f"\n{gate.says} ({gate.name})"
            yield from (f"  {lack}" for lack in gate.lacks)
    for passage in reading.unassigned:
        where = reading.entries[passage.entry]
        yield f"\nAnswers some question of {where.ref or where.title}: {_short(passage.text)}"
    for remark in reading.remarks:
        where = reading.entries[remark.entry]
        label = f" {remark.label}" if remark.label else ""
        yield f"\n{where.ref or where.title}{label}: {remark.says}"


def _short(text: str, *, longest: int = 72) -> str:
    words = " ".join(text.split())
    return words if len(words) <= longest else f"{words[: longest - 1]}…"


def _merger_lines(data: dict[str, Any]) -> Iterator[str]:
    yield f"{len(data['entries'])} entries from {', '.join(data['sources'])}"
    for entry in data["entries"]:
        yield f"\n{entry['ref'] or '(no reference)'}  {entry['title']}"
        yield "  " + ", ".join(f"{field} from {source}" for field, source in entry["from"].items())
    for one in data["disagreements"]:
        said = " / ".join(f"{text!r} ({name})" for name, text in one["readings"].items())
        yield f"\nThey differ in {one['where']}: {said}; {one['chosen']}, because {one['why']}"
