"""As printed: the page of a kept file with the place marked, or the lines around it where it has no pages."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from answerable.reading import NotReadable
from answerable.reading.pdf.apart import done_apart
from answerable.reading.source import source_from
from answerable.records.archive.models import Document, Doubt, EntrySource, KeptFile

_LINES_AROUND = 8
_PICTURES = ((b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"))

Places = Sequence[Mapping[str, Any]]


class NotPrinted(Exception):
    """Nothing can be shown of how something was printed; the message says why."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """The picture of a page, from 1, of so many."""

    data: bytes
    content_type: str
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Lines:
    """Words with the lines before and behind them in their document."""

    before: str
    text: str
    after: str


def as_printed(doubt: int, *, page: int | None = None) -> PagePicture | Lines:
    """Return how what a doubt is about was printed: on its first page, or on another of the document.

    Where no page is known, or its file is not kept, these are the words with the lines around them.

    :raises NotPrinted: if there is no such doubt, or no such page.
    """
    one = Doubt.objects.select_related("document", "entry").filter(pk=doubt).first()
    if one is None:
        raise NotPrinted("There is no such doubt")
    if has_pages(one.document) and (one.places or page):
        return _picture(one.document, one.places, page)
    words = one.text or one.says
    within = _response(one) if one.entry else document_text(one.document)
    return _lines(within, words if words in within else _answer(one))


def printed_field(
    body_code: str, key: str, field: str, *, page: int | None = None, source: int | None = None
) -> PagePicture | None:
    """Return the page on which a field of an entry is printed, its place marked; None where no page is known.

    `field` is `ref`, `title`, `request`, `response`, `questions/3` or `answers/3`: the place of a question.
    `source` is the number of the file that is looked at; the latest with pages where none is given.

    :raises NotPrinted: if the file is not kept, or has no such page.
    """
    sources = EntrySource.objects.filter(
        entry__body__code=body_code, entry__key=key, printed__isnull=False
    )
    if source is not None:
        sources = sources.filter(pk=source)
    found = sources.select_related("document").order_by("-document_id").first()
    places = places_of(found.printed or {}, field) if found else ()
    return _picture(found.document, places, page) if found and places else None


def places_of(printed: Mapping[str, Any], field: str) -> Places:
    """Return where a field stands: `questions/3` is the place of a question."""
    name, _, place = field.partition("/")
    found: Places = printed.get(name) or ()
    has_rows = name in ("questions", "answers")
    if not place:
        return () if has_rows else found
    if not has_rows or not place.isdecimal() or int(place) >= len(found):
        return ()
    row: Places = found[int(place)]  # type: ignore[assignment]  # of questions there is a row for each
    return row


def page_image(sha256: str, page: int, *, boxes: Sequence[Sequence[float]] = ()) -> PagePicture:
    """Return the picture of a page of a kept file, with places on it marked; a process apart draws it.

    :raises NotPrinted: if the file is not kept, has no pages, or no such page.
    """
    kept = KeptFile.objects.filter(sha256=sha256).first()
    if kept is None:
        raise NotPrinted(
            "The file that this was read from is not kept: it was imported before files were"
        )
    data = bytes(kept.data)
    for start, content_type in _PICTURES:
        if data.startswith(start):
            return PagePicture(data, content_type, 1, 1)
    try:
        count, picture = done_apart("page", data, "The file", page=page, boxes=_plain(boxes))
    except NotReadable as refusal:
        raise NotPrinted(str(refusal)) from None
    return PagePicture(picture, "image/png", page, json.loads(count))


def _plain(boxes: Sequence[Sequence[float]]) -> list[list[float]]:
    return [[float(side) for side in box] for box in boxes]


def has_pages(document: Document) -> bool:
    """Return whether pages can be shown: a document that lies in a zip or a mail is not kept by itself."""
    return KeptFile.objects.filter(sha256=document.sha256).exists()


def _picture(document: Document, places: Places, page: int | None) -> PagePicture:
    shown = page or (places[0]["page"] if places else 1)
    boxes = [one["box"] for one in places if one["page"] == shown and one["box"]]
    return page_image(document.sha256, shown, boxes=boxes)


def _response(doubt: Doubt) -> str:
    response: str = doubt.entry.content["response"] if doubt.entry else ""
    return response


def _answer(doubt: Doubt) -> str:
    """Return the answer to a doubt's question: where a remark quotes nothing, it is about that."""
    if doubt.entry is None:
        return ""
    answers = (
        one["answer"]
        for one in doubt.entry.content["questions"]
        if (one["label"] or "") == doubt.label
    )
    return next(answers, None) or ""


def document_text(document: Document) -> str:
    """Return a document's text as its reader has it; none where it is not kept, or not read any more."""
    kept = KeptFile.objects.filter(sha256=document.sha256).first()
    if kept is None:
        return ""
    try:
        return source_from(bytes(kept.data), name=document.name).text
    except NotReadable:
        return ""


def _lines(within: str, words: str) -> Lines:
    """Return words with what stands around them; alone where they do not stand there as they are."""
    before, found, after = within.partition(words) if words else ("", "", within)
    if words and not found:
        return Lines("", words, "")
    return Lines(
        "\n".join(before.split("\n")[-_LINES_AROUND:]),
        words,
        "\n".join(after.split("\n")[:_LINES_AROUND]),
    )
