"""What the finder of personal data finds in the texts of an entry; a table is read as one text, row by row."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from answerable.domain.disclosure_log.entries import Entry
from answerable.domain.disclosure_log.texts import Text, texts_of
from answerable.domain.personal.finding import everything_in
from answerable.domain.personal.kinds import PersonalFinding
from answerable.domain.personal.tables import Named, found_in_rows


@dataclass(frozen=True, slots=True)
class Found:
    """Personal data in a field of an entry; in a table `at` counts within the cell."""

    field: str
    at: int
    words: str
    finding: PersonalFinding


def found_in_entry(entry: Entry, named: Named) -> tuple[Found, ...]:
    """Return the personal data in an entry, in its order; `named` tells the names that somebody knows."""
    rows = {f"table {place}": one.rows for place, one in enumerate(entry.tables, start=1)}
    found: list[Found] = []
    for field, texts in groupby(texts_of(entry), key=lambda one: one.field):
        if field in rows:
            cells = found_in_rows(rows[field], named)
            found += (Found(field, one.at, one.words, one.finding) for one in cells)
        else:
            found += _in_texts(texts, named)
    return tuple(found)


def found_in_text(
    text: str, named: tuple[PersonalFinding, ...] = ()
) -> tuple[PersonalFinding, ...]:
    """Return the personal data in one text, each with its label: "collar number 4417"."""
    return tuple(replace(one, start=one.begin) for one in everything_in(text, named))


def _in_texts(texts: Iterable[Text], named: Named) -> Iterator[Found]:
    for text in texts:
        for one in found_in_text(text.words, named(text.words)):
            yield Found(text.field, one.start, text.words[one.start : one.end], one)
