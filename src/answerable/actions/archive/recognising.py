"""Which kept entry is meant by an entry that was read: by its reference, or by its exact title.

Nothing is guessed. A reference is compared without its punctuation; a title letter by letter, in
the same month's log of the same body, and only where the text or the archive has no reference.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from answerable.actions.archive.changes import BATCH, Content
from answerable.domain.disclosure_log import Entry as LogEntry
from answerable.domain.disclosure_log import entry_as_json
from answerable.records.archive.keys import key_of, ref_key_of
from answerable.records.archive.models import Body, Correction, Entry

_KEYS_OF_THE_SITE = {"undated"}
"""Addresses beside the entries' own: /log/undated is the page of those without a month."""


@dataclass(slots=True)
class Recognised:
    """An entry that was read, and the kept one that it is; or the key under which it is new."""

    place: int
    content: Content
    occurrence: int
    known: Entry | None = None
    key: str = ""
    is_by_title: bool = False


_ByRead = dict[str, list[Entry]]


def recognised(entries: Sequence[LogEntry], *, body: Body, month: str) -> list[Recognised]:
    """Return each entry that was read with the kept one that it is, in the order of the text."""
    found = [_counted(one, place) for place, one in enumerate(entries)]
    seen: Counter[str] = Counter()
    for one in found:
        name = ref_key_of(one.content["ref"])
        if name:
            seen[name] += 1
            one.occurrence = seen[name]
    misread = _corrected(body)
    _recognise_references(found, body, misread["ref"])
    _recognise_titles(found, body, month, misread["title"])
    _give_keys([one for one in found if one.known is None], body, month)
    return found


def new_key(content: Content, *, body: Body, month: str) -> str:
    """Return the address of an entry that is new: one that no other entry of its body has."""
    new = Recognised(0, content, occurrence=1)
    _give_keys([new], body, month)
    return new.key


def _counted(entry: LogEntry, place: int) -> Recognised:
    return Recognised(place, entry_as_json(entry), occurrence=1)


def _recognise_references(found: list[Recognised], body: Body, misread: _ByRead) -> None:
    wanted = {name for one in found if (name := ref_key_of(one.content["ref"]))}
    known: dict[tuple[str, int], Entry] = {}
    for some in _batches(sorted(wanted)):
        for entry in Entry.objects.filter(body=body, ref_key__in=some):
            known[entry.ref_key or "", entry.occurrence] = entry
    for one in found:
        name = ref_key_of(one.content["ref"])
        one.known = known.get((name, one.occurrence)) if name else None
    taken = {one.known.pk for one in found if one.known}
    for one in found:
        # A reference that an officer corrected is still printed as it was misread.
        name = ref_key_of(one.content["ref"])
        if name and one.known is None:
            fit = (entry for entry in misread[name] if entry.pk not in taken)
            one.known = next(fit, None)
            taken.add(one.known.pk if one.known else 0)


def _recognise_titles(found: list[Recognised], body: Body, month: str, misread: _ByRead) -> None:
    """Know entries by their titles where the text or the archive has no reference for them."""
    unknown = [one for one in found if one.known is None]
    if not unknown:
        return
    by_title = _by_title(unknown, body, month, misread)
    taken = {one.known.pk for one in found if one.known}
    for one in unknown:
        is_nameless = ref_key_of(one.content["ref"]) is None
        one.known = next(
            (
                entry
                for entry in by_title[one.content["title"]]
                if entry.pk not in taken and (is_nameless or entry.ref_key is None)
            ),
            None,
        )
        if one.known is None:
            continue
        taken.add(one.known.pk)
        one.is_by_title = True
        # A text that lost its references does not take them from entries that have them.
        one.content["ref"] = one.content["ref"] or (one.known.as_read or one.known.content)["ref"]


def _by_title(
    unknown: list[Recognised], body: Body, month: str, misread: _ByRead
) -> dict[str, list[Entry]]:
    by_title: dict[str, list[Entry]] = defaultdict(list)
    for some in _batches(sorted({key_of(None, one.content["title"]) for one in unknown})):
        titled = Entry.objects.filter(body=body, month=month, title_key__in=some)
        for entry in titled.order_by("place", "id"):
            by_title[entry.title].append(entry)
    for entries in misread.values():
        for entry in entries:
            if entry.month == month and entry.as_read:
                by_title[entry.as_read["title"]].append(entry)
    return by_title


def _corrected(body: Body) -> dict[str, _ByRead]:
    """Return the entries whose reference or title was corrected, by the field and what had been read there."""
    by_read: dict[str, _ByRead] = {"ref": defaultdict(list), "title": defaultdict(list)}
    corrections = Correction.objects.filter(entry__body=body, field__in=list(by_read))
    for one in corrections.select_related("entry").order_by("entry_id"):
        if one.read:
            name = ref_key_of(one.read) if one.field == "ref" else key_of(None, one.read)
            by_read[one.field][name or ""].append(one.entry)
    return by_read


def _give_keys(new: list[Recognised], body: Body, month: str) -> None:
    """Give each new entry an address of its own, in a few queries for all."""
    taken = set(_KEYS_OF_THE_SITE)
    waiting = new
    while waiting:
        offered = {}
        for one in waiting:
            key = next(key for key in _keys(one, month) if key not in taken and key not in offered)
            offered[key] = one
        kept: set[str] = set()
        for some in _batches(sorted(offered)):
            kept.update(Entry.objects.filter(body=body, key__in=some).values_list("key", flat=True))
        taken |= set(offered)
        for key, one in offered.items():
            one.key = key
        waiting = [one for key, one in offered.items() if key in kept]


def _keys(one: Recognised, month: str) -> Iterator[str]:
    ref, title = one.content["ref"], one.content["title"]
    key = key_of(ref, title)
    yield key
    if ref_key_of(ref) is None and month:
        # The same title comes again in other months: its month tells them apart.
        yield f"{key}-{month}"
    yield from (f"{key}-{number}" for number in range(2, 1_000_000))


def _batches(names: Sequence[str]) -> Iterable[Sequence[str]]:
    return (names[start : start + BATCH] for start in range(0, len(names), BATCH))
