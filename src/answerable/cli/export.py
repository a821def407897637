"""`answerable export`: one request whole, as a folder that stands by itself."""

import argparse
import sys
from pathlib import Path

from answerable.cli.site import open_site, user
from answerable.domain.clock import NoSuchTable
from answerable.domain.roles import MoveNotAllowed
from answerable.domain.roles.people import keeper
from answerable.publishing.case_folder import FolderRefused, write_folder
from answerable.queries.calendars import holidays


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `export`."""
    export = commands.add_parser(
        "export", help="take a request out whole, with who asked, as a folder"
    )
    export.add_argument("reference")
    export.add_argument(
        "--to", type=Path, required=True, metavar="DIR", help="the folder, which must not be there"
    )
    export.add_argument("--reason", required=True, help="why: it is kept in the ledger")
    export.set_defaults(run=export_one)


def export_one(given: argparse.Namespace) -> int:
    """Write a request into a folder, whole or not at all."""
    open_site()
    from django.utils import timezone  # noqa: PLC0415 Django is loaded only now

    from answerable.actions.casework import Doing, RequestNotFound  # noqa: PLC0415
    from answerable.actions.casework.exporting_one import export_request  # noqa: PLC0415

    try:
        if given.to.exists():
            # Asked first: nothing is told in the ledger that was not done.
            message = f"{given.to} is there already: nothing was written over it"
            raise FileExistsError(message)
        doing = Doing(keeper(user()), timezone.now(), holidays())
        folder = export_request(given.reference, reason=given.reason, doing=doing)
        write_folder(folder, given.to)
    except (FolderRefused, MoveNotAllowed, NoSuchTable, OSError, RequestNotFound) as problem:
        print(problem, file=sys.stderr)
        return 2
    print(f"{given.to}: {len(folder.files)} files")
    return 0
