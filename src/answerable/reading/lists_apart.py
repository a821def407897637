"""Lists of a request that ask for nothing themselves: what questions are about, what a word means, the years for all."""

import re
from collections.abc import Sequence

from answerable.domain.questions import Bullet, PrintedLabel
from answerable.domain.questions.periods import is_period
from answerable.reading.blocks import Block
from answerable.reading.items import Mark, asks
from answerable.reading.sayings import openings

_DEFINES = re.compile(openings("asking")["defines"], re.IGNORECASE)
_INCLUDES = re.compile(openings("asking")["includes"], re.IGNORECASE)
_LONGEST_DEFINING = 120
_FEWEST = 2


def without_lists(marks: list[Mark]) -> list[Mark]:
    """Return the marks of a request without bullets that stand before its numbers and ask nothing: "The files are:", "• …"."""
    counted = [place for place, one in enumerate(marks) if _is_numbered(one)]
    if len(counted) < _FEWEST or counted[0] < _FEWEST:
        return marks
    bullets = marks[: counted[0]]
    is_list = all(isinstance(one.mark, Bullet) and not asks(one.text) for one in bullets)
    return marks[counted[0] :] if is_list else marks


def without_periods(marks: list[Mark]) -> list[Mark]:
    """Return the marks of a request without those that only list the periods for which all of its questions ask.

    They stand above the first question in another style, or behind the last and words that lead to them.
    """
    are_periods = [is_period(one.text) for one in marks]
    if all(are_periods) or sum(are_periods) < _FEWEST:
        return marks
    first = are_periods.index(False)
    last = len(marks) - are_periods[::-1].index(False)
    if first < _FEWEST or _style(marks[0]) == _style(marks[first]):
        first = 0
    is_led = last < len(marks) and marks[last].block > marks[last - 1].block + 1
    if len(marks) - last < _FEWEST or not is_led:
        last = len(marks)
    return marks[first:last]


def _style(mark: Mark) -> str:
    return mark.mark.style if isinstance(mark.mark, PrintedLabel) else mark.printed


def without_defined(marks: Sequence[Mark], blocks: Sequence[Block]) -> list[Mark]:
    """Return the marks of a request without the points that only say what a word means: "By records I am referring to:", "• letters".

    Nor those that say what is included in what another list asks for: "This should include:", "1. the minutes".
    """
    left = _without_led(_DEFINES, [*marks], blocks, only_bullets=True)
    asked = _without_led(_INCLUDES, left, blocks, only_bullets=False)
    return asked if sum(map(_is_numbered, asked)) >= _FEWEST else left


def _without_led(
    leads: re.Pattern[str], marks: Sequence[Mark], blocks: Sequence[Block], *, only_bullets: bool
) -> list[Mark]:
    """Return marks without the points right below a paragraph that leads to them so, but for those that ask or count on."""
    left: list[Mark] = []
    is_led, last = False, -_FEWEST
    for mark in marks:
        if mark.block != last + 1:
            above = blocks[mark.block - 1].text if mark.block else ""
            is_led = leads.search(above[-_LONGEST_DEFINING:].rstrip()) is not None
            is_led = is_led and not (left and _counts_on(left[-1], mark))
        last = mark.block
        may_ask = mark.text.rstrip().endswith("?") or (only_bullets and asks(mark.text))
        is_point = isinstance(mark.mark, Bullet) or not only_bullets
        if not is_led or may_ask or not is_point:
            left.append(mark)
    return left


def _counts_on(last: Mark, mark: Mark) -> bool:
    """Return whether a point has the number behind that of the last: then it belongs to one list with it."""
    if not (isinstance(last.mark, PrintedLabel) and isinstance(mark.mark, PrintedLabel)):
        return False
    first, second = last.mark.number or "", mark.mark.number or ""
    return first.isdigit() and second.isdigit() and int(second) == int(first) + 1


def _is_numbered(mark: Mark) -> bool:
    return isinstance(mark.mark, PrintedLabel) and mark.mark.number is not None
