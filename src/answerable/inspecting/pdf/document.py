"""One PDF: all that it holds, and what of that its pages show."""

import hashlib
from collections.abc import Callable
from typing import Any

import pikepdf

from answerable.inspecting.allowance import Allowance
from answerable.inspecting.findings import CannotSay
from answerable.inspecting.pdf.actions import look_at_action, look_at_actions
from answerable.inspecting.pdf.annotations import look_at_annotations, look_at_fields
from answerable.inspecting.pdf.drawn.pages import look_at_pages
from answerable.inspecting.pdf.drawn.shown import Shown
from answerable.inspecting.pdf.held import look_at_streams
from answerable.inspecting.pdf.looks import LOOKS
from answerable.inspecting.pdf.mixing import look_at_mixing, look_at_transfer, look_at_unit
from answerable.inspecting.pdf.opening import opened
from answerable.inspecting.pdf.orphans import Orphans, look_at_orphans
from answerable.inspecting.pdf.spans import Lengths, spans_of
from answerable.inspecting.pdf.streams import Streams
from answerable.inspecting.pdf.values import Kind, as_list, kind_of
from answerable.inspecting.pdf.walking import Walk
from answerable.inspecting.seen import Seen

Inside = Callable[[bytes, str, Seen], None]

_LEAST_OF_AN_ADDRESS = 8
"""Fewer letters stand beside each other on some page by chance."""

_LOOKS = {
    **LOOKS,
    "action": look_at_action,
    "actions": look_at_actions,
    "annotations": look_at_annotations,
    "fields": look_at_fields,
    "mixing": look_at_mixing,
    "transfer": look_at_transfer,
    "unit": look_at_unit,
}


def look_at_pdf(data: bytes, seen: Seen, allowance: Allowance, inside: Inside) -> None:
    """Find what a PDF holds and does not show.

    :raises CannotSay: if it is locked, damaged, or more than can be inspected.
    """
    with opened(data, seen) as pdf:
        streams = Streams(allowance, seen)
        walk = Walk(seen, _LOOKS)
        _walk_pages(walk, pdf)
        walk.go(pdf.trailer, "trailer", "")
        look_at_streams(walk, pdf, streams, inside)
        has_hidden_layers = seen.has("pdf.hidden-layer")
        shown = look_at_pages(data, pdf, seen, has_hidden_layers=has_hidden_layers)
        _tell_what_is_not_shown(walk, shown)
        spans = spans_of(data, _lengths(pdf), seen)
        digests = {hashlib.sha256(one.read_raw_bytes()).digest() for one, _, _ in walk.streams}
        look_at_orphans(Orphans(pdf, walk, streams, shown.has, digests), data, spans, seen)


def _code_of_link(address: str, shown: Shown) -> str:
    """Return what a link is that would tell something: one whose whole address stands on a page tells no more."""
    plain = address.removeprefix("mailto:")
    letters = sum(map(str.isalnum, plain))
    is_shown = letters >= _LEAST_OF_AN_ADDRESS and shown.has(plain)
    return "pdf.web-link" if is_shown else "pdf.telling-link"


def _walk_pages(walk: Walk, pdf: pikepdf.Pdf) -> None:
    visited: set[tuple[int, int]] = set()
    try:
        for number, page in enumerate(pdf.pages, start=1):
            walk.page = _edges(page)
            walk.go(page.obj, "page", f"page {number}")
            _walk_up(walk, page.obj.get("/Parent"), visited, f"page {number}")
    except (pikepdf.PdfError, RuntimeError):
        raise CannotSay("It is a PDF whose pages cannot be told: save it anew") from None
    walk.page = ()


def _edges(page: pikepdf.Page) -> tuple[float, ...]:
    """Return the edges of a page as it is shown; none if they are no four numbers."""
    try:
        first, second, third, fourth = map(float, as_list(page.cropbox))
    except (ValueError, TypeError):
        return ()
    left, right, low, high = *sorted((first, third)), *sorted((second, fourth))
    return left, low, right, high


def _walk_up(walk: Walk, node: Any, visited: set[tuple[int, int]], where: str) -> None:
    """Look at what pages have from those above them."""
    while kind_of(node) is Kind.dictionary and node.objgen not in visited:
        visited.add(node.objgen)
        walk.go(node, "pages", where)
        for one in as_list(node.get("/Kids")):
            if kind_of(one) is not Kind.dictionary:
                walk.plain(one, where, "Kids")
        node = node.get("/Parent")


def _lengths(pdf: pikepdf.Pdf) -> Lengths:
    def of(number: int, generation: int) -> int:
        held: object = pdf.get_object((number, generation))
        return held if isinstance(held, int) else -1

    return Lengths(of)


def _tell_what_is_not_shown(walk: Walk, shown: Shown) -> None:
    for code, where, text in walk.told:
        is_shown = shown.has(text) if code == "pdf.other-text" else shown.has_words(text)
        if not is_shown:
            walk.seen.add(code, where, text)
    for where, address in walk.links:
        walk.seen.add(_code_of_link(address, shown), where, address)
    looks = Shown()
    looks.take("".join(walk.marked))
    for where, text in walk.values:
        if not shown.has(text) and not looks.has(text):
            walk.seen.add("pdf.hidden-value", where, text)
