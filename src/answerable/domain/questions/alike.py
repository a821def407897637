"""Whether questions are in the same words: capitals, spaces and signs make no difference."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable

_WORD = re.compile(r"\w+")


def plain_words(text: str) -> str:
    """Return the words of a text in their order, without what makes no difference."""
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def is_same_question(text: str, other: str) -> bool:
    """Return whether two questions ask the same in the same words; one without words is like no other."""
    words = plain_words(text)
    return bool(words) and words == plain_words(other)


def digest_of_questions(texts: Iterable[str]) -> str:
    """Return what is the same for requests that ask the same questions, in whatever order; "" for none."""
    words = sorted(plain_words(one) for one in texts)
    if not any(words):
        return ""
    return hashlib.sha256("\n".join(words).encode()).hexdigest()
