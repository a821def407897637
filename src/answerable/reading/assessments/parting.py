"""Lines that an extraction ran together: labels on one line, and a heading behind the end of a paragraph."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from answerable.domain.assurance import Framework
from answerable.reading.assessments.labels import known_labels
from answerable.reading.assessments.levels import level_of_cell
from answerable.reading.assessments.lines import Line
from answerable.reading.assessments.numbers import lead_numbers
from answerable.reading.assessments.sections import is_criterion, section_of

_LINES_OF_FRONT = 15
_ENDED = re.compile(r"(?<=[.)\]])\s+(?=(?:[A-Z][^.]{3,60}|\d\.\d\.\d{1,2}\b[^.]{2,60})$)")
_TITLES = ("Report", "Review", "Assessment", "Excellence", "Standard")


def parted(lines: Sequence[Line], framework: Framework) -> list[Line]:
    """Return lines, begun anew at a label of the front page, and at a heading that stands behind a paragraph."""
    found = []
    for place, line in enumerate(lines):
        texts = [line.text]
        if not line.rows and place < _LINES_OF_FRONT:
            texts = _within().split(line.text)
        pieces = [each for text in texts for each in _headed(text, framework)]
        found += [replace(line, text=each) for each in pieces] if len(pieces) > 1 else [line]
    return found


def _headed(text: str, framework: Framework) -> Iterator[str]:
    at = _ENDED.search(text)
    if at:
        tail = Line(text[at.end() :], 0, 0)
        if section_of(tail) or is_criterion(tail, framework) or _gives_level(tail.text, framework):
            yield text[: at.start()]
            yield tail.text
            return
    yield text


def _gives_level(text: str, framework: Framework) -> bool:
    """Return whether a line is elements and their level: "4.3.5 - Met in part"."""
    numbers, rest = lead_numbers(text, framework)
    return bool(numbers) and level_of_cell(rest, framework) is not None


@cache
def _within() -> re.Pattern[str]:
    labels = [re.escape(label.capitalize()) for label, _, _ in known_labels()]
    several = [one for one in labels if r"\ " in one]
    names = [one for one in several if one.endswith((r"\ by", r"\ for"))]
    behind = "|".join(rf"(?<={title})" for title in _TITLES)
    return re.compile(
        rf"(?<=\w)\s+(?=(?:{'|'.join(several)})\s*:\s|(?:{'|'.join(names)})\s+[A-Z])"
        rf"|(?:{behind})\s+(?=(?:{'|'.join(labels)})\s*:\s)"
    )
