"""`answerable standards`: reports become rounds, frameworks are loaded, levels printed, packs taken out."""

import argparse
import csv
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from answerable.cli.printing import harmless
from answerable.cli.site import open_site, user
from answerable.domain.roles.people import keeper

if TYPE_CHECKING:
    from answerable.actions.standards.inspecting_packs import Looking
    from answerable.actions.standards.loading import Offered
    from answerable.queries.standards.latest import GridRow


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `standards`."""
    standards = commands.add_parser(
        "standards",
        help="load an assessor's report or a standard, print the levels of a round, take the pack out",
    )
    tasks = standards.add_subparsers(dest="task", metavar="TASK", required=True)
    load = tasks.add_parser("load", help="make a round of an assessor's report, in any format")
    load.add_argument("file", type=Path, metavar="FILE")
    load.add_argument("--json", action="store_true", help="print one JSON document")
    load.set_defaults(run=load_report)
    show = tasks.add_parser("show", help="print the level of each element in the latest round")
    how = show.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="print one JSON document")
    how.add_argument("--csv", action="store_true", help="print a table in CSV")
    show.set_defaults(run=show_round)
    framework = tasks.add_parser(
        "framework", help="load another standard, or another edition of one, from its file"
    )
    framework.add_argument("file", type=Path, metavar="FILE", help="a .toml or .json file")
    framework.add_argument(
        "--dry-run", action="store_true", help="print what it changes, and load nothing"
    )
    framework.set_defaults(run=load_framework)
    pack = tasks.add_parser("pack", help="take the pack for the assessor out, as one zip")
    pack.add_argument("--out", type=Path, required=True, metavar="FILE", help="the zip to write")
    pack.add_argument(
        "--framework", default="cse", metavar="KEY", help="the standard (default: cse)"
    )
    pack.add_argument(
        "--reason",
        default="",
        metavar="TEXT",
        help="why it may leave although something was found in it; the ledger keeps it",
    )
    pack.set_defaults(run=take_pack_out)


def load_report(given: argparse.Namespace) -> int:
    """Load a report and print what in it does not agree."""
    try:
        data = given.file.read_bytes()
    except OSError:
        print(f"{given.file.name} cannot be read: check its name", file=sys.stderr)
        return 2
    open_site()
    from django.utils import timezone  # noqa: PLC0415 Django is loaded only now

    from answerable.actions.casework.doing import Doing  # noqa: PLC0415
    from answerable.actions.standards import reports  # noqa: PLC0415
    from answerable.domain.clock import shipped_holidays  # noqa: PLC0415

    doing = Doing(keeper(user()), timezone.now(), shipped_holidays())
    try:
        loaded = reports.load_report(given.file.name, data, doing=doing)
    except reports.ReportRefused as refusal:
        print(harmless(str(refusal)), file=sys.stderr)
        return 2
    if given.json:
        doubts = [
            {"code": one.code, "says": one.says, "elements": list(one.elements)}
            for one in loaded.doubts
        ]
        print(json.dumps({"round": loaded.round_id, "is_new": loaded.is_new, "doubts": doubts}))
        return 0
    made = "made" if loaded.is_new else "was made before of the same file"
    print(f"Round {loaded.round_id} {made}")
    for doubt in loaded.doubts:
        print(harmless(f"Doubt: {doubt.says}"))
    return 0


def load_framework(given: argparse.Namespace) -> int:
    """Print what a framework's file changes, and load it."""
    try:
        data = given.file.read_bytes()
    except OSError:
        print(f"{given.file.name} cannot be read: check its name", file=sys.stderr)
        return 2
    open_site()
    from django.utils import timezone  # noqa: PLC0415 Django is loaded only now

    from answerable.actions.casework.doing import Doing  # noqa: PLC0415
    from answerable.actions.standards import loading  # noqa: PLC0415
    from answerable.domain.clock import shipped_holidays  # noqa: PLC0415
    from answerable.domain.measures.declarations import Misdeclared  # noqa: PLC0415

    doing = Doing(keeper(user()), timezone.now(), shipped_holidays())
    try:
        offered = loading.read_framework(given.file.name, data, doing=doing)
        if not given.dry_run:
            loading.load_framework(given.file.name, data, doing=doing)
    except Misdeclared as refusal:
        print(harmless(str(refusal)), file=sys.stderr)
        return 2
    for line in _changed(offered):
        print(harmless(line))
    if not given.dry_run:
        print(harmless(f"{offered.framework.name} {offered.framework.version} is in use"))
    return 0


def _changed(offered: "Offered") -> list[str]:
    """Return what a framework changes, a line for each thing."""
    if offered.changes is None:
        return [f"New: {len(offered.framework.elements)} elements"]
    added, gone = offered.changes.added, offered.changes.gone
    return [
        *offered.changes.others,
        *(f"Element {one.number} is new: {one.name}" for one in added),
        *(f"Element {one.number} is gone: {one.name}" for one in gone),
        *(
            f"Element {one.number} is called {one.name}, and was called {was.name}"
            for was, one in offered.changes.renamed
        ),
    ]


def show_round(given: argparse.Namespace) -> int:
    """Print the levels of the latest round."""
    open_site()
    from answerable.queries.standards.latest import latest_grid  # noqa: PLC0415 Django is loaded only now

    rows = latest_grid()
    if not rows:
        print(
            "No round is there yet: load a report with answerable standards load", file=sys.stderr
        )
        return 1
    if given.json:
        print(json.dumps([_as_json(row) for row in rows], ensure_ascii=False))
    elif given.csv:
        writer = csv.writer(sys.stdout)
        writer.writerow(("element", "name", "level", "inferred"))
        writer.writerows(
            (one.element, one.name, one.level, "yes" if one.is_inferred else "no") for one in rows
        )
    else:
        for one in rows:
            inferred = " (inferred)" if one.is_inferred else ""
            print(harmless(f"{one.element}  {one.level or 'no level'}{inferred}  {one.name}"))
    return 0


def take_pack_out(given: argparse.Namespace) -> int:
    """Write the pack into a file that is not there yet, whole or not at all."""
    out: Path = given.out
    if out.exists():
        print(
            harmless(f"{out.name} is there already: nothing was written over it"), file=sys.stderr
        )
        return 2
    open_site()
    from django.utils import timezone  # noqa: PLC0415 Django is loaded only now

    from answerable.actions.casework.doing import Doing  # noqa: PLC0415
    from answerable.actions.standards import pack  # noqa: PLC0415
    from answerable.domain.clock import shipped_holidays  # noqa: PLC0415

    doing = Doing(keeper(user()), timezone.now(), shipped_holidays())
    unfinished = out.with_name(f"{out.name}.unfinished")
    try:
        with unfinished.open("w+b") as into:
            taken = pack.take_pack_out(
                given.framework, into=into, doing=doing, reason=given.reason, looking=_looking()
            )
        unfinished.rename(out)
    except pack.FoundInPack as refusal:
        for each in (*refusal.found, str(refusal)):
            print(harmless(each), file=sys.stderr)
        return 1
    except pack.PackRefused as refusal:
        print(harmless(str(refusal)), file=sys.stderr)
        return 2
    except OSError:
        print(harmless(f"{out.name} cannot be written: check its folder"), file=sys.stderr)
        return 2
    finally:
        unfinished.unlink(missing_ok=True)
    print(harmless(f"{out.name}: files of evidence {taken.files}, kept out {taken.kept_out}"))
    print(f"SHA-256 {taken.sha256}")
    return 0


def _looking() -> "Looking":
    """Return how files are inspected here: by the settings of the site."""
    from django.conf import settings  # noqa: PLC0415 Django is loaded only now

    from answerable.actions.standards.inspecting_packs import Looking  # noqa: PLC0415
    from answerable.inspecting.personal import FinderChoice  # noqa: PLC0415

    finder = FinderChoice(settings.ANSWERABLE_PERSONAL_FINDER, settings.ANSWERABLE_PERSONAL_MODEL)
    return Looking(settings.ANSWERABLE_COMPARE, finder)


def _as_json(row: "GridRow") -> dict[str, str | bool]:
    return {
        "element": row.element,
        "name": row.name,
        "level": row.level,
        "is_inferred": row.is_inferred,
    }
