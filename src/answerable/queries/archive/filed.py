"""The questions of visible entries as questions on file, for those like them to be found."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from answerable.matching.precedents import Filed
from answerable.records.archive.models import Entry

_AT_ONCE = 1000


def filed_questions(*, at: dt.datetime) -> Iterator[Filed]:
    """Yield the questions of every entry that is visible at a time, in the order of the archive."""
    columns = ("pk", "ref", "title", "month", "content", "body__code", "body__name")
    rows = Entry.objects.visible(at=at).order_by("pk").values(*columns)
    for row in rows.iterator(chunk_size=_AT_ONCE):
        yield from _questions(row)


def _questions(row: dict[str, Any]) -> Iterator[Filed]:
    content, month = row["content"], row["month"]
    day = content["answered_on"] or content["received_on"] or (f"{month}-01" if month else None)
    for one in content["questions"]:
        yield Filed(
            row["ref"] or None,
            one["label"],
            row["body__name"],
            one["text"],
            dt.date.fromisoformat(day) if day else None,
            tuple(one["outcomes"]),
            tuple(one["exemptions"]),
            one["answer"] or "",
            f"{row['body__code']}: {row['title']}",
            row["pk"],
        )
