"""The questions of visible entries as questions on file, for those like them to be found."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from answerable.matching.precedents import Filed
from answerable.records.archive.models import Entry

_AT_ONCE = 1000


def filed_questions(*, at: dt.datetime) -> Iterator[Filed]:
    """Yield the questions of every entry that is visible at a time, in the order of the archive."""
    rows = (
        Entry.objects.visible(at=at)
        .order_by("pk")
        .values_list("ref", "title", "month", "content", "body__code", "body__name")
    )
    for row in rows.iterator(chunk_size=_AT_ONCE):
        yield from _questions(*row)


def _questions(
    ref: str, title: str, month: str, content: dict[str, Any], code: str, body: str
) -> Iterator[Filed]:
    day = content["answered_on"] or content["received_on"] or (f"{month}-01" if month else None)
    for one in content["questions"]:
        yield Filed(
            ref or None,
            one["label"],
            body,
            one["text"],
            dt.date.fromisoformat(day) if day else None,
            tuple(one["outcomes"]),
            tuple(one["exemptions"]),
            one["answer"] or "",
            f"{code}: {title}",
        )
