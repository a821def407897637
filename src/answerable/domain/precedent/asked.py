"""A question as it is compared: what it is about, what is asked of that, and for which time."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from answerable.domain.precedent.above import parts_of
from answerable.domain.precedent.edition import edition_of
from answerable.domain.precedent.leaning import counts_some_of_these
from answerable.domain.precedent.names import is_of_body, names
from answerable.domain.precedent.quantities import comparison_at, quantity_at
from answerable.domain.precedent.sentences import asking_part
from answerable.domain.precedent.spans import timed
from answerable.domain.precedent.stretches import Span
from answerable.domain.precedent.terms import Term, is_event
from answerable.domain.precedent.thesaurus import (
    Groups,
    Stem,
    Thesaurus,
    data_of,
    thesaurus_of,
)
from answerable.domain.precedent.times_above import ANY_DAY
from answerable.domain.precedent.unfolding import without_abbreviations
from answerable.domain.precedent.wording import (
    HOW_MANY,
    Pointed,
    pointed,
    usual_wording,
    without_breakdowns,
    without_formulae,
)
from answerable.domain.precedent.words import Word, placed_words, plain, words_of

_LONGEST, _LONGEST_HEADINGS = 6_000, 240
# So many words may stand between "not" and the word that it turns: "did not receive the answer".
_REACH = 4
_TURNING_PREFIXES = ("un", "non")
_SHORTEST_TURNED = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is compared.

    `terms` are in the order of the text, each once; `words` all its words but formulae; `points` what is asked of
    the terms, by the names in wording.toml, `times` how often, and `is_implied` that no word says so; `breakdowns` by what figures
    are broken down; `is_turned` that a "not" stands in it that turns no term; `span` is the time asked about,
    `period` as it is printed, `measures` which of a number or a sum (its average, its highest), and `is_now` says that it is a day about when the question was asked; `under` what
    stands above it, where it was read with that.
    """

    text: str
    terms: tuple[Term, ...]
    words: tuple[str, ...]
    points: frozenset[str]
    times: int
    is_implied: bool
    breakdowns: frozenset[str]
    is_turned: bool
    span: Span | None
    period: str
    is_now: bool
    under: str = ""
    measures: frozenset[str] = frozenset()
    carried: int = 0
    """How many of its terms, from the first, it has from what stands above it."""
    topic: frozenset[str] = frozenset()
    """What stands above it in its request and tells what that is about, whether or not it was read with it: stems."""
    headings: str = ""
    """The same as it is printed, without what the question was read with."""

    @property
    def stems(self) -> frozenset[str]:
        """Return what its terms are compared by."""
        return frozenset(one.stem for one in self.terms)

    @property
    def indexed(self) -> frozenset[str]:
        """Return what it is found by: what its terms are compared by, and the words of its phrases."""
        words = (word.stem for one in self.terms for split in one.splits for word in split)
        return self.stems.union(words)

    def below(self, above: "Asked") -> "Asked":
        """Return the question with what it is about by what stands above it, and the time of that where it names none.

        One that says all of this itself is returned as it is.
        """
        known = {(one.stem, one.is_turned) for one in self.terms}
        part = self.terms[0].part if self.terms else 1
        own = self._counting_what_stands_in(above)
        counts = any(one.is_counted for one in own)
        carried = tuple(
            replace(one, part=part, is_counted=one.is_counted and not counts, is_carried=True)
            for one in above.terms
            if (one.stem, one.is_turned) not in known
        )
        has_time = self.span is not None or above.span is None
        if not carried and has_time:
            return self
        words = tuple(word for one in carried for word in one.printed.lower().split())
        read = replace(
            self,
            terms=carried + own,
            words=words + self.words,
            under=above.text,
            carried=len(carried),
        )
        if has_time:
            return read
        return replace(read, span=above.span, period=above.period, is_now=above.is_now)

    def _counting_what_stands_in(self, above: "Asked") -> tuple[Term, ...]:
        """Return its terms; "how many of them drove too fast?" counts the motorists above it, and nothing of its own."""
        counted = {one.stem for one in above.terms if one.is_counted}
        if not counted or not counts_some_of_these(self.text):
            return self.terms
        return tuple(
            replace(one, is_counted=one.is_counted and one.stem in counted) for one in self.terms
        )


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads questions as they are compared, with an office's stems, thesaurus and names of its own.

    Two of one `edition` read every question alike.
    """

    stem: Stem
    thesaurus: Thesaurus
    passed: frozenset[str]
    common: frozenset[str]
    whole: tuple[str, ...]
    own: frozenset[str]
    edition: str

    def asked(self, text: str, asked_on: dt.date, under: str = "") -> Asked:
        """Return a question as it is compared, with what stands above it if it needs that.

        What is relative in time is counted from the day it was asked.
        """
        own = self._by_itself(text, asked_on)
        carried, topic = parts_of(under)
        if topic:
            printed = " ".join(topic[-_LONGEST_HEADINGS:].split())
            own = replace(own, topic=self._topic(topic), headings=printed)
        return own.below(self._by_itself(carried, asked_on)) if carried else own

    def _topic(self, above: str) -> frozenset[str]:
        """Return the stems of what stands above a question that tell what its request is about."""
        passed = self.passed | usual_wording().of_requests
        read = [term for line in above.split("\n") for term in self._by_itself(line, ANY_DAY).terms]
        return frozenset(
            stem
            for term in read
            if not term.is_common
            for one in (term, *(word for split in term.splits[:1] for word in split))
            if not one.is_common
            for stem in (one.stem.split() if one.is_name else [one.stem])
            if stem not in passed and not stem[0].isdigit()
        )

    def _by_itself(self, text: str, asked_on: dt.date) -> Asked:
        told = timed(asking_part(plain(text[:_LONGEST])), asked_on)
        placed = placed_words(told.rest)
        words, breakdowns = without_breakdowns(without_formulae(placed, self._held(placed)))
        said = pointed(words, self._held(words))
        terms, is_turned = self._terms(said)
        is_implied = not said.points and bool(told.span or breakdowns)
        return Asked(
            text=text,
            terms=terms,
            words=tuple(one.lower for one in words),
            points=frozenset([HOW_MANY]) if is_implied else said.points,
            times=said.times,
            is_implied=is_implied,
            breakdowns=breakdowns,
            is_turned=is_turned,
            span=told.span,
            period=told.printed,
            is_now=told.span is not None and told.span.is_nearly(Span(asked_on, asked_on)),
            measures=frozenset(
                meant for *_, meant in usual_wording().measures.all_in([one.lower for one in words])
            ),
        )

    def _held(self, words: Sequence[Word]) -> list[int]:
        """Return of how many words the phrase of the thesaurus is at each place; 1 where none is."""
        stems = [self.stem(one.lower) for one in words]
        found = [self.thesaurus.phrases.at(stems, place) for place in range(len(words))]
        return [one[1] if one else 1 for one in found]

    def _terms(self, said: Pointed) -> tuple[tuple[Term, ...], bool]:
        """Return the terms of a question, and whether a "not" is left over that turns none."""
        words = said.words
        lower = [one.lower for one in words]
        parts = list(accumulate(int(one.begins_part or one.lower == "and") for one in words))
        found: dict[tuple[str, bool], Term] = {}
        # Where the last "not" stands that has turned nothing yet.
        turning: int | None = None
        place = 0
        named = names(words)
        for term, start, end in self._placed(said, named):
            for at in _turnings(lower, place, start):
                turning = None if turning is not None else at
            is_near = turning is not None and start - turning <= _REACH
            if is_near:
                turning = None
            follows = bool(found) and start == place and not words[start].begins_part
            placed = replace(
                term,
                is_turned=is_near,
                part=parts[start],
                follows=follows,
                is_counted=any(at in said.counted for at in range(start, end)),
            )
            one = self._whole(placed)
            if start in named:
                # The Procurement team buys nothing in a question about it.
                one = replace(
                    one, kinds=frozenset(kind for kind in one.kinds if not is_event(kind))
                )
            if not one.is_name and self._held(words[start:end])[0] == end - start:
                one = replace(one, splits=self._splits(one, words[start:end]))
            found.setdefault((one.stem, one.is_turned), one)
            place = end
        left = len(list(_turnings(lower, place, len(lower)))) + (turning is not None)
        return tuple(without_abbreviations([*found.values()], lower)), left % 2 == 1

    def _splits(self, term: Term, words: Sequence[Word]) -> tuple[tuple[Term, ...], ...]:
        """Return what the words of a phrase would be by themselves, as they are printed and as it is compared."""
        if len(words) == 1 and " " not in term.stem:
            return ()
        printed = [
            (self._meant(self.stem(one.lower)), one.printed)
            for one in words
            if not self._is_small(one, self.stem(one.lower))
        ]
        compared = [
            (self._meant(stem), term.printed)
            for stem in term.stem.split()
            if stem not in usual_wording().small and stem not in self.passed
        ]
        return tuple(
            tuple(
                self._whole(
                    replace(term, stem=stem, printed=one, follows=term.follows or number > 0)
                )
                for number, (stem, one) in enumerate(split)
            )
            for split in (printed, compared)
        )

    def _meant(self, stem: str) -> str:
        found = self.thesaurus.phrases.at([stem], 0)
        return found[0] if found else stem

    def _placed(self, said: Pointed, named: Mapping[int, int]) -> Iterable[tuple[Term, int, int]]:
        """Yield the terms of a question with where each begins and ends; `named` are the names in it."""
        words = said.words
        lower = [one.lower for one in words]
        stems = [self.stem(one) for one in lower]
        place = 0
        while place < len(words):
            known = self._known_at(words[place].printed, lower, stems, place)
            length = known[1] if known else 1
            name = named.get(place, 0)
            turned = usual_wording().turning.at(lower, place)
            is_told = bool(known) or not self._is_small(words[place], stems[place])
            if known and known[0] in self.own:
                is_told, name = False, 0
            if name > length or (name and not known and is_told):
                length = name
                stem = " ".join(stems[place : place + length])
                yield _term(stem, words, place, length, is_name=True), place, place + length
            elif turned and turned[1] >= length:
                length = turned[1]
            elif is_told and not _says_no_more(lower[place : place + length], said.said_with):
                stem = known[0] if known else stems[place]
                yield _term(stem, words, place, length), place, place + length
            place += length

    def _known_at(
        self, printed: str, lower: Sequence[str], stems: Sequence[str], place: int
    ) -> tuple[str, int] | None:
        """Return what stands at a place: a phrase, a comparison, a word of the thesaurus or a quantity."""
        found = self.thesaurus.phrases.at(stems, place)
        if found and found[1] > 1:
            return found
        for spelt in (printed, lower[place]):
            if spelt in self.thesaurus.printed:
                return self.thesaurus.printed[spelt], 1
        told = comparison_at(lower, place) or quantity_at(lower, place)
        # The stems of "several" and "severance" are one, as are those of "information" and "informant".
        is_by_stem = lower[place] not in self.thesaurus.spelt
        return told or (None if is_by_stem and lower[place] in usual_wording().small else found)

    def _is_small(self, word: Word, stem: str) -> bool:
        if len(word.printed) == 1 and (word.begins_part or not word.printed.isdigit()):
            return True
        return not stem or word.lower in usual_wording().small or stem in self.passed

    def _whole(self, term: Term) -> Term:
        """Return a term with its kinds and sides; "unsupported" is "supported", turned."""
        stem, is_turned = term.stem, term.is_turned
        for prefix in _TURNING_PREFIXES:
            rest = stem.removeprefix(prefix)
            is_whole = stem in self.thesaurus.sides or stem.startswith(self.whole)
            if rest != stem and len(rest) >= _SHORTEST_TURNED and not is_whole:
                # The stem of "unfilled" is not that of "filled" with "un" before it.
                bare = term.printed.lower().removeprefix(prefix)
                stem, is_turned = self.stem(bare) if bare.isalpha() else rest, not is_turned
        sides = self.thesaurus.sides.get(stem, frozenset())
        words = stem.split()
        # Made anew: `replace` takes several times as long, and every term of every question comes by.
        return Term(
            stem,
            term.printed,
            is_name=term.is_name,
            is_turned=is_turned,
            is_common=stem in self.common or (term.is_name and is_of_body(words[-1])),
            kinds=self.thesaurus.kinds.get(stem, frozenset()),
            sides=frozenset(-one for one in sides) if is_turned else sides,
            core=frozenset(word for word in words if word not in self.common),
            part=term.part,
            follows=term.follows,
            is_counted=term.is_counted,
            splits=term.splits,
        )


def reader_of(
    stem: Stem, groups: Groups, own_names: Iterable[str] = (), called: Iterable[str] = ()
) -> Reader:
    """Return a reader of questions; `own_names` are those of the body that is asked.

    `called` is what else people call it: passed over as it stands, where its words may say something elsewhere.
    """
    called, groups = tuple(called), tuple(groups)
    thesaurus = thesaurus_of([*((one,) for one in called), *groups], stem)

    def meant(word: str) -> str:
        found = thesaurus.phrases.at([stem(word)], 0)
        return found[0] if found else stem(word)

    def own(name: str) -> str:
        stems = [stem(word) for word in words_of(name)]
        found = thesaurus.phrases.at(stems, 0)
        return found[0] if found and found[1] == len(stems) else " ".join(stems)

    own_names = tuple(own_names)
    return Reader(
        stem,
        thesaurus,
        frozenset(stem(word) for name in own_names for word in words_of(name)),
        frozenset(meant(word) for word in usual_wording().common),
        tuple(data_of("opposites.toml")["whole"]),
        frozenset(map(own, (*own_names, *called))),
        edition_of(groups, own_names, called),
    )


def _says_no_more(words: Sequence[str], said_with: frozenset[str]) -> bool:
    """Return whether words say only what is asked for anyway: "contract expiry date" where it is asked when."""
    if len(words) == 1:
        return words[0] in said_with
    small = usual_wording().small
    return words[0] in said_with and all(one in said_with or one in small for one in words)


def _term(
    stem: str, words: Sequence[Word], place: int, length: int, *, is_name: bool = False
) -> Term:
    printed = " ".join(one.printed for one in words[place : place + length])
    return Term(stem, printed, is_name=is_name)


def _turnings(lower: Sequence[str], start: int, end: int) -> Iterable[int]:
    """Yield where a "not" stands between two places; "could not" and "not only" turn nothing."""
    found = {at: meant for at, _, meant in usual_wording().turning.all_in(list(lower[start:end]))}
    for at in range(end - start):
        if found.get(at) or lower[start + at].endswith("n't"):
            yield start + at
