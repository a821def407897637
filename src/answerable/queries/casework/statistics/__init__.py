"""The office's own statistics, read from casework as it was known at the end of a day."""

from answerable.queries.casework.statistics.figures import office_facts, office_figures
from answerable.queries.casework.statistics.frozen import (
    FrozenRow,
    frozen_figures,
    frozen_rows,
)

__all__ = [
    "FrozenRow",
    "frozen_figures",
    "frozen_rows",
    "office_facts",
    "office_figures",
]
