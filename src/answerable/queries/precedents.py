"""Earlier questions of the published log that are like one, each with how it is related."""

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache

from answerable.domain.precedent.asked import Reader, reader_of
from answerable.domain.precedent.thesaurus import usual_groups
from answerable.matching.analysis import stem_of
from answerable.matching.precedents import Filed, Precedent, Precedents
from answerable.queries.archive.filed import filed_questions
from answerable.records.archive.models import Body


def published_like(
    text: str, *, asked_on: dt.date, at: dt.datetime, most: int
) -> tuple[Precedent, ...]:
    """Return the published questions that are most like one, the nearest first."""
    on_file = among(filed_questions(at=at), today=at.date())
    return tuple(on_file.like(text, asked_on, most=most))


def question_reader() -> Reader:
    """Return what reads questions as they are compared on this site."""
    return _reader(frozenset(Body.objects.values_list("name", flat=True)))


def among(filed: Iterable[Filed], *, today: dt.date) -> Precedents:
    """Return some questions on file, to be asked for those like one."""
    return Precedents(question_reader(), filed, today)


@lru_cache(maxsize=4)
def _reader(bodies: frozenset[str]) -> Reader:
    return reader_of(stem_of, usual_groups(), bodies)
