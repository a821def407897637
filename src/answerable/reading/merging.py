"""Several readings of one document into the best of each: every field says where it came from.

Two extractions of one document damage different things. Where they differ, the words that the
document itself uses elsewhere, in any of the readings, decide; what cannot be decided is listed.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Any

from answerable.domain.disclosure_log import Entry, Question, entry_as_json
from answerable.reading.documents import Reading

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
_ALIKE = 0.85


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One place where readings differ, and what each of them says there."""

    where: str
    readings: dict[str, str]
    chosen: str


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

    def as_json(self) -> dict[str, Any]:
        """Return the merger as plain lists, dicts and strings."""
        return {
            "sources": list(self.sources),
            "format": "merged",
            "kind": "log",
            "body": self.body,
            "month": self.month,
            "index": list(self.index),
            "entries": [entry_as_json(one.entry) | {"from": one.origins} for one in self.entries],
            "disagreements": [
                {"where": one.where, "readings": one.readings, "chosen": one.chosen}
                for one in self.disagreements
            ],
        }


def merged(readings: Sequence[Reading]) -> Merger:
    """Return the best of several readings of one document, in the order of the fullest of them."""
    words = _vocabulary(readings)
    groups = _groups(readings)
    disagreements: list[Disagreement] = []
    judge = _Judge(words, _slips(groups, words))
    entries = [_merged_entry(group, judge, disagreements) for group in groups]
    first = readings[0] if readings else None
    return Merger(
        sources=tuple(reading.source for reading in readings),
        body=next((reading.body for reading in readings if reading.body), None),
        month=next((reading.month for reading in readings if reading.month), None),
        index=max((reading.index for reading in readings), key=len) if first else (),
        entries=tuple(entries),
        disagreements=tuple(disagreements),
    )


def _vocabulary(readings: Sequence[Reading]) -> Counter[str]:
    """Count the words of all readings: a word that several of them use is no slip of one."""
    words: Counter[str] = Counter()
    for reading in readings:
        own = {word for entry in reading.entries for word in _WORD.findall(_all_text(entry))}
        words.update(own)
    return words


def _all_text(entry: Entry) -> str:
    return f"{entry.title}\n{entry.request}\n{entry.response}"


_Group = list[tuple[str, Entry]]


def _groups(readings: Sequence[Reading]) -> list[_Group]:
    """Put the entries together that are one: by reference, else by title and place."""
    groups: list[_Group] = []
    for reading in readings:
        for place, entry in enumerate(reading.entries):
            group = next((one for one in groups if _same(one, entry, reading.source)), None)
            if group is None:
                groups.insert(min(place, len(groups)) if groups else 0, [(reading.source, entry)])
            else:
                group.append((reading.source, entry))
    return groups


def _same(group: _Group, entry: Entry, source: str) -> bool:
    if any(name == source for name, _ in group):
        return False
    refs = {one.ref for _, one in group if one.ref}
    if entry.ref and refs:
        return entry.ref in refs
    return any(_alike(one.title, entry.title) for _, one in group)


def _alike(one: str, other: str) -> bool:
    first, second = ("".join(_WORD.findall(text)).lower() for text in (one, other))
    return first == second or SequenceMatcher(None, first, second).ratio() >= _ALIKE


@dataclass(frozen=True, slots=True)
class _Judge:
    """Knows which words several readings share, and how many each source has that none other does."""

    words: Counter[str]
    slips: Counter[str]


def _slips(groups: Sequence[_Group], words: Counter[str]) -> Counter[str]:
    slips: Counter[str] = Counter()
    for group in groups:
        if len(group) > 1:
            for source, entry in group:
                slips[source] += int(_strange(_all_text(entry), words))
    return slips


def _merged_entry(group: _Group, judge: _Judge, disagreements: list[Disagreement]) -> MergedEntry:
    name = next((entry.ref for _, entry in group if entry.ref), group[0][1].title)
    origins: dict[str, str] = {}
    best = group[0][1]
    for field in _FIELDS:
        source, value = _best(group, field, judge)
        origins[field] = source
        best = replace(best, **{field: value})
        if isinstance(value, str):
            disagreements += _differences(f"{name} {field}", group, field, source)
    for field in _LISTS:
        source, value = max(
            ((one, getattr(entry, field)) for one, entry in group),
            key=lambda pair: _weight(pair[1]),
        )
        origins[field] = source
        best = replace(best, **{field: value})
    decided = max(
        group, key=lambda pair: len(pair[1].outcomes) if pair[0] == origins["questions"] else -1
    )[1]
    best = replace(best, outcomes=decided.outcomes, exemptions=decided.exemptions)
    return MergedEntry(best, origins)


def _weight(values: Sequence[Any]) -> int:
    return sum(1 + len(getattr(value, "text", None) or "") for value in values)


def _best(group: _Group, field: str, judge: _Judge) -> tuple[str, Any]:
    """Return the best reading of a field; between equals, that of the source with the fewest slips."""
    return max(
        ((source, getattr(entry, field)) for source, entry in group),
        key=lambda pair: (*_worth(pair[1], judge.words), -judge.slips[pair[0]]),
    )


def _worth(value: Any, words: Counter[str]) -> tuple[int, float]:
    """Weigh a reading of a field: something over nothing, more questions, fewer lone words."""
    if not value:
        return (0, 0.0)
    if isinstance(value, str):
        return (1, -_strange(value, words))
    if isinstance(value, tuple):
        text = " ".join(_question_text(one) for one in value if isinstance(one, Question))
        return (1 + len(value), -_strange(text, words))
    return (1, 0.0)


def _question_text(question: Question) -> str:
    return f"{question.text} {question.answer or ''}"


def _strange(text: str, words: Counter[str]) -> float:
    """Count the words that only one reading uses, those with odd capitals or bars twice."""
    lone = [word for word in _WORD.findall(text) if words[word] < 2]  # noqa: PLR2004 one reading alone
    return len(lone) + sum(bool(re.search(r"[a-z][A-Z]{2}|[A-Z]{2}[a-z]", word)) for word in lone)


def _differences(where: str, group: _Group, field: str, chosen: str) -> list[Disagreement]:
    """Return the words in which the readings of a field differ from the chosen one."""
    texts = {source: " ".join((getattr(entry, field) or "").split()) for source, entry in group}
    base = texts[chosen].split()
    found = []
    for source, text in texts.items():
        if source == chosen or not text or text == texts[chosen]:
            continue
        other = text.split()
        for kind, a_start, a_end, b_start, b_end in SequenceMatcher(
            None, base, other, autojunk=False
        ).get_opcodes():
            if kind != "equal":
                readings = {
                    chosen: " ".join(base[a_start:a_end]),
                    source: " ".join(other[b_start:b_end]),
                }
                found.append(Disagreement(where, readings, chosen))
    return found
