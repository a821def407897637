"""Signs that nobody sees among the letters of a text."""

import re
from collections.abc import Iterator

_UNSEEN = re.compile(
    "[\U000e0000-\U000e007f\U000e0100-\U000e01ef\u2060-\u2064\u206a-\u206f\u180e]"
    "|[\u200b-\u200f\u202a-\u202e\ufeff]{3}|(?:[\u200b\u200c\u200d\ufeff][^\u200b-\u200d\ufeff]{0,3}){8}"
    "|[\x00-\x08\x0e-\x1f\x7f]"
)


def unseen_signs(text: str) -> Iterator[str]:
    """Yield where signs without a width or shape stand: tags, marks of direction and joiners in numbers."""
    for found in _UNSEEN.finditer(text):
        yield text[max(0, found.start() - 20) : found.end() + 20]
