"""Earlier questions of the published log that are like one, each with how it is related."""

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from pathlib import Path

from django.conf import settings

from answerable.domain.precedent.asked import Reader, reader_of
from answerable.domain.precedent.office import OfficeWords, groups_in_use
from answerable.matching.analysis import stem_of
from answerable.matching.filed_precedents import Asking, FiledPrecedents
from answerable.matching.precedents import Filed, Pair, Precedent, Precedents
from answerable.matching.questions_on_file import QuestionsOnFile
from answerable.queries.archive.filed import are_visible, published_now
from answerable.queries.meanings import near_on_file, paraphrase_folder
from answerable.queries.search import unavailable_said
from answerable.queries.words import body_names, office_words

_Words = tuple[OfficeWords, frozenset[str]]


def published_like(
    text: str, *, asked_on: dt.date, at: dt.datetime, most: int, under: str = ""
) -> tuple[Precedent, ...]:
    """Return the published questions that are most like one, the nearest first; `under` stands above a bare one.

    :raises SearchUnavailable: if the index of questions cannot be used.
    """
    asking = Asking(text, asked_on, at.date(), under=under)
    on_file = partial(published_now, at=at)
    with unavailable_said():
        found = precedents_in(published_index()).like(asking, most=most, on_file=on_file)
        return tuple(found)


def published_contradictions(filed: Iterable[Filed], *, at: dt.datetime) -> Iterator[Pair]:
    """Yield the pairs among all published questions, which are given in the order of the archive.

    :raises SearchUnavailable: if the index of questions cannot be used.
    """
    with unavailable_said():
        found = precedents_in(published_index()).contradictions(filed, today=at.date())
        for pair in found:
            if are_visible({pair.one.entry, pair.other.entry}, at=at):
                yield pair


def question_reader() -> Reader:
    """Return what reads questions as they are compared on this site, with the words that the office taught."""
    return _reader(*_words())


def reader_with(words: OfficeWords) -> Reader:
    """Return what would read questions on this site if the office had taught these words."""
    return _reader(words, body_names())


def question_digest() -> str:
    """Return what tells whether an index was made with the words that questions are read with now."""
    return question_reader().edition


def among(filed: Iterable[Filed], *, today: dt.date) -> Precedents:
    """Return some questions on file, to be asked for those like one."""
    return Precedents(question_reader(), filed, today)


def precedents_in(index: QuestionsOnFile) -> FiledPrecedents:
    """Return an index of questions, to be asked with the words of now and the model of paraphrase, if there is one."""
    return _precedents(index, paraphrase_folder(), *_words())


def published_index() -> QuestionsOnFile:
    """Return the one open index of published questions."""
    return _index(settings.ANSWERABLE_QUESTION_INDEX)


def _words() -> _Words:
    """Return what questions are read with: what the office taught, and the names of bodies."""
    return office_words(), body_names()


@lru_cache(maxsize=4)
def _reader(words: OfficeWords, bodies: frozenset[str]) -> Reader:
    return reader_of(stem_of, groups_in_use(words, stem_of), bodies, words.names)


@lru_cache(maxsize=4)
def _precedents(
    index: QuestionsOnFile, model: Path | None, words: OfficeWords, bodies: frozenset[str]
) -> FiledPrecedents:
    return FiledPrecedents(_reader(words, bodies), index, near_on_file(index, model))


@lru_cache(maxsize=4)
def _index(folder: Path) -> QuestionsOnFile:
    remedy = "with `answerable index`"
    return QuestionsOnFile(
        folder, what="index of published questions", remedy=remedy, is_public=True
    )
