"""Words of an entry that may identify somebody: found by their shape, decided by a person.

What is found need not be anybody, and somebody may be there who is not found: it helps a reader, and
replaces none.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from answerable.domain.disclosure_log.entries import Entry
from answerable.domain.disclosure_log.ordinary_words import is_ordinary
from answerable.domain.disclosure_log.taking_out import OutKind
from answerable.domain.disclosure_log.texts import Text, texts_of, with_texts
from answerable.domain.personal.common_names import COMMON_FIRST_NAMES
from answerable.domain.personal.finding import numbers_in
from answerable.domain.personal.kinds import Certainty, PersonalKind
from answerable.domain.personal.names import names_in
from answerable.domain.personal.rules import surest
from answerable.domain.questions.spelling import Spelling, spelled, spelling_of


class Why(StrEnum):
    """Why words may identify somebody."""

    TITLE = "a title and a name"
    NUMBER = "an officer's number"
    KNOWN = "somebody who works here or is asked by us"
    NAME = "it may be a name, or say where somebody lives"
    PLACE = "a place with a number, or a postcode"
    AGE = "an age or a year of birth"
    CASE = "the number of a case"
    CONTACT = "an e-mail address"
    SMALL = "a small number"

    @property
    def names_somebody(self) -> bool:
        """Return whether it is about a name: numbers and places in a file's name are seldom anybody's."""
        return self in (Why.TITLE, Why.NUMBER, Why.KNOWN, Why.NAME)


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
    """Words that may identify somebody: in which field, after how many characters, and what was decided.

    Where they were taken out, `shown` stands instead, and `at` is None: they stand nowhere any more.
    """

    field: str
    at: int | None
    words: str
    why: Why
    choice: Choice = Choice.OPEN
    shown: str = ""

    @property
    def key(self) -> str:
        """Return what the same words have in common: a small number is one by its table."""
        place = f" {self.field}" if self.why is Why.SMALL else ""
        return f"{self.why.name} {self.words.casefold()}{place}"


def marks_in(entry: Entry, known: Known) -> tuple[Mark, ...]:
    """Return the words of an entry that may identify somebody, in their order; nothing is decided."""
    patterns = [*_of_people(known), *_PATTERNS]
    return tuple(mark for text in texts_of(entry) for mark in _marks(text, patterns))


def decided(entry: Entry, known: Known, before: Sequence[Mark]) -> tuple[Entry, tuple[Mark, ...]]:
    """Return an entry without what is to be taken out, and its marks, which keep what was decided.

    Words that were taken out once are taken out again wherever somebody writes them anew.
    """
    said = {one.key: one for one in before if one.choice is not Choice.OPEN}
    out = [one for one in said.values() if one.choice is Choice.TAKE_OUT]
    left = with_texts(entry, lambda field, words: _without(field, words, out))
    kept = tuple(
        replace(one, choice=Choice.KEEP) if _is_kept(said.get(one.key)) else one
        for one in marks_in(left, known)
    )
    gone = tuple(replace(one, at=None) for one in out)
    return left, (*kept, *gone)


def people_in(words: str) -> tuple[tuple[int, int], ...]:
    """Return where words look like somebody: a name, a home, an address of mail; in their order."""
    patterns = [one for one in _PATTERNS if one[0] in _OF_SOMEBODY]
    marks = _marks(Text("", words), patterns, is_whole=False)
    return tuple((one.at or 0, (one.at or 0) + len(one.words)) for one in marks)


def undecided(marks: Iterable[Mark]) -> tuple[str, ...]:
    """Return the words about which nobody decided yet, each once."""
    return tuple(dict.fromkeys(one.words for one in marks if one.choice is Choice.OPEN))


def shown_instead(mark: Mark) -> str:
    """Return what stands for words that are taken out, unless somebody says something else."""
    return _SHOWN.get(mark.why, OutKind.NAME).mark if mark.why is not Why.SMALL else "fewer than 5"


def mark_as_json(mark: Mark) -> dict[str, Any]:
    """Return a mark as plain data; `mark_of` makes the same of it."""
    return {
        "field": mark.field,
        "at": mark.at,
        "words": mark.words,
        "why": mark.why.name,
        "choice": mark.choice.value,
        "shown": mark.shown,
    }


def mark_of(data: Mapping[str, Any]) -> Mark:
    """Return the mark that was stored as plain data.

    :raises ValueError: if it says a choice that there is not.
    """
    return Mark(
        data["field"],
        data["at"],
        data["words"],
        Why[data["why"]],
        Choice(data["choice"]),
        data["shown"],
    )


_SHOWN = {
    Why.PLACE: OutKind.HOME,
    Why.AGE: OutKind.BIRTH,
    Why.CONTACT: OutKind.EMAIL,
    Why.CASE: OutKind.NUMBER,
    Why.NUMBER: OutKind.NUMBER,
}
_Pattern = tuple[Why, re.Pattern[str] | Spelling]
_CAPITAL = r"[A-ZÀ-Þ][\w'’-]+"
_RANKS = r"PC|PCSO|DC|DS|DI|DCI|DCS|CI|ACC|DCC|CC|Sgt|Insp|Supt|WPC|SC"
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lady|Lord|Rev|Cllr|Councillor|Judge|Sergeant|Inspector"
    rf"|Superintendent|Constable|Detective(?: \w+)?|Officer|{_RANKS})\.? (?:[A-Z]\.? ){{0,3}}"
    rf"(?!(?:Of|And|For|In|The|Support|Safety|Service|Services|Team|Level|Grade)\b){_CAPITAL}(?: {_CAPITAL})?"
)
_RANKED = re.compile(
    rf"\b(?:{_RANKS}|[Cc]ollar|[Ww]arrant|[Ss]houlder)(?: number| no\.?)?:? ?\d{{2,6}}\b"
)
_NAMED = re.compile(
    rf"\b(?:{'|'.join(COMMON_FIRST_NAMES)}) (?:[A-Z]\.? )?{_CAPITAL}(?:-{_CAPITAL})?"
)
_ROADS = (
    r"Street|St|Road|Rd|Lane|Avenue|Ave|Close|Drive|Way|Crescent|Terrace|Court|Place|Gardens|Grove|Hill|Row|Square"
    r"|Mews|Walk|Park|House|Stryd|Heol|Ffordd|Rhodfa|Lôn"
)
_PLACE = re.compile(
    rf"\b(?:[Ff]lat \d+[A-Za-z]?,? )?\d{{1,4}}[A-Za-z]?,? (?:{_CAPITAL} ){{0,3}}(?:{_ROADS})\b(?: {_CAPITAL})?"
    r"|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b"
)
_AGE = re.compile(
    r"\b(?:aged? (?:of )?\d{1,3}\b|\d{1,3}[- ]years?[- ]old|born (?:in|on) [\w ]{0,20}\d{4})",
    re.IGNORECASE,
)
_CASE = re.compile(
    r"\b(?:(?:crime|case|incident|custody|claim|log|CAD|URN|ref(?:erence)?)(?: (?:number|no\.?|ref(?:erence)?))?:? ?"
    r"(?:[A-Z]{1,4}[/-]?)?\d[\d/-]{3,}\w*|\d{2}[A-Z]{0,2}/\d{3,}/\d{2}|(?:19|20)\d\d-\d{4,6}(?!-)"
    r"|[A-Z]{2,4}/\d{3,}(?:/\d+)?)\b",
    re.IGNORECASE,
)
# Begun only where a word begins: otherwise a long word is read again from each of its letters.
_CONTACT = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+")
_COUNTED = re.compile(
    r"\b(?:[1-4]|one|two|three|four) (?:people|persons?|victims?|officers?|children|child|pupils?|patients?|members?"
    r"|staff|employees?|complainants?|suspects?|prisoners?|men|women|man|woman|girls?|boys?)\b",
    re.IGNORECASE,
)
_SMALL = re.compile(r"[1-4]")
_PATTERNS: tuple[_Pattern, ...] = (
    (Why.CONTACT, _CONTACT),
    (Why.TITLE, _TITLED),
    (Why.NUMBER, _RANKED),
    (Why.NAME, _NAMED),
    (Why.PLACE, _PLACE),
    (Why.AGE, _AGE),
    (Why.CASE, _CASE),
    (Why.SMALL, _COUNTED),
)
"""The surest first: of words that two find, the first has them."""
_OF_SOMEBODY = (Why.CONTACT, Why.TITLE, Why.NUMBER, Why.NAME, Why.PLACE)


def _of_people(known: Known) -> Iterator[_Pattern]:
    if people := _any_of(known.people, re.IGNORECASE):
        yield Why.KNOWN, people
    # An ordinary word is a name only where it begins with a capital.
    if words := _any_of([one[:1].upper() + one[1:] for one in known.words], re.NOFLAG):
        yield Why.NAME, words


def _any_of(words: Iterable[str], flags: re.RegexFlag) -> Spelling | None:
    return spelling_of(map(spelled, sorted(set(words), key=len, reverse=True)), flags=flags)


def _marks(text: Text, patterns: Sequence[_Pattern], *, is_whole: bool = True) -> list[Mark]:
    if text.field.startswith("table ") and _SMALL.fullmatch(text.words.strip()):
        return [Mark(text.field, 0, text.words.strip(), Why.SMALL)]
    taken = bytearray(len(text.words))
    found = []
    for why, pattern in patterns:
        for start, end in _spans(pattern, text.words):
            if end > start and not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                found.append(Mark(text.field, start, text.words[start:end], why))
    for why, start, end in _found_by_rules(text.words) if is_whole else ():
        if not any(taken[start:end]):
            found.append(Mark(text.field, start, text.words[start:end], why))
    return sorted(found, key=lambda one: one.at or 0)


_WHYS = {
    PersonalKind.NAME: Why.NAME,
    PersonalKind.HOME: Why.PLACE,
    PersonalKind.POSTCODE: Why.PLACE,
    PersonalKind.COORDINATES: Why.PLACE,
    PersonalKind.BIRTH: Why.AGE,
    PersonalKind.EMAIL: Why.CONTACT,
    PersonalKind.PHONE: Why.CONTACT,
    PersonalKind.ONLINE: Why.CONTACT,
    PersonalKind.STAFF: Why.NUMBER,
    PersonalKind.VEHICLE: Why.NUMBER,
    PersonalKind.POLICE_ID: Why.NUMBER,
    PersonalKind.DEVICE: Why.NUMBER,
    PersonalKind.LICENCE: Why.NUMBER,
}


def _found_by_rules(words: str) -> Iterator[tuple[Why, int, int]]:
    """Yield what the finder of personal data is sure of, and what these patterns do not see."""
    found = surest([*numbers_in(words), *names_in(words)], length=len(words))
    for one in found:
        if one.certainty is not Certainty.POSSIBLE and one.kind in _WHYS:
            yield _WHYS[one.kind], one.start, one.end


def _spans(pattern: re.Pattern[str] | Spelling, text: str) -> Iterable[tuple[int, int]]:
    if isinstance(pattern, Spelling):
        return pattern.spans(text)
    return (one.span() for one in pattern.finditer(text))


def _is_kept(mark: Mark | None) -> bool:
    return mark is not None and mark.choice is Choice.KEEP


def _without(field: str, words: str, out: Sequence[Mark]) -> str:
    for one in out:
        if one.why is not Why.SMALL:
            words = _replaced(words, one)
        elif one.field == field:
            # In a cell the number stands alone; a longer one that holds it is another number.
            is_cell = _SMALL.fullmatch(one.words) is not None
            words = words if is_cell and words.strip() != one.words else _replaced(words, one)
    return words


def _replaced(words: str, mark: Mark) -> str:
    instead = mark.shown or shown_instead(mark)
    pattern = rf"(?<!\w){re.escape(mark.words)}(?!\w)"
    # May is a name, and may is none.
    is_word = mark.why is Why.NAME and is_ordinary(mark.words)
    flags = re.NOFLAG if is_word else re.IGNORECASE
    return re.sub(pattern, lambda _: instead, words, flags=flags)
