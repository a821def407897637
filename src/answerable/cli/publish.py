"""`answerable publish`: a month's log as files, the same bytes on every run."""

import argparse
import json
import re
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from answerable.cli.site import open_site

if TYPE_CHECKING:
    from answerable.publishing import Publication

_FORMATS = ("html", "pdf", "csv", "json", "atom", "md")
_UNDATED = "undated"


class _NothingToPublish(Exception):
    """There is no such body or month; the message says what there is."""


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `publish`."""
    parser = commands.add_parser("publish", help="write a month's log as files")
    parser.add_argument("month", type=_month, metavar="MONTH", help="2021-11, or `undated`")
    parser.add_argument("--out", required=True, type=Path, metavar="FOLDER", help="where to write")
    parser.add_argument(
        "--format",
        dest="formats",
        type=_formats,
        default=_FORMATS,
        metavar=",".join(_FORMATS),
        help="which formats, parted by commas (default: all)",
    )
    parser.add_argument("--body", metavar="CODE", help="whose log it is (default: the site's own)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(run=publish_month)


def publish_month(given: argparse.Namespace) -> int:
    """Write the month in each format; one that cannot be written never stops the others."""
    open_site()
    from answerable.publishing import CannotPublish, publish  # noqa: PLC0415 Django comes first

    written, failed = [], False
    try:
        publication = _publication(given.body, given.month)
        given.out.mkdir(parents=True, exist_ok=True)
        for form in given.formats:
            path = given.out / _file_name(publication, given.month, form)
            try:
                _write(path, publish(publication, form))
            except CannotPublish as problem:
                print(f"{path.name}: {problem}", file=sys.stderr)
                failed = True
                continue
            written.append(path)
    except _NothingToPublish as problem:
        print(problem, file=sys.stderr)
        return 2
    except OSError as problem:
        print(f"{given.out} cannot be written to: {problem.strerror or problem}", file=sys.stderr)
        return 2
    _report(written, entries=len(publication.entries), as_json=given.json)
    return 2 if failed else 0


def _month(text: str) -> str:
    if text != _UNDATED and not re.fullmatch(r"\d{4}-(?:0[1-9]|1[0-2])", text):
        raise argparse.ArgumentTypeError(f"{text!r} is no month: write it as 2021-11")
    return text


def _formats(text: str) -> tuple[str, ...]:
    wanted = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    unknown = [form for form in wanted if form not in _FORMATS]
    if unknown or not wanted:
        what = ", ".join(unknown) or "nothing"
        raise argparse.ArgumentTypeError(f"no format {what}: choose from {', '.join(_FORMATS)}")
    return wanted


def _publication(code: str | None, month: str) -> "Publication":
    from django.conf import settings  # noqa: PLC0415 Django is loaded only now
    from django.utils import timezone  # noqa: PLC0415

    from answerable.publishing import Publication, log_title  # noqa: PLC0415
    from answerable.queries.archive import bodies, published_month  # noqa: PLC0415
    from answerable.queries.archive.naming import called_so  # noqa: PLC0415

    body = called_so(code or settings.ANSWERABLE_BODY)
    if body is None:
        known = ", ".join(one.code for one in bodies()) or "none yet"
        raise _NothingToPublish(
            f"The archive has no log of {code or settings.ANSWERABLE_BODY}: it has {known}"
        )
    page = published_month(body.prefix, month, at=timezone.now())
    if page is None:
        raise _NothingToPublish(
            f"The log of {body.code} has no published entries for {month}: import the month first"
        )
    dated = None if month == _UNDATED else month
    return Publication(
        log_title(dated),
        body,
        dated,
        page.entries,
        settings.ANSWERABLE_ADDRESS,
        answers=page.answers,
    )


def _file_name(publication: "Publication", month: str, form: str) -> str:
    prefix = f"{publication.body.prefix}-" if publication.body.prefix else ""
    return f"{prefix}{month}.{form}"


def _write(path: Path, data: bytes) -> None:
    # A reader of the folder must never see half a file.
    with tempfile.NamedTemporaryFile(
        dir=path.parent, prefix=f".{path.name}.", delete=False
    ) as file:
        try:
            file.write(data)
            file.flush()
            Path(file.name).chmod(0o644)
            Path(file.name).replace(path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise


def _report(written: list[Path], *, entries: int, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"entries": entries, "files": [str(path) for path in written]}))
        return
    for path in written:
        print(f"{path}: {entries} entries, {path.stat().st_size:,} bytes")
