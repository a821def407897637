"""What lets a page look otherwise to one reader than to the next: ways of mixing colours, and units of a page."""

from typing import Any

from answerable.inspecting.pdf.values import Kind, as_list, kind_of
from answerable.inspecting.pdf.walking import Walk

_DARKENING = frozenset(
    "/Normal /Compatible /Multiply /Darken /ColorBurn /Overlay /SoftLight /HardLight".split()
)
"""Under these what is dark stays dark on white paper: not every reader follows the others."""

_LEAST_UNIT = 1.0
"""ISO 32000-2 knows no unit smaller than a point: what is drawn in one is smaller than any reader shows here."""


def look_at_mixing(walk: Walk, value: Any, where: str) -> None:
    """Find a way of mixing colours that can take dark letters away from white paper."""
    walk.plain(value, where, "BM")
    first = next((str(one) for one in as_list(value) or [value] if kind_of(one) is Kind.name_), "")
    if first and first not in _DARKENING:
        walk.seen.add("pdf.mixed-colours", where)


def look_at_transfer(walk: Walk, value: Any, where: str) -> None:
    """Find what changes the colours of a page where it is printed, and not where it is looked at."""
    walk.later(value, "function", where)
    if kind_of(value) in (Kind.dictionary, Kind.stream, Kind.array):
        walk.seen.add("pdf.mixed-colours", where)


def look_at_unit(walk: Walk, value: Any, where: str) -> None:
    """Find a page that is drawn in a unit of next to nothing."""
    walk.plain(value, where, "UserUnit")
    try:
        is_small = float(value) < _LEAST_UNIT
    except (TypeError, ValueError):
        return
    if is_small:
        walk.seen.add("pdf.tiny-text", where)
