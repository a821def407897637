"""What one question holds as one thing, and the other in single words: phrases and abbreviations."""

from collections.abc import Iterable, Iterator, Sequence

from answerable.domain.precedent.terms import Term

# Left out of an abbreviation: "Health and Safety at Work Act" is HSWA.
_SKIPPED = frozenset(["of", "and", "the", "for", "in", "on", "at", "to"])
_SHORTEST, _LONGEST = 3, 6


def unfolded(terms: Sequence[Term], alone: Sequence[Term], others: Sequence[Term]) -> list[Term]:
    """Return terms, those of several words taken apart where the other question has some of these words alone.

    `alone` are those that have no counterpart, `others` those of the other question that have none.
    """
    stems = {word.stem for other in others for word in (other, *_words(other))}
    found: list[Term] = []
    for one in terms:
        best: Sequence[Term] = ()
        has_words = any(word.stem in stems for word in _words(one))
        if has_words and any(one is other for other in alone) and not _is_of_kind(one, others):
            best = max(one.splits, key=lambda split: _count(split, others))
        found += best if best and _count(best, others) else [one]
    return found


def uncovered(terms: Sequence[Term], alone: Sequence[Term], phrases: Iterable[Term]) -> list[Term]:
    """Return terms without those that say what a phrase of the other question says: "empty homes", "homes, empty".

    `phrases` are terms of the other question that have a counterpart, `alone` those of this one that have none.
    """
    words = {
        word.stem
        for phrase in phrases
        for word in _words(phrase)
        if alone and word.stem != phrase.stem and not word.kinds & phrase.kinds
    }
    return [
        one for one in terms if one.stem not in words or all(one is not other for other in alone)
    ]


def _words(term: Term) -> Iterator[Term]:
    return (one for split in term.splits for one in split)


def _count(split: Sequence[Term], others: Sequence[Term]) -> int:
    """Return how many words of a phrase are in others: none if all are, but apart, for they say something else then.

    "Centres that offer contact sports" are no contact centres.
    """
    stems = {one.stem for one in split}
    places = [
        place
        for place, other in enumerate(others)
        if any(one.stem in stems and not one.is_common for one in (other, *_words(other)))
    ]
    if not places:
        return 0
    are_apart = len(places) >= len(split) and places[-1] - places[0] >= len(places)
    return 0 if are_apart else len(places)


def _is_of_kind(term: Term, others: Iterable[Term]) -> bool:
    """Return whether a term stands in the place of another of its kind: primary schools, secondary schools."""
    return any(
        # "Full-time" and "part-time" are opposites, though each is some time.
        any(-side in one.sides for side in term.sides)
        or (one.kinds & term.kinds and not (_is_within(one, term) or _is_within(term, one)))
        for one in others
    )


def _is_within(one: Term, other: Term) -> bool:
    """Return whether a term has all words of another: a littering fine is a fine."""
    words = {word.stem for word in _words(other)}
    return any({word.stem for word in split} <= words for split in one.splits or ((one,),))


def without_abbreviations(terms: Sequence[Term], words: Sequence[str]) -> list[Term]:
    """Return the terms of a question without the abbreviations that it writes out as well."""
    told = frozenset(word for one in terms for word in _printed_words(one))
    return [
        one
        for one in terms
        # What the thesaurus takes for the abbreviation is no term of its own: "RAAC (reinforced …)".
        if not (_is_abbreviation(one) and _written_out(one, words) & told)
    ]


def abbreviated(
    terms: Sequence[Term], words: Sequence[str], others: Iterable[Term]
) -> Sequence[Term]:
    """Return terms, with what stands for an abbreviation of the other question as that abbreviation."""
    for other in others:
        run = _written_out(other, words) if _is_abbreviation(other) else frozenset()
        places = [at for at, one in enumerate(terms) if run and run >= _printed_words(one)]
        if places:
            first = terms[places[0]]
            short = Term(
                other.stem,
                first.printed,
                is_turned=first.is_turned,
                part=first.part,
                is_counted=first.is_counted,
            )
            rest = [one for at, one in enumerate(terms) if at not in places]
            terms = [*rest[: places[0]], short, *rest[places[0] :]]
    return terms


def _printed_words(term: Term) -> set[str]:
    return set(term.printed.lower().split())


def _is_abbreviation(term: Term) -> bool:
    printed = term.printed
    # What the thesaurus holds needs no letters.
    return (
        not term.splits
        and printed.isalpha()
        and printed.isupper()
        and _SHORTEST <= len(printed) <= _LONGEST
    )


def _written_out(term: Term, words: Sequence[str]) -> frozenset[str]:
    """Return the words of a row that an abbreviation stands for; none if there is no such row."""
    letters = term.printed.lower()
    for start, word in enumerate(words):
        if word.startswith(letters[0]) and word != letters:
            row = _row(letters, words, start)
            if row:
                return frozenset(row)
    return frozenset()


def _row(letters: str, words: Sequence[str], start: int) -> list[str]:
    row: list[str] = []
    left = letters
    for word in words[start:]:
        if not left:
            break
        row.append(word)
        if word[0] == left[0]:
            left = left[1:]
        elif word not in _SKIPPED:
            return []
    return [] if left else row
