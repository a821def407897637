"""Entries that a search found, made ready once and kept in memory until they change.

Whether an entry may be seen, and whether it is still the same, is asked of the database each time.
"""

import datetime as dt
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any, cast

from django.db import connection

from answerable.matching.snippets import Passage, Passages, passages_of
from answerable.queries.archive.entries import EntryRow, entry_contents
from answerable.records.archive.models import Entry

_MOST_CHARACTERS = 16_000_000
_MOST_CHARACTERS_OF_AN_ENTRY = 200_000
_STATE = (
    *("id", "change", "digest", "month", "published_at"),
    *("body__code", "body__name", "body__contact", "body__prefix"),
)
_State = tuple[Any, ...]
"""What an entry is kept for: its last change and what it said then, and its body as it was called."""


@dataclass(frozen=True, slots=True)
class FoundEntry:
    """An entry as a list of hits shows it: its row, and the passages that may hold the words."""

    row: EntryRow
    said: Passages


_kept: dict[int, tuple[_State, FoundEntry]] = {}
_characters = 0
_lock = threading.Lock()


def found_entries(ids: Sequence[int], *, at: dt.datetime) -> tuple[FoundEntry, ...]:
    """Return the visible ones of some entries, in the order given."""
    states = {state[0]: state[1:] for state in _visible_states(ids, at=at)}
    found: dict[int, FoundEntry] = {}
    for pk, state in states.items():
        kept = _kept.get(pk)
        if kept is not None and kept[0] == state:
            found[pk] = kept[1]
    missing = [pk for pk in states if pk not in found]
    # Databases give rows in any order: what is kept longest must not depend on it.
    contents = sorted(entry_contents(missing, at=at), key=itemgetter(0)) if missing else ()
    for pk, row, content in contents:
        found[pk] = FoundEntry(row, _passages(content))
        _keep(pk, states[pk], found[pk])
    return tuple(found[pk] for pk in ids if pk in found)


def _visible_states(ids: Sequence[int], *, at: dt.datetime) -> list[_State]:
    """Return what the visible ones of some entries would be kept for."""
    if not ids:
        return []
    with connection.cursor() as cursor:
        moment = connection.ops.adapt_datetimefield_value(at)
        cursor.execute(_statement(connection.vendor, len(ids)), [moment, *ids])
        return cast(list[_State], cursor.fetchall())


@lru_cache(maxsize=64)
def _statement(_vendor: str, count: int) -> str:
    """Return the query for so many entries as SQL: to write it anew takes longer than to run it."""
    moment = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
    visible = Entry.objects.visible(at=moment).filter(pk__in=range(1, count + 1))
    sql, parameters = visible.values_list(*_STATE).query.sql_with_params()
    expected = (connection.ops.adapt_datetimefield_value(moment), *range(1, count + 1))
    if parameters != expected:
        message = (
            "The visibility rule asks for more than the moment: give its other values here, too"
        )
        raise RuntimeError(message)
    return sql


def _keep(pk: int, state: _State, entry: FoundEntry) -> None:
    global _characters  # noqa: PLW0603 the sum belongs to the entries kept beside it
    size = len(entry.said.whole)
    if size > _MOST_CHARACTERS_OF_AN_ENTRY:
        return
    with _lock:
        before = _kept.pop(pk, None)
        _characters += size - (len(before[1].said.whole) if before else 0)
        _kept[pk] = (state, entry)
        while _characters > _MOST_CHARACTERS:
            _, oldest = _kept.pop(next(iter(_kept)))
            _characters -= len(oldest.said.whole)


def _passages(content: dict[str, Any]) -> Passages:
    """Return what an entry says: its questions with their answers, then all the rest."""
    questions = [
        Passage(one["label"] or "1", f"{one['text']} {one['answer'] or ''}")
        for one in content["questions"]
    ]
    further = []
    for table in content["tables"]:
        cells = " ".join([cell for cells in table["rows"] for cell in cells])
        further.append(Passage(table["question"], f"{table['caption'] or ''} {cells}"))
    further += [
        Passage(None, f"{one['title']} {one['text'] or ''}") for one in content["attachments"]
    ]
    further += [Passage(None, content["response"]), Passage(None, content["request"])]
    return passages_of(questions, further)
