"""A redaction of a file: how far it is, what is marked in it, and what came of it."""

import datetime as dt
import hashlib
from dataclasses import dataclass
from typing import Any

from answerable.domain.questions.blind import blinded_file
from answerable.domain.release.page_words import Box
from answerable.queries.casework.cases import identity_of
from answerable.records.casework.models import CaseFile, Redaction, RedactionMark

_PDF = b"%PDF-"
_MOST_BEFORE = 1024


@dataclass(frozen=True, slots=True)
class SeenMark:
    """A mark, with those who made it, and undid it, by their keys; `number` is its row, `words` stand under it."""

    number: int
    page: int
    box: Box
    words: str
    limb: str
    reason: str
    made_by: str
    made_at: dt.datetime
    undone_by: str

    @property
    def width(self) -> float:
        """Return how wide the box is, in points."""
        return self.box[2] - self.box[0]

    @property
    def height(self) -> float:
        """Return how high the box is, in points."""
        return self.box[3] - self.box[1]


@dataclass(frozen=True, slots=True)
class SeenFile:
    """A file of a request that is redacted, or can be; its name is without who asked."""

    number: int
    name: str
    is_pdf: bool
    size: int


@dataclass(frozen=True, slots=True)
class SeenRedaction:
    """A redaction; `marks` count, `undone` were taken back and not replaced. People stand by their keys.

    `unread` counts pages that are pictures, and whose words nobody has recognised yet.
    """

    number: int
    state: str
    pages: int
    hands: frozenset[str]
    marks: tuple[SeenMark, ...]
    undone: tuple[SeenMark, ...]
    begun_by: str
    begun_at: dt.datetime
    put_forward_by: str
    put_forward_at: dt.datetime | None
    sent_back_by: str
    why_back: str
    approved_by: str
    approved_at: dt.datetime | None
    claimed_at: dt.datetime | None
    done_at: dt.datetime | None
    result: SeenFile | None
    proof: dict[str, Any]
    unread: int

    @property
    def is_being_marked(self) -> bool:
        """Return whether marks can be made and undone now."""
        return self.state in (Redaction.State.MARKING, Redaction.State.SENT_BACK)

    @property
    def is_waiting(self) -> bool:
        """Return whether it waits for a second person."""
        return self.state == Redaction.State.WAITING

    @property
    def is_being_made(self) -> bool:
        """Return whether it was approved, and the file is not there yet."""
        return self.state == Redaction.State.APPLYING

    @property
    def is_done(self) -> bool:
        """Return whether the redacted file is there."""
        return self.state == Redaction.State.DONE

    @property
    def digest(self) -> str:
        """Return what tells these marks from others: whoever approves says which they looked at."""
        said = [(one.page, one.box, one.limb, one.reason) for one in self.marks]
        return hashlib.sha256(repr(said).encode()).hexdigest()[:32]

    def on_page(self, page: int) -> tuple[SeenMark, ...]:
        """Return the marks that count on a page."""
        return tuple(one for one in self.marks if one.page == page)


def file_seen(reference: str, number: int) -> SeenFile | None:
    """Return a file of a request; None if it has no such file."""
    found = (
        CaseFile.objects.filter(request__reference=reference, pk=number)
        .select_related("request__requester")
        .first()
    )
    return seen_of(found) if found else None


def redaction_seen(file: int) -> SeenRedaction | None:
    """Return the latest redaction of a file; None if nobody began one."""
    row = (
        Redaction.objects.filter(file=file)
        .select_related("result__request__requester")
        .order_by("-pk")
        .first()
    )
    if row is None:
        return None
    marks = [(one, _mark(one)) for one in row.marks.order_by("page", "top", "left", "pk")]
    return SeenRedaction(
        number=row.pk,
        state=row.state,
        pages=row.pages,
        hands=frozenset(row.hands),
        marks=tuple(seen for one, seen in marks if one.undone_at is None),
        undone=tuple(
            seen for one, seen in marks if one.undone_at is not None and one.replaced_by_id is None
        ),
        begun_by=row.begun_by,
        begun_at=row.begun_at,
        put_forward_by=row.put_forward_by,
        put_forward_at=row.put_forward_at,
        sent_back_by=row.sent_back_by,
        why_back=row.why_back if row.state == Redaction.State.SENT_BACK else "",
        approved_by=row.approved_by,
        approved_at=row.approved_at,
        claimed_at=row.claimed_at,
        done_at=row.done_at,
        result=seen_of(row.result) if row.result else None,
        proof=dict(row.proof),
        unread=row.recognised.filter(is_read=False).count(),
    )


def is_pdf(data: bytes) -> bool:
    """Return whether a file's bytes say that they are a PDF."""
    return _PDF in data[:_MOST_BEFORE]


def seen_of(row: CaseFile) -> SeenFile:
    """Return a file as it is seen: under a name without who asked."""
    name = blinded_file(row.name, identity_of(row.request))
    return SeenFile(row.pk, name, is_pdf(bytes(row.data[:_MOST_BEFORE])), row.size)


def _mark(row: RedactionMark) -> SeenMark:
    return SeenMark(
        number=row.pk,
        page=row.page,
        box=(row.left, row.top, row.right, row.bottom),
        words=row.words,
        limb=row.limb,
        reason=row.reason,
        made_by=row.made_by,
        made_at=row.made_at,
        undone_by=row.undone_by,
    )
