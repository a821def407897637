"""What is shown of a place."""

from dataclasses import dataclass


class CannotShow(Exception):
    """A place cannot be shown, for a reason that a person can act on."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell, a line or a paragraph beside a place; `is_it` is whether it is the place itself."""

    words: str
    is_it: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells under its number."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """Either a picture as PNG, or rows; `columns` are the letters of a table's columns, none for lines."""

    picture: bytes = b""
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
