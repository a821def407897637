"""Texts of a file that stand in no content: bookmarks, descriptions of pictures, and the like."""

import pikepdf

from answerable.inspecting.redacting.texts import LABEL
from answerable.inspecting.redacting.words import Sought

_DEEPEST = 60


def scrub_texts(pdf: pikepdf.Pdf, sought: Sought) -> None:
    """Put the label in place of each of the words that are sought, in every text outside of content."""
    if sought.patterns:
        for one in pdf.objects:
            _scrub(one, sought, _DEEPEST)


def _scrub(given: pikepdf.Object, sought: Sought, deeper: int) -> None:
    """Go through one object; what it refers to is an object of its own, and its turn comes."""
    if not deeper:
        return
    if isinstance(given, pikepdf.Array):
        for at in range(len(given)):
            made = _made(given[at], sought, deeper)
            if made is not None:
                given[at] = made
    elif isinstance(given, (pikepdf.Dictionary, pikepdf.Stream)):
        for name in given.keys():  # noqa: SIM118 a dictionary of a PDF yields nothing by itself
            made = _made(given.get(name), sought, deeper)
            if made is not None:
                given[name] = made


def _made(value: object, sought: Sought, deeper: int) -> pikepdf.String | None:
    if isinstance(value, pikepdf.String):
        text = str(value)
        left = sought.without(text, LABEL)
        return pikepdf.String(left) if left != text else None
    if isinstance(value, pikepdf.Object) and not value.is_indirect:
        _scrub(value, sought, deeper - 1)
    return None
