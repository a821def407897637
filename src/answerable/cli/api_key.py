"""`answerable api-key`: keys with which other systems bring requests in."""

import argparse
import json
import sys

from answerable.cli.printing import harmless
from answerable.cli.site import open_site, user
from answerable.domain.roles.people import keeper
from answerable.queries.calendars import usable_holidays


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `api-key`."""
    keys = commands.add_parser("api-key", help="let other systems bring requests in")
    tasks = keys.add_subparsers(dest="task", metavar="TASK", required=True)
    make = tasks.add_parser("make", help="make a key: prints it, this once")
    make.add_argument("name", metavar="NAME", help="whose key it is, as the ledger names it")
    make.set_defaults(run=make_key)
    listed = tasks.add_parser(
        "list", help="list every key that was made, without the keys themselves"
    )
    listed.add_argument("--json", action="store_true", help="print one JSON object for each")
    listed.set_defaults(run=list_keys)
    end = tasks.add_parser("end", help="let nobody in by a key any more")
    end.add_argument("name", metavar="NAME")
    end.set_defaults(run=end_key)


def make_key(given: argparse.Namespace) -> int:
    """Make a key and print it."""
    return _change(given.name, is_new=True)


def end_key(given: argparse.Namespace) -> int:
    """End a key."""
    return _change(given.name, is_new=False)


def list_keys(given: argparse.Namespace) -> int:
    """Print who has a key, since when, and whether it ended."""
    open_site()
    from answerable.queries.casework.brought_in import api_keys  # noqa: PLC0415 Django is loaded now

    for row in api_keys():
        if given.json:
            ended = row.ended_at.isoformat() if row.ended_at else None
            said = {"name": row.name, "made_by": row.made_by, "made_at": row.made_at.isoformat()}
            print(json.dumps({**said, "ended_at": ended}))
        else:
            ended = f", ended on {row.ended_at:%Y-%m-%d}" if row.ended_at else ""
            print(harmless(f"{row.name}: made on {row.made_at:%Y-%m-%d} by {row.made_by}{ended}"))
    return 0


def _change(name: str, *, is_new: bool) -> int:
    open_site()
    from django.utils import timezone  # noqa: PLC0415 Django is loaded only now

    from answerable.actions.casework.api_keys import (  # noqa: PLC0415
        ApiKeyRefused,
        end_api_key,
        make_api_key,
    )
    from answerable.actions.casework.doing import Doing  # noqa: PLC0415

    doing = Doing(keeper(user()), timezone.now(), usable_holidays())
    try:
        if is_new:
            print(make_api_key(name, doing=doing))
            print("Keep it now: it is not shown again", file=sys.stderr)
        else:
            end_api_key(name, doing=doing)
    except ApiKeyRefused as refusal:
        print(harmless(str(refusal)), file=sys.stderr)
        return 2
    return 0
