"""Names as people spell them: with their accents or without, and whatever stands unseen between the letters.

A text is folded into plain letters, searched there, and changed where what was found stands in it: a pattern
that lists every spelling of every letter takes a tenth of a second to compile, for each person anew.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

_STROKES = {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D"}
"""Letters that hold another one and do not come apart."""
_APOSTROPHES = "'\u2019\u2018\u02bc"
_HYPHENS = "-\u2010\u2011\u2012\u2013"
_GONE = re.compile("[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]")
"""What stands on letters or between them: accents, and what is not shown (a soft hyphen, a space without width)."""
_SIGNS = {**_STROKES, **dict.fromkeys(_APOSTROPHES, "'"), **dict.fromkeys(_HYPHENS, "-")}


class _Folds(dict[int, str]):
    """What each character is in plain letters, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = fold = _folded(chr(code))
        return fold


def _folded(sign: str) -> str:
    apart = _GONE.sub("", unicodedata.normalize("NFKD", sign))
    fold = "".join(_SIGNS.get(one, one) for one in apart)
    # The sign of a trade mark is no letter: a name right behind it begins there.
    return sign if any(map(str.isalnum, fold)) and not sign.isalnum() else fold


_FOLDS = _Folds()


def plain(text: str) -> str:
    """Return a text without accents, in the letters and with the apostrophe and hyphen of a keyboard."""
    return text if text.isascii() else text.translate(_FOLDS)


def spelled(words: str) -> str:
    """Return the pattern of words in plain letters, with any space between them.

    It is empty where nothing is left of them that can be seen.
    """
    return r"\s+".join(map(re.escape, plain(words).split()))


@dataclass(frozen=True, slots=True)
class Spelling:
    """A pattern of plain letters that is found in every spelling: of "Sian Owen" it finds "Siân  Owen", too."""

    pattern: re.Pattern[str]

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where in a text something begins and ends that is spelled so."""
        folded = plain(text)
        found = [one.span() for one in self.pattern.finditer(folded)]
        if folded is text or not found:
            yield from found
            return
        ends = list(accumulate(1 if one.isascii() else len(_FOLDS[ord(one)]) for one in text))
        yield from _in_text(found, ends)

    def sub(self, instead: str, text: str) -> str:
        """Return a text with something in the place of all that is spelled so."""
        pieces, end = [], 0
        for begins, ends in self.spans(text):
            pieces += [text[end:begins], instead]
            end = ends
        return "".join((*pieces, text[end:]))


def _in_text(spans: Iterable[tuple[int, int]], ends: list[int]) -> Iterator[tuple[int, int]]:
    """Yield spans of a folded text as those of the text itself; `ends` has where each character ends, folded.

    What stands unseen behind the last letter belongs to it.
    """
    at = 0
    for first, last in spans:
        while ends[at] <= first:
            at += 1
        begins = at
        while at < len(ends) and (at == begins or ends[at] <= last or ends[at - 1] < last):
            at += 1
        yield begins, at


def spelling_of(
    words: Iterable[str],
    *,
    before: str = r"(?<!\w)",
    after: str = r"(?!\w)",
    flags: re.RegexFlag = re.IGNORECASE,
) -> Spelling | None:
    """Return what finds any of some patterns of `spelled` words, the first that fits; None without any."""
    patterns = "|".join(filter(None, words))
    return Spelling(re.compile(f"{before}(?:{patterns}){after}", flags)) if patterns else None
