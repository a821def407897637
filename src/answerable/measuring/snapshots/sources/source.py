"""What is read of a file, whatever its form: headings, and rows of text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

Cells = Sequence[str | None]


class Form(StrEnum):
    """The form of a file."""

    CSV = "CSV"
    WORKBOOK = "workbook"
    PARQUET = "Parquet"


@dataclass(frozen=True)
class Source:
    """A file that is open: its headings, and its rows as text, without leaving any out."""

    form: Form
    head: tuple[str, ...]
    head_row: int
    """The number of the row of headings as a spreadsheet shows it, from 1; 0 where headings are no row."""
    take: Callable[[int], list[Cells]]
    """Returns so many of the next rows below the head, fewer at the end, and none behind it."""
    size: int
    """How much there is to read, in bytes or rows."""
    done: Callable[[], int]
    """Returns how much of it was read."""
    notes: tuple[str, ...] = ()
    """What was found out about the file, and should be said."""
    are_serials_dates: bool = False
    """Whether a number in a column of dates is a day as spreadsheets count them."""
