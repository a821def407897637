"""Documents poured into an answer: a policy, a job description; not questions, and not the reply."""

import re
from collections.abc import Sequence

from answerable.domain.disclosure_log import Attachment
from answerable.domain.questions import leading_label
from answerable.reading.asides import heads_grounds
from answerable.reading.blocks import Block, Kind
from answerable.reading.sayings import listed, openings, sayings

_SAID, _BEGUN = sayings("attachments"), openings("attachments")
_ANNOUNCES = re.compile(
    rf"\b{_SAID['ends']}[.:]?\s*$|\b{_SAID['announces']}|^{_SAID['begins']}", re.IGNORECASE
)
_REPLY = re.compile(rf"\b{_SAID['reply']}", re.IGNORECASE)
_QUOTED = re.compile(
    rf"\b{_SAID['pictures']}[^.]*?[\u2018'\u201c\"]"
    r"([^\u2018\u2019'\u201c\u201d\"]{4,100})[\u2019'\u201d\"]",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"(?:^|\b{_BEGUN['articles']}\s)(?P<name>[\w ,&/-]{{3,80}}?)\s+(?:is|are)\s+{_BEGUN['states']}",
    re.IGNORECASE,
)
_FIELD = re.compile(r"(?P<name>[A-Z][A-Z /&]{2,30})\s?:\s*(?P<value>.*)")
_TITLE_FIELDS = tuple(map(str.upper, listed("attachments")["title_fields"]))
_PICTURE = Kind.PICTURE
_LONGEST_STUB = 6
_MOST_STUB_LINES = 3
_FORM_LINES = 10
_HEADING_LINES = 2
_LONGEST_HEADING = 10


def poured_in(blocks: Sequence[Block]) -> list[range]:
    """Return the stretches of a response that are documents poured into it."""
    stretches = []
    place = 0
    while place < len(blocks):
        if _announces(blocks, place):
            end = _end(blocks, place + 1)
            if end > place + 1:
                stretches.append(range(place + 1, end))
            place = end
        else:
            place += 1
    stub = _stub(blocks, stretches[-1].stop if stretches else 0)
    return [*stretches, stub] if stub else stretches


def _announces(blocks: Sequence[Block], place: int) -> bool:
    """Return whether a block announces a document: a picture, a form or a heading in capitals follows."""
    # What follows is looked at first: it costs less than the words.
    return (
        _may_be_poured_in(blocks, place + 1) and _ANNOUNCES.search(blocks[place].text) is not None
    )


def _may_be_poured_in(blocks: Sequence[Block], start: int) -> bool:
    for place in range(start, len(blocks)):
        block = blocks[place]
        if block.kind is _PICTURE and place < start + 2:
            return True
        if block.text and not block.text.isspace():
            break
    else:
        return False
    if place == start and place + 1 < len(blocks) and blocks[place + 1].kind is _PICTURE:
        return True
    is_set_out = block.text.isupper() or _FIELD.match(block.text) is not None
    # "REASONS FOR DECISION" goes on with the answer.
    return is_set_out and block.kind is not Kind.TABLE and not heads_grounds(block)


def _end(blocks: Sequence[Block], start: int) -> int:
    """Return where the reply speaks again: after a break in the page, in the reply's own voice."""
    is_after_break = False
    if blocks[start].kind is _PICTURE and blocks[start].text:
        # A picture whose words were read ends with them.
        after = (place for place in range(start, len(blocks)) if blocks[place].kind is not _PICTURE)
        return next(after, len(blocks))
    for place in range(start, len(blocks)):
        block = blocks[place]
        if block.kind in (_PICTURE, Kind.BREAK):
            is_after_break = is_after_break or block.kind is Kind.BREAK or place > start
            continue
        if block.broken:
            is_after_break = True
        if is_after_break and _REPLY.search(block.text) and not leading_label(block.text):
            return place
    return len(blocks)


def _stub(blocks: Sequence[Block], floor: int) -> range | None:
    """Return the name that is left of an embedded file's icon, at the end of a response."""
    end = len(blocks)
    start = end
    while start > floor + 1 and _is_stub(blocks[start - 1]):
        start -= 1
    is_apart = start < end and (blocks[start].broken or blocks[start - 1].kind is _PICTURE)
    has_words = any(block.text.strip() for block in blocks[start:end])
    return range(start, end) if is_apart and has_words and end - start <= _MOST_STUB_LINES else None


def _is_stub(block: Block) -> bool:
    text = block.text.strip()
    words = text.split()
    is_words = block.kind is Kind.PARAGRAPH and not text.endswith((".", "?", ":", ";", "!"))
    is_name = (
        is_words
        and len(words) <= _LONGEST_STUB
        and not block.is_italic
        and leading_label(text) is None
    )
    return block.kind is _PICTURE or (
        is_name and text[:1].isupper() and "://" not in text and "mailto:" not in text
    )


def attachments_of(blocks: Sequence[Block], announced: str) -> list[Attachment]:
    """Return the documents in a stretch: more than one where a form's fields begin again."""
    documents: list[list[Block]] = [[]]
    fields: set[str] = set()
    for block in blocks:
        found = _FIELD.match(block.text)
        if (
            found
            and found["name"].strip() in _TITLE_FIELDS
            and fields
            and len(documents[-1]) > _FORM_LINES
        ):
            head = _heading_before(documents[-1])
            documents.append([*head])
            fields.clear()
        if found:
            fields.add(found["name"].strip())
        documents[-1].append(block)
    texts = [[block for block in document if block.text.strip()] for document in documents]
    return [
        Attachment(_title(document, announced), _text(document)) for document in texts if document
    ]


def _heading_before(document: list[Block]) -> list[Block]:
    """Take back the headings that stand right over a form's first field."""
    head: list[Block] = []
    while document and len(head) < _HEADING_LINES and _is_heading(document[-1]):
        head.insert(0, document.pop())
    return head


def _is_heading(block: Block) -> bool:
    text = block.text.strip()
    return (
        bool(text)
        and len(text.split()) <= _LONGEST_HEADING
        and text[-1:] not in ".:;,?"
        and text[:1].isupper()
    )


def _title(document: Sequence[Block], announced: str) -> str:
    first = document[0].text.strip()
    quoted = _QUOTED.search(first)
    if quoted:
        return quoted[1].strip()
    for block in document[:6]:
        found = _FIELD.match(block.text)
        if found and found["name"].strip() in _TITLE_FIELDS and found["value"].strip():
            heading = first if first != block.text and not _FIELD.match(first) else None
            return (
                f"{heading}: {found['value'].strip()}"
                if heading and heading.isupper()
                else found["value"].strip()
            )
    if len(document) <= _MOST_STUB_LINES and all(_is_stub(block) for block in document):
        return " ".join(block.text.strip() for block in document)
    named = _NAMED.search(announced)
    return first if _is_heading(document[0]) else named["name"].strip() if named else first[:80]


def _text(document: Sequence[Block]) -> str | None:
    if all(_is_stub(block) for block in document):
        return None
    return "\n\n".join(_words(block) for block in document)


def _words(block: Block) -> str:
    if block.rows:
        return "\n".join(" | ".join(row) for row in block.rows)
    return f"• {block.text}" if block.kind is Kind.ITEM else block.text
