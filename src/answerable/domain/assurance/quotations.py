"""Words that somebody wrote in the survey: the personal data in them, and whether they may be shown.

The finder is that of entries for the log. It finds some and not all: whoever reviews reads the words, too.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from answerable.domain.disclosure_log.found import found_in_text
from answerable.domain.personal.kinds import Certainty, PersonalFinding, PersonalKind
from answerable.domain.personal.tables import Named

LONGEST = 5000
"""What a report quotes may be longer than what the survey takes."""
LONGEST_REASON = 500


class WordsRefused(ValueError):
    """Words may not be shown, or not be kept so; the message says why, and repeats none of them."""


@dataclass(frozen=True, slots=True)
class FoundWords:
    """The same personal data wherever it stands in the words; `places` are in characters, half open."""

    key: str
    kind: PersonalKind
    name: str
    certainty: Certainty
    why: str
    words: str
    places: tuple[tuple[int, int], ...]


def found_words(text: str, named: Named) -> tuple[FoundWords, ...]:
    """Return the personal data in words, in their order, the same each once; `named` tells names that are known."""
    alike: dict[str, list[PersonalFinding]] = {}
    for one in found_in_text(text, tuple(named(text))):
        alike.setdefault(_key(one, text), []).append(one)
    return tuple(_found(key, group, text) for key, group in alike.items())


def stretches(text: str, found: Sequence[FoundWords]) -> Iterator[tuple[str, bool]]:
    """Yield the words piece by piece, each with whether it was found to be personal data."""
    at = 0
    for start, end in sorted(place for one in found for place in one.places):
        if end <= at:
            continue
        if text[at:start]:
            yield text[at:start], False
        yield text[max(at, start) : end], True
        at = end
    if text[at:]:
        yield text[at:], False


def line_of(text: str, place: int) -> int:
    """Return in which line a place stands, the first being 1."""
    return text.count("\n", 0, place) + 1


def check_length(words: str) -> None:
    """Do nothing if words can be kept.

    :raises WordsRefused: if there are none, or too many.
    """
    if not words:
        raise WordsRefused("There are no words: decide that it is not to be shown instead")
    if len(words) > LONGEST:
        raise WordsRefused(f"The words have {len(words)} characters: shorten them to {LONGEST}")


def check_may_be_shown(found: Sequence[FoundWords], confirmed: Mapping[str, str]) -> None:
    """Do nothing if all that the finder finds in words is said to be nobody, each with its reason.

    :raises WordsRefused: if something is open, or a reason is too long.
    """
    still = [one for one in found if not confirmed.get(one.key, "").strip()]
    if still:
        kinds = ", ".join(dict.fromkeys(one.name for one in still))
        raise WordsRefused(
            f"Personal data may be in the words ({kinds}): take it out, "
            "or say of each that was found why it is none"
        )
    if any(len(why) > LONGEST_REASON for why in confirmed.values()):
        raise WordsRefused(f"A reason has at most {LONGEST_REASON} characters: shorten it")


def _found(key: str, alike: Sequence[PersonalFinding], text: str) -> FoundWords:
    surest = min(alike, key=lambda one: one.certainty.rank)
    return FoundWords(
        key=key,
        kind=surest.kind,
        name=str(surest.category or surest.kind),
        certainty=surest.certainty,
        why=surest.why,
        words=text[alike[0].start : alike[0].end],
        places=tuple((one.start, one.end) for one in alike),
    )


def _key(one: PersonalFinding, text: str) -> str:
    said = " ".join(text[one.start : one.end].split()).casefold()
    return hashlib.sha256(f"{one.kind.name} {said}".encode()).hexdigest()[:16]
