"""Gates: what is checked of a reading as a whole, so that a layout read wrongly is no silent failure.

Each gate costs no more than a pass over the document's words. docs/reference/reading.md says what each
of them means.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from answerable.domain.decisions import Outcome
from answerable.domain.disclosure_log import Entry
from answerable.reading.acknowledgements import only_acknowledges
from answerable.reading.blocks import OFF_PAGE, Document
from answerable.reading.conserved import lost_words
from answerable.reading.documents import Gate, Reading
from answerable.reading.index_gate import index_gate
from answerable.reading.labels_inside import answered_inside, labels_inside, labels_shared
from answerable.reading.sequences import out_of_sequence
from answerable.reading.why_none import why_none

_MOST_UNREAD, _FEWEST_UNREAD = 0.05, 300
_LABELS_BAD = "Labels are missing, doubled, out of order, or stand inside a question"
_NO_LOG = ("assessment", "requests")
_LONG, _TIMES_LONGER, _FEWEST_NEIGHBOURS = 4_000, 8, 3
_TOKEN = re.compile(r"(?=[\w/_.-]*\d{3})[A-Za-z0-9]+(?:[-/_.][A-Za-z0-9]+)*")
_LONGEST_HEAD_LINE = 3
_SHORTEST_SHOWN = 60


def gates_of(reading: Reading, document: Document, *, begins: int) -> tuple[Gate, ...]:
    """Return the gates of a reading that was made of a document, in the order of their weight.

    `begins` is the place in the document's text where its first entry stands.
    """
    if not reading.entries:
        return (_entries(reading), _characters(reading, document, begins=begins))
    return (
        _entries(reading),
        index_gate(reading.index, reading.entries),
        _fields(reading.entries),
        _references(reading.entries),
        _characters(reading, document, begins=begins),
        _unplaced(reading, document),
        _labels(reading.entries),
        _answers(reading.entries),
        _lengths(reading.entries),
    )


def gates_of_entries(reading: Reading) -> tuple[Gate, ...]:
    """Return the gates of entries whose fields were named by their file, and not found in a layout."""
    return (
        _entries(reading),
        _fields(reading.entries),
        _references(reading.entries),
        _labels(reading.entries),
        _answers(reading.entries),
    )


def gates_of_request(entries: Sequence[Entry]) -> tuple[Gate, ...]:
    """Return the gates of a letter that only asks: whether its questions were parted, and whether somebody acknowledges them in it."""
    shared = [f"{name_of(one)}: {said}" for one in entries for said in labels_shared(one)]
    labels = _labels(entries)
    if shared:
        labels = replace(labels, holds=False, says=_LABELS_BAD, lacks=(*labels.lacks, *shared))
    return (labels, _replies(entries))


def name_of(entry: Entry) -> str:
    """Return how a sentence names an entry: by its reference, else by its title."""
    return entry.ref or f"“{shortened(entry.title)}”"


def shortened(text: str, *, longest: int = _SHORTEST_SHOWN) -> str:
    """Return the first words of a text, on one line."""
    words = " ".join(text.split())
    return words if len(words) <= longest else f"{words[: longest - 1].rstrip()}…"


def _gate(name: str, lacks: Sequence[str], *, good: str, bad: str) -> Gate:
    return Gate(name, not lacks, bad if lacks else good, tuple(lacks))


def _entries(reading: Reading) -> Gate:
    count = len(reading.entries)
    if count:
        return Gate("entries", holds=True, says=f"It has {_count(count, 'entry', 'entries')}")
    if reading.kind in _NO_LOG:
        return Gate("entries", holds=None, says="It is no log, and has no entries")
    if reading.kind == "letter":
        says = (
            "This is a letter, and no request with its answer was found in it: look at it by hand"
        )
        return Gate("entries", holds=False, says=says)
    says = "The file has words, and no entry was found in them: its layout is not known"
    lacks = why_none([one.text for one in reading.unread])
    return Gate("entries", holds=False, says=says, lacks=lacks)


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _fields(entries: Sequence[Entry]) -> Gate:
    lacks = []
    names = (
        ("reference", "ref"),
        ("title", "title"),
        ("request", "request"),
        ("response", "response"),
    )
    for words, field in names:
        without = [entry for entry in entries if not _has(entry, field)]
        if len(without) == len(entries) > 1:
            lacks.append(f"No entry has a {words}")
        else:
            lacks += [f"{name_of(entry)} has no {words}" for entry in without]
    return _gate(
        "fields",
        lacks,
        good="Every entry has a reference, a title, a request and a response",
        bad="Fields are missing",
    )


def _has(entry: Entry, field: str) -> bool:
    has_more = field == "response" and (entry.tables or entry.attachments)
    return bool(getattr(entry, field)) or bool(has_more)


def _references(entries: Sequence[Entry]) -> Gate:
    times = Counter(_bare(entry.ref) for entry in entries if entry.ref)
    if not times:
        return Gate("references", holds=None, says="No entry has a reference")
    twice = {one for one, count in times.items() if count > 1}
    named = dict.fromkeys(entry.ref for entry in entries if entry.ref and _bare(entry.ref) in twice)
    lacks = [f"{ref} is the reference of {times[_bare(ref)]} entries" for ref in named if ref]
    return _gate(
        "references",
        lacks,
        good="Each reference stands for one entry",
        bad="Entries share a reference",
    )


def _bare(ref: str) -> str:
    return "".join(filter(str.isalnum, ref)).lower()


def _characters(reading: Reading, document: Document, *, begins: int) -> Gate:
    """Check that each character was counted once, and that no words of the document are gone."""
    coverage = reading.coverage
    counted = coverage.entries + coverage.index + coverage.furniture + coverage.unread
    lacks = []
    if counted != coverage.characters:
        lacks.append(f"{coverage.characters:,} characters, of which {counted:,} were counted")
    lacks += [
        f"In no field: {shortened(text)}" for text in lost_words(reading, document, begins=begins)
    ]
    return _gate(
        "characters",
        lacks,
        good="Every word of the document stands in a field, the index, or what was left unread",
        bad="Words of the document stand in no field",
    )


def _unplaced(reading: Reading, document: Document) -> Gate:
    lacks = [
        f"Set aside ({block.aside}): {shortened(block.text)}"
        for block in document.blocks
        if block.aside not in (None, *OFF_PAGE) and block.text
    ]
    share = reading.coverage.unread / max(1, reading.coverage.characters)
    if share > _MOST_UNREAD and reading.coverage.unread > _FEWEST_UNREAD:
        lacks.append(f"{share:.0%} of the document fits no entry")
    return _gate(
        "placed",
        lacks,
        good="Nothing was set aside, and little was left unread",
        bad="Text was set aside or left unread",
    )


def _labels(entries: Sequence[Entry]) -> Gate:
    numbered = [entry for entry in entries if any(one.label for one in entry.questions)]
    lacks = [
        f"{name_of(entry)}: {fault}"
        for entry in numbered
        for fault in out_of_sequence([one.label for one in entry.questions if one.label])
    ]
    lacks += [f"{name_of(entry)}: {fault}" for entry in entries for fault in labels_inside(entry)]
    if not (numbered or lacks):
        return Gate("labels", holds=None, says="No question has a label")
    return _gate(
        "labels",
        lacks,
        good="The labels of the questions count on without a gap",
        bad=_LABELS_BAD,
    )


def _replies(entries: Sequence[Entry]) -> Gate:
    """Check that what was taken for a letter that only asks holds no reply."""
    lacks = [
        f"{name_of(entry)} holds a reply: “{said}”"
        for entry in entries
        if (said := only_acknowledges(entry))
    ]
    good, bad = "It only asks, and holds no reply", "What was taken for a request holds a reply"
    return _gate("answers", lacks, good=good, bad=bad)


def _answers(entries: Sequence[Entry]) -> Gate:
    lacks = []
    for entry in entries:
        open_ones = [
            one for one in entry.questions if not one.answer and Outcome.UNANSWERED in one.outcomes
        ]
        if open_ones and len(open_ones) < len(entry.questions):
            labels = ", ".join(one.label or "–" for one in open_ones)
            lacks.append(f"{name_of(entry)}: {labels}")
        elif open_ones and (entry.response or entry.tables):
            lacks.append(f"{name_of(entry)}: none of its questions")
        if inside := answered_inside(entry):
            lacks.append(f"{name_of(entry)}: answers may stand in questions {', '.join(inside)}")
        if said := only_acknowledges(entry):
            lacks.append(f"{name_of(entry)} may only be acknowledged: “{said}”")
    return _gate(
        "answers",
        lacks,
        good="Every question of an answered entry has its answer",
        bad="Questions have no answer, though their entry has a response, or it only acknowledges them",
    )


def _lengths(entries: Sequence[Entry]) -> Gate:
    if len(entries) <= _FEWEST_NEIGHBOURS:
        lacks = list(_heads_inside(entries))
    else:
        lengths = [len(entry.request) + len(entry.response) for entry in entries]
        usual = sorted(lengths)[len(lengths) // 2]
        lacks = [
            f"{name_of(entry)} is {length / max(1, usual):,.0f} times as long as most"
            for entry, length in zip(entries, lengths, strict=True)
            if length > _LONG and length > _TIMES_LONGER * usual
        ]
        lacks += _heads_inside(entries)
    return _gate(
        "lengths",
        lacks,
        good="No entry looks as if another began inside it",
        bad="An entry may hold another whose beginning was not seen",
    )


def _heads_inside(entries: Sequence[Entry]) -> Iterator[str]:
    """Yield where a line inside an entry is a reference of the log's own shape, and not the entry's."""
    refs = {_bare(entry.ref) for entry in entries if entry.ref}
    shapes = {_shape(entry.ref) for entry in entries if entry.ref}
    for entry in entries:
        for line in f"{entry.request}\n{entry.response}".split("\n"):
            words = line.split() if len(line) < _SHORTEST_SHOWN else ()
            if not 0 < len(words) <= _LONGEST_HEAD_LINE:
                continue
            found = _TOKEN.search(line)
            if found and _shape(found.group()) in shapes and _bare(found.group()) not in refs:
                yield f"{found.group()} stands in a line of its own inside {name_of(entry)}"


def _shape(ref: str) -> str:
    """Return a reference with 9 for each digit and A for each letter."""
    return re.sub(r"[A-Za-z]", "A", re.sub(r"\d", "9", ref))
