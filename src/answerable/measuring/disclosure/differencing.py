"""Tables set beside those that left before: which together give away what none of them prints."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field

from answerable.domain.suppression.controlling import Range
from answerable.domain.suppression.profiles import Profile
from answerable.domain.suppression.released import Figure, ReleasedTable
from answerable.domain.suppression.spans import aligned
from answerable.domain.suppression.tables import Place, Sum
from answerable.measuring.disclosure.bounds import FiguresDisagree, ranges
from answerable.measuring.disclosure.populations import Group, Key, groups_of

_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Given:
    """What tables together give away: of whom, how many, and which tables it takes."""

    who: str
    range: Range
    tables: tuple[str, ...]
    is_withheld: bool
    """Whether one of them withholds, or rounds, this very figure; otherwise none of them prints it."""

    @property
    def words(self) -> str:
        """What is given away, in a sentence."""
        least, most = self.range.least, self.range.most
        much = str(least) if self.range.is_exact else f"{least} to {most}"
        return f"{' and '.join(self.tables)} together give away {self.who}: {much}"


@dataclass(frozen=True)
class Comparison:
    """A table beside those that left: what they give away together, and those that it contradicts."""

    given: tuple[Given, ...]
    contradicts: tuple[str, ...]
    """Tables whose figures cannot hold beside these: something was revised, or one of them is wrong."""

    @property
    def is_releasable(self) -> bool:
        """Whether nothing is given away."""
        return not self.given


def compared(
    new: ReleasedTable,
    before: Sequence[ReleasedTable],
    profile: Profile,
    *,
    is_brief: bool = False,
) -> Comparison:
    """Return what a table gives away with all tables that left before and count the same.

    A group that no figure prints must not become known to be small, exactly or nearer than the profile's
    protection; a withheld figure must stay withheld. What was given away before is not told again, and what
    the table gives away by itself is its audit's. Where `is_brief`, it is told what follows sum by sum, in a
    fraction of the time; what takes all sums at once is not seen then.

    :raises TooManyTogether: if the tables tell too many groups apart.
    """
    tables = aligned((new, *(one for one in before if one.counts == new.counts)))
    together = _Together(tables, profile, is_brief)
    fitting, contradicts = _fitting(together)
    known = {*together.exposed(fitting - {0}), *together.exposed({0})}
    given = []
    for target, found in together.exposed(fitting).items():
        if target not in known:
            needed = _needed(together, fitting, target)
            names = tuple(tables[number].name for number in sorted(needed))
            given.append(Given(together.words(target), found, names, target.is_figure))
    return Comparison(tuple(given), tuple(contradicts))


def _fitting(together: "_Together") -> tuple[set[int], list[str]]:
    """Return the tables that can hold beside the new one, all at once, and the names of the others."""
    numbers = range(1, len(together.tables))
    try:
        together.ranges({0, *numbers})
    except FiguresDisagree:
        pass
    else:
        return {0, *numbers}, []
    fitting, contradicts = {0}, []
    for number in numbers:
        try:
            together.ranges(fitting | {number})
        except FiguresDisagree:
            contradicts.append(together.tables[number].name)
        else:
            fitting.add(number)
    return fitting, contradicts


def _needed(together: "_Together", fitting: set[int], target: "_Target") -> set[int]:
    """Return the tables that it takes: each is left out where the target is given away without it."""
    needed = set(fitting)
    for number in sorted(fitting - {0}, reverse=True):
        if target in together.exposed(needed - {number}):
            needed.discard(number)
    return needed


@dataclass(frozen=True, slots=True)
class _Target:
    """Some groups, by a mask of their numbers; a figure where one has withheld or rounded just these."""

    mask: int
    is_figure: bool = False


@dataclass
class _Together:
    """Tables of the same counts, and the groups that they tell apart, by which any of them are looked at."""

    tables: Sequence[ReleasedTable]
    profile: Profile
    is_brief: bool = False
    groups: list[Group] = field(init=False)
    figures: dict[Key, Figure] = field(init=False)
    masks: dict[Key, int] = field(init=False)
    _found: dict[frozenset[int], dict[Place, Range]] = field(init=False, default_factory=dict)
    _asked: dict[frozenset[int], dict[_Target, Range]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.groups = groups_of(self.tables)
        self.figures = {
            (number, at): figure
            for number, table in enumerate(self.tables)
            for at, figure in enumerate(table.figures)
        }
        self.masks = dict.fromkeys(self.figures, 0)
        for number, group in enumerate(self.groups):
            for key in group.figures:
                self.masks[key] |= 1 << number

    def ranges(self, chosen: Set[int]) -> dict[Place, Range]:
        """Return what some of the tables say of each group and figure: each figure is the sum of its groups.

        :raises FiguresDisagree: if they contradict each other.
        """
        asked = frozenset(chosen)
        if asked not in self._found:
            self._found[asked] = self._ranges(asked)
        return self._found[asked]

    def _ranges(self, chosen: frozenset[int]) -> dict[Place, Range]:
        known: dict[Place, Range] = {
            _place(number): Range(0, None) for number in range(len(self.groups))
        }
        members: dict[Key, list[Place]] = {key: [] for key in self.figures if key[0] in chosen}
        known |= {_place(*key): self.figures[key].known for key in members}
        for number, group in enumerate(self.groups):
            for key in group.figures:
                if key in members:
                    members[key].append(_place(number))
        return ranges(
            known,
            [Sum(_place(*key), tuple(parts)) for key, parts in members.items()],
            enough=self.profile.protection,
            is_brief=self.is_brief,
        )

    def exposed(self, chosen: set[int]) -> dict[_Target, Range]:
        """Return what some of the tables give away together."""
        if not chosen:
            return {}
        asked = frozenset(chosen)
        if asked not in self._asked:
            self._asked[asked] = self._exposed(asked)
        return self._asked[asked]

    def _exposed(self, chosen: frozenset[int]) -> dict[_Target, Range]:
        found = self.ranges(chosen)
        figures = [key for key in self.figures if key[0] in chosen]
        printed = {self.masks[key] for key in figures if not self.figures[key].is_withheld}
        exposed: dict[_Target, Range] = {}
        for mask, one in (*self._single(found), *self._differences(figures)):
            if mask not in printed and self._is_telling(one):
                exposed[_Target(mask)] = one
        for key in figures:
            if self._is_open(self.figures[key], found[_place(*key)]):
                exposed.pop(_Target(self.masks[key]), None)
                exposed[_Target(self.masks[key], is_figure=True)] = found[_place(*key)]
        return exposed

    def _single(self, found: dict[Place, Range]) -> Iterator[tuple[int, Range]]:
        for number in range(len(self.groups)):
            yield 1 << number, found[_place(number)]

    def _differences(self, figures: Sequence[Key]) -> Iterator[tuple[int, Range]]:
        """Yield several groups together: what is left of one figure without another that is a part of it.

        Only figures so near to each other are looked at that what is left can be small.
        """
        bounded = sorted(
            (one.known.least, key)
            for key in figures
            if (one := self.figures[key]).known.most is not None
        )
        for least, whole in bounded:
            most = self.figures[whole].known.most or 0
            for at in range(bisect_left(bounded, (most - self.profile.small,)), len(bounded)):
                part_least, part = bounded[at]
                if part_least > most:
                    break
                left = self.masks[whole] & ~self.masks[part]
                if left.bit_count() >= _FEWEST and not self.masks[part] & ~self.masks[whole]:
                    part_most = self.figures[part].known.most or 0
                    yield left, Range(max(0, least - part_most), most - part_least)

    def _is_open(self, figure: Figure, found: Range) -> bool:
        """Return whether a figure that is held back, or rounded, is known after all."""
        if not figure.is_withheld:
            return not figure.known.is_exact and found.is_exact and self._is_telling(found)
        known = figure.known
        alone = self.profile.protection if known.most is None else known.most - known.least
        return found.is_narrower_than(max(1, min(self.profile.protection, alone)))

    def _is_telling(self, found: Range) -> bool:
        """Return whether a range says that a group is small, and how small; that it is empty tells of nobody."""
        if found.most is None or found.most > self.profile.small:
            return False
        if found.most == 0:
            return self.profile.least == 0
        return found.is_narrower_than(self.profile.protection)

    def words(self, target: _Target) -> str:
        """Return who is given away."""
        numbers = [n for n in range(len(self.groups)) if target.mask >> n & 1]
        return " with ".join(self.groups[number].words for number in numbers)


def _place(*numbers: int) -> Place:
    """Return the place of a group (one number), or of a figure (its table's and its own)."""
    return tuple(map(str, numbers))
