"""The pages of a file that is redacted, with their words, and where words stand in the files of a request."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from answerable.domain.questions.blind import blinded_file
from answerable.domain.release.page_words import PageWord, Place, is_in, places_of
from answerable.inspecting.redacting import CannotRedact
from answerable.queries.casework.cases import identity_of
from answerable.queries.casework.redacting.places import words_found
from answerable.queries.casework.redacting.seen import MarkedBy, marked_by, redaction_seen
from answerable.reading import NotReadable
from answerable.reading.shown_pages import (
    ShownPage,
    page_drawn,
    pages_shown,
    pages_without_words,
)
from answerable.records.casework.models import CaseFile, RecognisedPage, Redaction, RedactionMark

_NAME = "The file"
_MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class FoundPlaces:
    """Words that stand once on a page: one place, or several where they run over lines."""

    page: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class FoundIn:
    """Where words stand in a file. `marked` counts the times that are marked already, and not among `found`.

    Of a file without pages, `places` are the first cells or paragraphs, each with how often, and `times` is how often
    in all. `unread` counts pages whose words are not known yet; `refusal` says why nothing can be marked there now.
    """

    file: int
    name: str
    found: tuple[FoundPlaces, ...] = ()
    places: tuple[tuple[str, int], ...] = ()
    times: int = 0
    marked: int = 0
    unread: int = 0
    refusal: str = ""

    @property
    def count(self) -> int:
        """Return how often they stand there, and are not marked."""
        return len(self.found) + self.times

    @property
    def where_in_words(self) -> str:
        """Return the pages, cells or paragraphs in which they stand, the first of them where there are many."""
        if self.places:
            more = self.times - sum(times for _, times in self.places)
            return _listed([place for place, _ in self.places], max(0, more))
        pages = [f"page {one}" for one in dict.fromkeys(found.page for found in self.found)]
        return _listed(pages[:_MOST_NAMED], len(pages[_MOST_NAMED:]))


def _listed(places: Sequence[str], more: int) -> str:
    return f"{', '.join(places)}{f' and {more} more' if more else ''}"


def page_of(file: int, page: int) -> ShownPage:
    """Return a page of a file with its words: those of the file, or those that were recognised on a picture.

    :raises NotReadable: if the file cannot be opened, or has no such page.
    """
    data = bytes(CaseFile.objects.values_list("data", flat=True).get(pk=file))
    (shown,) = pages_shown(data, _NAME, pages=[page])
    recognised = RecognisedPage.objects.filter(redaction__file=file, page=page, is_read=True)
    row = None if shown.words else recognised.order_by("-redaction").first()
    return replace(shown, words=carried_words(row.words)) if row else shown


def page_image(file: int, page: int) -> bytes:
    """Return a page of a file as PNG.

    :raises NotReadable: if the file cannot be opened, or has no such page.
    """
    data = bytes(CaseFile.objects.values_list("data", flat=True).get(pk=file))
    return page_drawn(data, _NAME, page)


def found_in_files(
    reference: str, sought: Sequence[str], *, file: int | None = None, page: int | None = None
) -> tuple[FoundIn, ...]:
    """Return where words stand in every file of a request that can be redacted, in one of them, or on one page of it.

    A file of which a redacted one was made is left out where all are asked for: that one stands for it.
    """
    rows = CaseFile.objects.filter(request__reference=reference).select_related(
        "request__requester"
    )
    rows = rows.exclude(pk__in=_stood_for(rows)) if file is None else rows.filter(pk=file)
    found = []
    for one in rows.order_by("pk").iterator(chunk_size=1):
        by = marked_by(one.name, bytes(one.data))
        if by is MarkedBy.PAGES:
            found.append(_found_in(one, sought, page))
        elif by is MarkedBy.PLACES:
            found.append(_found_among_places(one, sought))
    return tuple(found)


def carried_words(rows: Iterable[Sequence[object]]) -> tuple[PageWord, ...]:
    """Return words from rows as they are stored: letters, four sides, the number of a line."""
    return tuple(
        PageWord(str(text), (_side(left), _side(top), _side(right), _side(bottom)), int(str(line)))
        for text, left, top, right, bottom, line in rows
    )


def rows_of_words(words: Iterable[PageWord]) -> list[list[object]]:
    """Return words as rows that can be stored."""
    return [[one.text, *one.box, one.line] for one in words]


def _side(given: object) -> float:
    return float(str(given))


def _stood_for(rows: Iterable[CaseFile]) -> list[int]:
    latest = {
        one.file_id: one.state
        for one in Redaction.objects.filter(file__in=[row.pk for row in rows]).order_by("pk")
    }
    return [file for file, state in latest.items() if state == Redaction.State.DONE]


def _found_in(file: CaseFile, sought: Sequence[str], page: int | None) -> FoundIn:
    name = blinded_file(file.name, identity_of(file.request))
    current = Redaction.objects.filter(file=file).exclude(state=Redaction.State.DONE).first()
    refusal = _why_not(current)
    if refusal:
        return FoundIn(file.pk, name, refusal=refusal)
    data = bytes(file.data)
    recognised = _recognised(current, page)
    try:
        pages = pages_shown(data, _NAME, pages=[page] if page else [], sought=sought)
        unread = sum(not one.is_read for one in recognised)
        if current is None:
            unread = len(pages_without_words(data, _NAME)[1])
    except NotReadable as problem:
        return FoundIn(file.pk, name, refusal=str(problem))
    held = {one.page: one.words for one in pages} | {
        one.page: carried_words(one.words) for one in recognised if one.is_read
    }
    every = [
        FoundPlaces(number, places)
        for number, words in sorted(held.items())
        for places in places_of(words, *sought)
    ]
    marks = list(current.marks.filter(undone_at=None)) if current else []
    new = tuple(one for one in every if not _is_marked(one, marks))
    return FoundIn(file.pk, name, new, marked=len(every) - len(new), unread=unread)


def _found_among_places(file: CaseFile, sought: Sequence[str]) -> FoundIn:
    name = blinded_file(file.name, identity_of(file.request))
    current = Redaction.objects.filter(file=file).exclude(state=Redaction.State.DONE).first()
    refusal = _why_not(current)
    if refusal:
        return FoundIn(file.pk, name, refusal=refusal)
    seen = redaction_seen(file.pk) if current else None
    try:
        found = words_found(file, sought, seen.marks if seen else ())
    except CannotRedact as problem:
        return FoundIn(file.pk, name, refusal=str(problem))
    return FoundIn(file.pk, name, places=found.places, times=found.count, marked=found.marked)


def _recognised(current: Redaction | None, page: int | None) -> list[RecognisedPage]:
    if current is None:
        return []
    rows = current.recognised.all()
    return list(rows.filter(page=page) if page else rows)


def _why_not(current: Redaction | None) -> str:
    match current.state if current else None:
        case Redaction.State.WAITING:
            return "It waits for a second person: take it back, or have it sent back, to mark more"
        case Redaction.State.APPLYING:
            return "The redacted file is being made: nothing more can be marked in it"
        case _:
            return ""


def _is_marked(found: FoundPlaces, marks: Sequence[RedactionMark]) -> bool:
    boxes = [(one.left, one.top, one.right, one.bottom) for one in marks if one.page == found.page]
    return all(any(is_in(one.box, box) for box in boxes) for one in found.places)
