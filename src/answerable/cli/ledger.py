"""`answerable ledger`: who did what and when, and whether that record is whole."""

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from answerable.cli.site import open_site, user

if TYPE_CHECKING:
    from answerable.queries.ledger import LedgerCheck, LedgerRow

_SEAL = re.compile(r"[0-9a-f]{64}")


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `ledger`."""
    ledger = commands.add_parser("ledger", help="show and verify the record of who did what")
    tasks = ledger.add_subparsers(dest="task", metavar="TASK", required=True)
    verify = tasks.add_parser("verify", help="check every line; exit 1 if one was changed")
    verify.add_argument(
        "--seal",
        metavar="SEAL",
        help="a seal that was noted elsewhere: the lines up to it must stand",
    )
    verify.add_argument("--json", action="store_true", help="print one JSON object")
    verify.set_defaults(run=verify_ledger)
    mend = tasks.add_parser("mend", help="note the last line again, if that note was removed")
    mend.add_argument("--reason", required=True, metavar="WHY", help="kept in the ledger")
    mend.set_defaults(run=mend_ledger)
    show = tasks.add_parser("show", help="print the last lines")
    show.add_argument("--subject", help="only of this, such as 'entry IOPC/5023075'")
    show.add_argument("--last", type=int, default=50, help="how many (default: 50)")
    show.add_argument("--json", action="store_true", help="print one JSON object for each line")
    show.set_defaults(run=show_ledger)


def mend_ledger(given: argparse.Namespace) -> int:
    """Note the ledger's last line again, after somebody removed that note."""
    if not given.reason.strip():
        print("Say why: the reason is kept in the ledger", file=sys.stderr)
        return 2
    open_site()
    from django.utils import timezone  # noqa: PLC0415 Django is loaded only now

    from answerable.actions.ledger import HeadStands, mend_head  # noqa: PLC0415

    try:
        number = mend_head(reason=given.reason, by=user(), at=timezone.now())
    except HeadStands as problem:
        print(problem, file=sys.stderr)
        return 2
    print(f"Line {number} is noted as the last that stood: compare it with a seal noted elsewhere")
    return 0


def verify_ledger(given: argparse.Namespace) -> int:
    """Check the ledger from its first line; exit 1 if it does not hold."""
    if given.seal is not None and not _SEAL.fullmatch(given.seal):
        print("A seal has 64 digits from 0 to f: give the one that was noted", file=sys.stderr)
        return 2
    open_site()
    from answerable.queries.ledger import (  # noqa: PLC0415 Django is loaded only now
        checked_lines,
        is_sealed_by,
        ledger_size,
    )

    check = list(_shown(checked_lines(), total=ledger_size()))[-1]
    problems = list(check.problems)
    if given.seal is not None and not is_sealed_by(given.seal):
        problems.append(
            f"No line has the seal {given.seal}: lines that stood before are gone or changed"
        )
    if given.json:
        said = {"lines": check.lines, "seal": check.seal, "problems": problems}
        print(json.dumps(said, ensure_ascii=False))
    else:
        print("\n".join(_verdict(check, problems)))
    return 1 if problems else 0


def show_ledger(given: argparse.Namespace) -> int:
    """Print the last lines of the ledger."""
    open_site()
    from answerable.queries.ledger import ledger_rows  # noqa: PLC0415 Django is loaded only now

    for row in ledger_rows(subject=given.subject, last=max(1, given.last)):
        print(_as_json(row) if given.json else _line(row))
    return 0


def _verdict(check: "LedgerCheck", problems: list[str]) -> Iterator[str]:
    yield from problems
    verdict = "does not hold" if problems else "holds"
    yield f"The ledger {verdict}: {check.lines:,} {'line' if check.lines == 1 else 'lines'}"
    if check.lines:
        yield f"Its seal is {check.seal}: note it where this site cannot change it"


def _line(row: "LedgerRow") -> str:
    said = ", ".join(f"{name} {value}" for name, value in row.data.items())
    return f"{row.number}  {row.at:%Y-%m-%d %H:%M}  {row.by}: {row.action}, {row.subject}" + (
        f" ({said})" if said else ""
    )


def _as_json(row: "LedgerRow") -> str:
    said = {
        "number": row.number,
        "at": row.at.isoformat(),
        "by": row.by,
        "action": row.action,
        "subject": row.subject,
        "data": row.data,
    }
    return json.dumps(said, ensure_ascii=False)


def _shown(checks: Iterable["LedgerCheck"], *, total: int) -> Iterator["LedgerCheck"]:
    """Show a bar on a terminal while the lines are checked."""
    if not sys.stderr.isatty():
        yield from checks
        return
    from tqdm import tqdm  # noqa: PLC0415 a bar nobody sees must not slow the start

    with tqdm(total=total, unit="line", file=sys.stderr, delay=1) as bar:
        for check in checks:
            bar.update(check.lines - bar.n)
            yield check
