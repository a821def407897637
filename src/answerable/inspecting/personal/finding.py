"""The personal data in the texts that a file shows, each of its words once. For the process apart."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from answerable.domain.personal.kinds import PersonalFinding, PersonalKind
from answerable.domain.release.known_people import KnownPeople
from answerable.domain.release.personal import personal_data
from answerable.inspecting.findings import PersonalHit, Place
from answerable.inspecting.masking import masked
from answerable.inspecting.personal.pieces import Piece, Unread

MOST_OF_A_KIND = 200
"""Words of one kind that are told apart: whoever has to decide about more decides about the rest together."""

MOST_PLACES = 10
"""Places of the same words that are told."""

MOST_SIGNS = 2_500_000
"""Letters of one file that are looked through, which takes half a minute."""

MOST_FOR_ANOTHER = 400_000
"""Letters of one file that another finder is given, which takes a minute."""

_NOT_BY_THE_OTHER = f"Presidio looked through its first {MOST_FOR_ANOTHER:,} letters only, our own rules through all of it"
_TOO_LONG = (
    f"it shows more than {MOST_SIGNS:,} letters, and what stands behind them was not looked through"
)
_OTHERS = "others, and each of them only in part"
_Kind = tuple[PersonalKind, str]
OtherFinder = Callable[[str], Iterable[PersonalFinding]]
"""What says of a text what another finder finds in it."""


@dataclass(slots=True)
class _Words:
    """The same words, wherever they stand."""

    finding: PersonalFinding
    sample: str
    count: int = 0
    places: list[Place] = field(default_factory=list)


@dataclass(slots=True)
class Found:
    """Takes in what is found, and what nobody looked through."""

    unread: list[Unread] = field(default_factory=list)
    _words: dict[tuple[_Kind, str], _Words] = field(default_factory=dict)
    _told: Counter[_Kind] = field(default_factory=Counter)

    def take(self, finding: PersonalFinding, words: str, place: Place) -> None:
        """Count words that were found: the surest of what is said of the same ones stands."""
        kind = (finding.kind, finding.category.value if finding.category else "")
        said = " ".join(words.split())
        key = (kind, said.casefold())
        if key not in self._words:
            if self._told[kind] >= MOST_OF_A_KIND:
                key, said = (kind, ""), ""
            self._told[kind] += 1
        held = self._words.setdefault(key, _Words(finding, masked(said) if said else _OTHERS))
        if finding.certainty.rank < held.finding.certainty.rank:
            held.finding = finding
        held.count += 1
        if len(held.places) < MOST_PLACES:
            held.places.append(place)

    def hits(self) -> tuple[PersonalHit, ...]:
        """Return all that was found, in the order in which it stands in the file."""
        alike: Counter[tuple[object, ...]] = Counter()
        made = []
        for words in self._words.values():
            one = PersonalHit(
                words.finding.kind,
                words.finding.category,
                words.finding.certainty,
                words.sample,
                words.finding.why,
                words.count,
                tuple(words.places),
                found_by=words.finding.found_by,
            )
            looks = (one.kind, one.category, one.sample, one.places[0].where)
            made.append(replace(one, number=alike[looks]))
            alike[looks] += 1
        return tuple(made)


def found_in(
    texts: Iterable[Piece | Unread], known: KnownPeople, other: OtherFinder | None = None
) -> Found:
    """Return the personal data in texts; what is too much, and whatever nobody can read, is told as such.

    Another finder may say what it finds, too; what was not put before it is told as well.
    """
    found = Found()
    room, others_room = MOST_SIGNS, MOST_FOR_ANOTHER if other else 0
    for piece in texts:
        if isinstance(piece, Unread):
            found.unread.append(piece)
            continue
        text = piece.text[:room]
        shown = text[:others_room]
        others = other(shown) if other and shown else ()
        for one in personal_data(text, known=known, others=others):
            found.take(one, text[one.start : one.end], piece.place(one.start, one.end))
        room -= len(text)
        if other and len(text) > others_room:
            found.unread.append(Unread(piece.inside, _NOT_BY_THE_OTHER))
            other = None
        others_room -= len(shown)
        if len(text) < len(piece.text):
            found.unread.append(Unread(piece.inside, _TOO_LONG))
            break
    return found
