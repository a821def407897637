"""Several readings of one document into the best of each: every field says where it came from.

Two extractions of one document damage different things. The richer format is believed first; between equals,
the words that the document itself uses elsewhere, in any of the readings, decide. Where readings differ, the
words are listed, with the reason for the choice.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from answerable.domain.disclosure_log import Entry, Question, Table, entry_as_json
from answerable.reading.alignment import differences
from answerable.reading.documents import Reading
from answerable.reading.index_gate import is_alike
from answerable.reading.same_entries import Group, same_entries

_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_FIELDS = (
    "ref",
    "title",
    "request",
    "response",
    "received_on",
    "answered_on",
    "questions",
    "tables",
)
_LISTS = ("attachments", "links")
_OF_PICTURES = re.compile(r"\bOCR\b|\bscan|\bpicture", re.IGNORECASE)
_RANKS = {"pdf": 3, "markdown": 2, "text": 2, "picture": 1}
_WRITTEN, _TAGGED, _SCANNED = 5, 4, 1
# What has less than this of the longest reading's words has lost some of them.
_WHOLE = 0.6


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One place where readings differ: what each of them says there, which was chosen, and why.

    `entry` is the entry's place in the merger, None for the index; `field` the field's name.
    """

    where: str
    readings: dict[str, str]
    chosen: str
    why: str
    entry: int | None
    field: str


@dataclass(frozen=True, slots=True)
class MergedEntry:
    """An entry made of the best readings of each field, and the file that each field came from."""

    entry: Entry
    origins: dict[str, str]


@dataclass(frozen=True, slots=True)
class Merger:
    """What several readings of one document make together."""

    sources: tuple[str, ...]
    body: str | None
    month: str | None
    index: tuple[str, ...]
    entries: tuple[MergedEntry, ...]
    disagreements: tuple[Disagreement, ...]
    in_common: int
    """How many entries stand in more than one reading: none, where the readings are of several documents."""

    def as_json(self) -> dict[str, Any]:
        """Return the merger as plain lists, dicts and strings."""
        return {
            "sources": list(self.sources),
            "format": "merged",
            "kind": "log",
            "body": self.body,
            "month": self.month,
            "index": list(self.index),
            "in_common": self.in_common,
            "entries": [entry_as_json(one.entry) | {"from": one.origins} for one in self.entries],
            "disagreements": [
                {
                    "where": one.where,
                    "entry": one.entry,
                    "field": one.field,
                    "readings": one.readings,
                    "chosen": one.chosen,
                    "why": one.why,
                }
                for one in self.disagreements
            ],
        }


def merged(readings: Sequence[Reading]) -> Merger:
    """Return the best of several readings of one document, in the order of the fullest of them."""
    groups = same_entries(readings)
    judge = _judge(readings, groups)
    merged_entries = [_merged_entry(group, judge) for group in groups]
    found = [
        one
        for number, (group, entry) in enumerate(zip(groups, merged_entries, strict=True))
        for one in _disagreements(number, group, entry, judge)
    ]
    index, source = _index(readings, judge)
    return Merger(
        sources=tuple(judge.names),
        body=next((reading.body for reading in readings if reading.body), None),
        month=next((reading.month for reading in readings if reading.month), None),
        index=index,
        entries=tuple(merged_entries),
        disagreements=(*found, *_of_index(readings, index, source, judge)),
        in_common=sum(len(group.entries) > 1 for group in groups),
    )


@dataclass(frozen=True, slots=True)
class _Judge:
    """Knows each reading's name and rank, which words several readings share, and who has slips of their own."""

    names: list[str]
    ranks: list[int]
    words: Counter[str]
    slips: Counter[int]
    titles: Counter[str]

    def strange(self, text: str) -> float:
        """Count the words that only one reading uses, those with odd capitals twice."""
        lone = [word for word in _WORD.findall(text) if self.words[word] < 2]  # noqa: PLR2004 one alone
        return len(lone) + sum(bool(re.search(r"[a-z][A-Z]{2}|[A-Z]{2}[a-z]", one)) for one in lone)


def _judge(readings: Sequence[Reading], groups: Sequence[Group]) -> _Judge:
    words: Counter[str] = Counter()
    titles: Counter[str] = Counter()
    for reading in readings:
        words.update(
            {word for entry in reading.entries for word in _WORD.findall(_all_text(entry))}
        )
        titles.update(map(_letters, (*reading.index, *(one.title for one in reading.entries))))
    judge = _Judge(_names(readings), [_rank(one) for one in readings], words, Counter(), titles)
    for group in groups:
        for place, entry in group.entries.items() if len(group.entries) > 1 else ():
            judge.slips[place] += int(judge.strange(_all_text(entry)))
    return judge


def _names(readings: Sequence[Reading]) -> list[str]:
    """Return a name for each reading: two files of the same name are told apart by their place."""
    times = Counter(reading.source for reading in readings)
    return [
        f"{one.source} ({place + 1})" if times[one.source] > 1 else one.source
        for place, one in enumerate(readings)
    ]


def _rank(reading: Reading) -> int:
    """Return how much of a document its format keeps: Word and HTML most, a picture of the page least."""
    if reading.how and _OF_PICTURES.search(reading.how):
        return _SCANNED
    if reading.format == "pdf" and (reading.how or "").startswith("tagged"):
        return _TAGGED
    return _RANKS.get(reading.format, _WRITTEN)


def _all_text(entry: Entry) -> str:
    return f"{entry.title}\n{entry.request}\n{entry.response}"


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()


def _merged_entry(group: Group, judge: _Judge) -> MergedEntry:
    origins: dict[str, str] = {}
    best = next(iter(group.entries.values()))
    chosen_by_field = {field: _best(group, field, judge) for field in (*_FIELDS, *_LISTS)}
    for field, place in chosen_by_field.items():
        origins[field] = judge.names[place]
        best = replace(best, **{field: getattr(group.entries[place], field)})
    decided = group.entries[chosen_by_field["questions"]]
    return MergedEntry(
        replace(best, outcomes=decided.outcomes, exemptions=decided.exemptions), origins
    )


def _best(group: Group, field: str, judge: _Judge) -> int:
    """Return the place of the reading that has a field best."""
    longest = max(_length(getattr(entry, field)) for entry in group.entries.values())

    def worth(place: int) -> tuple[float, ...]:
        value = getattr(group.entries[place], field)
        length = _length(value)
        has_all = length >= _WHOLE * longest
        confirmed = judge.titles[_letters(value)] if field == "title" else 0
        strange = judge.strange(_text(value))
        return (
            length > 0,
            has_all,
            judge.ranks[place],
            confirmed,
            _count(value),
            -strange,
            -judge.slips[place],
        )

    return max(group.entries, key=worth)


def _length(value: Any) -> int:
    if value is None:
        return 0
    return (
        len(value)
        if isinstance(value, str)
        else sum(1 + len(_text((one,))) for one in value)
        if isinstance(value, tuple)
        else 1
    )


def _count(value: Any) -> int:
    return len(value) if isinstance(value, tuple) else 0


def _text(value: Any) -> str:
    """Return the words of a field: a text, questions with their answers, cells of tables, attachments, links."""
    if isinstance(value, str):
        return value
    if not isinstance(value, tuple):
        return "" if value is None else str(value)
    return " ".join(_words_of(one) for one in value)


def _words_of(one: Any) -> str:
    if isinstance(one, Question):
        return f"{one.text} {one.answer or ''}"
    if isinstance(one, Table):
        return " ".join(cell for row in one.rows for cell in row)
    return f"{getattr(one, 'title', '')} {getattr(one, 'text', None) or ''}"


def _disagreements(
    number: int, group: Group, merged_entry: MergedEntry, judge: _Judge
) -> Iterator[Disagreement]:
    for field in (*_FIELDS, *_LISTS):
        source = judge.names.index(merged_entry.origins[field])
        if field in ("questions", "links"):
            # Their words stand in the request and the response, and are told there.
            continue
        for place, entry in group.entries.items():
            if place == source:
                continue
            chosen, other = getattr(group.entries[source], field), getattr(entry, field)
            why = _why(judge, source, place)
            for where, here, there in _pairs(field, chosen, other):
                for words, others in _differing(here, there):
                    yield Disagreement(
                        where=f"{group.name} {where}",
                        readings={judge.names[source]: words, judge.names[place]: others},
                        chosen=judge.names[source],
                        why=why,
                        entry=number,
                        field=field,
                    )


def _why(judge: _Judge, chosen: int, other: int) -> str:
    if judge.ranks[chosen] > judge.ranks[other]:
        return "its format keeps more of the document"
    if judge.ranks[chosen] < judge.ranks[other]:
        return "the other reading has lost words here"
    return "it has fewer words that no other reading has"


def _pairs(field: str, chosen: Any, other: Any) -> Iterator[tuple[str, str, str]]:
    """Yield the texts of a field to compare: the cells of tables alike, the attachments, or the whole field."""
    if field == "tables":
        yield from _cells(chosen, other)
    elif field == "attachments":
        for number, (one, two) in enumerate(zip(chosen, other, strict=False), start=1):
            yield (
                f"attachment {number}",
                f"{one.title} {one.text or ''}",
                f"{two.title} {two.text or ''}",
            )
    elif other:
        yield field, _text(chosen), _text(other)


def _cells(chosen: Sequence[Table], other: Sequence[Table]) -> Iterator[tuple[str, str, str]]:
    for number, (one, two) in enumerate(zip(chosen, other, strict=False), start=1):
        same_shape = [len(row) for row in one.rows] == [len(row) for row in two.rows]
        if not same_shape:
            yield f"table {number}", _words_of(one), _words_of(two)
            continue
        for y, (row, others) in enumerate(zip(one.rows, two.rows, strict=True), start=1):
            for x, (cell, cell_there) in enumerate(zip(row, others, strict=True), start=1):
                yield f"table {number}, row {y}, column {x}", cell, cell_there


def _differing(here: str, there: str) -> Iterator[tuple[str, str]]:
    """Yield the words in which two texts differ; spaces and line ends are no words."""
    one, other = here.split(), there.split()
    if not other or one == other:
        return
    for a_start, a_end, b_start, b_end in differences(one, other):
        words, others = " ".join(one[a_start:a_end]), " ".join(other[b_start:b_end])
        has_words = any(map(str.isalnum, words + others))
        if has_words and "".join(words.split()) != "".join(others.split()):
            yield words, others


def _index(readings: Sequence[Reading], judge: _Judge) -> tuple[tuple[str, ...], int]:
    """Return the best index and whose it is; each of its lines as most readings have it, or the richest."""
    if not readings:
        return (), 0
    longest = max(len(reading.index) for reading in readings)
    source = max(
        range(len(readings)),
        key=lambda place: (
            len(readings[place].index) >= _WHOLE * longest,
            judge.ranks[place],
            len(readings[place].index),
            -judge.strange(" ".join(readings[place].index)),
        ),
    )
    return tuple(_line(line, readings, judge) for line in readings[source].index), source


def _line(line: str, readings: Iterable[Reading], judge: _Judge) -> str:
    """Return a line of the index as most lines and titles have it: a slip of one reading is no title."""
    if judge.titles[_letters(line)] > 1:
        return line
    alike = [
        title
        for reading in readings
        for title in (*reading.index, *(entry.title for entry in reading.entries))
        if is_alike(line, title)
    ]
    return max([line, *alike], key=lambda one: judge.titles[_letters(one)])


def _of_index(
    readings: Sequence[Reading], index: Sequence[str], source: int, judge: _Judge
) -> Iterator[Disagreement]:
    known = set(map(_letters, index))
    for place, reading in enumerate(readings):
        for line in reading.index:
            if _letters(line) in known:
                continue
            here = next((one for one in index if is_alike(one, line)), "")
            yield Disagreement(
                where="index",
                readings={judge.names[source]: here, judge.names[place]: line},
                chosen=judge.names[source],
                why=_why(judge, source, place) if here else "only one reading has it",
                entry=None,
                field="index",
            )
