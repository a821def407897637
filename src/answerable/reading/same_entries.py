"""Which entries of several readings are the same: by reference, by title, or by their place between others."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from answerable.domain.disclosure_log import Entry
from answerable.reading.documents import Reading
from answerable.reading.index_gate import is_alike

_ALMOST = 0.7


@dataclass(slots=True)
class Group:
    """One entry in the readings that have it: their places in the list of readings, and the entry in each."""

    entries: dict[int, Entry] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Return how a sentence names it: by its reference, else by its title."""
        refs = [entry.ref for entry in self.entries.values() if entry.ref]
        return refs[0] if refs else next(iter(self.entries.values())).title


def same_entries(readings: Sequence[Reading]) -> list[Group]:
    """Return the entries of all readings, those that are one together, in the order of the fullest reading."""
    fullest = max(range(len(readings)), key=lambda place: len(readings[place].entries), default=0)
    order = [fullest, *(place for place in range(len(readings)) if place != fullest)]
    groups: list[Group] = []
    for place in order:
        _add(groups, place, readings[place].entries if readings else ())
    return groups


def _add(groups: list[Group], reading: int, entries: Sequence[Entry]) -> None:
    found = _by_names(groups, entries)
    _by_place(groups, entries, found)
    last: Group | None = None
    for entry in entries:
        group = found.get(id(entry))
        if group is None:
            group = Group()
            # What only this reading has stands behind what stood before it.
            groups.insert(_place_of(groups, last) + 1, group)
        group.entries[reading] = entry
        last = group


def _place_of(groups: Sequence[Group], wanted: Group | None) -> int:
    return next((place for place, one in enumerate(groups) if one is wanted), -1)


def _by_names(groups: Sequence[Group], entries: Sequence[Entry]) -> dict[int, Group]:
    """Match by reference, then by title to the letter, then by titles and references that are nearly the same."""
    found: dict[int, Group] = {}
    taken: set[int] = set()
    for key in (_bare_ref, _bare_title):
        known = {key(entry): one for one in reversed(groups) for entry in one.entries.values()}
        for entry in entries:
            group = known.get(key(entry)) if key(entry) and id(entry) not in found else None
            if group is not None and id(group) not in taken and _refs_agree(group, entry):
                found[id(entry)] = group
                taken.add(id(group))
    for entry in entries:
        if id(entry) in found:
            continue
        left = [one for one in groups if id(one) not in taken and _refs_agree(one, entry)]
        near = [one for one in left if _is_near(one, entry)]
        if len(near) == 1:
            found[id(entry)] = near[0]
            taken.add(id(near[0]))
    return found


def _by_place(groups: Sequence[Group], entries: Sequence[Entry], found: dict[int, Group]) -> None:
    """Match an entry that stands alone between two that were matched with the one group between theirs."""
    places = {id(group): place for place, group in enumerate(groups)}
    taken = {id(group) for group in found.values()}
    for before, entry, after in zip((None, *entries), entries, (*entries[1:], None), strict=False):
        if id(entry) in found or not groups:
            continue
        low = places[id(found[id(before)])] if before and id(before) in found else None
        high = places[id(found[id(after)])] if after and id(after) in found else None
        low = -1 if before is None else low
        high = len(groups) if after is None else high
        if low is None or high is None or high - low != 2:  # noqa: PLR2004 one between them
            continue
        group = groups[low + 1]
        if id(group) not in taken and _refs_agree(group, entry):
            found[id(entry)] = group
            taken.add(id(group))


def _bare_ref(entry: Entry) -> str:
    return "".join(filter(str.isalnum, entry.ref or "")).lower()


def _bare_title(entry: Entry) -> str:
    return "".join(filter(str.isalnum, entry.title)).lower()


def _refs_agree(group: Group, entry: Entry) -> bool:
    """Return whether two references may be one: the scanner reads "5O24007" for 5024007."""
    ref = _bare_ref(entry)
    known = [_bare_ref(one) for one in group.entries.values() if one.ref]
    if not ref or not known or ref in known:
        return True
    if any(len(ref) != len(one) for one in known):
        return False
    differ = min(sum(a != b for a, b in zip(ref, one, strict=True)) for one in known)
    is_digits = ref.isdigit() and all(one.isdigit() for one in known)
    # Two whole numbers that differ in a figure are two references.
    return differ <= max(1, round((1 - _ALMOST) * len(ref))) and not is_digits


def _is_near(group: Group, entry: Entry) -> bool:
    return any(
        is_alike(one.title, entry.title) and _asks_alike(one, entry)
        for one in group.entries.values()
    )


def _asks_alike(one: Entry, other: Entry) -> bool:
    """Return whether two requests begin with much the same words, as far as both have any."""
    first, second = one.request[:300].lower().split(), other.request[:300].lower().split()
    if not first or not second:
        return True
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= _ALMOST / 2
