"""The questions of logs and letters in files as questions on file."""

import datetime as dt
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from answerable.cli.bars import shown
from answerable.domain.precedent.asked import reader_of
from answerable.domain.precedent.leaning import standing_above
from answerable.domain.precedent.office import OfficeWords, groups_in_use
from answerable.matching.analysis import stem_of
from answerable.matching.precedents import ByModel, Filed, Pair, Precedent, Precedents
from answerable.reading import PassedOver, Reading, readings_in


class InFiles:
    """The questions of files, which can be asked for those like one; `failed` is 2 if a file was not read, `is_empty` says that none asks anything."""

    def __init__(
        self, files: list[Path], today: dt.date, words: OfficeWords, by_model: Sequence[ByModel]
    ) -> None:
        """Read files, to be compared with an office's own words and by a model of paraphrase, if there is one."""
        self.failed = 0
        questions = list(shown(self._in_files(files), " questions read"))
        self.is_empty = not questions
        bodies = frozenset(one.body for one in questions if one.body)
        reader = reader_of(stem_of, groups_in_use(words, stem_of), bodies, words.names)
        taken_in = shown(questions, " questions taken in")
        self._precedents = Precedents(reader, taken_in, today, *by_model)

    def can_compare(self, text: str, asked_on: dt.date) -> bool:
        """Return whether a text says what it is about."""
        return self._precedents.can_compare(text, asked_on)

    def like(
        self, text: str, asked_on: dt.date, *, most: int, under: str = ""
    ) -> Iterable[Precedent]:
        """Return the questions that are most like one, the nearest first; `under` stands above a bare one."""
        return self._precedents.like(text, asked_on, most=most, under=under)

    def contradictions(self) -> Iterator[Pair]:
        """Yield the pairs of answers that contradict each other."""
        return self._precedents.contradictions(lambda some: shown(some, " questions compared"))

    def _in_files(self, files: list[Path]) -> Iterator[Filed]:
        for path in files:
            for one in readings_in(path):
                if isinstance(one, Reading):
                    yield from _questions(one)
                    continue
                print(one, file=sys.stderr)
                if not isinstance(one, PassedOver):
                    self.failed = 2


def _questions(reading: Reading) -> Iterator[Filed]:
    month = dt.date.fromisoformat(f"{reading.month}-01") if reading.month else None
    for place, entry in enumerate(reading.entries):
        above = standing_above(((one.text, one.heading) for one in entry.questions), entry.title)
        for question, under in zip(entry.questions, above, strict=True):
            yield Filed(
                entry.ref,
                question.label,
                reading.body,
                question.text,
                entry.answered_on or entry.received_on or month,
                tuple(map(str, question.outcomes)),
                question.exemptions,
                question.answer or "",
                reading.source,
                place,
                under=under,
            )
