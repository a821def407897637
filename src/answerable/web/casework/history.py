"""A request's lines of the ledger in words: what was done, to which questions, and why."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.formats import date_format

from answerable.domain.roles.people import REQUESTER
from answerable.queries.ledger import LedgerRow

_NAMES = {
    "reason": "because",
    "officer": "to",
    "team": "team",
    "channel": "by",
    "validity": "as",
    "way": "by",
    "kind": "",
}
_HIDDEN = (
    *("message", "messages", "digest", "note", "before", "after", "version", "words", "other"),
    *("findings", "made", "rules"),
)
"""Particulars that prove something and tell a reader nothing, or name a request that they may not see."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
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
        HistoryLine(
            row.at, {**names, REQUESTER.key: REQUESTER.name}.get(row.by, row.by), _words(row, names)
        )
        for row in rows[::-1]
    )


def _words(row: LedgerRow, names: Mapping[str, str]) -> str:
    parts = [row.action.capitalize()]
    for name, value in row.data.items():
        if name in _HIDDEN or value in ("", [], None) or _is_digest(value):
            continue
        parts.append(_particular(name, value, names))
    return ", ".join(parts)


def _particular(name: str, value: object, names: Mapping[str, str]) -> str:
    if name == "questions" and isinstance(value, int):
        return f"{value} question{'' if value == 1 else 's'}"
    return f"{_name(name, value)} {_said(value, names)}".strip()


def _name(name: str, value: object) -> str:
    """Return what stands before a particular: of one question it is "question", not "questions"."""
    if name == "questions" and isinstance(value, list) and len(value) == 1:
        return "question"
    return _NAMES.get(name, name.replace("_", " "))


def _is_digest(value: object) -> bool:
    return isinstance(value, str) and _DIGEST.fullmatch(value) is not None


def _said(value: object, names: Mapping[str, str]) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        *others, last = [_said(one, names) for one in value]
        return f"{', '.join(others)} and {last}" if others else last
    if isinstance(value, str) and _DAY.fullmatch(value):
        return date_format(dt.date.fromisoformat(value), "j F Y")
    return names.get(str(value), str(value))
