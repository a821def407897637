"""Begin to redact a file: on its bytes as they are now, and with the marks of an earlier redaction of it."""

import hashlib

from django.db import transaction
from django.db.models import F

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.redacting.holding import (
    RedactionRefused,
    check_same,
    file_for,
)
from answerable.actions.casework.telling import tell
from answerable.domain.roles import Move
from answerable.inspecting.labelling import Part
from answerable.inspecting.redacting import CannotRedact
from answerable.queries.casework.redacting.places import THE_FILE, part_of
from answerable.queries.casework.redacting.seen import is_pdf
from answerable.reading import NotReadable
from answerable.reading.shown_pages import pages_without_words
from answerable.records.casework.models import CaseFile, RecognisedPage, Redaction, RedactionMark


def begin_redaction(reference: str, number: int, *, doing: Doing) -> Redaction:
    """Begin to redact a file of a request, with the marks of its last redaction if it had one.

    :raises RequestNotFound: if there is no such request or file.
    :raises MoveNotAllowed: if they may not.
    :raises RedactionRefused: if nothing can be marked in it, or it is being redacted already.
    """
    with transaction.atomic():
        file = file_for(reference, number, Move.MARK_REDACTION, doing)
        return begun(file, doing=doing)


def begun(file: CaseFile, *, doing: Doing) -> Redaction:
    """Return a redaction that is begun of a file whose request is held; that they may is asked before.

    :raises RedactionRefused: if nothing can be marked in it, or it is being redacted already.
    """
    last = Redaction.objects.filter(file=file).order_by("-pk").first()
    if last is not None and last.state != Redaction.State.DONE:
        raise RedactionRefused("It is being redacted already")
    data = bytes(file.data)
    if last is not None:
        check_same(last, data)
    kind, pages, bare = _measured(file, data)
    row = Redaction.objects.create(
        file=file,
        kind=kind,
        source_sha256=hashlib.sha256(data).hexdigest(),
        pages=pages,
        hands=sorted({doing.by.key, *(last.hands if last else ())}),
        copied_from=last,
        begun_by=doing.by.key,
        begun_at=doing.at,
    )
    RecognisedPage.objects.bulk_create(_to_recognise(row, bare, last))
    marks = _copied(row, last) if last else []
    RedactionMark.objects.bulk_create(marks)
    tell(
        "redaction begun", file.request.reference, doing, {"file": file.sha256, "marks": len(marks)}
    )
    return row


def _measured(file: CaseFile, data: bytes) -> tuple[str, int, tuple[int, ...]]:
    """Return by what a file is marked, how many pages, sheets or paragraphs it has, and its pages without words.

    :raises RedactionRefused: if nothing can be marked in it, and why.
    """
    try:
        if is_pdf(data):
            return Redaction.Kind.PAGES, *pages_without_words(data, THE_FILE)
        seen = part_of(file.pk, (), Part())
    except (NotReadable, CannotRedact) as problem:
        raise RedactionRefused(str(problem)) from None
    if seen.is_table:
        return Redaction.Kind.SHEETS, len(seen.sheets), ()
    return Redaction.Kind.PARAGRAPHS, seen.count, ()


def _to_recognise(
    row: Redaction, bare: tuple[int, ...], last: Redaction | None
) -> list[RecognisedPage]:
    """Return a row for each page without words; what was recognised before need not be again."""
    known = {one.page: one for one in last.recognised.filter(is_read=True)} if last else {}
    return [
        RecognisedPage(
            redaction=row,
            page=page,
            is_read=page in known,
            words=known[page].words if page in known else [],
        )
        for page in bare
    ]


def _copied(row: Redaction, last: Redaction) -> list[RedactionMark]:
    marks = list(last.marks.filter(undone_at=None).order_by(F("pk")))
    for one in marks:
        one.pk, one.redaction = None, row
    return marks
