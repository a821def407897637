"""`answerable protect`: a table of counts under a profile of disclosure control, proved before it leaves."""

import argparse
import csv
import io
import json
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from answerable.cli.counted_tables import counted_table, dimension, restriction
from answerable.cli.printing import harmless
from answerable.domain.suppression.controlling import ControlledTable
from answerable.domain.suppression.profiles import ProfileRefused, profile_named, profiles_of
from answerable.domain.suppression.released import ReleasedRefused, ReleasedTable, released
from answerable.domain.suppression.released_data import assessment_of, data_of, released_of
from answerable.domain.suppression.tables import TOTAL, TableDisagrees, said
from answerable.domain.suppression.withholding import (
    QUESTIONS,
    NotAssessed,
    Publishable,
    publishable,
)

if TYPE_CHECKING:
    from answerable.measuring.disclosure.differencing import Comparison


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `protect`."""
    parser = commands.add_parser(
        "protect",
        help="round and withhold small counts, and prove that they stay withheld",
        description="Put a table of counts under a profile: round it, withhold small counts and what gives them away,"
        " prove that none can be worked out, and set it beside the tables that left before. Whatever is not given"
        " as counted is a refusal: without an assessment nothing is printed but what must be assessed.",
        epilog="Ends with 0 when the table may leave, with 1 when it may not yet (the reason is said), and with 2 when"
        " it could not be read. Profiles, assessments and released tables: docs/reference/disclosure-control.md.",
    )
    _add_profile(parser)
    _add_comparison(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=protect_table)


def _add_profile(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "table",
        type=Path,
        metavar="TABLE.csv",
        help="labels in the first row and column, counts in the cells",
    )
    parser.add_argument(
        "--profile",
        default="none",
        metavar="NAME",
        help="none, round-5, nhs-hes, ons-10, acro, or your own",
    )
    parser.add_argument("--profiles", type=Path, metavar="FILE.toml", help="profiles of your own")
    parser.add_argument(
        "--assessment",
        type=Path,
        metavar="FILE.toml",
        help="whether these counts identify somebody, and how",
    )


def _add_comparison(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--against",
        type=Path,
        nargs="+",
        default=[],
        metavar="FILE.json",
        help="tables that left before",
    )
    parser.add_argument(
        "--release",
        type=Path,
        metavar="FILE.json",
        help="write this table as one that left, for later ones",
    )
    parser.add_argument(
        "--counts",
        default="",
        metavar="WORDS",
        help="what is counted; only tables that count the same are compared",
    )
    parser.add_argument(
        "--columns", default="columns", metavar="NAME", help="what the columns are: period, kind"
    )
    parser.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="what the whole table is restricted to: period=2024-04..2024-06, force=!London",
    )


@dataclass(frozen=True)
class _Asked:
    """A table as it would leave, as it would be kept, and what it gives away beside others."""

    table: ControlledTable
    leaves: ReleasedTable
    comparison: "Comparison"


def protect_table(given: argparse.Namespace) -> int:
    """Put a table under its profile, prove it, and print it if the law lets it leave."""
    from answerable.measuring.disclosure import CannotProtect  # noqa: PLC0415 it loads scipy
    from answerable.measuring.disclosure.populations import TooManyTogether  # noqa: PLC0415

    try:
        asked = _asked(given)
        assessment = assessment_of(_toml(given.assessment)) if given.assessment else None
    except (CannotProtect, TooManyTogether) as refusal:
        return _refused(given, str(refusal))
    except (OSError, UnicodeDecodeError, ValueError) as problem:
        print(harmless(_reason(given, problem)), file=sys.stderr)
        return 2
    if not asked.comparison.is_releasable:
        return _refused(given, *(one.words for one in asked.comparison.given))
    try:
        leaves = publishable(asked.table, assessment)
    except NotAssessed as refusal:
        open_questions = [] if assessment else list(QUESTIONS.values())
        return _refused(given, str(refusal), *open_questions)
    if given.release:
        text = json.dumps(data_of(asked.leaves), ensure_ascii=False, indent=1)
        given.release.write_text(text + "\n", encoding="utf-8")
    _print(given, leaves, asked.comparison)
    return 0


def _asked(given: argparse.Namespace) -> _Asked:
    from answerable.measuring.disclosure import protected  # noqa: PLC0415 it loads scipy
    from answerable.measuring.disclosure.differencing import compared  # noqa: PLC0415

    own = profiles_of(given.profiles.read_text(encoding="utf-8")) if given.profiles else {}
    profile = profile_named(given.profile, own)
    counted, corner, rows, columns = counted_table(given.table)
    table, _ = protected(counted, profile)
    leaves = released(
        table,
        name=given.table.stem,
        counts=given.counts,
        dimensions=[dimension(corner or "rows", rows), dimension(given.columns, columns)],
        restricted=[restriction(words) for words in given.only],
    )
    before = [released_of(json.loads(path.read_text(encoding="utf-8"))) for path in given.against]
    return _Asked(table, leaves, compared(leaves, before, profile))


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _reason(given: argparse.Namespace, problem: Exception) -> str:
    if isinstance(problem, FileNotFoundError):
        return f"{Path(problem.filename).name}: there is no such file: check the name"
    if isinstance(problem, TableDisagrees | ReleasedRefused | ProfileRefused | NotAssessed):
        return f"{given.table.name}: {problem}"
    return f"{given.table.name} and what goes with it cannot be read: {problem}"


def _refused(given: argparse.Namespace, *reasons: str) -> int:
    """Print why the table may not leave yet, and return 1."""
    if given.json:
        print(json.dumps({"releasable": False, "reasons": reasons}, ensure_ascii=False, indent=1))
    else:
        print(harmless("\n".join(("It may not leave yet.", *reasons))))
    return 1


def _print(given: argparse.Namespace, leaves: Publishable, comparison: "Comparison") -> None:
    rows = list(_rows(leaves))
    if given.json:
        decisions = [
            {
                "cell": list(one.place),
                "withheld": one.is_withheld,
                "why": one.why,
                "provision": one.provision,
            }
            for one in leaves.decisions
        ]
        document = {
            "releasable": True,
            "profile": leaves.table.profile.name,
            "rows": rows,
            "decisions": decisions,
            "contradicts": list(comparison.contradicts),
        }
        print(json.dumps(document, ensure_ascii=False, indent=1))
        return
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    print(harmless(text.getvalue()), end="")
    for one in leaves.decisions:
        done = "withheld" if one.is_withheld else "rounded"
        line = f"{said(one.place)}: {done} under section {one.provision}: {one.why}"
        print(harmless(line), file=sys.stderr)
    for name in comparison.contradicts:
        line = f"{name} cannot hold beside this table: say what was revised"
        print(harmless(line), file=sys.stderr)


def _rows(leaves: Publishable) -> Iterator[list[str]]:
    places = [cell.place for cell in leaves.table.cells]
    # A total was counted after its parts, and stands last.
    rows = sorted(dict.fromkeys(place[0] for place in places), key=lambda label: label == TOTAL)
    columns = sorted(dict.fromkeys(place[1] for place in places), key=lambda label: label == TOTAL)
    yield ["", *columns]
    known = set(places)
    for row in rows:
        yield [
            row,
            *(
                leaves.printed((row, column)) if (row, column) in known else ""
                for column in columns
            ),
        ]
