"""What is taken out of an entry, and what then stands in its place: who asked, and personal data.

The words that were taken out are kept nowhere: an entry shows by its marks what was there.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from answerable.domain.disclosure_log.entries import Entry
from answerable.domain.disclosure_log.ordinary_words import is_ordinary
from answerable.domain.disclosure_log.texts import texts_of, with_texts
from answerable.domain.questions.blind import MARK, Identity, blinded
from answerable.domain.questions.personal import PersonalKind, personal_data_in
from answerable.domain.questions.spelling import Spelling, plain, spelled, spelling_of


class OutKind(StrEnum):
    """What kind of words was taken out."""

    NAME = "name"
    SIGNATURE = "signature"
    EMAIL = "e-mail address"
    PHONE = "telephone number"
    HOME = "address"
    BIRTH = "date of birth"
    HEALTH = "what somebody says of their health"
    NUMBER = "personal number"
    OTHER = "words"

    @property
    def mark(self) -> str:
        """Return what stands in the entry instead."""
        return f"[{self.value} taken out]"


@dataclass(frozen=True, slots=True)
class TakenOut:
    """What was taken out of a field: which kind, and how often."""

    field: str
    kind: OutKind
    count: int


def taken_out(entry: Entry, identity: Identity) -> Entry:
    """Return an entry without who asked and without the personal data that can be known as such."""
    return with_texts(entry, lambda _, words: without_people(words, identity))


def without_people(text: str, identity: Identity) -> str:
    """Return a text without who asked and personal data, with a visible mark for each."""
    # What is looked for by its shape goes first: no part of an address is left behind by a name in it.
    return _without_requester(_without_personal(text), identity)


def tells_of_people(text: str, identity: Identity) -> bool:
    """Return whether something would have to be taken out of a text before everybody can read it."""
    return without_people(text, identity) != text


def gives_away(text: str, identity: Identity) -> bool:
    """Return whether a text has who asked in it: their name, a part of it that is no ordinary word, an address."""
    return _without_requester(text, identity) != text


def taken_out_of(entry: Entry) -> tuple[TakenOut, ...]:
    """Return what was taken out of each field of an entry, as its marks say."""
    counted: Counter[tuple[str, OutKind]] = Counter()
    for text in texts_of(entry):
        for kind in OutKind:
            counted[text.field, kind] += text.words.count(kind.mark)
    return tuple(TakenOut(field, kind, count) for (field, kind), count in counted.items() if count)


def words_to_look_at(identity: Identity) -> tuple[str, ...]:
    """Return the parts of a name that are ordinary words, too, and places: a person must look at them."""
    words = [one for one in _parts(identity.name) if is_ordinary(plain(one))]
    return (*words, *_places(identity.postal))


_KINDS = {
    PersonalKind.EMAIL: OutKind.EMAIL,
    PersonalKind.PHONE: OutKind.PHONE,
    PersonalKind.HOME: OutKind.HOME,
    PersonalKind.BIRTH: OutKind.BIRTH,
    PersonalKind.HEALTH: OutKind.HEALTH,
}
_SHORTEST = 2
_LONG = 4
"""A shorter name with an s behind it is another word."""
_SIGNATURE = re.compile(rf"^[ \t]*{re.escape(MARK)}[ \t.,]*$", re.MULTILINE)
_OUR_MARKS = re.compile("|".join(re.escape(kind.mark) for kind in OutKind))
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_RARE = re.compile(r"\w[\d._-]\w|\d$")
"""What makes the first half of an address one of its own: `info` and `press` are words."""
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b", re.IGNORECASE)
_TITLES = frozenset("mr mrs ms miss mx dr prof sir dame lady lord rev".split())


def _without_personal(text: str) -> str:
    pieces, end = [], 0
    for found in personal_data_in(text):
        pieces += [text[end : found.start], _KINDS.get(found.kind, OutKind.NUMBER).mark]
        end = found.end
    return "".join((*pieces, text[end:]))


def _without_requester(text: str, identity: Identity) -> str:
    blind = _SIGNATURE.sub(OutKind.SIGNATURE.mark, blinded(text, identity))
    blind = blind.replace(MARK, OutKind.NAME.mark)
    for spelling, kind in _spellings(identity):
        blind = _outside_marks(blind, spelling, kind)
    return blind


def _outside_marks(text: str, spelling: Spelling, kind: OutKind) -> str:
    """Return a text without what is spelled so; our own marks are no words of anybody."""
    pieces, end = [], 0
    for mark in _OUR_MARKS.finditer(text):
        pieces += [spelling.sub(kind.mark, text[end : mark.start()]), mark.group()]
        end = mark.end()
    return "".join((*pieces, spelling.sub(kind.mark, text[end:])))


@lru_cache(maxsize=200)
def _spellings(identity: Identity) -> tuple[tuple[Spelling, OutKind], ...]:
    """Return what is looked for beside the whole name: its rarer parts, and lines of the address."""
    names = [one for one in _parts(identity.name) if not is_ordinary(plain(one))]
    every = (
        (_any_of(_lines(identity.postal)), OutKind.HOME),
        (_any_of(_of_mail(identity.address)), OutKind.EMAIL),
        (_any_name([*names, *_joined(identity.name)]), OutKind.NAME),
    )
    return tuple((spelling, kind) for spelling, kind in every if spelling)


def _any_of(words: Iterable[str]) -> Spelling | None:
    return spelling_of(map(spelled, _longest_first(words)))


def _any_name(names: Iterable[str]) -> Spelling | None:
    """Return what finds parts of a name wherever no other letter stands beside them, with an s or without.

    Figures and low lines stand beside names in addresses of pages: "jane_doe85".
    """
    many = (f"{spelled(one)}{'s?' if len(one) >= _LONG else ''}" for one in _longest_first(names))
    return spelling_of(many, before=r"(?<![^\W\d_])", after=r"(?![^\W\d_])")


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted((one for one in dict.fromkeys(words) if spelled(one)), key=len, reverse=True)


def _joined(name: str) -> Iterator[str]:
    """Yield a name in one word, as people are called on the web."""
    words = [one for one in _words_of(name) if one.lower() not in _TITLES]
    if len(words) > 1 and not all(is_ordinary(plain(one)) for one in words):
        yield f"{words[0]}{words[-1]}"
        yield "".join(words)


def _lines(postal: str) -> Iterator[str]:
    """Yield what of a postal address leads to a door: its lines with a number, and its postcode."""
    for line in re.split(r"[\n,]", postal):
        words = " ".join(line.split())
        if len(words) >= _SHORTEST and any(sign.isdigit() for sign in words):
            yield words
        if postcode := _POSTCODE.search(words):
            yield postcode.group()
            yield postcode.group().replace(" ", "")


_PROVIDERS = frozenset(
    "gmail googlemail outlook hotmail live yahoo icloud me aol btinternet sky virginmedia talktalk proton "
    "protonmail pm gmx mail fastmail ntlworld msn".split()
)


def _of_mail(address: str) -> Iterator[str]:
    """Yield both halves of an e-mail address, unless thousands share them."""
    who, _, host = address.partition("@")
    if _RARE.search(who):
        yield who
    if host and host.partition(".")[0].lower() not in _PROVIDERS:
        yield host


def _parts(name: str) -> list[str]:
    """Return the words of a name; of a double one each half, too."""
    words = [half for word in _words_of(name) for half in (word, *word.split("-"))]
    kept = (one for one in words if len(one) >= _SHORTEST and one.lower() not in _TITLES)
    return list(dict.fromkeys(kept))


def _words_of(name: str) -> list[str]:
    # An accent that stands by itself is no letter: it would part a word in two.
    return _WORD.findall(unicodedata.normalize("NFC", name))


def _places(postal: str) -> list[str]:
    """Return the lines of a postal address that lead to no door: where many people live."""
    lines = (" ".join(line.split()) for line in re.split(r"[\n,]", postal))
    return [one for one in lines if len(one) >= _SHORTEST and not any(map(str.isdigit, one))]
