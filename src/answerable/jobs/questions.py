"""The jobs on the indexes of questions: made anew for other words or rules, and read by a model of paraphrase."""

import time
from collections.abc import Iterator

from django.utils import timezone

from answerable.actions.casework.question_indexing import mend_sent_questions
from answerable.actions.question_index import mend_questions
from answerable.actions.question_meanings import ReadByMeaning, read_meanings
from answerable.queries.casework.precedents import sent_index
from answerable.queries.meanings import paraphrase_troubles
from answerable.queries.precedents import published_index

_AT_MOST = 20
"""Seconds: mail and all else get their turn each minute, where there is one worker."""


def index_questions() -> str:
    """Bring both indexes of questions up to date, and say which were made anew for other words."""
    anew = [
        *(["published"] if mend_questions(at=timezone.now()) else []),
        *(["answered"] if mend_sent_questions() else []),
    ]
    return f"{' and '.join(anew)} questions indexed anew" if anew else ""


def read_by_meaning() -> str:
    """Let the site's model of paraphrase, if there is one, read what it has not read, and say how far it is."""
    until = time.monotonic() + _AT_MOST
    indexes = {"published": published_index(), "answered": sent_index()}
    said = list(paraphrase_troubles(indexes.values()))
    for name, index in indexes.items():
        read = read_meanings(index, goes_on=lambda: time.monotonic() < until)
        said += _read_said(name, read)
    return "; ".join(said)


def _read_said(name: str, read: ReadByMeaning) -> Iterator[str]:
    if read.texts or read.left:
        rest = ", the rest is for the next run" if read.left else ""
        yield f"{read.all - read.left:,} of {read.all:,} {name} texts read by the model{rest}"
    if read.gone:
        yield f"{read.gone:,} {name} texts that are gone forgotten"
