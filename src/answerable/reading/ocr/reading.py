"""Pictures of pages into a document: made ready apart, read by Tesseract on all cores, laid out by their places."""

import json
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import islice
from threading import Semaphore

from answerable.programs.piped import DidNotAnswer
from answerable.reading.blocks import Document
from answerable.reading.documents import NotReadable, Repair
from answerable.reading.ocr.carried import as_json
from answerable.reading.ocr.hocr import Word, words_of
from answerable.reading.ocr.parted import picture_of
from answerable.reading.ocr.pieces import Seen
from answerable.reading.ocr.prepared import Prepared, from_bytes
from answerable.reading.ocr.progress import tell
from answerable.reading.ocr.sheets import document_seen
from answerable.reading.ocr.tesseract import engine_of, hocr_of, quarters_of
from answerable.reading.pdf.apart import done_apart, vocabulary_named
from answerable.reading.pdf.carried import document_from

MOST_PAGES = 500
"""Pictures of pages take seconds each; longer files are refused before the first is read."""

# A page that stands on its head is read, too, but nothing in it surely.
_LEAST_SURE = 0.6
_AT_ONCE, _READ_BESIDE = 3, 4
_MOST_LOST = 3
_LONGEST = "a minute for each"


@dataclass(frozen=True, slots=True)
class _File:
    """A file of pictures: what makes its pages ready, and what it is called."""

    task: str
    data: bytes
    name: str
    what: str


@dataclass(frozen=True, slots=True)
class _Making:
    """Pages being made ready: whose turn it is, and why some could not be."""

    turns: Semaphore
    refused: list[str]


def picture_document(data: bytes, name: str) -> Document:
    """Return the document of a picture's file, which may hold several pages.

    :raises NotReadable: if it is damaged, too large, holds no text, or nothing here reads pictures.
    """
    engine = engine_of(name)
    counted = done_apart("pictures counted", data, name, what="a picture")
    count = int(json.loads(counted[0]))
    _check_count(count, name)
    file = _File("pictures decoded", data, name, "a picture")
    pages, repairs = _seen(file, range(1, count + 1))
    document = document_seen(pages, f"picture by OCR ({engine})")
    return replace(document, repairs=(*document.repairs, *repairs))


def scanned_document(data: bytes, name: str, pages: Sequence[int], *, is_whole: bool) -> Document:
    """Return the document of a PDF some of whose pages, or all, are pictures.

    Where nothing here reads pictures, pages of text are read without those between them, and it is said.

    :raises NotReadable: if no page can be read.
    """
    try:
        engine = engine_of(name)
    except NotReadable as refusal:
        if is_whole:
            raise
        return _without(data, name, pages, str(refusal))
    _check_count(len(pages), name)
    seen, repairs = _seen(_File("pages drawn", data, name, "a PDF"), pages)
    parts = done_apart(
        "pages put together",
        data,
        name,
        seen=[as_json(page) for page in seen],
        vocabulary=vocabulary_named(),
    )
    document = document_from(parts)
    how = (
        f"scanned PDF by OCR ({engine})"
        if is_whole
        else f"{document.how}, {_named(pages)} by OCR ({engine})"
    )
    return replace(document, how=how, repairs=(*document.repairs, *repairs))


def _without(data: bytes, name: str, pages: Sequence[int], why: str) -> Document:
    document = document_from(
        done_apart("document", data, name, is_bare=True, vocabulary=vocabulary_named())
    )
    lost = Repair(
        _named(pages), "", why.replace(f"{name} is a picture of pages", "A picture is not read")
    )
    how = f"{document.how}, without {_named(pages)}, which are pictures"
    return replace(document, how=how, repairs=(*document.repairs, lost))


def _check_count(count: int, name: str) -> None:
    if count > MOST_PAGES:
        message = f"{name} has more than {MOST_PAGES} pages that are pictures: split it, a month in each file"
        raise NotReadable(message)


def _named(pages: Sequence[int]) -> str:
    """Return pages as they are told: "page 3", "pages 3–5, 9"."""
    stretches: list[list[int]] = []
    for page in sorted(pages):
        if stretches and page == stretches[-1][1] + 1:
            stretches[-1][1] = page
        else:
            stretches.append([page, page])
    told = ", ".join(f"{one}" if one == other else f"{one}–{other}" for one, other in stretches)
    return f"page {told}" if len(pages) == 1 else f"pages {told}"


def _seen(file: _File, numbers: Sequence[int]) -> tuple[list[Seen], list[Repair]]:
    """Return the pages as they were seen, and which could not be read."""
    found: list[Seen] = []
    lost: list[Repair] = []
    left = iter(numbers)
    cores = len(os.sched_getaffinity(0))
    at_once = min(_AT_ONCE, -(-len(numbers) // cores))
    batches = iter(lambda: list(islice(left, at_once)), [])
    # Pages are made ready in a tenth of the time that they are read in: another process would be started in vain.
    making = _Making(Semaphore(max(1, cores // _READ_BESIDE)), [])
    with ThreadPoolExecutor(max_workers=cores) as pool:
        try:
            for pages in pool.map(lambda batch: _batch(file, batch, making), batches):
                for page in pages:
                    if isinstance(page, Repair):
                        lost.append(page)
                    else:
                        found.append(page)
                tell(len(found) + len(lost), len(numbers))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    if not found:
        raise NotReadable(_why_none(file, lost))
    return found, lost


def _why_none(file: _File, lost: Sequence[Repair]) -> str:
    """Return why no page of a file was read: what was said of the first, if it names the file."""
    if lost and lost[0].why.startswith(file.name):
        return lost[0].why
    return f"{file.name} is a picture of pages that cannot be read within {_LONGEST}: scan it anew"


def _batch(file: _File, numbers: list[int], making: _Making) -> list[Seen | Repair]:
    with making.turns:
        parts = _ready(file, numbers, making.refused)
    return [part if isinstance(part, Repair) else _page(file, from_bytes(part)) for part in parts]


def _ready(file: _File, numbers: list[int], refused: list[str]) -> list[bytes | Repair]:
    """Return pages made ready; where one of them cannot be, the others are still read.

    :raises NotReadable: if page after page cannot be: each may take as long as a file may.
    """
    if len(refused) > _MOST_LOST:
        raise NotReadable(refused[0])
    try:
        return [*done_apart(file.task, file.data, file.name, what=file.what, pages=numbers)]
    except NotReadable as refusal:
        if len(numbers) == 1:
            refused.append(str(refusal))
            return [Repair(f"page {numbers[0]}", "", str(refusal))]
        return [part for number in numbers for part in _ready(file, [number], refused)]


def _page(file: _File, page: Prepared) -> Seen | Repair:
    try:
        words = _words(page)
        if _sure(words) < _LEAST_SURE and (more := quarters_of(page.picture, dots=page.dots)):
            page, words = _surer(file, page, words, more)
    except DidNotAnswer:
        why = f"Tesseract could not read the page within {_LONGEST}: scan it anew"
        return Repair(f"page {page.page}", "", why)
    return Seen(
        page.page,
        page.size,
        tuple(words),
        tuple(page.rules),
        tuple(page.figures),
        tuple(page.bullets),
    )


def _words(page: Prepared) -> list[Word]:
    said = hocr_of(page.picture, dots=page.dots)
    return words_of(said, dots=page.dots, moves=page.moves, page=picture_of(page.picture))


def _surer(
    file: _File, page: Prepared, words: list[Word], more: int
) -> tuple[Prepared, list[Word]]:
    """Return a page turned by some more quarters, where it is read more surely so."""
    turned = (page.turned + more) % 4
    parts = done_apart(
        file.task, file.data, file.name, what=file.what, pages=[page.page], turned=turned
    )
    other = from_bytes(parts[0])
    read = _words(other)
    return (other, read) if _sure(read) > _sure(words) else (page, words)


def _sure(words: Sequence[Word]) -> float:
    """Return how sure the words of a page are, 1 where there are none."""
    letters = sum(len(word.text) for word in words)
    return sum(word.sure * len(word.text) for word in words) / letters if letters else 1.0
