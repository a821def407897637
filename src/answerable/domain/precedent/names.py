"""The names in a question: words with a capital where no sentence begins."""

from collections.abc import Sequence

from answerable.domain.precedent.wording import usual_wording
from answerable.domain.precedent.words import Word

# A text in which most words have a capital is a heading, and its capitals say nothing.
_MOSTLY = 0.6
_LEAST_OF_A_LABEL = 3
_JOINS = "of"
# In the name of a body alone: "Brackwater Fire and Rescue Service".
_JOINS_IN_BODIES = "and"


def names(words: Sequence[Word]) -> dict[int, int]:
    """Return where names begin, and of how many words each is: "University of Brackwater", "Zone 3"."""
    if sum(_is_capital(one) for one in words) > _MOSTLY * len(words):
        return {}
    found: dict[int, int] = {}
    place = _end_of_label(words)
    while place < len(words):
        end = _end_of_name(words, place)
        if end - place > 1 or (end > place and not words[place].begins_sentence):
            # A phrase may take the first words of a name ("staff at HMP"), and leave the rest.
            found |= {at: end - at for at in range(place, end) if _is_capital(words[at])}
        place = max(end, place + 1)
    return found


def _end_of_label(words: Sequence[Word]) -> int:
    """Return where the label ends that a question begins with, every word of which has a capital; 0 if it has none.

    "Contract Renewal Date – please give day and month" names nothing.
    """
    end = next((at for at, one in enumerate(words) if at and one.begins_sentence), 0)
    telling = [one for one in words[:end] if one.lower not in usual_wording().small]
    is_label = len(telling) >= _LEAST_OF_A_LABEL and all(map(_is_capital, telling))
    is_of_a_body = bool(telling) and any(is_of_body(one.lower) for one in telling)
    return end if is_label and not is_of_a_body else 0


def _end_of_name(words: Sequence[Word], start: int) -> int:
    """Return where the name ends that begins at a place; the place itself if none does."""
    small = usual_wording().small
    turning = usual_wording().turning
    end = start
    while end < len(words):
        one = words[end]
        if end > start and one.begins_part:
            break
        is_number = end > start and one.printed.isdigit()
        is_none = not _is_capital(one) or one.lower in small or turning.at([one.lower], 0)
        if not is_number and is_none:
            break
        end += 1
        following = words[end + 1] if end + 1 < len(words) else None
        if words[end : end + 1] and words[end].lower == _JOINS and following:
            end += _is_capital(following) and not following.begins_part
    return _end_of_body(words, start, end)


def _end_of_body(words: Sequence[Word], start: int, end: int) -> int:
    """Return where the name of a body ends of which a name may be the first half; the end of that if none does."""
    joins = words[end : end + 1]
    if start == end or not joins or joins[0].begins_part or joins[0].lower != _JOINS_IN_BODIES:
        return end
    last = _end_of_name(words, end + 1)
    is_body = last > end + 1 and is_of_body(words[last - 1].lower)
    return last if is_body and not is_of_body(words[end - 1].lower) else end


def is_of_body(last: str) -> bool:
    """Return whether a name ends like that of a body, which may be the one that is asked."""
    return last in usual_wording().bodies


def _is_capital(word: Word) -> bool:
    return word.printed[0].isupper()
