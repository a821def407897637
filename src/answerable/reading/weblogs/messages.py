"""An exchange of messages about one request into its entry: what was asked, and what was answered."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from answerable.domain.decisions import Outcome
from answerable.domain.disclosure_log import Attachment
from answerable.domain.questions.blind import without_names
from answerable.domain.questions.frames import letter_of
from answerable.reading.documents import Coverage, NotReadable, Reading, Unread
from answerable.reading.doubts import doubted_entries
from answerable.reading.entries import EntryRead, entry_of
from answerable.reading.records import Record, days_of
from answerable.reading.source import Source
from answerable.reading.weblogs.records import blocks_of

_ACKNOWLEDGES = re.compile(
    r"\b(?:acknowledg(?:e|ement|ing)|automat(?:ed|ic)(?:ally generated)? (?:reply|response|message|email)"
    r"|out of (?:the )?office|has been (?:received|logged|allocated)|(?:we|i) (?:have )?received your)\b",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"\b(?:(?:our|the|this|final|full) response|please find|attached|we (?:do not )?hold|can confirm|exempt"
    r"|section \d|withh(?:o|e)ld|refus|disclos|not held|information you (?:have )?requested)\b",
    re.IGNORECASE,
)
_LONGEST_ACKNOWLEDGEMENT = 250


@dataclass(frozen=True, slots=True)
class Message:
    """One message of an exchange: who wrote it (`asks` or not), its day, its words, its files' names.

    `is_whole` is false where only the beginning of its words is known.
    """

    asks: bool
    day: dt.date | None
    text: str
    files: tuple[str, ...] = ()
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Exchange:
    """All messages about one request, the first of which asks; `names` are of those who asked."""

    ref: str | None
    title: str
    body: str | None
    messages: tuple[Message, ...]
    names: tuple[str, ...] = ()
    stated: tuple[Outcome, ...] = ()


def exchange_reading(source: Source, exchange: Exchange, *, form: str, how: str) -> Reading:
    """Return the reading of an exchange: one entry, and as unread what is neither asked nor answered in it.

    Quoted history, greetings and signatures are left out, and the names of those who asked.

    :raises NotReadable: if nothing was asked in it.
    """
    asked = next((one for one in exchange.messages if one.asks), None)
    if asked is None:
        raise NotReadable(f"{source.name} is an exchange in which nobody asks: there is no request")
    answers = [one for one in exchange.messages if not one.asks and not _only_acknowledges(one)]
    unread = list(_unread(exchange, asked, answers))
    read = _entry(exchange, asked, answers)
    reading = Reading(
        source=source.name,
        sha256=source.sha256,
        format=form,
        kind="log",
        body=exchange.body,
        month=None,
        index=(),
        entries=(read.entry,),
        unread=tuple(unread),
        repairs=source.repairs,
        coverage=_coverage(source, [asked, *answers], unread),
        how=how,
    )
    return doubted_entries(reading, [read])


def _entry(exchange: Exchange, asked: Message, answers: Sequence[Message]) -> EntryRead:
    files = dict.fromkeys(name for one in answers for name in one.files)
    record = Record(
        start=0,
        ref=exchange.ref,
        title=exchange.title,
        days=days_of(received=asked.day, answered=answers[-1].day if answers else None),
        stated=list(exchange.stated),
        request=blocks_of(_own_words(asked, exchange.names)),
        response=blocks_of("\n\n".join(_own_words(one, exchange.names) for one in answers)),
    )
    read = entry_of(record, has_pages=False)
    more = tuple(Attachment(name, None) for name in files)
    entry = replace(read.entry, attachments=(*read.entry.attachments, *more))
    return replace(read, entry=entry)


def _own_words(message: Message, names: Iterable[str]) -> str:
    """Return what a message says itself: without what it quotes, greeting, signature and names."""
    lines = letter_of(message.text).own
    return without_names("\n".join(line.text for line in lines), names).strip()


def _only_acknowledges(message: Message) -> bool:
    is_short = len(message.text.split()) <= _LONGEST_ACKNOWLEDGEMENT and not message.files
    acknowledges = _ACKNOWLEDGES.search(message.text) is not None
    return is_short and acknowledges and _ANSWERS.search(message.text) is None


def _unread(exchange: Exchange, asked: Message, answers: Sequence[Message]) -> Iterator[Unread]:
    for one in exchange.messages:
        words = without_names(one.text, exchange.names)
        if one.asks and one is not asked:
            yield Unread(words, "A later message of who asked: it is no part of the answer", 0, 0)
        elif not one.asks and one not in answers:
            yield Unread(words, "It only acknowledges the request", 0, 0)
        elif not one.is_whole:
            yield Unread(
                words, "Only the beginning of this message is in the file: read the whole one", 0, 0
            )


def _coverage(source: Source, kept: Sequence[Message], unread: Sequence[Unread]) -> Coverage:
    length = len(source.text)
    entries = min(length, sum(len(one.text) for one in kept if one.is_whole))
    left = min(length - entries, sum(len(one.text) for one in unread))
    return Coverage(length, entries, 0, length - entries - left, left)
