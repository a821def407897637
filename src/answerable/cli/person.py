"""`answerable person`: who works here, so that a new site gets its first administrator."""

import argparse
import json
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from answerable.cli.printing import harmless
from answerable.cli.site import open_site, user
from answerable.domain.roles import OFFICE_ROLES, Role
from answerable.domain.roles.people import keeper

if TYPE_CHECKING:
    from answerable.queries.accounts import PersonRow

_ROLES = [role.value for role in OFFICE_ROLES]


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `person`."""
    person = commands.add_parser("person", help="let people in, and say what they may do")
    tasks = person.add_subparsers(dest="task", metavar="TASK", required=True)
    add = tasks.add_parser(
        "add", help="invite somebody: prints the address that lets them in, once"
    )
    add.add_argument("email", metavar="EMAIL")
    add.add_argument("--name", required=True, help="how lists and letters name them")
    _add_roles(add)
    add.add_argument(
        "--password-stdin",
        action="store_true",
        help="read a password from standard input, and let them in at once",
    )
    add.set_defaults(run=_refusing(add_person))
    listed = tasks.add_parser("list", help="list everybody, and who was invited")
    listed.add_argument("--json", action="store_true", help="print one JSON object for each")
    listed.set_defaults(run=list_people)
    roles = tasks.add_parser("roles", help="give somebody these roles in place of theirs")
    roles.add_argument("email", metavar="EMAIL")
    _add_roles(roles)
    roles.set_defaults(run=_refusing(give_roles))
    end = tasks.add_parser("end", help="let somebody in no more; their sessions end at once")
    end.add_argument("email", metavar="EMAIL")
    end.set_defaults(run=_refusing(end_access))
    restore = tasks.add_parser("restore", help="let somebody in again")
    restore.add_argument("email", metavar="EMAIL")
    restore.set_defaults(run=_refusing(restore_access))

    password = tasks.add_parser(
        "password", help="let somebody choose a new password: prints the address for it, once"
    )
    password.add_argument("email", metavar="EMAIL")
    password.set_defaults(run=_refusing(offer_password))
    factors = tasks.add_parser(
        "second-factors", help="take somebody's second factors away, where they were lost"
    )
    factors.add_argument("email", metavar="EMAIL")
    factors.set_defaults(run=_refusing(remove_factors))


def _add_roles(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--role",
        action="append",
        required=True,
        choices=_ROLES,
        help="what they do in the office; may be given several times",
    )


def _refusing(run: Callable[[argparse.Namespace], None]) -> Callable[[argparse.Namespace], int]:
    def refusing(given: argparse.Namespace) -> int:
        open_site()
        from answerable.actions.accounts import (  # noqa: PLC0415 Django is loaded only now
            AccountRefused,
        )

        try:
            run(given)
        except AccountRefused as refusal:
            print(harmless(str(refusal)), file=sys.stderr)
            return 2
        return 0

    return refusing


def add_person(given: argparse.Namespace) -> None:
    """Invite somebody, or let them in with a password at once."""
    from django.conf import settings  # noqa: PLC0415 Django is loaded only now
    from django.utils import timezone  # noqa: PLC0415

    from answerable.actions import accounts  # noqa: PLC0415

    who: dict[str, Any] = {
        "name": given.name,
        "roles": _roles(given),
        "by": keeper(user()),
        "at": timezone.now(),
    }
    if given.password_stdin:
        password = sys.stdin.readline().rstrip("\r\n")
        accounts.add_person(given.email, password=password, **who)
        print(
            harmless(f"{given.email} can sign in at {settings.ANSWERABLE_ADDRESS}/account/sign-in")
        )
        return
    _print_address(accounts.invite_person(given.email, **who))


def list_people(given: argparse.Namespace) -> int:
    """List everybody who works here, and whoever was invited and did not come yet."""
    open_site()
    from django.utils import timezone  # noqa: PLC0415 Django is loaded only now

    from answerable.queries.accounts import open_invitations, people  # noqa: PLC0415

    for row in people():
        print(json.dumps(_as_json(row), ensure_ascii=False) if given.json else _line(row))
    for one in open_invitations(at=timezone.now()):
        if not given.json:
            print(harmless(f"{one.email}  {one.name}  invited until {one.until:%Y-%m-%d %H:%M}"))
    return 0


def give_roles(given: argparse.Namespace) -> None:
    """Give somebody these roles in place of those they have."""
    from django.utils import timezone  # noqa: PLC0415 Django is loaded only now

    from answerable.actions import accounts  # noqa: PLC0415

    roles = _roles(given)
    accounts.change_roles(given.email, roles=roles, by=keeper(user()), at=timezone.now())


def end_access(given: argparse.Namespace) -> None:
    """Let somebody in no more."""
    from django.utils import timezone  # noqa: PLC0415 Django is loaded only now

    from answerable.actions import accounts  # noqa: PLC0415

    accounts.end_access(given.email, by=keeper(user()), at=timezone.now())


def restore_access(given: argparse.Namespace) -> None:
    """Let somebody in again."""
    from django.utils import timezone  # noqa: PLC0415 Django is loaded only now

    from answerable.actions import accounts  # noqa: PLC0415

    accounts.restore_access(given.email, by=keeper(user()), at=timezone.now())


def offer_password(given: argparse.Namespace) -> None:
    """Let somebody choose a new password."""
    from django.utils import timezone  # noqa: PLC0415 Django is loaded only now

    from answerable.actions import accounts  # noqa: PLC0415

    by = keeper(user())
    _print_address(accounts.offer_new_password(given.email, by=by, at=timezone.now()))


def remove_factors(given: argparse.Namespace) -> None:
    """Take somebody's second factors away."""
    from django.utils import timezone  # noqa: PLC0415 Django is loaded only now

    from answerable.actions import accounts  # noqa: PLC0415

    accounts.remove_second_factors(given.email, by=keeper(user()), at=timezone.now())


def _print_address(token: str) -> None:
    from django.conf import settings  # noqa: PLC0415 Django is loaded only now

    print(f"{settings.ANSWERABLE_ADDRESS}/invitations/{token}")
    print("Send this address to nobody else: it lets in once, for seven days", file=sys.stderr)


def _roles(given: argparse.Namespace) -> frozenset[Role]:
    return frozenset(map(Role, given.role))


def _line(row: "PersonRow") -> str:
    access = ", ".join(row.roles) if row.is_active else "access ended"
    seen = f"last in {row.last_in_at:%Y-%m-%d}" if row.last_in_at else "never in"
    return harmless(f"{row.email}  {row.name}  {access}  {seen}")


def _as_json(row: "PersonRow") -> dict[str, Any]:
    return {
        "email": row.email,
        "name": row.name,
        "roles": list(row.roles),
        "is_active": row.is_active,
        "last_in_at": row.last_in_at.isoformat() if row.last_in_at else None,
        "teams": list(row.teams),
    }
