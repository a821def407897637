"""`answerable measure`: compute a figure from a snapshot of a register, or prove an old one."""

import argparse
import datetime as dt
import json
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

from answerable.cli.measure_protected import ProtectionRefused, profile_given, result_under
from answerable.cli.measured_rows import RowsNotGiven, given_rows
from answerable.cli.printing import harmless
from answerable.domain.clock.calendars import NoSuchTable
from answerable.domain.measures.as_json import NoResult, result_as_json
from answerable.domain.measures.declarations import Misdeclared, measure_of
from answerable.domain.measures.definitions import Measure
from answerable.domain.measures.parameters import ParameterRefused
from answerable.domain.measures.registers import Register
from answerable.domain.measures.results import Result
from answerable.queries.calendars import holidays
from answerable.queries.registers.declared import (
    broken_declarations,
    known_measures,
    known_registers,
)
from answerable.reading.json_files import FileRefused

_EXAMPLES = """examples:
  answerable measure --list
  answerable measure investigation-durations --param from=2023-01-01 --param until=2023-12-31
  answerable measure pages-printed --register pages.csv@2024-06-26 --param from=2023-06-26 --param until=2024-06-26
  answerable measure deaths-by-year --json > deaths.json
  answerable measure deaths-by-year --profile nhs-hes --assessment assessed.toml
  answerable measure --again deaths.json

Ends with 0 when it was computed, or when an old result holds; with 1 when an old result is not proved, or
would be another today, or when figures would be withheld or rounded that nobody assessed; and with 2 when it
cannot be computed. docs/reference/measures.md says what a
definition may hold."""


class MeasureRefused(ValueError):
    """What was asked of the command cannot be done; the message says what to write."""


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `measure`."""
    measure = commands.add_parser(
        "measure",
        help="compute a figure from a register, or prove an old one",
        description="Compute a measure over a snapshot of a register, with its caveats, so that it can be proved"
        " again. Nothing is changed.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    measure.add_argument("name", nargs="?", metavar="NAME", help="the measure")
    measure.add_argument("--list", action="store_true", help="list the measures that there are")
    measure.add_argument(
        "--again", type=Path, metavar="FILE.json", help="say whether an old result still holds"
    )
    measure.add_argument(
        "--register",
        default="",
        metavar="PATH@SNAPSHOT",
        help="a folder of snapshots, or a CSV, XLSX or Parquet file; and the day, or the digest, of the snapshot",
    )
    measure.add_argument(
        "--as-at", metavar="DATE", help="the day that the measure is of (the snapshot's own)"
    )
    measure.add_argument(
        "--param", action="append", default=[], metavar="NAME=VALUE", help="a parameter's value"
    )
    measure.add_argument(
        "--definition", type=Path, metavar="FILE.toml", help="a measure that is not kept here"
    )
    measure.add_argument("--calendar", metavar="VERSION", help="an older table of bank holidays")
    measure.add_argument(
        "--profile",
        metavar="NAME",
        help="how small counts are protected (the measure's own): none, round-5, nhs-hes, ons-10, acro",
    )
    measure.add_argument(
        "--assessment",
        type=Path,
        metavar="FILE.toml",
        help="whether these counts identify somebody, and how",
    )
    shown = measure.add_mutually_exclusive_group()
    shown.add_argument("--json", action="store_true", help="print one JSON document")
    shown.add_argument("--csv", action="store_true", help="print CSV")
    measure.set_defaults(run=measure_or_prove)


def measure_or_prove(given: argparse.Namespace) -> int:
    """List the measures, compute one, or prove an old result."""
    try:
        if given.list:
            return _list(as_json=given.json)
        if given.again:
            from answerable.cli.measure_again import prove_again  # noqa: PLC0415 most runs compute

            return prove_again(given.again, where=given.register, as_json=given.json)
        return _measure(given)
    except (
        FileRefused,
        MeasureRefused,
        Misdeclared,
        NoResult,
        NoSuchTable,
        ParameterRefused,
        ProtectionRefused,
        RowsNotGiven,
    ) as problem:
        print(harmless(str(problem)), file=sys.stderr)
        return 2


def _measure(given: argparse.Namespace) -> int:
    # DuckDB takes longer to import than everything else here.
    from answerable.measuring.computing import CannotCompute  # noqa: PLC0415
    from answerable.measuring.protecting import Asking  # noqa: PLC0415

    measure = _definition(given.definition) if given.definition else _known(given.name)
    register = _register_of(measure)
    as_at = _day(given.as_at) if given.as_at else None
    profile = profile_given(given.profile, measure.disclosure_profile)
    with given_rows(register, given.register, as_at=as_at) as (snapshot, path):
        try:
            asking = Asking(
                measure,
                register,
                snapshot,
                path,
                parameters=_parameters(given.param),
                as_at=as_at or snapshot.as_at,
                holidays=holidays(given.calendar),
            )
            result = result_under(asking, profile, given.assessment, as_json=given.json)
        except CannotCompute as refusal:
            raise MeasureRefused(str(refusal)) from refusal
    if result is None:
        return 1
    _print(result, measure, register, given)
    return 0


def _print(result: Result, measure: Measure, register: Register, given: argparse.Namespace) -> None:
    if given.json:
        data = result_as_json(result, measure=measure, register=register)
        print(json.dumps(data, ensure_ascii=False, indent=1))
        return
    if given.csv:
        from answerable.measuring.showing.csv_files import result_as_csv  # noqa: PLC0415 one is used

        print(result_as_csv(result), end="")
        return
    from answerable.measuring.showing.text import result_as_text  # noqa: PLC0415 one is used

    for line in result_as_text(result):
        print(harmless(line))


def _list(*, as_json: bool) -> int:
    measures = known_measures()
    if as_json:
        rows = [
            {
                "name": one.name,
                "version": one.version,
                "title": one.title,
                "register": one.register,
                "parameters": [parameter.name for parameter in one.parameters],
            }
            for one in measures.values()
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        width = max(map(len, measures))
        for name, one in measures.items():
            asked = ", ".join(parameter.name for parameter in one.parameters)
            print(harmless(f"{name:<{width}}  {one.title}{f' ({asked})' if asked else ''}"))
    broken = broken_declarations()
    for file in broken:
        print(harmless(f"{file.file} declares nothing: {file.why}"), file=sys.stderr)
    return 2 if broken else 0


def _known(name: str | None) -> Measure:
    if not name:
        raise MeasureRefused("Say which measure: `answerable measure --list` lists them")
    measures = known_measures()
    if name not in measures:
        broken = "; ".join(f"{one.file}: {one.why}" for one in broken_declarations())
        why = f". These files declare nothing: {broken}" if broken else ""
        message = f"There is no measure {name!r}: `answerable measure --list` lists them{why}"
        raise MeasureRefused(message)
    return measures[name]


def _definition(path: Path) -> Measure:
    try:
        return measure_of(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as problem:
        raise MeasureRefused(f"{path.name} cannot be read: {problem.strerror}") from problem
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise MeasureRefused(f"{path.name} is no TOML: {problem}") from problem


def _register_of(measure: Measure) -> Register:
    registers = known_registers()
    if measure.register not in registers:
        names = ", ".join(registers)
        raise MeasureRefused(f"There is no register {measure.register!r}: there are {names}")
    return registers[measure.register]


def _parameters(written: Sequence[str]) -> dict[str, str]:
    pairs = [one.partition("=") for one in written]
    for name, equals, _ in pairs:
        if not equals:
            raise MeasureRefused(f"{name!r} is no parameter: write --param NAME=VALUE")
    return {name: value for name, _, value in pairs}


def _day(written: str) -> dt.date:
    try:
        return dt.date.fromisoformat(written)
    except ValueError as problem:
        message = f"{written!r} is no date: write it like 2024-06-26"
        raise MeasureRefused(message) from problem
