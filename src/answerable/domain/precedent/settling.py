"""Why somebody says that a contradiction may stand, and what each side said when they did."""

import hashlib
from collections.abc import Iterable
from enum import StrEnum


class Because(StrEnum):
    """Why a contradiction is settled."""

    CHANGED = "circumstances changed"
    ASKED = "asked differently"
    WRONG = "one answer was wrong and is corrected"
    LAW = "the law or guidance changed"
    OTHER = "other"


def said_digest(
    text: str, answer: str, *, outcomes: Iterable[str], exemptions: Iterable[str]
) -> str:
    """Return the digest of a question with its decision and answer: case and line ends change nothing."""
    parts = (_plain(text), _plain(answer), *sorted(outcomes), "", *sorted(exemptions))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
