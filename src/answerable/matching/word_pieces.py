"""Text into the pieces of words that a model of language knows: the WordPiece of BERT, in lower case."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_UNKNOWN, _BEGIN, _END = "[UNK]", "[CLS]", "[SEP]"
_INSIDE = "##"
_LONGEST_WORD = 100
_UNSEEN = frozenset(["Cc", "Cf", "Co", "Cs"])
# What ASCII has besides letters, digits and spaces stands alone, although Unicode calls some of it symbols.
_ALONE = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
# Signs that are words by themselves: the blocks of Chinese, as BERT has them.
_SIGNS = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2CEAF),
    (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)


@dataclass(frozen=True, slots=True)
class WordPieces:
    """The pieces that a model knows, each with its number."""

    numbers: Mapping[str, int]

    def of(self, text: str, *, most: int) -> list[int]:
        """Return the numbers of the pieces of a text, between those that begin and end it; at most so many."""
        pieces = [_BEGIN]
        for word in _words(text):
            pieces += self._pieces(word)
            if len(pieces) >= most:
                break
        return [self.numbers[one] for one in [*pieces[: most - 1], _END]]

    def _pieces(self, word: str) -> list[str]:
        """Return the longest pieces of a word from left to right; one unknown if some of it is none."""
        found: list[str] = []
        start = 0
        while start < len(word) <= _LONGEST_WORD:
            before = _INSIDE if start else ""
            end = len(word)
            while end > start and before + word[start:end] not in self.numbers:
                end -= 1
            if end == start:
                return [_UNKNOWN]
            found.append(before + word[start:end])
            start = end
        return found or [_UNKNOWN]


def _words(text: str) -> Iterator[str]:
    """Yield the words of a text in lower case without accents; each mark of punctuation is one."""
    word = ""
    for character in unicodedata.normalize("NFD", _cleaned(text)).lower():
        if unicodedata.category(character) == "Mn":
            continue
        is_alone = _is_punctuation(character) or _is_sign(character)
        if (is_alone or character.isspace()) and word:
            yield word
            word = ""
        if is_alone:
            yield character
        elif not character.isspace():
            word += character
    if word:
        yield word


def _cleaned(text: str) -> str:
    """Return a text without what nobody sees; whatever parts words is a space."""
    return "".join(
        " " if one in "\t\n\r" or unicodedata.category(one) == "Zs" else one
        for one in text
        if one in "\t\n\r" or not (one in "\0\ufffd" or unicodedata.category(one) in _UNSEEN)
    )


def _is_punctuation(character: str) -> bool:
    return character in _ALONE or unicodedata.category(character).startswith("P")


def _is_sign(character: str) -> bool:
    return any(first <= ord(character) <= last for first, last in _SIGNS)
