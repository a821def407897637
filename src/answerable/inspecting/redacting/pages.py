"""A page as it is shown, and as its content counts: two ways to say where something is."""

from dataclasses import dataclass

import pikepdf

from answerable.inspecting.redacting.marks import Box
from answerable.inspecting.redacting.plane import Area

_USUAL = (0.0, 0.0, 612.0, 792.0)
_QUARTER, _HALF, _THREE_QUARTERS = 90, 180, 270
_SIDES = 4
_DEEPEST = 50


@dataclass(frozen=True, slots=True)
class Shown:
    """Which part of a page is shown, and by how many degrees it is turned clockwise."""

    area: Area
    turned: int

    @property
    def size(self) -> tuple[float, float]:
        """Return the width and the height of the page as it is shown."""
        width, height = self.area.right - self.area.left, self.area.top - self.area.bottom
        return (height, width) if self.turned in (_QUARTER, _THREE_QUARTERS) else (width, height)

    def area_of(self, box: Box) -> Area:
        """Return where a box of the page as it is shown lies in its content."""
        left, top, right, bottom = box
        page = self.area
        if self.turned == _QUARTER:
            return Area(
                page.left + top, page.bottom + left, page.left + bottom, page.bottom + right
            )
        if self.turned == _HALF:
            return Area(
                page.right - right, page.bottom + top, page.right - left, page.bottom + bottom
            )
        if self.turned == _THREE_QUARTERS:
            return Area(page.right - bottom, page.top - right, page.right - top, page.top - left)
        return Area(page.left + left, page.top - bottom, page.left + right, page.top - top)

    def box_of(self, area: Area) -> Box:
        """Return where a part of the content is on the page as it is shown."""
        page = self.area
        if self.turned == _QUARTER:
            return (
                area.bottom - page.bottom,
                area.left - page.left,
                area.top - page.bottom,
                area.right - page.left,
            )
        if self.turned == _HALF:
            return (
                page.right - area.right,
                area.bottom - page.bottom,
                page.right - area.left,
                area.top - page.bottom,
            )
        if self.turned == _THREE_QUARTERS:
            return (
                page.top - area.top,
                page.right - area.right,
                page.top - area.bottom,
                page.right - area.left,
            )
        return (
            area.left - page.left,
            page.top - area.top,
            area.right - page.left,
            page.top - area.bottom,
        )


def shown(page: pikepdf.Page) -> Shown:
    """Return which part of a page is shown, and how it is turned."""
    media = _area(inherited(page, "/MediaBox")) or Area(*_USUAL)
    crop = _area(inherited(page, "/CropBox")) or media
    part = Area(
        max(media.left, crop.left),
        max(media.bottom, crop.bottom),
        min(media.right, crop.right),
        min(media.top, crop.top),
    )
    if part.left >= part.right or part.bottom >= part.top:
        part = media
    turned = inherited(page, "/Rotate")
    return Shown(part, int(turned) % 360 // 90 * 90 if isinstance(turned, int) else 0)


def inherited(page: pikepdf.Page, name: str) -> object:
    """Return what a page says, or what the pages around it say for all of theirs."""
    node: pikepdf.Object | None = page.obj
    for _ in range(_DEEPEST):
        if not isinstance(node, pikepdf.Dictionary):
            return None
        found = node.get(name)
        if found is not None:
            return found
        node = node.get("/Parent")
    return None


def _area(given: object) -> Area | None:
    if not isinstance(given, pikepdf.Array) or len(given) != _SIDES:
        return None
    try:
        first, second, third, fourth = (float(one) for one in given.as_list())
    except (TypeError, ValueError):
        return None
    left, right = sorted((first, third))
    bottom, top = sorted((second, fourth))
    if left == right or bottom == top:
        return None
    return Area(left, bottom, right, top)
