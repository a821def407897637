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
    kept = Counter(chain.from_iterable(map(_words, _texts(reading))))
    printed = Counter(chain.from_iterable(_words(_text(block)) for block in blocks))
    # A word that is kept as often as it is printed is missing nowhere.
    left = {word: kept[word] for word, count in printed.items() if count > kept[word]}
    told = []
    before: Block | None = None
    for block in blocks if left else ():
        words = [word for word in _words(_text(block)) if word in left]
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
        yield from (cell for row in table.rows for cell in row)
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
    cells = " ".join(cell for row in block.rows for cell in row)
    return f"{block.text} {cells}" if cells else block.text


def _unframed(block: Block) -> str:
    """Return a block's words without the label that they stand behind, and the way back to the top."""
    text = BACK_TO_TOP.sub("", _text(block))
    label = label_of(text) if block.kind is not Kind.TABLE else None
    return text[label.rest :] if label and label.is_strong else text


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
