"""The law that a document speaks of as "the Act": sections that it cites without a name belong to it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from answerable.domain.law.citations import citations
from answerable.domain.law.laws_named import Law
from answerable.reading.hints import has_any

_SCOTLAND = re.compile(
    r"Information\s\(Scotland\)\sAct|\bFOISA\b|\bFOI\s?\(S\)\s?A\b|Scottish\sInformation\sCommissioner"
)
_WESTMINSTER = re.compile(r"Freedom\sof\sInformation\sAct|\bFOIA\b")
_NAMES_ACT = re.compile(
    r"\b(?:freedom of information|environmental information regulations|official information act|foia?|foi act|foisa|eirs?"
    r"|deddf rhyddid gwybodaeth)\b",
    re.IGNORECASE,
)
_HINTS = ("Scot", "FOISA", "S)A", "S) A")


def law_of(text: str) -> Law:
    """Return Scotland's Act for a text that names it, or its Commissioner, and not the other one; else the Act of 2000."""
    # Most documents say none of these letters: looking for them takes a tenth of the time.
    if not has_any(text, _HINTS) or _SCOTLAND.search(text) is None:
        return Law.FOIA
    return Law.FOISA if _WESTMINSTER.search(text) is None else Law.FOIA


def names_act(text: str) -> bool:
    """Return whether a text names a law by which information is asked for, in full, in short, or in Welsh."""
    return _NAMES_ACT.search(text) is not None


@contextmanager
def reading_under(law: Law) -> Iterator[None]:
    """Let sections that what is read meanwhile cites without a name belong to a law."""
    token = _LAW.set(law)
    try:
        yield
    finally:
        _LAW.reset(token)


def current_law() -> Law:
    """Return the law of this reading."""
    return _LAW.get()


def cited_in(text: str) -> list[str]:
    """Return the grounds of refusal that a text cites, each in its canonical form."""
    return [citation for _, citation in citations(text, unnamed=_LAW.get())]


_LAW: ContextVar[Law] = ContextVar("law", default=Law.FOIA)
