"""Words conserved: each of a document's words stands in some field of its reading, or is known to be unread."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain

from answerable.domain.disclosure_log import Entry
from answerable.reading.blocks import Block, Document, Kind
from answerable.reading.documents import Reading
from answerable.reading.facts import DAYS
from answerable.reading.sections import is_furniture
from answerable.reading.vocabulary import BACK_TO_TOP, Role, label_of

_WORD = re.compile(r"[^\W_]+")
_FACTS = (*DAYS, Role.OUTCOME, Role.EXEMPTION)
_FEWEST = 3
_MOST_TOLD = 10
_FEW = 12
# What follows a block in a field is looked for within so many times its length: short words stand anywhere.
_FURTHEST = 16


def lost_words(reading: Reading, document: Document, *, begins: int) -> list[str]:
    """Return the texts of blocks most of whose words stand nowhere in the reading, from where its entries begin.

    A word counts as often as it is printed, so that a paragraph lost is told although its words stand
    elsewhere, too. What only labels a field, or is kept as a date or a decision, is not looked for.
    """
    blocks = [one for one in document.blocks if one.start >= begins]
    more = _printed_more(blocks, reading)
    told = []
    # The last times that a word is printed are those for which it is not kept.
    for place in _may_hold(blocks, more):
        if not more:
            break
        held = _held(_text(blocks[place]).lower(), more)
        if not held:
            continue
        gone = {word for word, times in held.items() if times <= more[word]}
        if sum(held[word] for word in gone) >= _FEWEST:
            before = blocks[place - 1] if place else None
            told += [_text(blocks[place])] if _is_lost(blocks[place], before, gone) else []
        for word, times in held.items():
            more[word] -= times
            if more[word] < 0:
                del more[word]
    return told[::-1][:_MOST_TOLD]


def _may_hold(blocks: Sequence[Block], more: Mapping[str, int]) -> Sequence[int]:
    """Return the places of the blocks that may hold some words, the last first: all, where the words are many."""
    every = range(len(blocks) - 1, -1, -1)
    if not more or len(more) > _FEW:
        return every
    # To look for a few words in all blocks at once takes a tenth of the time.
    texts = [_text(block).lower() for block in blocks]
    ends = [*accumulate(len(text) + 1 for text in texts)]
    whole = "\n".join(texts)
    found: set[int] = set()
    for word in more:
        start = whole.find(word)
        while start >= 0:
            place = bisect_right(ends, start)
            found.add(place)
            start = whole.find(word, ends[place])
    return sorted(found, reverse=True)


def _held(text: str, more: Mapping[str, int]) -> Mapping[str, int]:
    """Return how often a text holds each of the words that are printed more often than they are kept."""
    if len(more) > _FEW:
        return Counter(word for word in _WORD.findall(text) if word in more)
    return {word: times for word in more if word in text and (times := _times(word, text))}


def _times(word: str, text: str) -> int:
    """Return how often a word stands in a text, and is not part of a longer one."""
    times, end = 0, 0
    while (start := text.find(word, end)) >= 0:
        end = start + len(word)
        times += not (text[end : end + 1].isalnum() or (start and text[start - 1].isalnum()))
    return times


def _printed_more(blocks: Sequence[Block], reading: Reading) -> dict[str, int]:
    """Return the words that blocks print more often than a reading keeps them, and how often more.

    Nearly all blocks stand in its fields as they are, and in their order: what is found so need not be counted.
    """
    kept = [_Kept("\n".join(texts)) for texts in _texts(reading)]
    printed = [
        text
        for block in blocks
        for text in (block.text, _cells(block))
        if text and not _goes_on(kept, text)
    ]
    more = Counter(_words("\n".join(printed)))
    for one in kept:
        more.subtract(_words(one.passed_over()))
    return {word: times for word, times in more.items() if times > 0}


def _goes_on(kept: Sequence["_Kept"], words: str) -> bool:
    for one in kept:  # noqa: SIM110 a generator takes twice as long
        if one.goes_on_with(words):
            return True
    return False


@dataclass(slots=True)
class _Kept:
    """Texts that a reading keeps, in which what was printed is found one after the other."""

    text: str
    place: int = 0
    passed: list[str] = field(default_factory=list)

    def goes_on_with(self, words: str) -> bool:
        """Return whether words stand as a whole a little further on; if so, go on behind them."""
        text, length = self.text, len(words)
        start = text.find(words, self.place, self.place + length * (_FURTHEST + 1))
        end = start + length
        if start < 0 or not _is_apart(text, start, end):
            return False
        self.passed.append(text[self.place : start])
        self.place = end
        return True

    def passed_over(self) -> str:
        """Return what was not found of the texts."""
        return "\n".join((*self.passed, self.text[self.place :]))


def _is_apart(text: str, start: int, end: int) -> bool:
    """Return whether no word goes on over the ends of a stretch."""
    return (not start or text[start - 1].isspace()) and (end == len(text) or text[end].isspace())


def _texts(reading: Reading) -> Iterator[list[str]]:
    """Yield the texts of a reading that stand in their order on the page: those of fields, of tables, all others."""
    yield [text for entry in reading.entries for text in _fields(entry)]
    yield [text for entry in reading.entries for text in _beside_fields(entry)]
    yield [*reading.index, *(one.text for one in reading.unread)]


def _fields(entry: Entry) -> Iterable[str]:
    return (entry.ref or "", entry.title, entry.request, entry.response)


def _beside_fields(entry: Entry) -> Iterator[str]:
    for table in entry.tables:
        yield table.caption or ""
        yield " ".join(chain.from_iterable(table.rows))
    for attachment in entry.attachments:
        yield from (attachment.title, attachment.text or "")


def _is_lost(block: Block, before: Block | None, missing: set[str]) -> bool:
    """Return whether most words of a block are missing, and it is none that only frames others."""
    is_frame = block.kind in (Kind.PICTURE, Kind.BREAK) or is_furniture(block) or _is_link(block)
    is_beside = block.column == 1 and before is not None and _is_fact(before)
    if is_frame or is_beside or (block.column != 1 and _is_fact(block)):
        return False
    words = _words(_unframed(block))
    gone = sum(word in missing for word in words)
    return gone >= _FEWEST and gone * 2 > len(words)


def _is_fact(block: Block) -> bool:
    """Return whether a block's words are kept as a date or a decision, and not as words."""
    label = label_of(block.text)
    return label is not None and label.role in _FACTS


def _is_link(block: Block) -> bool:
    """Return whether a block is only a link or its target: those are kept apart from the words."""
    return bool(block.runs) and all(run.link or not run.text.strip() for run in block.runs)


def _text(block: Block) -> str:
    cells = _cells(block)
    return f"{block.text} {cells}" if cells else block.text


def _cells(block: Block) -> str:
    return " ".join(chain.from_iterable(block.rows)) if block.rows else ""


def _unframed(block: Block) -> str:
    """Return a block's words without the label that they stand behind, and the way back to the top."""
    text = BACK_TO_TOP.sub("", _text(block))
    label = label_of(text) if block.kind is not Kind.TABLE else None
    return text[label.rest :] if label and label.is_strong else text


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
