"""Earlier questions like one, and answers that contradict each other, among questions on file on disk.

Candidates come from the index, each as it was read when it was indexed; what was read by other rules or words than
those of now is read anew.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from answerable.domain.precedent.as_read import read_back
from answerable.domain.precedent.asked import Asked, Reader
from answerable.domain.precedent.relations import Related, like_at_all
from answerable.matching.filed import Filed
from answerable.matching.precedents import Pair, Precedent, Read, distance, pair_of
from answerable.matching.question_documents import as_read_by
from answerable.matching.questions_on_file import Candidate, QuestionsOnFile

MOST_READ = 30
"""So many different ones of the candidates are read and compared: more find no more, and take most of the time."""
MOST_NEAR = 20
"""So many different texts that a model finds nearest are candidates, too."""
_MOST_SOUGHT = 60
"""So many are looked for: some are of requests that not everybody may see."""
_KEPT_READ = 4_096
"""So many questions are kept as they were read: lists of the same topic have the same candidates."""
OnFile = Callable[[Sequence[tuple[int, int]]], Mapping[tuple[int, int], Filed]]
"""From the keys of questions to those that are on file now, as they are."""


class ByMeaning(Protocol):
    """Questions on file as a model of paraphrase sees them, known by the keys of their texts."""

    @property
    def knows_any(self) -> bool:
        """Return whether any question on file was read by the model yet."""

    def nearest(self, asked: Asked, *, most: int) -> Sequence[int]:
        """Return the keys of the texts that are nearest, the nearest first."""

    def like(self, asked: Asked, earlier: Sequence[Asked]) -> Sequence[Related | None]:
        """Return how a question is related to each of some earlier ones, by the rules and the model."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A question to find earlier ones for, with what it stands `under` if it is bare.

    From `today` time is counted where no day is known.
    """

    text: str
    asked_on: dt.date
    today: dt.date
    viewer_key: str = ""
    under: str = ""


class FiledPrecedents:
    """An index of questions on file, asked with a reader of questions. Safe to share between threads."""

    def __init__(
        self, reader: Reader, index: QuestionsOnFile, by_meaning: ByMeaning | None = None
    ) -> None:
        """Ask an index; questions are read as a reader reads them, whatever the index was made with.

        With a model of paraphrase, what it read is found and compared by it as well.
        """
        self._index, self._by_meaning = index, by_meaning
        self._edition = reader.edition
        self._asked = lru_cache(maxsize=_KEPT_READ)(reader.asked)
        self._read_back = lru_cache(maxsize=_KEPT_READ)(read_back)

    def can_compare(self, text: str, asked_on: dt.date) -> bool:
        """Return whether a text says what it is about: formulae, courtesies and the body's name do not."""
        return bool(self._asked(text, asked_on).terms)

    def like(self, asking: Asking, *, most: int, on_file: OnFile) -> Iterator[Precedent]:
        """Yield the questions on file that are most like one, the nearest first, as they are now.

        :raises IndexUnavailable: if the index cannot be used.
        """
        asked = self._asked(asking.text, asking.asked_on, asking.under)
        found = self._nearest(asked, asking)
        while found and most > 0:
            batch, found = found[:most], found[most:]
            now = on_file([near.kept.key for near, _ in batch])
            for near, precedent in batch:
                filed = now.get(near.kept.key)
                is_as_it_was = filed == near.kept.filed
                one = precedent if is_as_it_was else self._again(asked, filed, near, asking)
                if one is not None:
                    most -= 1
                    yield one

    def contradictions(self, filed: Iterable[Filed], *, today: dt.date) -> Iterator[Pair]:
        """Yield the pairs among all questions on file, which are given in the order of their entries' numbers.

        :raises IndexUnavailable: if the index cannot be used.
        """
        told = set()
        for each in filed:
            one = self._read(each, today)
            for near in _few(self._others(one)):
                is_before = near.kept.filed.entry < each.entry
                pair = pair_of(self._as_read(near, today), one) if is_before else None
                if pair is not None and (not pair.named or pair.named not in told):
                    told.add(pair.named)
                    yield pair

    def near(self, filed: Filed, *, today: dt.date) -> list[Filed]:
        """Return the questions that share the most telling terms with one, whoever may see them, as the index has them.

        :raises IndexUnavailable: if the index cannot be used.
        """
        return [near.kept.filed for near in _few(self._others(self._read(filed, today)))]

    def pair(self, one: Filed, other: Filed, *, today: dt.date) -> Pair | None:
        """Return how two answers to one question contradict each other, the earlier first; None if they do not.

        They do so alike, whichever of them is given first.
        """
        first, second = sorted((one, other), key=_age)
        return pair_of(self._read(first, today), self._read(second, today))

    def _others(self, one: Read) -> Iterator[Candidate]:
        """Yield the candidates that were not asked at once with a question, whoever may see them."""
        for near in self._index.every_candidate(one.asked):
            if not one.filed.is_of_one_request_with(near.kept.filed):
                yield near

    def _nearest(self, asked: Asked, asking: Asking) -> list[tuple[Candidate, Precedent]]:
        by_words = _few(self._index.candidates(asked, viewer_key=asking.viewer_key))
        by_meaning = self._near_in_meaning(asked, asking.viewer_key)
        different = {near.kept.key: near for near in (*by_meaning, *by_words)}
        every = list(different.values())
        read = [self._as_read(near, asking.today) for near in every]
        related = self._related(asked, [one.asked for one in read])
        found = [
            (near, Precedent(one.filed, how, near.share))
            for near, one, how in zip(every, read, related, strict=True)
            if how
        ]
        return sorted(found, key=lambda each: distance(each[1]))

    def _near_in_meaning(self, asked: Asked, viewer_key: str) -> Iterable[Candidate]:
        model = self._by_meaning
        if not (model and model.knows_any and asked.terms):
            return ()
        keys = model.nearest(asked, most=_MOST_SOUGHT)
        return self._index.meaning(keys, viewer_key=viewer_key, most=MOST_NEAR)

    def _related(self, asked: Asked, earlier: Sequence[Asked]) -> Sequence[Related | None]:
        model = self._by_meaning
        if model and model.knows_any and asked.terms:
            return model.like(asked, earlier)
        return [like_at_all(asked, one) for one in earlier]

    def _again(
        self, asked: Asked, filed: Filed | None, near: Candidate, asking: Asking
    ) -> Precedent | None:
        if filed is None:
            return None
        (how,) = self._related(asked, [self._read(filed, asking.today).asked])
        return Precedent(filed, how, near.share) if how else None

    def _as_read(self, near: Candidate, today: dt.date) -> Read:
        """Return a candidate as it was read when it was indexed or, if that was otherwise than now, read anew."""
        filed = near.kept.filed
        data = as_read_by(self._edition, near.stored)
        if data is None:
            return self._read(filed, today)
        return Read(filed, self._read_back(data, filed.text))

    def _read(self, filed: Filed, today: dt.date) -> Read:
        return Read(filed, self._asked(filed.text, filed.on or today, filed.under))


def _age(filed: Filed) -> tuple[dt.date, str, str, int, str]:
    """Return what sorts the earlier of two questions first, whichever of them is asked for."""
    named = (filed.reference or "", filed.source, filed.entry, filed.label or "")
    return filed.on or dt.date.max, *named


def _few(found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield what is found until so many were different: what was asked twice on one day is read once."""
    read: set[tuple[str, str, dt.date | None]] = set()
    for near in found:
        filed = near.kept.filed
        read.add((filed.text, filed.under, filed.on))
        if len(read) > MOST_READ:
            return
        yield near
