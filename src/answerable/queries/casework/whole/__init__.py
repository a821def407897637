"""A request whole, with who asked, as it is handed on: a page, the files as they came, the rows as data."""

from answerable.queries.casework.whole.gathering import whole_case

__all__ = ["whole_case"]
