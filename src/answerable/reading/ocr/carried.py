"""A page that was seen on its way between two processes: as what JSON can carry."""

from typing import Any

from answerable.reading.ocr.hocr import Word
from answerable.reading.ocr.pieces import Seen
from answerable.reading.pdf.places import Box


def as_json(page: Seen) -> list[Any]:
    """Return a page as plain lists, strings and numbers."""
    words = [
        [word.text, word.box, word.sure, word.foot, word.line, word.read_as] for word in page.words
    ]
    return [page.page, page.size, words, page.rules, page.figures, page.bullets]


def seen_from(given: list[Any]) -> Seen:
    """Return the page that was carried."""
    page, size, words, rules, figures, bullets = given
    return Seen(
        page,
        (size[0], size[1]),
        tuple(Word(text, _box(box), *rest) for text, box, *rest in words),
        tuple(map(_box, rules)),
        tuple(map(_box, figures)),
        tuple(map(_box, bullets)),
    )


def _box(given: list[float]) -> Box:
    left, top, right, bottom = given
    return left, top, right, bottom
