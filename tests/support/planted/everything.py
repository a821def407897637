"""All planted files, of every kind."""

from tests.support.planted.cells import CELLS

PLANTED = [*CELLS.all]
