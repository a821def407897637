"""The words of a page with their places: which of them somebody looks for, and the boxes around them."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in points from the top left of the page as it is shown."""

# Curly marks, hyphens that look alike, and signs that nobody sees.
_STRAIGHT = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201b", "'"),
        **dict.fromkeys("\u201c\u201d", '"'),
        **dict.fromkeys("\u2010\u2011\u2013", "-"),
        **dict.fromkeys(
            "\xad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff", None
        ),
    }
)
_LETTER = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class PageWord:
    """A word as it stands on a page, with what sticks to it; lines are numbered as they are read."""

    text: str
    box: Box
    line: int


@dataclass(frozen=True, slots=True)
class Place:
    """Words that stand beside each other on one line, and the box around them."""

    text: str
    box: Box


def places_of(words: Sequence[PageWord], *sought: str) -> tuple[tuple[Place, ...], ...]:
    """Return where words stand on a page: each time one place, or several where they run over lines.

    Capitals, ways to write accents, curly marks and a hyphen at the end of a line make no difference; what is
    part of a longer word is another word. Where what is sought overlaps, as a name and its surname, it is one.
    """
    text, owners = _joined(words)
    found = [
        {place for place in owners[one.start(1) : one.end(1)] if place >= 0}
        for pattern in filter(None, map(_pattern, sought))
        for one in pattern.finditer(text)
    ]
    return tuple(picked_places(words, one) for one in _without_overlaps(found))


def _without_overlaps(found: Iterable[set[int]]) -> list[set[int]]:
    """Return sets of words, those that share one put together, in the order of the page."""
    apart: list[set[int]] = []
    for one in sorted(found, key=min):
        if apart and one & apart[-1]:
            apart[-1] |= one
        else:
            apart.append(one)
    return apart


def picked_places(words: Sequence[PageWord], picked: Collection[int]) -> tuple[Place, ...]:
    """Return the places of picked words: those beside each other on a line are one, with the gap between them."""
    runs: list[list[int]] = []
    for place in sorted(one for one in set(picked) if 0 <= one < len(words)):
        last = runs[-1][-1] if runs else -2
        if place == last + 1 and words[place].line == words[last].line:
            runs[-1].append(place)
        else:
            runs.append([place])
    return tuple(_place(words[one] for one in run) for run in runs)


def words_in(words: Sequence[PageWord], box: Box) -> str:
    """Return the words whose middle stands in a box, in the order in which they are read."""
    return " ".join(one.text for one in words if is_in(one.box, box))


def whole_line(words: Sequence[PageWord], box: Box) -> Place | None:
    """Return the place of every line of which a word stands in a box; None where none does."""
    lines = {one.line for one in words if is_in(one.box, box)}
    held = [one for one in words if one.line in lines]
    return _place([*held, PageWord("", box, -1)]) if held else None


def is_in(inner: Box, outer: Box) -> bool:
    """Return whether the middle of a box stands in another."""
    across, down = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= across <= outer[2] and outer[1] <= down <= outer[3]


def says(text: str, sought: str) -> bool:
    """Return whether a text says words that are sought, as `places_of` finds them on a page."""
    pattern = _pattern(sought)
    return pattern is not None and pattern.search(_plain(text)) is not None


def _place(words: Iterable[PageWord]) -> Place:
    some = list(words)
    lefts, tops, rights, bottoms = zip(*(one.box for one in some), strict=True)
    text = " ".join(one.text for one in some if one.text)
    return Place(text, (min(lefts), min(tops), max(rights), max(bottoms)))


def _joined(words: Sequence[PageWord]) -> tuple[str, list[int]]:
    """Return the text of a page, and of each of its characters the place of its word; -1 between two."""
    text: list[str] = []
    owners: list[int] = []
    for place, plain, is_broken in _plain_words(words):
        text += plain
        owners += [place] * len(plain)
        if not is_broken:
            text.append(" ")
            owners.append(-1)
    return "".join(text), owners


def _plain_words(words: Sequence[PageWord]) -> Iterator[tuple[int, str, bool]]:
    """Yield each word's place, its plain text, and whether it goes on at the beginning of the next line."""
    for place, word in enumerate(words):
        plain = _plain(word.text)
        has_next = place + 1 < len(words) and words[place + 1].line != word.line
        is_broken = has_next and len(plain) > 1 and plain.endswith("-")
        yield place, plain[:-1] if is_broken else plain, is_broken


def _pattern(sought: str) -> re.Pattern[str] | None:
    plain = _plain(sought)
    if not any(map(str.isalnum, plain)):
        return None
    parts = plain.split()
    joined = r"\s+".join(r"-?".join(map(re.escape, one.split("-"))) for one in parts)
    before = r"(?<!\w)" if _LETTER.match(parts[0]) else ""
    behind = r"(?!\w)" if _LETTER.match(parts[-1][-1]) else ""
    # Looked ahead for, so that what overlaps is found each time: "an an" stands twice in "an an an".
    return re.compile(f"{before}(?=({joined}){behind})")


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text.translate(_STRAIGHT)).casefold()
