"""Which standard a report is about."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from answerable.domain.assurance import Framework, known_frameworks
from answerable.reading.assessments.levels import named_in
from answerable.reading.assessments.numbers import numbers_in
from answerable.reading.assessments.words import pattern

_FEWEST = 3
_MORE: ContextVar[tuple[Framework, ...]] = ContextVar("more", default=())


@contextmanager
def with_frameworks(frameworks: Sequence[Framework]) -> Iterator[None]:
    """Let reports that are read meanwhile be about these standards, before those that come with the product."""
    token = _MORE.set(tuple(frameworks))
    try:
        yield
    finally:
        _MORE.reset(token)


def frameworks_at_hand() -> tuple[Framework, ...]:
    """Return the standards that a report may be about: an office's own before those of the product."""
    own = {one.key: one for one in _MORE.get()}
    return (*own.values(), *(one for key, one in known_frameworks().items() if key not in own))


def framework_in(text: str) -> tuple[Framework | None, str | None]:
    """Return the standard that a text is about, and how the text names it.

    A standard that is named more often goes first; one that no text names is told by its levels and its numbers.
    None with a name is a standard that is not known here; None twice says that no text names any.
    """
    named = [
        (len(found), one, found[0]) for one in frameworks_at_hand() if (found := _named(one, text))
    ]
    others = [found.group() for found in pattern("standards", "others").finditer(text)]
    if named:
        times, framework, printed = max(named, key=lambda one: one[0])
        if len(others) <= times or _by_shape(text, framework):
            return framework, printed
    if others:
        return None, others[0]
    return next((one for one in frameworks_at_hand() if _by_shape(text, one)), None), None


def _named(framework: Framework, text: str) -> list[str]:
    words = framework.name.split()
    short = "".join(one[0] for one in words)
    names = [
        re.escape(framework.name).replace(r"\ ", r"\s+"),
        re.escape(framework.cy).replace(r"\ ", r"\s+"),
    ]
    found = [one.group() for one in re.finditer("|".join(filter(None, names)), text, re.IGNORECASE)]
    if len(short) > 2:  # noqa: PLR2004 two letters may stand for anything
        found += [one.group() for one in re.finditer(rf"(?<!\w){re.escape(short)}(?!\w)", text)]
    return found


def _by_shape(text: str, framework: Framework) -> bool:
    known = {one for one in numbers_in(text, framework) if framework.element(one)}
    return len(known) >= _FEWEST and bool(named_in(text, framework))
