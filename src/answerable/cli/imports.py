"""`answerable import`: files and whole folders into the archive, by as many processes as there are cores."""

import argparse
import datetime as dt
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from answerable.cli.given_files import listed, read_in
from answerable.cli.printing import harmless
from answerable.cli.read import add_mapping, mapping_in
from answerable.cli.site import body_named, open_site, user

if TYPE_CHECKING:
    from answerable.actions.imports import Plan
    from answerable.domain.roles import Actor
    from answerable.queries.imports import FileRow

_FEW = 20
"""So many files are read by this very process: it takes longer to start others."""


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `import`."""
    importing = commands.add_parser("import", help="read files and folders into the archive")
    importing.add_argument("files", nargs="*", type=Path, metavar="FILE", help="files or folders")
    importing.add_argument(
        "--body",
        metavar="CODE",
        help="whose log it is: the code of a body, or its name where its log is kept here already "
        "(default: the site's own)",
    )
    importing.add_argument("--name", help="the body's name, where it is new or has changed")
    importing.add_argument("--contact", default="", help="where readers ask for attachments")
    months = importing.add_mutually_exclusive_group()
    months.add_argument("--month", metavar="YYYY-MM", help="the log's month, where it prints none")
    months.add_argument(
        "--month-from-name",
        action="store_true",
        help="take the month from the name of the file or its folder, where the log prints none",
    )
    importing.add_argument(
        "--publish-on",
        type=dt.date.fromisoformat,
        metavar="YYYY-MM-DD",
        help="keep new entries back until this day begins",
    )
    importing.add_argument(
        "--workers",
        type=_count,
        metavar="N",
        help="how many processes read (default: one for each core, where there are many files)",
    )
    importing.add_argument(
        "--resume", action="store_true", help="go on with every import that was interrupted"
    )
    importing.add_argument(
        "--again",
        action="store_true",
        help="read the kept files again that an older reader read; corrections stay",
    )
    add_mapping(importing)
    importing.add_argument(
        "--json", action="store_true", help="print one JSON object for each document"
    )
    importing.set_defaults(run=import_files)


def _count(words: str) -> int:
    count = int(words)
    if count < 1:
        message = "at least one process reads"
        raise argparse.ArgumentTypeError(message)
    return count


def import_files(given: argparse.Namespace) -> int:
    """Read each file and keep it; one that cannot be read never stops the others."""
    if not given.files and not (given.resume or given.again):
        print("Name the files or folders to import", file=sys.stderr)
        return 2
    open_site()
    from answerable.actions.archive import ImportRefused  # noqa: PLC0415 Django is loaded only now
    from answerable.cli.import_workers import NotReadOn, read_all  # noqa: PLC0415
    from answerable.domain.roles.people import keeper  # noqa: PLC0415
    from answerable.reading.weblogs import MappingRefused  # noqa: PLC0415

    by = keeper(user())
    told = _Told(as_json=given.json, is_counted=_is_counted(given))
    try:
        runs = _runs(given, by, told)
    except (ImportRefused, MappingRefused) as refusal:
        print(refusal, file=sys.stderr)
        return 2
    for run in runs:
        try:
            read_all(run, workers=_workers(given, run), told=told.tell)
        except NotReadOn as reason:
            told.refuse(str(reason))
        told.count(run)
    _refresh()
    return 2 if told.has_failed else 0


def _runs(given: argparse.Namespace, by: "Actor", told: "_Told") -> list[int]:
    """Return the runs that are to be read: of kept files, of what was interrupted, of what is given."""
    from django.utils import timezone  # noqa: PLC0415 Django is loaded only now

    from answerable.actions import imports  # noqa: PLC0415

    runs = []
    if given.again:
        code = body_named(given.body).code if given.body else None
        runs += imports.read_again(body_code=code, by=by, at=timezone.now())
    if given.resume:
        runs += imports.runs_to_work()
        for run in runs:
            imports.close_run(run, at=timezone.now())
    if given.files:
        runs.append(_filled(given, by, told))
    return list(dict.fromkeys(runs))


def _filled(given: argparse.Namespace, by: "Actor", told: "_Told") -> int:
    """Return a run that has the given files: the one that was interrupted with the same, or a new one."""
    from django.utils import timezone  # noqa: PLC0415 Django is loaded only now

    from answerable.actions import imports  # noqa: PLC0415

    body = body_named(given.body, name=given.name, contact=given.contact)
    name = ", ".join(map(str, given.files))
    plan = _plan(given)
    run = imports.resume_run(body=body, name=name, plan=plan, by=by)
    if run is None:
        run = imports.start_run(body=body, name=name, plan=plan, by=by, at=timezone.now())
    found = listed(given.files, unreadable=told.refuse)
    imports.add_files(run, read_in(found, unreadable=told.refuse), at=timezone.now())
    imports.close_run(run, at=timezone.now())
    return run


def _plan(given: argparse.Namespace) -> "Plan":
    from django.utils.timezone import make_aware  # noqa: PLC0415 Django is loaded only now

    from answerable.actions.imports import Plan  # noqa: PLC0415
    from answerable.actions.imports.files import MAPPING  # noqa: PLC0415
    from answerable.reading.weblogs import mapping_as_toml  # noqa: PLC0415

    day: dt.date | None = given.publish_on
    begin = make_aware(dt.datetime.combine(day, dt.time())) if day else None
    mapping = mapping_in(given.mapping)
    return Plan(
        given.month,
        months_are_named=given.month_from_name,
        published_at=begin,
        options={MAPPING: mapping_as_toml(mapping)} if mapping else {},
    )


def _workers(given: argparse.Namespace, run: int) -> int:
    """Return how many processes read: none beside this one, where few files are left."""
    from django.utils import timezone  # noqa: PLC0415 Django is loaded only now

    from answerable.queries.imports import run_progress  # noqa: PLC0415

    progress = run_progress(run, at=timezone.now())
    left = progress.left if progress else 0
    if given.workers:
        return given.workers if given.workers > 1 or left >= _FEW else 0
    return min(len(os.sched_getaffinity(0)), left) if left >= _FEW else 0


def _is_counted(given: argparse.Namespace) -> bool:
    return given.again or given.resume or any(path.is_dir() for path in given.files)


def _refresh() -> None:
    from django.utils import timezone  # noqa: PLC0415 Django is loaded only now

    from answerable.actions.search_index import refresh_index  # noqa: PLC0415

    refresh_index(at=timezone.now())


class _Told:
    """What is printed of each file, and whether one could not be kept."""

    def __init__(self, *, as_json: bool, is_counted: bool) -> None:
        self.has_failed = False
        self._as_json = as_json
        self._is_counted = is_counted

    def refuse(self, sentence: str) -> None:
        """Say why a file could not be kept."""
        print(harmless(sentence), file=sys.stderr, flush=True)
        self.has_failed = True

    def tell(self, file: "FileRow") -> None:
        """Say what became of a file."""
        if file.refusal:
            self.refuse(file.refusal)
            return
        for report in file.reports:
            if "refused" in report:
                self.refuse(report["refused"])
            elif self._as_json:
                print(json.dumps({**report, "path": file.path}), flush=True)
            else:
                name = _name(file, report)
                print(harmless("\n".join(_lines(name, report))), flush=True)

    def count(self, run: int) -> None:
        """Say how many files of a run came to what, where they were not named one by one."""
        from django.utils import timezone  # noqa: PLC0415 Django is loaded only now

        from answerable.queries.imports import doubt_counts, run_progress  # noqa: PLC0415

        progress = run_progress(run, at=timezone.now()) if self._is_counted else None
        if progress is None:
            return
        counts = ", ".join(
            f"{count:,} {'read' if state == 'done' else state}"
            for state, count in progress.counts.items()
            if count
        )
        doubts = sum(doubt_counts(run=run).values())
        print(
            f"{progress.total:,} files: {counts or 'none'}; {doubts:,} doubts to look at",
            file=sys.stderr,
        )


def _name(file: "FileRow", report: Mapping[str, Any]) -> str:
    is_alone = len(file.reports) == 1
    return file.path if is_alone else f"{file.path}: {report['document']}"


def _lines(name: str, report: Mapping[str, Any]) -> Iterator[str]:
    if "aside" in report:
        yield f"{name}: stood aside for {report['used']}: {report['aside']}"
        return
    if report["is_known"]:
        yield f"{name}: read before, nothing changed ({len(report['unchanged'])} entries)"
        return
    counts = ((len(report[what]), what) for what in ("new", "changed", "unchanged"))
    said = ", ".join(f"{count} {what}" for count, what in counts if count)
    yield f"{name}: {said or 'no entries'}"
    for what, words in _NOTED:
        yield from (f"  {key}: {words}" for key in report[what])
    for key, field in report["to_look_at"]:
        yield f"  {key}: the file now says something else in a corrected field, {field}: please look"
    for other in report.get("beside", ()):
        yield f"  {other['source']} was not used: {other['why']}"
    if report["unread"]:
        yield f"  {report['unread']} stretches fit no entry: `answerable read` lists them"


_NOTED: Sequence[tuple[str, str]] = (
    ("by_title", "known by its title, as no reference is printed"),
    ("kept", "its corrections were kept"),
    ("superseded", "it stays as a later file tells it"),
    ("withdrawn", "it stays withdrawn"),
    ("twice", "its reference is printed more than once; every entry is kept"),
)
