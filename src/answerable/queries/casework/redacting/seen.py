"""A redaction of a file: how far it is, what is marked in it, and what came of it."""

import datetime as dt
import hashlib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Any

from answerable.domain.questions.blind import blinded_file
from answerable.domain.release.page_words import Box
from answerable.inspecting.labelling import area_of
from answerable.queries.casework.cases import identity_of
from answerable.records.casework.models import CaseFile, Redaction, RedactionMark

_PDF = b"%PDF-"
_MOST_BEFORE = 1024
_FEW = 3
_LONGEST_SHOWN = 200


_IN_PLACES = frozenset(
    ".xlsx .xlsm .xltx .xltm .ods .ots .csv .tsv .docx .docm .dotx .pptx .odt .ott .odp .html .htm .md .txt".split()
)


class MarkedBy(StrEnum):
    """By what a file can be marked: boxes on its pages, places that it shows, or neither."""

    PAGES = "pages"
    PLACES = "places"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class SeenMark:
    """A mark, with those who made it, and undid it, by their keys; `number` is its row, `words` stand under it.

    It has a page and a box; or a sheet with its number and cells, also as the redacted file numbers them; or a
    paragraph, of which `letters` may be meant; or it is `sought` wherever it stands, or in its cells.
    """

    number: int
    page: int
    box: Box
    words: str
    limb: str
    reason: str
    made_by: str
    made_at: dt.datetime
    undone_by: str
    sheet: str = ""
    cells: str = ""
    log_cells: str = ""
    paragraph: int = 0
    letters: tuple[int, int] | None = None
    sought: tuple[str, ...] = ()

    @property
    def where(self) -> str:
        """Return where it stands, as people say it."""
        if self.cells:
            return f"{self.sheet}, {self.cells}" if self.sheet else self.cells
        if self.paragraph:
            return f"Paragraph {self.paragraph}"
        return "Wherever they stand" if self.sought else f"Page {self.page}"

    @property
    def log_where(self) -> str:
        """Return where it stands in the redacted file, as the log says it: a sheet by its number alone."""
        if self.cells:
            return f"Sheet {self.page}, {self.log_cells}"
        if self.paragraph:
            return f"Paragraph {self.paragraph}"
        return "Wherever the words stood" if self.sought else str(self.page)

    @property
    def first_words(self) -> str:
        """Return the words that stand under it, the first of them where they are many."""
        lines = self.words.splitlines()
        more = " … and more" if len(lines) > _FEW else ""
        said = "; ".join(lines[:_FEW])
        cut = f"{said[:_LONGEST_SHOWN]}…" if len(said) > _LONGEST_SHOWN else said
        return f"{cut}{more}"

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
    marked_by: MarkedBy
    size: int

    @property
    def is_pdf(self) -> bool:
        """Return whether it is marked on its pages."""
        return self.marked_by is MarkedBy.PAGES


@dataclass(frozen=True, slots=True)
class SeenRedaction:
    """A redaction; `marks` count, `undone` were taken back and not replaced. People stand by their keys.

    `unread` counts pages that are pictures, and whose words nobody has recognised yet.
    """

    number: int
    kind: str
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
    results: tuple[SeenFile, ...]
    proof: dict[str, Any]
    unread: int

    @property
    def result(self) -> SeenFile | None:
        """Return the file that was made of it, or the first of several; None if there is none yet."""
        return self.results[0] if self.results else None

    @property
    def is_in_places(self) -> bool:
        """Return whether cells, paragraphs and words are marked in it, and not boxes on pages."""
        return self.kind != Redaction.Kind.PAGES

    @property
    def has_sheets(self) -> bool:
        """Return whether cells of sheets are marked in it."""
        return self.kind == Redaction.Kind.SHEETS

    @property
    def unit(self) -> str:
        """Return what it has so many of: page, sheet or paragraph."""
        return self.kind.removesuffix("s")

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
        said = [
            (*_why(one), one.page, one.box, one.sheet, one.cells, one.paragraph, one.letters)
            for one in self.marks
        ]
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
    marks = sorted(((one, _mark(one)) for one in row.marks.order_by("pk")), key=_in_order)
    beside = row.beside.order_by("place").select_related("file__request__requester")
    results = [*([row.result] if row.result else []), *(one.file for one in beside)]
    return SeenRedaction(
        number=row.pk,
        kind=row.kind,
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
        results=tuple(map(seen_of, results)),
        proof=dict(row.proof),
        unread=row.recognised.filter(is_read=False).count(),
    )


def is_pdf(data: bytes) -> bool:
    """Return whether a file's bytes say that they are a PDF."""
    return _PDF in data[:_MOST_BEFORE]


def seen_of(row: CaseFile) -> SeenFile:
    """Return a file as it is seen: under a name without who asked."""
    name = blinded_file(row.name, identity_of(row.request))
    return SeenFile(row.pk, name, marked_by(row.name, bytes(row.data[:_MOST_BEFORE])), row.size)


def marked_by(name: str, data: bytes) -> MarkedBy:
    """Return by what a file can be marked, as far as its name and its first bytes tell."""
    if is_pdf(data):
        return MarkedBy.PAGES
    is_known = PurePosixPath(name.lower()).suffix in _IN_PLACES
    return MarkedBy.PLACES if is_known else MarkedBy.NOTHING


def _why(one: SeenMark) -> tuple[object, ...]:
    return one.limb, one.reason, one.sought


def _in_order(one: tuple[RedactionMark, SeenMark]) -> tuple[float, ...]:
    """Return by what marks are put in their order: as the file is read, those everywhere first."""
    row = one[0]
    area = area_of(row.cells) if row.cells else None
    cell = (area.top, area.left) if area else (0, 0)
    return (row.page, row.paragraph, row.first or 0, *cell, row.top, row.left, row.pk)


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
        sheet=row.sheet,
        cells=row.cells,
        log_cells=row.log_cells,
        paragraph=row.paragraph,
        letters=None if row.first is None or row.last is None else (row.first, row.last),
        sought=tuple(row.sought.splitlines()),
    )
