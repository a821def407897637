"""What stands above a question, as one text: what it is read with, and behind an empty line what its request is about."""

import re
from collections.abc import Iterable

_EMPTY_LINE = "\n\n"
_EMPTY_LINES = re.compile(r"\n\s*\n")


def above_text(carried: Iterable[str], topic: Iterable[str]) -> str:
    """Return what stands above a question as one text."""
    first, second = ("\n".join(map(_closed_up, each)) for each in (carried, topic))
    return first + _EMPTY_LINE + second if second else first


def parts_of(above: str) -> tuple[str, str]:
    """Return of what stands above a question what it is read with, and what its request is about besides."""
    carried, _, topic = above.partition(_EMPTY_LINE)
    return carried, topic


def _closed_up(text: str) -> str:
    return _EMPTY_LINES.sub("\n", text.strip())
