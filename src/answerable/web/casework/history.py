"""A request's lines of the ledger in words: what was done, to which questions, and why."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from answerable.queries.ledger import LedgerRow

_NAMES = {"reason": "because", "officer": "to", "team": "team", "channel": "by"}
_HIDDEN = ("message", "messages", "digest", "note", "before", "after", "version", "words")
"""Particulars that prove something and tell a reader nothing."""
_DIGEST = re.compile(r"[0-9a-f]{16,64}")


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """Something that was done: when, by whom, and what."""

    at: dt.datetime
    by: str
    words: str


def history_lines(rows: Sequence[LedgerRow], names: Mapping[str, str]) -> tuple[HistoryLine, ...]:
    """Return what was done, the latest first, with people by their names."""
    return tuple(
        HistoryLine(row.at, names.get(row.by, row.by), _words(row, names)) for row in rows[::-1]
    )


def _words(row: LedgerRow, names: Mapping[str, str]) -> str:
    parts = [row.action.capitalize()]
    for name, value in row.data.items():
        if name in _HIDDEN or value in ("", [], None) or _is_digest(value):
            continue
        parts.append(f"{_NAMES.get(name, name.replace('_', ' '))} {_said(value, names)}")
    return ", ".join(parts)


def _is_digest(value: object) -> bool:
    return isinstance(value, str) and _DIGEST.fullmatch(value) is not None


def _said(value: object, names: Mapping[str, str]) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return " and ".join(_said(one, names) for one in value)
    return names.get(str(value), str(value))
