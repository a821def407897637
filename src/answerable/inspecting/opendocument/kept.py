"""Fields and indexes of an OpenDocument file that keep other words than they show, and measures that none has."""

import re
from collections.abc import Iterator

from answerable.inspecting.markup import Element, attribute, local, named, text_of
from answerable.inspecting.opendocument.styles import centimetres
from answerable.inspecting.results import is_a_day, is_a_number
from answerable.inspecting.seen import Seen

_NUMBERS = (
    "page-number page-count paragraph-count word-count character-count table-count image-count object-count editing-cycles"
).split()
_DAYS = (
    "date time creation-date creation-time modification-date modification-time print-date print-time"
).split()
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_LEFT, _RIGHT = -40.0, 120.0
"""Centimetres between which every measure of an ordinary file lies."""

_UNIT = re.compile(r"-?\d[\d.]*(?:cm|mm|in|pt|px|pc)")


def look_at_kept(root: Element, part: str, seen: Seen) -> None:
    """Find in one part fields that keep words which they could not give, and measures beyond those of any page."""
    where = f"“{part}”"
    for kept in _kept(root):
        seen.add("office.kept-result", where, kept)
    for title in named(root, "index-title-template"):
        index = title.getparent().getparent()
        shown = "".join(text_of(one) for one in index if local(one) == "index-body")
        if (said := text_of(title).strip()) and said not in shown:
            seen.add("office.unread-text", where, said)
    for one, name in _beyond(root):
        seen.add("office.unusual-measure", f"{local(one)} {name} in {where}", text_of(one).strip())


def _kept(root: Element) -> Iterator[str]:
    for one in named(root, *_NUMBERS, *_DAYS):
        if not one.tag.startswith(_TEXT):
            continue
        kept = text_of(one).strip()
        if not (is_a_number(kept) if local(one) in _NUMBERS else is_a_day(kept)):
            yield kept


def _beyond(root: Element) -> Iterator[tuple[Element, str]]:
    for one in root.iter():
        for key, value in one.attrib.items() if isinstance(one.tag, str) else ():
            if _UNIT.fullmatch(value) and not _LEFT <= (centimetres(value) or 0) <= _RIGHT:
                yield one, key.rpartition("}")[2]


def pages_at_most(content: Element, counted: str) -> int:
    """Return how many pages a text can have at most: those that its program counted, or one for each paragraph."""
    if counted.isdigit() and int(counted):
        return int(counted)
    paragraphs = list(named(content, "p", "h", "table-row"))
    letters = sum(len(text_of(one)) for one in paragraphs)
    return 1 + len(paragraphs) + letters // 500


def beyond_the_last_page(content: Element, most: int) -> Iterator[Element]:
    """Yield what is bound to a page that the text does not have."""
    for one in content.iter():
        if not isinstance(one.tag, str) or attribute(one, "anchor-type") != "page":
            continue
        number = attribute(one, "anchor-page-number")
        if number.isdigit() and int(number) > most:
            yield one
