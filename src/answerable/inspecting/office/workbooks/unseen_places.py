"""Which rows and columns of a sheet have content and are not seen, in words: "rows 4 to 12 and 20; column C"."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from answerable.inspecting.office.workbooks.rows import letters_of

_MOST_TOLD = 8


@dataclass(slots=True)
class UnseenPlaces:
    """The rows and columns of a sheet that are hidden though they have content."""

    rows: list[tuple[int, int]] = field(default_factory=list)
    columns: set[int] = field(default_factory=set)

    def take_row(self, number: int) -> None:
        """Take in a row; rows come in their order."""
        if self.rows and self.rows[-1][1] == number - 1:
            self.rows[-1] = self.rows[-1][0], number
        else:
            self.rows.append((number, number))

    def told(self) -> str:
        """Return in words which they are; an empty string if there are none."""
        columns = UnseenPlaces()
        for one in sorted(self.columns):
            columns.take_row(one)
        parts = (
            _told("row", ((str(one), str(last)) for one, last in self.rows)),
            _told("column", ((letters_of(one), letters_of(last)) for one, last in columns.rows)),
        )
        return "; ".join(one for one in parts if one)


def _told(noun: str, ranges: Iterable[tuple[str, str]]) -> str:
    listed = [one if one == last else f"{one} to {last}" for one, last in ranges]
    if not listed:
        return ""
    is_one = len(listed) == 1 and " to " not in listed[0]
    more = len(listed) - _MOST_TOLD
    shown = [*listed[:_MOST_TOLD], *([f"{more:,} more places"] if more > 0 else [])]
    joined = " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
    return f"{noun}{'' if is_one else 's'} {joined}"
