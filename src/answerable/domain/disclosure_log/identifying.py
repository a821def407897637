"""Personal data in an entry: found as in a file that leaves, decided by a person before everybody reads it.

What is found need not be anybody, and somebody may be there who is not found: it helps a reader, and
replaces none.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from answerable.domain.disclosure_log.entries import Entry
from answerable.domain.disclosure_log.found import Found, found_in_entry, found_in_text
from answerable.domain.disclosure_log.ordinary_words import is_ordinary
from answerable.domain.disclosure_log.taking_out import OutKind
from answerable.domain.disclosure_log.texts import with_texts
from answerable.domain.personal.kinds import (
    Certainty,
    PersonalFinding,
    PersonalKind,
    SpecialCategory,
)
from answerable.domain.personal.tables import Named
from answerable.domain.questions.spelling import Spelling, spelled, spelling_of


class Choice(StrEnum):
    """What a person decided about words."""

    OPEN = ""
    KEEP = "keep"
    TAKE_OUT = "take out"


@dataclass(frozen=True, slots=True)
class Known:
    """Names that are looked for: of people of the office, and words that may name who asked."""

    people: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """Personal data in an entry: in which field, after how many characters, how sure that is, what was decided.

    Where the words were taken out, `shown` stands instead, and `at` is None: they stand nowhere any more. `reason`
    is why they may stay. `category` is there for what needs more protection alone.
    """

    field: str
    at: int | None
    words: str
    kind: PersonalKind
    certainty: Certainty
    why: str
    category: SpecialCategory | None = None
    choice: Choice = Choice.OPEN
    shown: str = ""
    reason: str = ""

    @property
    def key(self) -> str:
        """Return what the same words have in common: a number that is short is one by its field."""
        place = f" {self.field}" if _is_short(self) else ""
        return f"{self.kind.name} {self.words.casefold()}{place}"

    @property
    def name_of_kind(self) -> str:
        """Return what kind of personal data it is, in the words that people see."""
        return str(self.category or self.kind)

    @property
    def waits(self) -> bool:
        """Return whether somebody must decide about it before the entry is published."""
        is_asked = self.certainty is not Certainty.POSSIBLE or self.kind in _ASKED_THOUGH_POSSIBLE
        return self.choice is Choice.OPEN and is_asked


def marks_in(entry: Entry, known: Known) -> tuple[Mark, ...]:
    """Return the personal data in an entry, in its order; nothing is decided."""
    return tuple(map(_mark, found_in_entry(entry, names_known(known))))


def decided(entry: Entry, known: Known, before: Sequence[Mark]) -> tuple[Entry, tuple[Mark, ...]]:
    """Return an entry without what is to be taken out, and its marks, which keep what was decided.

    Words that were taken out once are taken out again wherever somebody writes them anew.
    """
    said = {one.key: one for one in before if one.choice is not Choice.OPEN}
    out = [one for one in said.values() if one.choice is Choice.TAKE_OUT]
    left = with_texts(entry, lambda field, words: _without(field, words, out))
    kept = tuple(_as_said(one, said.get(one.key)) for one in marks_in(left, known))
    gone = tuple(replace(one, at=None) for one in out)
    return left, (*kept, *gone)


def names_known(known: Known) -> Named:
    """Return what finds in a text the people whom the office knows, and words that may name who asked."""
    people = _any_of(known.people, re.IGNORECASE)
    # An ordinary word is a name only where it begins with a capital.
    words = _any_of([one[:1].upper() + one[1:] for one in known.words], re.NOFLAG)

    def in_text(text: str) -> tuple[PersonalFinding, ...]:
        return (
            *_names(people, text, Certainty.CERTAIN, _KNOWN),
            *_names(words, text, Certainty.LIKELY, _ASKED),
        )

    return in_text


def undecided(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Return what waits for a person, each of its words once."""
    return tuple({one.key: one for one in marks if one.waits}.values())


def shown_instead(mark: Mark) -> str:
    """Return what stands for words that are taken out, unless somebody says something else."""
    return "fewer than 5" if mark.kind is PersonalKind.SMALL else _SHOWN[mark.kind].mark


def mark_as_json(mark: Mark) -> dict[str, Any]:
    """Return a mark as plain data; `mark_of` makes the same of it."""
    return {
        "field": mark.field,
        "at": mark.at,
        "words": mark.words,
        "kind": mark.kind.name,
        "certainty": mark.certainty.value,
        "why": mark.why,
        "category": mark.category.value if mark.category else "",
        "choice": mark.choice.value,
        "shown": mark.shown,
        "reason": mark.reason,
    }


def mark_of(data: Mapping[str, Any]) -> Mark:
    """Return the mark that was stored as plain data, also before marks had kinds.

    :raises ValueError: if it says a choice that there is not.
    """
    kind = PersonalKind[data["kind"]] if "kind" in data else _ONCE[data["why"]]
    return Mark(
        data["field"],
        data["at"],
        data["words"],
        kind,
        Certainty(data.get("certainty", Certainty.LIKELY)),
        data["why"] if "kind" in data else "it was marked so before",
        SpecialCategory(data["category"]) if data.get("category") else None,
        Choice(data["choice"]),
        data["shown"],
        data.get("reason", ""),
    )


_ONCE = {
    "TITLE": PersonalKind.NAME,
    "KNOWN": PersonalKind.NAME,
    "NAME": PersonalKind.NAME,
    "NUMBER": PersonalKind.STAFF,
    "PLACE": PersonalKind.HOME,
    "AGE": PersonalKind.AGE,
    "CASE": PersonalKind.POLICE_ID,
    "CONTACT": PersonalKind.EMAIL,
    "SMALL": PersonalKind.SMALL,
}
"""What was written of a mark before it had a kind."""

_ASKED_THOUGH_POSSIBLE = frozenset({PersonalKind.SMALL, PersonalKind.AGE})
"""Whoever knows a person tells them by these, and everybody reads the log."""

_SHOWN = dict.fromkeys(PersonalKind, OutKind.NUMBER) | {
    PersonalKind.NAME: OutKind.NAME,
    PersonalKind.HOME: OutKind.HOME,
    PersonalKind.POSTCODE: OutKind.HOME,
    PersonalKind.COORDINATES: OutKind.HOME,
    PersonalKind.AGE: OutKind.BIRTH,
    PersonalKind.BIRTH: OutKind.BIRTH,
    PersonalKind.EMAIL: OutKind.EMAIL,
    PersonalKind.PHONE: OutKind.PHONE,
    PersonalKind.HEALTH: OutKind.HEALTH,
    PersonalKind.SPECIAL: OutKind.OTHER,
    PersonalKind.ONLINE: OutKind.OTHER,
    PersonalKind.OTHER: OutKind.OTHER,
}
_SHORT = 5
"""A number of fewer figures is many things: it is taken out where it was found, and nowhere else."""


_KNOWN = "somebody who works here or is asked by us is called so"
_ASKED = "it may be the name of who asked, or say where they live"


def _names(
    spelling: Spelling | None, text: str, certainty: Certainty, why: str
) -> Iterator[PersonalFinding]:
    for start, end in spelling.spans(text) if spelling else ():
        yield PersonalFinding(PersonalKind.NAME, start, end, certainty, why)


def _any_of(words: Iterable[str], flags: re.RegexFlag) -> Spelling | None:
    return spelling_of(map(spelled, sorted(set(words), key=len, reverse=True)), flags=flags)


def _mark(one: Found) -> Mark:
    said = one.finding
    return Mark(one.field, one.at, one.words, said.kind, said.certainty, said.why, said.category)


def _as_said(mark: Mark, said: Mark | None) -> Mark:
    if said is None or said.choice is not Choice.KEEP:
        return mark
    return replace(mark, choice=Choice.KEEP, reason=said.reason)


def _is_short(mark: Mark) -> bool:
    is_number = mark.words.isdigit() and len(mark.words) < _SHORT
    return is_number or mark.kind is PersonalKind.SMALL


def _without(field: str, words: str, out: Sequence[Mark]) -> str:
    for one in out:
        if not _is_short(one):
            words = _replaced(words, one)
        elif one.field == field:
            words = _without_short(field, words, one)
    return words


def _without_short(field: str, words: str, mark: Mark) -> str:
    """Return a text without a short number where it is what it was found to be."""
    if not mark.words.isdigit():
        return _replaced(words, mark)
    if field.startswith("table "):
        # In a cell the number stands alone; a longer one that holds it is another number.
        return _instead(mark) if words.strip() == mark.words else words
    for one in reversed(found_in_text(words)):
        if one.kind is mark.kind and words[one.start : one.end] == mark.words:
            words = f"{words[: one.start]}{_instead(mark)}{words[one.end :]}"
    return words


def _replaced(words: str, mark: Mark) -> str:
    pattern = rf"(?<!\w){re.escape(mark.words)}(?!\w)"
    # May is a name, and may is none.
    is_word = mark.kind is PersonalKind.NAME and is_ordinary(mark.words)
    flags = re.NOFLAG if is_word else re.IGNORECASE
    return re.sub(pattern, lambda _: _instead(mark), words, flags=flags)


def _instead(mark: Mark) -> str:
    return mark.shown or shown_instead(mark)
