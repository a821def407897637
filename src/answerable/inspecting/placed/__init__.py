"""A place in a file as somebody looks at it: a picture of a part of a page, or a few cells and lines around it."""

from answerable.inspecting.placed.apart import place_shown
from answerable.inspecting.placed.shown import CannotShow, Cell, Row, ShownPlace

__all__ = ["CannotShow", "Cell", "Row", "ShownPlace", "place_shown"]
