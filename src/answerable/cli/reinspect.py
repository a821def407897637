"""`answerable reinspect`: look back on everything that was ever released, by the rules of now."""

import argparse
import sys
from collections import Counter

from answerable.cli.printing import harmless
from answerable.cli.site import open_site, user

_MAY_LEAVE = ("clear", "clear: somebody decided", "let through by two people")


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `reinspect`."""
    parser = commands.add_parser(
        "reinspect",
        help="look back on everything that was ever released",
        description="Inspect what left, with letters or in the log, if it was not by the rules of now, and open an"
        " incident where a file cannot be released.",
        epilog="Ends with 0 when all that left may leave, with 1 when something may not or an incident is open.",
    )
    parser.add_argument(
        "--all",
        action="store_true",
        help="inspect everything once more, also what the rules of now know",
    )
    parser.set_defaults(run=reinspect)


def reinspect(given: argparse.Namespace) -> int:
    """Inspect what left, print what each file comes to that may not leave, and the incidents."""
    open_site()
    from django.conf import settings  # noqa: PLC0415 Django is loaded only now
    from django.utils import timezone  # noqa: PLC0415

    from answerable.actions.casework import Doing  # noqa: PLC0415
    from answerable.actions.casework.releasing.inspecting import inspect_waiting  # noqa: PLC0415
    from answerable.actions.casework.releasing.looking_back import look_back  # noqa: PLC0415
    from answerable.actions.standards.evidence import inspect_again  # noqa: PLC0415
    from answerable.domain.roles.people import keeper  # noqa: PLC0415
    from answerable.inspecting.personal import FinderChoice  # noqa: PLC0415
    from answerable.queries.calendars import holidays  # noqa: PLC0415

    doing = Doing(keeper(user()), timezone.now(), holidays())
    waiting = look_back(doing=doing, everything=given.all)
    print(f"{waiting} files to inspect", file=sys.stderr, flush=True)
    if again := inspect_again(at=doing.at):
        print(f"{again} files of evidence wait for a worker", file=sys.stderr)
    finder = FinderChoice(settings.ANSWERABLE_PERSONAL_FINDER, settings.ANSWERABLE_PERSONAL_MODEL)
    looked = inspect_waiting(clock=timezone.now, when=settings.ANSWERABLE_COMPARE, finder=finder)
    print(f"{looked.inspected} inspected, {looked.incidents} incidents opened")
    if looked.uncompared:
        print(f"{looked.uncompared} not compared with their pages", file=sys.stderr)
    return _account()


def _account() -> int:
    from answerable.queries.casework.releasing.incidents import open_incidents_now  # noqa: PLC0415
    from answerable.queries.casework.releasing.released import every_released_file  # noqa: PLC0415

    counted: Counter[str] = Counter()
    for one in every_released_file():
        counted[one.standing] += 1
        if one.standing not in _MAY_LEAVE:
            where = (
                f"the log, {one.entry}" if one.entry else f"{one.reference}, letter {one.letter}"
            )
            print(harmless(f"{one.name} ({where}): {one.standing}"))
    for standing, count in counted.most_common():
        print(f"{count} {standing}")
    incidents = open_incidents_now()
    for number in incidents:
        print(f"Incident {number} is open", file=sys.stderr)
    return 1 if incidents or any(one not in _MAY_LEAVE for one in counted) else 0
