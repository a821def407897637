"""What an e-mail says as a letter: its subject and day, its own words, and what it quotes set aside."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from answerable.reading.blocks import Block, Document, Kind, Run
from answerable.reading.documents import NotReadable, Repair
from answerable.reading.mail import MailFile
from answerable.reading.mailed.history import history_in_blocks, history_in_text
from answerable.reading.pages import document_of
from answerable.reading.webpage import html_document

_PREFIX = re.compile(
    r"(?:\s*(?:re|fwd?|aw|sv|wg|ymateb)\s*:|\s*\[(?:external|ext|secure|official)[^\]]{0,40}\]\s*:?)+\s*",
    re.IGNORECASE,
)
_HISTORY = "It is quoted from the mails before"


@dataclass(frozen=True, slots=True)
class Letter:
    """An e-mail: `html` where it has one, else `text`; `letters` are whole messages within it, by their names.

    `unread` are the names of messages that stand too deep in others. Who wrote it and to whom is left out: neither is a title, nor a part of an answer.
    """

    subject: str
    sent_on: dt.date | None
    text: str
    html: str = ""
    files: tuple[MailFile, ...] = ()
    letters: tuple[tuple[str, "Letter"], ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def has_words(self) -> bool:
        """Return whether it says anything itself, besides the files that came with it."""
        return bool(self.text.strip() or re.sub(r"<[^<>]*>|&nbsp;", "", self.html).strip())


def document_of_letter(letter: Letter, name: str) -> Document:
    """Return a letter's blocks: its subject, its day, its words; what it quotes stands aside.

    :raises NotReadable: if it says nothing itself.
    """
    if not letter.has_words:
        what = "the files that came with it" if letter.files or letter.letters else "another copy"
        raise NotReadable(f"{name} is an e-mail without words of its own: read {what}")
    html, text = letter.html, letter.text
    body = html_document(html) if html else document_of(text, markdown=False)
    begin = history_in_blocks(body.blocks) if letter.html else history_in_text(letter.text)
    blocks = [_aside(one, begin) for one in body.blocks]
    quoted = sum(one.aside is not None for one in blocks)
    repairs = (Repair("quoted history", "", _HISTORY, quoted),) if quoted else ()
    head, lines = _head(letter)
    moved = (replace(one, start=one.start + len(head), end=one.end + len(head)) for one in blocks)
    return Document(f"{head}{body.text}", (*lines, *moved), repairs=repairs)


def _aside(block: Block, begin: Sequence[range]) -> Block:
    if any(block.start in one for one in begin):
        return replace(block, aside="quoted from the mails before")
    return block


def _head(letter: Letter) -> tuple[str, list[Block]]:
    """Return what stands before the words: the subject and the day, as a letter prints them."""
    prefix = _PREFIX.match(letter.subject)
    subject = letter.subject[prefix.end() if prefix else 0 :]
    day = letter.sent_on
    lines = [f"Subject: {subject}"] if subject.strip() else []
    lines += [f"Date: {day.day} {day:%B %Y}"] if day else []
    blocks, at = [], 0
    for line in lines:
        end = at + len(line) + 1
        blocks.append(Block(Kind.PARAGRAPH, (Run(line),), at, end))
        at = end
    return "".join(f"{line}\n" for line in lines), blocks
