"""The pack as data: its grid as CSV, all of it as JSON; the same bytes for the same pack."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any

from answerable.publishing.assurance.pack import Pack, PackCriterion, PackElement
from answerable.publishing.csv_files import cells_as_csv
from answerable.publishing.safe_text import writable

SCHEMA = "urn:answerable:pack:1"
_COLUMNS = (
    "criterion element name level level_before storyboard evidence kept_out actions actions_done "
    "passages standards"
).split()


def pack_csv(pack: Pack) -> bytes:
    """Return the grid: one row for each element, with its levels and how much there is for it."""
    return cells(_COLUMNS, (_row(each, one) for each in pack.criteria for one in each.elements))


def pack_json(pack: Pack) -> bytes:
    """Return everything that the pack says as one JSON document; `schema` tells its shape."""
    document = {"schema": SCHEMA, **asdict(pack)}
    return (json.dumps(_plain(document), ensure_ascii=False, indent=1) + "\n").encode()


def cells(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """Return a table as one CSV file."""
    return b"".join(cells_as_csv(columns, rows))


def _row(criterion: PackCriterion, element: PackElement) -> tuple[str, ...]:
    return (
        criterion.number,
        element.number,
        element.name,
        element.level,
        element.level_before,
        "yes" if element.storyboard.strip() else "no",
        str(sum(one.goes_in for one in element.evidence)),
        str(sum(not one.goes_in for one in element.evidence)),
        str(len(element.actions)),
        str(sum(one.done_on is not None for one in element.actions)),
        str(len(element.passages)),
        str(len(element.standards)),
    )


def _plain(value: Any) -> Any:
    """Return the value as JSON knows it: days as text, text without what no file can carry."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    return writable(value) if isinstance(value, str) else value
