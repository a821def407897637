"""`answerable inspect`: what files would give away, on the command line."""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from answerable.cli.bars import shown
from answerable.cli.printing import harmless
from answerable.inspecting import Inspection, Severity, Verdict, inspection_as_json
from answerable.inspecting.compared.apart import Compared, inspect_file_with_pages, lacks_pages

_AT_ONCE = min(4, os.cpu_count() or 1)
_MOST_PRINTED = 40
_UNCOMPARED = "not compared with their own pages: LibreOffice is not installed, or cannot draw them"
_WORDS = {
    Verdict.CLEAR: "clear",
    Verdict.FINDINGS: "findings",
    Verdict.CANNOT_SAY: "cannot say",
}

_REPORT = "inspected.html"
"""The name of a report that is given none."""


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `inspect`."""
    inspect = commands.add_parser(
        "inspect",
        help="find what a file would give away",
        description="Find hidden sheets, rows, comments, tracked changes and all else that a file holds and does not"
        " show. Nothing is changed, and nothing leaves this machine.",
        epilog="Ends with 0 when every file is clear, with 1 when something was found that stops a release or that"
        " you must decide, and with 2 when a file cannot be inspected: then nobody can say what is in it. What a"
        " rebuilt file leaves out without a loss is a note, and leaves a file clear. docs/reference/findings.md"
        " explains each finding.",
    )
    inspect.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="a file, or a folder with files in it"
    )
    inspect.add_argument("--json", action="store_true", help="print one JSON object for each file")
    inspect.add_argument(
        "--report",
        type=Path,
        metavar="FILE.html",
        help=f"write a page for each file into a new web page; html alone names it {_REPORT}",
    )
    inspect.add_argument(
        "--compare",
        type=Compared,
        choices=Compared,
        default=Compared.WHERE_INSTALLED,
        metavar="WHEN",
        help="compare office files with their own pages, which LibreOffice draws: where-installed (the default),"
        " always (cannot say, where it is missing) or never (a tenth of the time)",
    )
    inspect.set_defaults(run=inspect_files)


def inspect_files(given: argparse.Namespace) -> int:
    """Inspect each file, and print what was found; a file that cannot be inspected never stops the others."""
    report = Path(_REPORT) if given.report == Path("html") else given.report
    if report and not _may_be_written(report):
        return 2
    inspections = []
    for inspection in _inspected(list(_files(given.files)), given.compare):
        inspections.append(inspection)
        if given.json:
            print(json.dumps(inspection_as_json(inspection), ensure_ascii=False))
        if inspection.verdict is Verdict.CANNOT_SAY:
            print(harmless(f"{inspection.file}: {inspection.reason}"), file=sys.stderr)
    if not given.json:
        print(harmless("\n".join(_lines(inspections))))
    uncompared = sum(map(lacks_pages, inspections))
    if uncompared and given.compare is not Compared.NEVER:
        print(f"{uncompared} {_UNCOMPARED}", file=sys.stderr)
    if report and not _is_written(report, inspections):
        return 2
    return _ending(inspections)


def _files(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(
                one for one in path.rglob("*") if one.is_file() and not one.is_symlink()
            )
        else:
            yield path


def _inspected(paths: list[Path], when: Compared) -> Iterator[Inspection]:
    """Yield the inspections in the order of the files; as many files at once as there are processors."""
    with ThreadPoolExecutor(_AT_ONCE) as workers:
        waiting = []
        for path in shown(paths, " files") if len(paths) > 1 else paths:
            waiting.append(workers.submit(inspect_file_with_pages, path, when=when))
            # No more files are held in memory than are worked on.
            if len(waiting) > _AT_ONCE:
                yield waiting.pop(0).result()
        for one in waiting:
            yield one.result()


def _may_be_written(report: Path) -> bool:
    """Return whether a report can be begun; looked at first, for a folder of files takes long."""
    try:
        report.lstat()
    except FileNotFoundError:
        if report.parent.is_dir():
            return True
        print(f"{report} cannot be written: there is no folder {report.parent}", file=sys.stderr)
    except OSError as problem:
        print(f"{report} cannot be written: {problem.strerror}", file=sys.stderr)
    else:
        print(f"{report} is there already, and is not written over", file=sys.stderr)
    return False


def _is_written(report: Path, inspections: list[Inspection]) -> bool:
    from answerable.inspecting.report import report_page  # noqa: PLC0415 most runs print alone

    try:
        with report.open("x", encoding="utf-8") as file:
            file.write(report_page(inspections))
    except OSError as problem:
        print(f"{report} cannot be written: {problem.strerror}", file=sys.stderr)
        return False
    print(f"Wrote {report}", file=sys.stderr)
    return True


def _ending(inspections: list[Inspection]) -> int:
    verdicts = {one.verdict for one in inspections}
    if Verdict.CANNOT_SAY in verdicts:
        return 2
    return int(Verdict.FINDINGS in verdicts)


def _lines(inspections: list[Inspection]) -> Iterator[str]:
    for inspection in inspections:
        if inspection.verdict is Verdict.FINDINGS:
            yield from _findings(inspection)
    yield f"{'File':<40}  {'Verdict':<10}  {'Stops':>6}  {'Decide':>6}  {'Mended':>6}"
    for one in inspections:
        counts = [one.count(each) for each in (Severity.STOP, Severity.CHECK, Severity.NOTE)]
        stops, checks, notes = (f"{each:>6,}" for each in counts)
        yield f"{_short(one.file):<40}  {_WORDS[one.verdict]:<10}  {stops}  {checks}  {notes}"


def _findings(inspection: Inspection) -> Iterator[str]:
    yield inspection.file
    for sheet in inspection.sheets:
        is_whole = sheet.state == "visible" and sheet.visible_rows == sheet.rows
        if not is_whole:
            yield f"  sheet '{sheet.name}' ({sheet.state}): visible {sheet.visible_rows:,}, in file {sheet.rows:,} rows"
            if sheet.unseen:
                yield f"    not seen: {sheet.unseen}"
    told = [one for one in inspection.findings if one.severity is not Severity.NOTE]
    for one in told[:_MOST_PRINTED]:
        yield f"  {one.severity.value:<5}  {one.code:<28}  {one.where}: {one.evidence}"
        yield f"         {one.remedy}"
    if len(told) > _MOST_PRINTED:
        yield f"  and {len(told) - _MOST_PRINTED} more: --json or --report lists them"
    yield ""


def _short(name: str) -> str:
    return name if len(name) <= 40 else f"{name[:39]}…"  # noqa: PLR2004 the width of its column
