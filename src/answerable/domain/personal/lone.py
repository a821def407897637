"""Single words that may be names: a first name, a surname, or what people are said to say and do."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from answerable.domain.personal.full_names import is_only_first, is_only_surname, is_unknown
from answerable.domain.personal.gazetteer import Gazetteer, folded
from answerable.domain.personal.kinds import Certainty
from answerable.domain.personal.titled import NameSpan, is_title
from answerable.domain.personal.words import Word

_SHORTEST = 4
_FIRST = "it is a first name in use"
_SURNAME = "it is a surname in use"
_ELSEWHERE = "it is part of a name that stands elsewhere in the text"
_SPEAKS = "the words beside it speak of a person"
_SMALL_LETTERS = "a first name and a surname in use stand together in small letters"
_CUE = re.compile(
    r"\b(?:according to|(?:spoke|spoken|speak|talked|wrote|written|said|listened) (?:to|with)|told|asked|informed|e?mailed|phoned|rang|met"
    r"|interviewed|thanked|saw|accused|sacked|hired|dismissed|suspended|promoted|colleagues?|manager|called|named|friend|neighbour|brother|sister"
    r"|mother|father|son|daughter|wife|husband|partner|boss|saying that|copied in|cc(?:[’']d)?)[ ,:]{1,2}$",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r",? (?:said|says|told|asked|wrote|writes|replied|confirmed|stated|explained|claim(?:s|ed)|alleged|denie[sd]|agreed|admitted|complained"
    r"|thinks?|thought|feels?|felt|knows?|knew|who|has left|is on leave|is off|was arrested|was dismissed|was promoted|resigned|retired|lives?|lived"
    r"|and I)\b"
)
_REACH = 24
_WORD = re.compile(r"(?<![^\W_])[^\W\d_A-Z][^\W\d_A-Z'’-]{2,24}(?![^\W_])")
_ENDS = ".!?:\n•"


@dataclass(frozen=True, slots=True)
class Alone:
    """A word with a capital that belongs to no whole name; whether an ordinary word stands behind it."""

    word: Word
    is_followed: bool


def lone_names(alone: Iterable[Alone], parts: set[str], text: str) -> Iterator[NameSpan]:
    """Yield the words that may be names; `parts` are those of the whole names of the text."""
    for one in alone:
        word = one.word
        if word.is_initial or word.is_a("offices") or is_title(word) or _is_in_address(text, word):
            continue
        told = _told(one, parts, text)
        if told:
            yield NameSpan(word.start, word.end, *told)


def pairs_in_small_letters(text: str, known: Gazetteer) -> Iterator[NameSpan]:
    """Yield first names and surnames in small letters that stand together and are nothing else."""
    first = None
    for match in _WORD.finditer(text):
        word = folded(match[0])
        is_plain = (
            word not in known.words and word not in known.places and word not in known.offices
        )
        if first and is_plain and match.start() == first.end() + 1 and word in known.surnames:
            yield NameSpan(first.start(), match.end(), Certainty.POSSIBLE, _SMALL_LETTERS)
            first = None
            continue
        first = match if is_plain and word in known.first else None


def _told(one: Alone, parts: set[str], text: str) -> tuple[Certainty, str] | None:
    word = one.word
    is_first = _begins_sentence(text, word.start)
    is_odd = word.is_a("words") or word.is_a("places")
    if (
        word.text.lower() in parts
        and not (is_first and word.is_a("words"))
        and not word.is_a("places")
    ):
        return Certainty.LIKELY, _ELSEWHERE
    if word.is_upper:
        return None
    if is_only_first(word) and len(word.text) >= _SHORTEST:
        return Certainty.POSSIBLE, _FIRST
    return None if one.is_followed else _told_alone(word, text, is_first=is_first, is_odd=is_odd)


def _told_alone(
    word: Word, text: str, *, is_first: bool, is_odd: bool
) -> tuple[Certainty, str] | None:
    if is_only_surname(word) and not is_first and len(word.text) >= _SHORTEST:
        return Certainty.POSSIBLE, _SURNAME
    is_named = word.is_a("common") or word.is_a("first") or word.is_a("surnames")
    may_be = is_unknown(word) or (is_named and not (is_first and is_odd))
    if may_be and not word.is_a("places") and _is_spoken_of(text, word):
        return Certainty.POSSIBLE, _SPEAKS
    return None


def _is_spoken_of(text: str, word: Word) -> bool:
    before = text[max(0, word.start - _REACH) : word.start]
    return bool(_CUE.search(before) or _ACTS.match(text, word.end))


def _begins_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].strip(" \t\"“‘'(>-")
    return start == 0 or before == "" or before[-1] in _ENDS or text[start - 1] == "\n"


def _is_in_address(text: str, word: Word) -> bool:
    """Return whether a word is part of an address of mail or of a page, or of a name with figures."""
    before, after = text[word.start - 1 : word.start], text[word.end : word.end + 2]
    is_behind = before in ("@", "/", "\\", "_", "#", ".") and before != ""
    return (
        is_behind
        or (after[:1] in ("@", "/", "\\", "_") and after != "")
        or (after[:1] == "." and after[1:].isalnum())
    )
