"""Questions on file that are like one: sent here or published, each with the body that answered it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from answerable.domain.roles import Actor
from answerable.matching.precedents import Precedent
from answerable.queries.casework.precedents import sent_like
from answerable.queries.precedents import published_like


def on_file_like(
    text: str, *, asked_on: dt.date, viewer: Actor, at: dt.datetime, most: int, under: str = ""
) -> Iterator[Precedent]:
    """Yield what was sent here and is like a question, then what was published.

    `under` stands above a bare question. What this office answered names no body, whether it was sent or published: it is one request.
    """
    yield from sent_like(text, asked_on=asked_on, viewer=viewer, at=at, most=most, under=under)
    for found in published_like(text, asked_on=asked_on, at=at, most=most, under=under):
        filed = found.filed
        yield found if filed.is_theirs else replace(found, filed=replace(filed, body=None))
