"""Marks in front of the items of a letter: labels, bullets, and what is left of either."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from answerable.domain.questions.labels import PrintedLabel, leading_label
from answerable.domain.questions.numbering import Bullet
from answerable.domain.questions.periods import is_period

Mark = PrintedLabel | Bullet


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks that count only because others of their kind stand in the same letter."""

    has_rings: bool
    has_blocks: bool


NO_MARKS = Marks(has_rings=False, has_blocks=False)
_BULLET = re.compile(r"(?:[•●◦▪‣*·–—-]|\u00b7|\u2043|\uf0b7)\s+")
# What is left of a hollow bullet when a word processor's list becomes plain text.
_RING = re.compile(r"o\s+(?=\S)")
_REQUEST = re.compile(r"request\s(?:no\.?\s)?(?P<number>\d{1,3})\s?[:.)\u2013-]\s*", re.IGNORECASE)


def marks_of(lines: Iterable[str]) -> Marks:
    """Return which of the marks that need others of their kind count in these lines."""
    texts = list(lines)
    labels = [leading_label(text) for text in texts if text[:1] in ("A", "B")]
    return Marks(
        has_rings=sum(_RING.match(text) is not None for text in texts) > 1,
        has_blocks={"A", "B"} <= {label.block for label in labels if label and not label.number},
    )


def mark_of(text: str, marks: Marks = NO_MARKS) -> tuple[Mark | None, str | None, int]:
    """Return the mark that a line begins with, as printed, and where the words behind it begin."""
    bullet = _BULLET.match(text) or (_RING.match(text) if marks.has_rings else None)
    if bullet:
        return Bullet(), text[: bullet.end()].strip(), bullet.end()
    request = _REQUEST.match(text)
    if request:
        printed = request.group().strip()
        named = PrintedLabel(printed, request.end(), number=request["number"], word="Request")
        return named, printed, request.end()
    label = leading_label(text)
    if label is None or label.is_answer or is_period(text):
        return None, None, 0
    if not (label.number or label.letter or label.roman or (label.block and marks.has_blocks)):
        return None, None, 0
    return label, label.printed, label.end
