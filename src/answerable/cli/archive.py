"""`answerable import`, `correct`, `withdraw` and `restore`: what goes into the archive, and out of the log."""

import argparse
import datetime as dt
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from answerable.cli.site import open_site, user

if TYPE_CHECKING:
    from answerable.actions.archive import ImportReport
    from answerable.domain.disclosure_log import Body


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands `import`, `correct`, `withdraw` and `restore`."""
    importing = commands.add_parser("import", help="read files into the archive")
    importing.add_argument("files", nargs="+", type=Path, metavar="FILE")
    importing.add_argument(
        "--body", metavar="CODE", help="whose log it is (default: the site's own)"
    )
    importing.add_argument("--name", help="the body's name, where it is new")
    importing.add_argument("--contact", default="", help="where readers ask for attachments")
    importing.add_argument(
        "--month", metavar="YYYY-MM", help="the log's month, where it prints none"
    )
    importing.add_argument(
        "--publish-on",
        type=dt.date.fromisoformat,
        metavar="YYYY-MM-DD",
        help="keep new entries back until this day begins",
    )
    importing.add_argument(
        "--vocabulary",
        type=Path,
        metavar="FOLDER",
        help="files with more words of publishers (default: ANSWERABLE_VOCABULARIES)",
    )
    importing.add_argument(
        "--json", action="store_true", help="print one JSON object for each file"
    )
    importing.set_defaults(run=import_files)
    correct = commands.add_parser("correct", help="correct what was misread in an entry")
    correct.add_argument("key", help="the entry's part of its address: 5023075")
    correct.add_argument(
        "file", type=Path, help="the entry as it should be, as `answerable read --json` prints it"
    )
    _add_reason(correct)
    correct.set_defaults(run=correct_one)
    for name, run, words in (
        ("withdraw", withdraw_one, "take an entry out of the published log"),
        ("restore", restore_one, "put a withdrawn entry back"),
    ):
        parser = commands.add_parser(name, help=words)
        parser.add_argument("key", help="the entry's part of its address: 5023075")
        _add_reason(parser)
        parser.set_defaults(run=run)


def _add_reason(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--reason", required=True, help="why: it is kept, and shown where it must be"
    )
    parser.add_argument(
        "--body", metavar="CODE", help="whose entry it is (default: the site's own)"
    )


def import_files(given: argparse.Namespace) -> int:
    """Read each file and keep it; a file that cannot be read never stops the others."""
    open_site()
    from django.conf import settings  # noqa: PLC0415 Django is loaded only now
    from django.utils import timezone  # noqa: PLC0415 Django is loaded only now

    from answerable.actions.archive import ImportRefused, import_reading  # noqa: PLC0415
    from answerable.actions.search_index import refresh_index  # noqa: PLC0415
    from answerable.reading import NotReadable, read_file  # noqa: PLC0415

    body = _body(given.body, name=given.name, contact=given.contact)
    failed = False
    for path in given.files:
        try:
            report = import_reading(
                read_file(path, vocabulary=given.vocabulary or settings.ANSWERABLE_VOCABULARIES),
                body=body,
                month=given.month,
                by=user(),
                at=timezone.now(),
                published_at=_begin_of(given.publish_on),
            )
        except (NotReadable, ImportRefused) as problem:
            print(problem, file=sys.stderr)
            failed = True
            continue
        print(json.dumps(asdict(report)) if given.json else "\n".join(_lines(report)))
    refresh_index(at=timezone.now())
    return 2 if failed else 0


def _begin_of(day: dt.date | None) -> dt.datetime | None:
    from django.utils.timezone import make_aware  # noqa: PLC0415 Django is loaded only now

    return make_aware(dt.datetime.combine(day, dt.time())) if day else None


def _lines(report: "ImportReport") -> Iterator[str]:
    if report.is_known:
        yield f"{report.document}: read before, nothing changed ({len(report.unchanged)} entries)"
        return
    counts = (
        (len(report.new), "new"),
        (len(report.changed), "changed"),
        (len(report.unchanged), "unchanged"),
    )
    yield f"{report.document}: {', '.join(f'{count} {what}' for count, what in counts if count) or 'no entries'}"
    for key in report.by_title:
        yield f"  {key}: known by its title, as no reference is printed"
    for key in report.kept:
        yield f"  {key}: its corrections were kept"
    for key, field in report.to_look_at:
        yield f"  {key}: the file now says something else in a corrected field, {field}: please look"
    for key in report.superseded:
        yield f"  {key}: it stays as a later file tells it"
    for key in report.withdrawn:
        yield f"  {key}: it stays withdrawn"
    for key in report.twice:
        yield f"  {key}: its reference is printed more than once; every entry is kept"
    if report.unread:
        yield f"  {report.unread} stretches fit no entry: `answerable read` lists them"


def _body(code: str | None, *, name: str | None = None, contact: str = "") -> "Body":
    from django.conf import settings  # noqa: PLC0415 Django is loaded only now

    from answerable.domain.disclosure_log import Body, entry_key  # noqa: PLC0415

    own = settings.ANSWERABLE_BODY
    chosen = code or own
    return Body(
        chosen, name or chosen, contact or None, "" if chosen == own else entry_key(chosen, "")
    )


def correct_one(given: argparse.Namespace) -> int:
    """Correct an entry with the one in a JSON file."""
    open_site()
    from django.utils import timezone  # noqa: PLC0415 Django is loaded only now

    from answerable.actions.archive import CorrectionRefused, EntryNotFound  # noqa: PLC0415
    from answerable.actions.casework.publishing.correcting import correct_by_key  # noqa: PLC0415
    from answerable.domain.disclosure_log import entry_from_json  # noqa: PLC0415

    try:
        corrected = entry_from_json(json.loads(given.file.read_text("utf-8")))
    except (OSError, ValueError, KeyError, TypeError) as problem:
        print(
            f"{given.file} is no entry as `answerable read --json` prints it: {problem}",
            file=sys.stderr,
        )
        return 2
    try:
        fields = correct_by_key(
            _body(given.body).code,
            given.key,
            corrected,
            by=user(),
            at=timezone.now(),
            reason=given.reason,
        )
    except (CorrectionRefused, EntryNotFound) as refusal:
        print(refusal, file=sys.stderr)
        return 2
    _refresh()
    said = f"corrected {', '.join(fields)}" if fields else "as it was read again"
    print(f"{given.key}: {said}")
    return 0


def withdraw_one(given: argparse.Namespace) -> int:
    """Withdraw an entry."""
    open_site()
    from django.utils import timezone  # noqa: PLC0415 Django is loaded only now

    from answerable.actions.archive import EntryNotFound, WithdrawalRefused  # noqa: PLC0415
    from answerable.actions.casework.publishing.taking_out import withdraw_by_key  # noqa: PLC0415

    try:
        withdraw_by_key(
            _body(given.body).code, given.key, reason=given.reason, by=user(), at=timezone.now()
        )
    except (EntryNotFound, WithdrawalRefused) as refusal:
        print(refusal, file=sys.stderr)
        return 2
    _refresh()
    print(f"{given.key}: withdrawn; its page and the register of removals say why")
    return 0


def restore_one(given: argparse.Namespace) -> int:
    """Restore an entry."""
    open_site()
    from django.utils import timezone  # noqa: PLC0415 Django is loaded only now

    from answerable.actions.archive import EntryNotFound, WithdrawalRefused  # noqa: PLC0415
    from answerable.actions.casework.publishing.taking_out import restore_by_key  # noqa: PLC0415

    try:
        restore_by_key(
            _body(given.body).code, given.key, reason=given.reason, by=user(), at=timezone.now()
        )
    except (EntryNotFound, WithdrawalRefused) as refusal:
        print(refusal, file=sys.stderr)
        return 2
    _refresh()
    print(f"{given.key}: back in the published log")
    return 0


def _refresh() -> None:
    from django.utils import timezone  # noqa: PLC0415 Django is loaded only now

    from answerable.actions.search_index import refresh_index  # noqa: PLC0415

    refresh_index(at=timezone.now())
