"""Which words of a file none of its drawn pages shows: a comparison that knows of no trick."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from answerable.inspecting.compared.held import PIECE, Held, Kind
from answerable.inspecting.formats.words import (
    is_of_the_format,
    is_usual_font,
    is_usual_style,
)

_WORD = re.compile(r"[^\W_]+")
_PIECED_WORD = re.compile(rf"[^\W_]+(?:{PIECE}+[^\W_]+)*")
_SHORTEST_WORD = 3
_SHORTEST_NUMBER = 6
_WITHIN_OTHERS = 6
_MOST_SEARCHED = 20_000
_IN_CELLS = 8
_FUNCTION = re.compile(r"[A-Za-z_.\d]+\(|\$?[A-Z]{1,3}\$?\d+")
# A picture in RTF is written in digits: the bytes that it holds are for those who look into pictures.
_DIGITS_OF_A_PICTURE = re.compile(r"[0-9a-f]{64,}", re.IGNORECASE)
_OF_DATES = re.compile(r"[dmyhs]+", re.IGNORECASE)
_IDENTITY = re.compile(
    r"r?(?:id|sp)?\d+|[a-z]{1,4}\d+(?:[a-z]\d*)?|\{?[0-9a-f\-]{6,36}\}?|_?x0000_\w+"
    r"|(?:table|pivot)style(?:light|medium|dark)\d+|[a-z]{2,3}-[A-Z]{2}",
    re.IGNORECASE,
)
_OF_THE_FORMAT = re.compile(
    r"https?://(?:schemas\.[a-z\-]+\.(?:com|org)|purl\.o(?:rg|clc\.org)|www\.w3\.org|docs\.oasis-open\.org"
    r"|openoffice\.org)/|urn:schemas-microsoft|(?:application|image|text|audio|video)/[\w.+\-]+$"
)


@dataclass(slots=True)
class Page:
    """What pages show: their words, and all their letters and digits in order, folded."""

    words: frozenset[str]
    letters: str
    _known: dict[str, bool] = field(default_factory=dict)

    def has(self, text: str) -> bool:
        """Return whether a text is shown as it is, however its words are parted."""
        sought = _plain(text)
        if not sought:
            return True
        if sought not in self._known and len(self._known) < _MOST_SEARCHED:
            self._known[sought] = sought in self.letters
        return self._known.get(sought, False)

    def has_word(self, word: str) -> bool:
        """Return whether a word is shown: by itself, or, where it is long enough, as a part of others."""
        folded = word.casefold()
        return folded in self.words or (len(folded) >= _WITHIN_OTHERS and self.has(folded))


def unseen_words(
    texts: Iterable[Held], page: Page, explained: frozenset[str], *, has_cells: bool
) -> Iterator[tuple[Held, list[str]]]:
    """Yield each text that says words which no page shows and no finding told, and those words.

    A column cuts off what is too long for it, in an office as on the page: in a file that `has_cells`, a text of
    which the beginning or the end is shown is taken for shown.
    """
    for held in texts:
        if held.kind is Kind.WORDS and _is_shown(held.text, page, has_cells=has_cells):
            continue
        words = [
            one
            for whole in _told_by(held)
            if not page.has_word(whole.replace(PIECE, ""))
            for one in _pieces(whole, held.kind)
            if not (page.has_word(one) or one.casefold() in explained)
        ]
        if words:
            yield held, words


def words_in(text: str) -> Iterator[str]:
    """Yield the words of a text, folded."""
    yield from _WORD.findall(text.casefold())


def _is_shown(text: str, page: Page, *, has_cells: bool) -> bool:
    plain = _plain(text)
    # A short text stands within others by chance: its words have to be shown each by itself.
    if len(plain) >= _WITHIN_OTHERS and page.has(plain):
        return True
    is_cut_off = has_cells and len(plain) > _IN_CELLS
    return is_cut_off and (page.has(plain[:_IN_CELLS]) or page.has(plain[-_IN_CELLS:]))


def _told_by(held: Held) -> Iterator[str]:
    """Yield the words that a text says, and that are none of a format or a program."""
    text = held.text
    if held.kind is Kind.NUMBER:
        is_whole = text.isdecimal() and len(text) >= _SHORTEST_NUMBER
        yield from [text] if is_whole else []
        return
    if held.kind is Kind.INSTRUCTION:
        text = _FUNCTION.sub(" ", text)
    if held.kind is Kind.ATTRIBUTE and _is_of_programs(text):
        return
    yield from _PIECED_WORD.findall(text)


def _pieces(word: str, kind: Kind) -> list[str]:
    """Return a word's pieces that say more than a format or a program does; a word in tiny pieces as a whole."""
    pieces = word.split(PIECE)
    if max(map(len, pieces)) < _SHORTEST_WORD:
        pieces = ["".join(pieces)]
    return [one for one in pieces if _says_something(one, kind)]


def _says_something(word: str, kind: Kind) -> bool:
    if word.isdecimal():
        return len(word) >= _SHORTEST_NUMBER and kind in (Kind.WORDS, Kind.NUMBER)
    return len(word) >= _SHORTEST_WORD and not _is_of_the_office(word, kind)


def _is_of_the_office(word: str, kind: Kind) -> bool:
    if is_of_the_format(word) or word.casefold() in _ordinary():
        return True
    if _DIGITS_OF_A_PICTURE.fullmatch(word):
        return True
    return kind is Kind.ATTRIBUTE and bool(_OF_DATES.fullmatch(word))


def _is_of_programs(value: str) -> bool:
    return (
        is_of_the_format(value)
        or is_usual_font(value)
        or is_usual_style(value)
        or bool(_OF_THE_FORMAT.match(value))
        or bool(_IDENTITY.fullmatch(value))
    )


@cache
def _ordinary() -> frozenset[str]:
    """Return the words that offices and their templates write of themselves into each file."""
    text = resources.files("answerable.inspecting.compared").joinpath("ordinary.txt")
    return frozenset(text.read_text("utf-8").split())


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
