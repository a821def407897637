"""A result as JSON, whole: with the definition that it was computed by, so that it can be computed again.

Decimals are written as text, since readers of JSON would round them.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from answerable.domain.measures.declarations import (
    Misdeclared,
    as_plain,
    definition_digest,
    measure_of,
    register_of,
)
from answerable.domain.measures.definitions import Measure
from answerable.domain.measures.registers import Caveat, Register
from answerable.domain.measures.results import (
    CellKind,
    Missing,
    Note,
    Result,
    ResultColumn,
    Value,
)
from answerable.domain.measures.snapshots import Snapshot
from answerable.domain.suppression.profiles import (
    ProfileRefused,
    profile_as_data,
    profile_from_data,
)

_WORDS = frozenset({CellKind.LABEL, CellKind.TEXT, CellKind.DATE})


class NoResult(ValueError):
    """What should be a measure's result is none; the message says what is wrong."""


@dataclass(frozen=True)
class Stored:
    """A result as it was written, with the declarations that it was computed by, and the digest that was written."""

    result: Result
    measure: Measure
    register: Register
    result_sha256: str

    @property
    def is_whole(self) -> bool:
        """Return whether table and definition are those whose digests were written beside them."""
        same = self.result.definition_sha256 == definition_digest(self.measure)
        return same and self.result.sha256 == self.result_sha256


def result_as_json(result: Result, *, measure: Measure, register: Register) -> dict[str, Any]:
    """Return a result as plain data (docs/reference/measures.md says the form)."""
    return {
        "measure": result.measure,
        "version": result.version,
        "title": result.title,
        "as_at": result.as_at.isoformat(),
        "parameters": dict(result.parameters),
        "columns": [{**asdict(one), "kind": one.kind.value} for one in result.columns],
        "across": result.goes_across,
        "rows": [[_written(cell) for cell in row] for row in result.rows],
        "notes": [{**asdict(one), "missing": one.missing.value} for one in result.notes],
        "parts": [
            {"row": row, "column": column, "numerator": numerator, "denominator": denominator}
            for (row, column), (numerator, denominator) in sorted(result.parts.items())
        ],
        "suppressed": [
            {"row": one.row, "column": one.column}
            for one in result.notes
            if one.missing is Missing.WITHHELD
        ],
        "disclosure": profile_as_data(result.disclosure) if result.disclosure else None,
        "caveats": [
            {"id": one.ident, "words": one.words, "words_cy": one.words_cy}
            for one in result.caveats
        ],
        "register": _snapshot_as_json(result.snapshot),
        "calendar": ", ".join(result.calendars) or None,
        "calendars": list(result.calendars),
        "definition": as_plain(measure),
        "register_definition": as_plain(register),
        "definition_sha256": result.definition_sha256,
        "register_definition_sha256": definition_digest(register),
        "result_sha256": result.sha256,
    }


def stored_result(data: Any) -> Stored:
    """Return a result from its JSON.

    :raises NoResult: if the data has another form.
    """
    try:
        measure = measure_of(data["definition"])
        register = register_of(data["register_definition"])
        columns = tuple(_column(one) for one in data["columns"])
        result = Result(
            measure=str(data["measure"]),
            version=int(data["version"]),
            title=str(data["title"]),
            as_at=dt.date.fromisoformat(data["as_at"]),
            parameters={str(key): str(value) for key, value in data["parameters"].items()},
            columns=columns,
            rows=tuple(_row(row, columns) for row in data["rows"]),
            notes=tuple(
                Note(**{**one, "missing": Missing(one["missing"])}) for one in data["notes"]
            ),
            parts={
                (one["row"], one["column"]): (one["numerator"], one["denominator"])
                for one in data["parts"]
            },
            caveats=tuple(_caveat(one) for one in data["caveats"]),
            snapshot=_snapshot(data["register"]),
            calendars=tuple(map(str, data["calendars"])),
            definition_sha256=str(data["definition_sha256"]),
            goes_across=bool(data["across"]),
            # Results that were written before profiles were applied do not name one.
            disclosure=profile_from_data(data["disclosure"]) if data.get("disclosure") else None,
        )
        return Stored(result, measure, register, str(data["result_sha256"]))
    except Misdeclared as problem:
        raise NoResult(f"This result's definition cannot be read: {problem}") from problem
    except ProfileRefused as problem:
        raise NoResult(f"This result's profile cannot be read: {problem}") from problem
    except (
        AttributeError,
        IndexError,
        InvalidOperation,
        KeyError,
        TypeError,
        ValueError,
    ) as problem:
        message = (
            f"This is no result of `answerable measure --json`: {type(problem).__name__}: {problem}"
        )
        raise NoResult(message) from problem


def _written(value: Value) -> str | int | bool | None:
    return format(value, "f") if isinstance(value, Decimal) else value


def _row(row: list[Any], columns: tuple[ResultColumn, ...]) -> tuple[Value, ...]:
    return tuple(_cell(cell, one) for cell, one in zip(row, columns, strict=True))


def _cell(cell: Any, column: ResultColumn) -> Value:
    if cell is not None and not isinstance(cell, str | int):
        raise TypeError(f"{cell!r} is no cell of {column.name}")
    if isinstance(cell, str) and column.kind not in _WORDS:
        return Decimal(cell)
    return cell


def _column(data: Mapping[str, Any]) -> ResultColumn:
    return ResultColumn(**{**data, "kind": CellKind(data["kind"])})


def _caveat(data: Mapping[str, Any]) -> Caveat:
    return Caveat(str(data["id"]), str(data["words"]), str(data["words_cy"]))


def _snapshot_as_json(snapshot: Snapshot) -> dict[str, Any]:
    return {
        "name": snapshot.register,
        "version": snapshot.register_version,
        "snapshot": snapshot.label,
        "as_at": snapshot.as_at.isoformat(),
        "sha256": snapshot.sha256,
        "rows": snapshot.rows,
        "loaded_from": snapshot.loaded_from,
        "loaded_sha256": snapshot.loaded_sha256,
    }


def _snapshot(data: Mapping[str, Any]) -> Snapshot:
    return Snapshot(
        register=str(data["name"]),
        register_version=int(data["version"]),
        as_at=dt.date.fromisoformat(data["as_at"]),
        sha256=str(data["sha256"]),
        rows=int(data["rows"]),
        loaded_from=str(data["loaded_from"]),
        loaded_sha256=str(data["loaded_sha256"]),
    )
