"""Words conserved: each of a document's words stands in some field of its reading, or is known to be unread."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from answerable.domain.disclosure_log import Entry
from answerable.reading.blocks import Block, Document, Kind
from answerable.reading.documents import Reading
from answerable.reading.sections import is_furniture
from answerable.reading.vocabulary import BACK_TO_TOP, Role, label_of

_WORD = re.compile(r"[^\W_]+")
_FACTS = (Role.RECEIVED, Role.ANSWERED, Role.OUTCOME, Role.EXEMPTION)
_FEWEST = 3
_MOST_TOLD = 10


def lost_words(reading: Reading, document: Document, *, begins: int) -> list[str]:
    """Return the texts of blocks most of whose words stand nowhere in the reading, from where its entries begin.

    A word counts as often as it is printed, so that a paragraph lost is told although its words stand
    elsewhere, too. What only labels a field, or is kept as a date or a decision, is not looked for.
    """
    blocks = [one for one in document.blocks if one.start >= begins]
    printed, kept = _stretches(map(_text, blocks)), _stretches(_texts(reading))
    telling = _telling(printed, kept)
    left: Counter[str] = Counter()
    for stretch, words in telling.items():
        for word in words:
            left[word] += kept[stretch]
    told = []
    before: Block | None = None
    for block in blocks if telling else ():
        words = [word for one in _text(block).split() if one in telling for word in telling[one]]
        missing = [word for word in words if left[word] <= 0]
        for word in words:
            left[word] -= 1
        if len(missing) >= _FEWEST and _is_lost(block, before, set(missing)):
            told.append(_text(block))
        before = block
    return told[:_MOST_TOLD]


def _texts(reading: Reading) -> Iterator[str]:
    yield from reading.index
    yield from (one.text for one in reading.unread)
    for entry in reading.entries:
        yield from _fields(entry)


def _fields(entry: Entry) -> Iterable[str]:
    yield from (entry.ref or "", entry.title, entry.request, entry.response)
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
    if not block.rows:
        return block.text
    cells = " ".join(chain.from_iterable(block.rows))
    return f"{block.text} {cells}" if cells else block.text


def _unframed(block: Block) -> str:
    """Return a block's words without the label that they stand behind, and the way back to the top."""
    text = BACK_TO_TOP.sub("", _text(block))
    label = label_of(text) if block.kind is not Kind.TABLE else None
    return text[label.rest :] if label and label.is_strong else text


def _stretches(texts: Iterable[str]) -> Counter[str]:
    """Count what stands between two spaces: words are then looked for once in each, however often it stands there."""
    return Counter(chain.from_iterable(map(str.split, texts)))


def _telling(printed: Counter[str], kept: Counter[str]) -> dict[str, list[str]]:
    """Return the words that are printed more often than they are kept, by the stretches that hold them."""
    words = {one: _words(one) for one in {**printed, **kept}}
    more: dict[str, int] = {}
    for stretch, its_words in words.items():
        times = printed.get(stretch, 0) - kept.get(stretch, 0)
        for word in its_words if times else ():
            more[word] = more.get(word, 0) + times
    missing = {word for word, times in more.items() if times > 0}
    if not missing:
        return {}
    return {
        stretch: [word for word in its_words if word in missing]
        for stretch, its_words in words.items()
        if not missing.isdisjoint(its_words)
    }


def _words(text: str) -> list[str]:
    lowered = text.lower()
    return [lowered] if lowered.isalnum() else _WORD.findall(lowered)
