"""Marks as they were given into what they stand for on each page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import pypdfium2

from answerable.inspecting.redacting.cannot import CannotRedact
from answerable.inspecting.redacting.characters import Character, PageText, areas_of, page_text
from answerable.inspecting.redacting.lines import whole_line
from answerable.inspecting.redacting.marks import Mark
from answerable.inspecting.redacting.pages import Shown
from answerable.inspecting.redacting.plane import Area
from answerable.inspecting.redacting.reading import characters_of
from answerable.inspecting.redacting.words import Sought, evened, sought

_SHORTEST_TRACED = 4
_LONG = 8
"""Letters from which the sweep finds words within longer ones, too."""

_WORD = re.compile(r"\w[\w'\u2019-]*\w|\w")


@dataclass(slots=True)
class Marked:
    """What is to go: areas of each page (from 1), words everywhere, and words that must leave no trace."""

    areas: dict[int, list[Area]] = field(default_factory=dict)
    everywhere: Sought = field(default_factory=Sought)
    traceless: tuple[str, ...] = ()


def marked(
    marks: Sequence[Mark],
    document: pypdfium2.PdfDocument,
    shown: Sequence[Shown],
    *,
    whole_lines: bool = False,
) -> Marked:
    """Return what marks stand for in a document; with `whole_lines`, each as wide as the lines that it is on.

    :raises CannotRedact: if a page is none of the file's, a box is beside its page, or words are nowhere.
    """
    made = Marked(everywhere=sought(one.words for one in marks if one.box is None))
    for number, mark in enumerate(marks, start=1):
        _add_box(made, mark, number, shown)
    missing = {number: mark for number, mark in enumerate(marks, start=1) if mark.box is None}
    taken: list[str] = [one.words for one in marks if one.words.strip()]
    kept: set[str] = set()
    for page in range(1, len(shown) + 1):
        text = page_text(characters_of(document[page - 1]))
        for number, mark in list(missing.items()):
            if mark.page in (None, page) and text.found(sought([mark.words])):
                del missing[number]
        _add_words(made, marks, page, text)
        if whole_lines and page in made.areas:
            made.areas[page] = _widened(made.areas[page], text, shown[page - 1])
        _tell_apart(text, made.areas.get(page, []), taken, kept)
    if missing:
        first = min(missing)
        raise CannotRedact(
            f"The words of mark {first} stand nowhere in the text of the file: if they are in a picture,"
            " draw a box over them"
        )
    shown_still = "\n".join(sorted(kept))
    made.traceless = tuple(
        one for one in dict.fromkeys(taken) if _is_traced(one, kept, shown_still)
    )
    return made


def _add_box(made: Marked, mark: Mark, number: int, shown: Sequence[Shown]) -> None:
    if mark.page is not None and not 1 <= mark.page <= len(shown):
        pages = len(shown)
        raise CannotRedact(f"Mark {number} is on page {mark.page}, but the file has {pages} pages")
    if mark.page is None or mark.box is None:
        return
    page = shown[mark.page - 1]
    area = page.area_of(mark.box)
    if not area.meets(page.area):
        raise CannotRedact(f"Mark {number} lies beside page {mark.page}: draw it on the page")
    made.areas.setdefault(mark.page, []).append(area)


def _add_words(made: Marked, marks: Sequence[Mark], page: int, text: PageText) -> None:
    words = [one.words for one in marks if one.box is None and one.page in (None, page)]
    for places in sorted(text.found(sought(words))):
        known = made.areas.setdefault(page, [])
        known += [one for one in areas_of(text.characters, places) if one not in known]


def _widened(areas: Sequence[Area], text: PageText, page: Shown) -> list[Area]:
    """Return areas of a page as wide as the lines that they are on, each line once."""
    letters = [page.box_of(one.area) for one in text.characters if one.sign.strip()]
    lines = (whole_line(Mark(box=page.box_of(one)), letters).box for one in areas)
    return [page.area_of(one) for one in dict.fromkeys(lines) if one is not None]


def _tell_apart(text: PageText, areas: Sequence[Area], taken: list[str], kept: set[str]) -> None:
    """Add the words under marks to those that are taken, and all others to those that are kept."""
    reading = text.readings[0]
    if not areas:
        kept.update(_words(reading.text))
        return
    under, others = [], []
    for sign, at in zip(reading.text, reading.origins, strict=True):
        is_under = at >= 0 and _is_under(text.characters[at], areas)
        under.append(sign if is_under else " ")
        others.append(" " if is_under else sign)
    taken += _WORD.findall("".join(under))
    kept.update(_words("".join(others)))


def _is_under(one: Character, areas: Sequence[Area]) -> bool:
    middle = one.area.middle
    return any(area.holds(middle) for area in areas)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(evened(text).text))


def _is_traced(word: str, kept: set[str], shown_still: str) -> bool:
    """Return whether a word must leave no trace: it is long enough, and nothing that stays shows it."""
    plain = evened(word).text
    if sum(sign.isalnum() for sign in plain) < _SHORTEST_TRACED:
        return False
    if set(_WORD.findall(plain)) <= kept:
        return False
    return len(plain) < _LONG or "".join(plain.split()) not in shown_still
