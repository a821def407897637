"""`answerable correct`, `withdraw` and `restore`: what the log says, and what goes out of it."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from answerable.cli.site import body_named, open_site, user


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands `correct`, `withdraw` and `restore`."""
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
            body_named(given.body).code,
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
    from answerable.actions.casework.publishing.taking_out import withdraw_by_key  # noqa: PLC0415

    said = "withdrawn; its page and the register of removals say why"
    return _turned(given, withdraw_by_key, said)


def restore_one(given: argparse.Namespace) -> int:
    """Restore an entry."""
    open_site()
    from answerable.actions.casework.publishing.taking_out import restore_by_key  # noqa: PLC0415

    return _turned(given, restore_by_key, "back in the published log")


def _turned(given: argparse.Namespace, turn: Callable[..., None], said: str) -> int:
    from django.utils import timezone  # noqa: PLC0415 Django is loaded only now

    from answerable.actions.archive import EntryNotFound, WithdrawalRefused  # noqa: PLC0415

    body = body_named(given.body).code
    try:
        turn(body, given.key, reason=given.reason, by=user(), at=timezone.now())
    except (EntryNotFound, WithdrawalRefused) as refusal:
        print(refusal, file=sys.stderr)
        return 2
    _refresh()
    print(f"{given.key}: {said}")
    return 0


def _refresh() -> None:
    from django.utils import timezone  # noqa: PLC0415 Django is loaded only now

    from answerable.actions.search_index import refresh_index  # noqa: PLC0415

    refresh_index(at=timezone.now())
