"""The names in a question: words with a capital where no sentence begins."""

from collections.abc import Sequence

from answerable.domain.precedent.wording import usual_wording
from answerable.domain.precedent.words import Word

# A text in which most words have a capital is a heading, and its capitals say nothing.
_MOSTLY = 0.6
_JOINS = "of"


def names(words: Sequence[Word]) -> dict[int, int]:
    """Return where names begin, and of how many words each is: "University of Brackwater", "Zone 3"."""
    if sum(_is_capital(one) for one in words) > _MOSTLY * len(words):
        return {}
    found: dict[int, int] = {}
    place = 0
    while place < len(words):
        end = _end_of_name(words, place)
        if end - place > 1 or (end > place and not words[place].begins_sentence):
            # A phrase may take the first words of a name ("staff at HMP"), and leave the rest.
            found |= {at: end - at for at in range(place, end) if _is_capital(words[at])}
        place = max(end, place + 1)
    return found


def _end_of_name(words: Sequence[Word], start: int) -> int:
    """Return where the name ends that begins at a place; the place itself if none does."""
    small = usual_wording().small
    end = start
    while end < len(words):
        one = words[end]
        if end > start and one.begins_part:
            break
        is_number = end > start and one.printed.isdigit()
        if not is_number and (not _is_capital(one) or one.lower in small):
            break
        end += 1
        following = words[end + 1] if end + 1 < len(words) else None
        if words[end : end + 1] and words[end].lower == _JOINS and following:
            end += _is_capital(following) and not following.begins_part
    return end


def _is_capital(word: Word) -> bool:
    return word.printed[0].isupper()
