"""What a reading is not sure of becomes a list for people: each doubt once, and settled once."""

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from answerable.domain.roles.people import MACHINE
from answerable.reading import Reading
from answerable.reading.as_json import places_as_json
from answerable.reading.documents import Gate, Place, Printed, Remark, Unassigned
from answerable.records.archive.models import Document, Doubt, Entry

_BATCH = 500
_FOUND = ["document", "entry", "says", "text", "start", "end", "places"]
_AGAIN = [*_FOUND, "settled_at", "settled_by", "how"]
_KINDS = {"unsure": Doubt.What.UNSURE, "disagreement": Doubt.What.DISAGREEMENT}
_UNASSIGNED = "It answers a question of this request, and nothing says which: place it"
_NO_ENTRY = "The printed index has this title, and no entry was read that bears it"


@dataclass(frozen=True, slots=True)
class _Doubted:
    """A doubt as a reading has it: what kind, what it says, and what it is about."""

    what: Doubt.What
    says: str
    text: str = ""
    entry: Entry | None = None
    label: str = ""
    span: tuple[int, int] | None = None
    places: Sequence[Place] = ()

    def identity(self, sha256: str) -> str:
        """Return what a later reading of the same file finds the doubt again by."""
        # What a gate says counts things: what it is about stays.
        is_gate = self.what is Doubt.What.GATE
        words = " ".join((self.text if self.text or is_gate else self.says).split())
        key = self.entry.key if self.entry else ""
        parts = (sha256, self.what.value, key, self.label, words)
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def note_doubts(
    reading: Reading, document: Document, *, at: dt.datetime, is_first: bool = False
) -> None:
    """Keep what a reading is not sure of, in the caller's transaction.

    What is known already stays as it was settled. Open doubts about the file that this reading has no more
    are settled as gone, and one that comes back is open again. Of a file that `is_first` of its content
    nothing is known.
    """
    found = {one.identity(reading.sha256): one for one in _doubted(reading, document)}
    known = {} if is_first else _known(found, document)
    if not is_first:
        _settle_gone(found, document, at=at)
    Doubt.objects.bulk_create(
        (
            _written(Doubt(body=document.body, identity=identity, found_at=at), one, document)
            for identity, one in found.items()
            if identity not in known
        ),
        batch_size=_BATCH,
    )
    again = [_again(known[each], one, document) for each, one in found.items() if each in known]
    Doubt.objects.bulk_update(again, _AGAIN, batch_size=_BATCH)


def _settle_gone(found: Mapping[str, _Doubted], document: Document, *, at: dt.datetime) -> None:
    gone = Doubt.objects.open().filter(body=document.body, document__sha256=document.sha256)
    for doubt in gone:
        if doubt.identity not in found:
            doubt.settled_at, doubt.settled_by, doubt.how = at, MACHINE.key, Doubt.How.GONE
            doubt.save(update_fields=["settled_at", "settled_by", "how"])


def _known(found: Mapping[str, _Doubted], document: Document) -> dict[str, Doubt]:
    known: dict[str, Doubt] = {}
    identities = list(found)
    for start in range(0, len(identities), _BATCH):
        some = identities[start : start + _BATCH]
        rows = Doubt.objects.filter(body=document.body, identity__in=some)
        known |= {one.identity: one for one in rows}
    return known


def _again(doubt: Doubt, one: _Doubted, document: Document) -> Doubt:
    if doubt.how == Doubt.How.GONE:
        doubt.settled_at, doubt.settled_by, doubt.how = None, "", ""
    return _written(doubt, one, document)


def _written(doubt: Doubt, one: _Doubted, document: Document) -> Doubt:
    doubt.document, doubt.entry = document, one.entry
    doubt.what, doubt.label, doubt.says, doubt.text = one.what, one.label, one.says, one.text
    doubt.start, doubt.end = one.span or (None, None)
    doubt.places = places_as_json(one.places)
    return doubt


def _doubted(reading: Reading, document: Document) -> Iterator[_Doubted]:
    entries = _entries(document) if reading.unassigned or reading.remarks else {}
    failed = [gate for gate in reading.gates if gate.holds is False]
    yield from map(_gate, failed)
    named = {title for gate in failed for title in gate.lacks}
    for title in document.not_read:
        if title not in named:
            yield _Doubted(Doubt.What.INDEX, _NO_ENTRY, title)
    for passage in reading.unassigned:
        if entry := entries.get(passage.entry):
            yield _unassigned(passage, entry, reading)
    for remark in reading.remarks:
        if entry := entries.get(remark.entry):
            yield _remark(remark, entry, reading)
    yield from _unread(reading)


def _unread(reading: Reading) -> Iterator[_Doubted]:
    """Yield each stretch that fits no entry; of a file without entries only the first: it stands for all."""
    for one in reading.unread if reading.entries else reading.unread[:1]:
        pages = range(one.pages[0], one.pages[1] + 1) if one.pages else ()
        places = tuple(map(Place, pages))
        span = (one.start, one.end)
        yield _Doubted(Doubt.What.UNREAD, one.reason, one.text, span=span, places=places)


def _entries(document: Document) -> dict[int, Entry]:
    """Return the entries by their places in the reading, without those that another file tells by now."""
    sources = document.sources.select_related("entry__document")
    return {one.place: one.entry for one in sources if one.entry.document.sha256 == document.sha256}


def _gate(gate: Gate) -> _Doubted:
    return _Doubted(Doubt.What.GATE, gate.says, "\n".join(gate.lacks), label=gate.name)


def _unassigned(passage: Unassigned, entry: Entry, reading: Reading) -> _Doubted:
    printed = _printed(reading, passage.entry)
    return _Doubted(
        Doubt.What.UNASSIGNED,
        _UNASSIGNED,
        passage.text,
        entry,
        span=(passage.start, passage.end),
        places=printed.response,
    )


def _remark(remark: Remark, entry: Entry, reading: Reading) -> _Doubted:
    what = _KINDS.get(remark.what, Doubt.What.REMARK)
    places = _places(reading, remark)
    return _Doubted(what, remark.says, "", entry, remark.label or "", places=places)


def _places(reading: Reading, remark: Remark) -> tuple[Place, ...]:
    """Return where the answer of a remark's question is printed, or the whole response."""
    printed = _printed(reading, remark.entry)
    labels = [one.label for one in reading.entries[remark.entry].questions]
    if remark.label in labels and len(printed.answers) == len(labels):
        return printed.answers[labels.index(remark.label)] or printed.response
    return printed.response


def _printed(reading: Reading, entry: int) -> Printed:
    return reading.printed[entry] if entry < len(reading.printed) else Printed()
