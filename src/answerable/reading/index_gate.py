"""A log's index against its entries: what is listed and has no entry, and the other way round."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from answerable.domain.disclosure_log import Entry
from answerable.reading.documents import Gate

_NO_LETTERS = re.compile(r"[\W_]+")
_ALIKE = 0.85
_BEGINS = 0.6
# Comparing every line with every title grows with their product: an index as damaged as this is told as such.
_MOST_COMPARED = 400


def index_gate(index: Sequence[str], entries: Sequence[Entry]) -> Gate:
    """Return whether every line of the index has an entry, and every entry a line."""
    if not index:
        return Gate("index", holds=None, says="The document has no index")
    lines, left = _matched(index, entries)
    lacks = [f"In the index, but no entry: {line}" for line in lines]
    lacks += [f"An entry, but not in the index: {entry.title}" for entry in left]
    damaged = list(_damaged(index, entries))
    if lacks:
        says = f"The index lists {len(index):,} and there are {len(entries):,} entries"
    elif damaged:
        says = f"The index and the entries agree, but for {len(damaged):,} that differ by a letter or more"
    else:
        says = f"The {len(index):,} lines of the index are the entries' titles"
    return Gate("index", not lacks, says, (*lacks, *damaged))


def _matched(index: Sequence[str], entries: Sequence[Entry]) -> tuple[list[str], list[Entry]]:
    """Return the lines of the index without an entry, and the entries without a line."""
    by_title: dict[str, list[int]] = {}
    for number, entry in enumerate(entries):
        by_title.setdefault(_letters(entry.title), []).append(number)
    refs = {_letters(entry.ref): number for number, entry in enumerate(entries) if entry.ref}
    open_lines: list[str] = []
    met: set[int] = set()
    for line in index:
        places = by_title.get(_letters(line))
        place: int | None = places.pop(0) if places else _by_reference(line, refs)
        if place is None:
            open_lines.append(line)
        else:
            met.add(place)
    left = [place for place in range(len(entries)) if place not in met]
    lines = []
    for number, line in enumerate(open_lines):
        compared = left if number < _MOST_COMPARED else ()
        found = next((one for one in compared if is_alike(line, entries[one].title)), None)
        if found is None:
            lines.append(line)
        else:
            left.remove(found)
    return lines, [entries[place] for place in left]


def _by_reference(line: str, refs: dict[str, int]) -> int | None:
    words = (_letters(word) for word in line.split())
    return next((refs[word] for word in words if word in refs), None)


def _damaged(index: Sequence[str], entries: Sequence[Entry]) -> Iterator[str]:
    """Yield the lines that are an entry's title but for a few letters: one of the two was misread."""
    titles = {_letters(entry.title) for entry in entries}
    exact = {_letters(line) for line in index}
    open_lines = [line for line in index if _letters(line) not in titles][:_MOST_COMPARED]
    left = [entry for entry in entries if open_lines and _letters(entry.title) not in exact]
    for line in open_lines:
        found = next((one for one in left if is_alike(line, one.title)), None)
        if found is not None:
            yield f"“{line}” in the index is “{found.title}” over the entry"


def is_alike(one: str, other: str) -> bool:
    """Return whether two titles are the same but for damage, or for what one of them leaves out at its end."""
    first, second = sorted((_letters(one), _letters(other)), key=len)
    if not first:
        return False
    if second.startswith(first) and len(first) > _BEGINS * len(second):
        return True
    if len(first) < _ALIKE * len(second) * 0.8:
        return False
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


# The titles are compared several times.
@lru_cache(maxsize=1024)
def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", text.lower())
