"""The questions of visible entries as questions on file, for those like them to be found."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from answerable.domain.disclosure_log import Body, question_address
from answerable.matching.precedents import Filed
from answerable.records.archive.models import Entry

_AT_ONCE = 1000
_COLUMNS = ("pk", "ref", "key", "title", "month", "content")
_OF_BODY = ("body__code", "body__name", "body__prefix")


def filed_questions(*, at: dt.datetime) -> Iterator[Filed]:
    """Yield the questions of every entry that is visible at a time, in the order of the archive."""
    rows = Entry.objects.visible(at=at).order_by("pk").values(*_COLUMNS, *_OF_BODY)
    for row in rows.iterator(chunk_size=_AT_ONCE):
        yield from _questions(row)


def _questions(row: dict[str, Any]) -> Iterator[Filed]:
    content, month = row["content"], row["month"]
    day = content["answered_on"] or content["received_on"] or (f"{month}-01" if month else None)
    body = Body(row["body__code"], row["body__name"], prefix=row["body__prefix"])
    for one in content["questions"]:
        yield Filed(
            row["ref"] or None,
            one["label"],
            body.name,
            one["text"],
            dt.date.fromisoformat(day) if day else None,
            tuple(one["outcomes"]),
            tuple(one["exemptions"]),
            one["answer"] or "",
            source=f"{body.code}: {row['title']}",
            entry=row["pk"],
            address=question_address(body, row["key"], one["label"]),
            is_theirs=bool(body.prefix),
        )
