"""A question and its answer in one block: "1. How many? – Seven"."""

import re
from functools import lru_cache
from itertools import pairwise

from answerable.reading.blocks import Block
from answerable.reading.items import asks
from answerable.reading.matches import is_quoted

_WORD = re.compile(r"[^\W_]+")
_BEHIND = re.compile(r"[\s?.:;,)\]\u2013\u2014=>-]*")
_PARTS = re.compile(r"[?:\n\u2013\u2014=]|\s-\s|\.\s")
_BOTH = re.compile(
    r"(?P<asked>.{8,}?\?)\s*[-\u2013\u2014:]?\s*(?P<told>[^?]*[^\s?][^?]*)", re.DOTALL
)


def behind_question(question: str, block: Block, words: str) -> str | None:
    """Return what stands behind a question that a block repeats; None if it does not, or nothing is there.

    `words` are the block's without its label. Something must part the answer from the question: a mark, a
    line's end, another style.
    """
    end = _end_of(question, words)
    if end is None:
        return None
    gap = _BEHIND.match(words, end)
    rest = words[gap.end() if gap else end :].strip()
    if not any(map(str.isalnum, rest)) or rest.endswith("?"):
        return None
    is_parted = gap is not None and _PARTS.search(words[end : gap.end()] + " ") is not None
    return rest if is_parted or _changes_style(block, len(block.text) - len(words) + end) else None


def _end_of(question: str, words: str) -> int | None:
    """Return where a question ends that a text begins with, word by word or nearly so; None if it does not."""
    first, begins = _WORD.search(question), _WORD.search(words)
    if not first or not begins:
        return None
    if first.group().lower() != begins.group().lower() and "?" not in words:
        return None
    asked = _asked(question)
    end = 0
    for number, found in enumerate(_WORD.finditer(words)):
        if number == len(asked):
            return end
        if found.group().lower() != asked[number]:
            break
        end = found.end()
    mark = words.find("?")
    is_near = 0 < mark < len(words) - 1 and question.rstrip().endswith("?")
    return mark if is_near and is_quoted(question, words[:mark]) else None


@lru_cache(maxsize=1024)
def _asked(question: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORD.findall(question))


def _changes_style(block: Block, place: int) -> bool:
    """Return whether italic or bold words end within a character or two of a place."""
    begins = 0
    for run, following in pairwise(block.runs):
        begins += len(run.text)
        is_other = (run.italic, run.bold) != (following.italic, following.bold)
        if is_other and abs(begins - place) <= 2:  # noqa: PLR2004 a mark and a space
            return True
    return False


def question_and_answer(text: str) -> tuple[str, str] | None:
    """Return a question and what answers it behind its mark; None where that asks, too, or nothing is there."""
    found = _BOTH.fullmatch(text.strip())
    if found is None or asks(found["told"]):
        return None
    return found["asked"].strip(), found["told"].strip()
