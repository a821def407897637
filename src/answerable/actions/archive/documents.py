"""Where entries come from: the body's row, the file's row, and what in it fits no entry."""

import datetime as dt
import hashlib
import re
from dataclasses import dataclass

from django.conf import settings

from answerable.actions.archive.changes import BATCH, next_change
from answerable.domain.disclosure_log import Body as LogBody
from answerable.queries.office import OfficeNotKnown, office_of
from answerable.reading import READER_VERSION, Reading
from answerable.reading.weblogs.choosing import FORMS
from answerable.records.archive.keys import key_of
from answerable.records.archive.models import Body, ChangeCounter, Document, EntrySource, Unread

_A_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_A_CODE = re.compile(r"(?=.*[A-Za-z0-9])[\w .&-]{1,20}")
_LONGEST_PREFIX = 20
_PREFIXES_OF_THE_SITE = frozenset(
    "accessibility account alerts api campaigns contradictions contributions cy disposals doubts incidents released-files "
    "figures imports information-owners invitations log log-entries mail make-a-request other-bodies people "
    "performance registers removals requests reviews satisfaction search service-standards standard-lines standards start static statistics survey teams words work your-files "
    "your-request".split()
)
_COUNTS = ("characters", "entries", "index", "furniture", "unread")


class ImportRefused(Exception):
    """What was read cannot be kept as it was asked for."""


@dataclass(frozen=True, slots=True)
class Imported:
    """Who imports, when, and into which month."""

    month: str
    by: str
    at: dt.datetime


def check_month(month: str | None) -> None:
    """Do nothing if a month is none, or is written as one.

    :raises ImportRefused: if it is not.
    """
    if month and not _A_MONTH.fullmatch(month):
        raise ImportRefused(f"{month!r} is no month: write it as 2026-01")


def body_row(body: LogBody, counter: ChangeCounter) -> Body:
    """Return the body's row, new or known; a name or contact that is given anew is kept.

    :raises ImportRefused: if its pages would stand where other pages do, or another body has its name.
    """
    known = Body.objects.filter(code=body.code).first()
    if known is None:
        _check_code(body)
        _check_name(body.code, body.name)
        _check_prefix(body)
        return Body.objects.create(
            code=body.code, name=body.name, contact=body.contact or "", prefix=body.prefix
        )
    # Whoever names no body gives its code as its name: that must not replace the name.
    name = body.name if body.name != body.code else known.name
    contact = body.contact or known.contact
    if (name, contact) != (known.name, known.contact):
        _check_name(known.code, name)
        known.name, known.contact = name, contact
        known.save()
        next_change(counter)
    return known


def _check_name(code: str, name: str) -> None:
    """Refuse a name that another body has: nobody could tell whose answers they read."""
    named = dict(Body.objects.values_list("code", "name"))
    named.setdefault(settings.ANSWERABLE_BODY, office_name()[0])
    for other, others in named.items():
        if other != code and _plain(name) in (_plain(others), _plain(other)):
            raise ImportRefused(
                f"{others} is the name of {other} already: import its log as {other}, "
                f"or give {code} a name of its own"
            )


def office_name() -> tuple[str, str]:
    """Return the name and the contact of the office; its code and nothing where it does not say them."""
    try:
        office = office_of(settings.ANSWERABLE_OFFICE, authority=settings.ANSWERABLE_AUTHORITY)
    except OfficeNotKnown:
        return settings.ANSWERABLE_BODY, ""
    return office.body, office.email


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def _check_code(body: LogBody) -> None:
    if not body.prefix:
        return
    if not _A_CODE.fullmatch(body.code) or len(body.prefix) > _LONGEST_PREFIX:
        raise ImportRefused(
            f"No log of {body.code!r} is kept here, and that is no code for one: "
            "give a code of at most 20 letters and digits, as MET, and the name apart from it"
        )


def _check_prefix(body: LogBody) -> None:
    if body.prefix in _PREFIXES_OF_THE_SITE:
        raise ImportRefused(
            f"The pages of {body.code} would stand at /{body.prefix}, where the site's own pages do: "
            "give the body another code"
        )
    other = Body.objects.filter(prefix=body.prefix).first()
    if other:
        raise ImportRefused(
            f"The pages of {body.code} would stand where those of {other.code} do: "
            "give the body another code"
        )


def reader_of(reading: Reading) -> str:
    """Return which reader made a reading, as it is kept: with another mapping of a table it is another one."""
    if reading.format not in FORMS or reading.how is None:
        return READER_VERSION
    return f"{READER_VERSION}-{hashlib.sha256(reading.how.encode()).hexdigest()[:8]}"


def documents_of(reading: Reading, body: Body) -> dict[str, Document]:
    """Return the rows of the same file by the readers that read it."""
    found = Document.objects.filter(body=body, sha256=reading.sha256).select_related("body")
    return {one.reader: one for one in found}


def superseded_entries(reading: Reading, body: Body) -> frozenset[int]:
    """Return the numbers of entries that another file has told otherwise since this one was read.

    A better reader may read an old file again: that must not undo what a later file said.
    """
    told = EntrySource.objects.filter(document__body=body, document__sha256=reading.sha256)
    since = told.exclude(entry__document__sha256=reading.sha256)
    return frozenset(since.values_list("entry_id", flat=True))


def new_document(reading: Reading, body: Body, imported: Imported) -> Document:
    """Keep where entries come from, and every stretch that fits none of them."""
    read = {key_of(None, entry.title) for entry in reading.entries}
    document = Document.objects.create(
        body=body,
        sha256=reading.sha256,
        reader=reader_of(reading),
        name=reading.source[:300],
        format=reading.format,
        kind=reading.kind,
        month=imported.month,
        printed_index=list(reading.index),
        not_read=[title for title in reading.index if key_of(None, title) not in read],
        repairs=[[one.was, one.now, one.why, one.times] for one in reading.repairs],
        coverage={part: getattr(reading.coverage, part) for part in _COUNTS},
        imported_at=imported.at,
        imported_by=imported.by,
    )
    Unread.objects.bulk_create(_unread(reading, document), batch_size=BATCH)
    return document


def _unread(reading: Reading, document: Document) -> list[Unread]:
    return [
        Unread(
            document=document,
            text=one.text,
            reason=one.reason,
            start=one.start,
            end=one.end,
            first_page=one.pages[0] if one.pages else None,
            last_page=one.pages[1] if one.pages else None,
        )
        for one in reading.unread
    ]
