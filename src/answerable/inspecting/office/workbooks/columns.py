"""The columns of a sheet: which are hidden, and which too narrow to be read."""

from dataclasses import dataclass, field

from answerable.inspecting.markup import Element, attribute, named

NARROWEST = 0.5
"""Signs of a column below which nothing in it can be read."""

_SQUEEZED = 6
_LAST_COLUMN = 1 << 14
_ON = ("1", "true")


@dataclass(slots=True)
class Columns:
    """Which columns are hidden, and which too narrow to be read; widths are those that a sheet says."""

    hidden: dict[int, str] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)
    narrow_by_default: bool = False
    squeezed: set[int] = field(default_factory=set)
    """Those in which longer numbers have no room, and are shown as crosses."""

    @property
    def hide(self) -> bool:
        """Return whether any column may be hidden."""
        return bool(self.hidden) or self.narrow_by_default

    def why_hidden(self, column: int) -> str:
        """Return under which code a column is hidden; an empty string if it is not."""
        is_narrow = self.narrow_by_default and column not in self.widths
        return self.hidden.get(column, "xlsx.tiny-columns" if is_narrow else "")

    def take(self, cols: Element) -> None:
        """Take in the widths of columns."""
        for one in named(cols, "col"):
            why = _why_narrow(one)
            first, last = (int(attribute(one, name) or 0) for name in ("min", "max"))
            width = number_in(attribute(one, "width"))
            for column in range(max(1, first), min(last, _LAST_COLUMN) + 1):
                if why:
                    self.hidden[column] = why
                if width is not None:
                    self.widths[column] = width
                    if NARROWEST <= width < _SQUEEZED:
                        self.squeezed.add(column)


def _why_narrow(col: Element) -> str:
    if attribute(col, "hidden").lower() in _ON:
        return "xlsx.collapsed" if attribute(col, "outlineLevel") else "xlsx.hidden-columns"
    width = number_in(attribute(col, "width"))
    return "xlsx.tiny-columns" if width is not None and width < NARROWEST else ""


def number_in(text: str) -> float | None:
    """Return the number that a text is; None if it is none."""
    try:
        return float(text)
    except ValueError:
        return None
