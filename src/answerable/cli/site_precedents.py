"""What the site has published as questions on file: its index of them is brought up to date first."""

import contextlib
import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TypeVar

from answerable.cli.bars import shown
from answerable.cli.site import SiteNotReady, open_site
from answerable.matching.precedents import Pair, Precedent

_Question = TypeVar("_Question")


class OnSite:
    """The published questions of the configured site, which can be asked for those like one."""

    failed = 0
    is_empty = False

    def __init__(self) -> None:
        """Open the site, and bring its index of questions up to date: it is made where there is none."""
        open_site()
        from django.utils import timezone  # noqa: PLC0415 Django is loaded only now

        from answerable.actions.question_index import refresh_questions  # noqa: PLC0415

        self._at = timezone.now()
        refresh_questions(at=self._at, shown=_indexed)

    def can_compare(self, text: str, asked_on: dt.date) -> bool:
        """Return whether a text says what it is about."""
        from answerable.queries.precedents import question_reader  # noqa: PLC0415 as above

        return bool(question_reader().asked(text, asked_on).terms)

    def like(
        self, text: str, asked_on: dt.date, *, most: int, under: str = ""
    ) -> Iterable[Precedent]:
        """Return the published questions that are most like one, the nearest first; `under` stands above a bare one.

        :raises SiteNotReady: if the index cannot be used.
        """
        from answerable.queries.precedents import published_like  # noqa: PLC0415 as above

        with _trouble_said():
            return published_like(text, asked_on=asked_on, at=self._at, most=most, under=under)

    def contradictions(self) -> Iterator[Pair]:
        """Yield the pairs of published answers that contradict each other, one question after another.

        :raises SiteNotReady: if the index cannot be used.
        """
        from answerable.queries.archive.filed import filed_questions  # noqa: PLC0415 as above
        from answerable.queries.precedents import published_contradictions  # noqa: PLC0415

        questions = shown(filed_questions(at=self._at), " questions compared")
        with _trouble_said():
            yield from published_contradictions(questions, at=self._at)


@contextlib.contextmanager
def _trouble_said() -> Iterator[None]:
    from answerable.queries.search import SearchUnavailable  # noqa: PLC0415 as above

    try:
        yield
    except SearchUnavailable as problem:
        raise SiteNotReady(str(problem)) from problem


def _indexed(questions: Iterable[_Question]) -> Iterable[_Question]:
    return shown(questions, " questions indexed")
