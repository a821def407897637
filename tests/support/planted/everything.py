"""All planted files, of every kind."""

from tests.support.planted.cells import CELLS
from tests.support.planted.documents import DOCUMENTS
from tests.support.planted.drawings import DRAWINGS
from tests.support.planted.presentations import PRESENTATIONS
from tests.support.planted.workbooks import WORKBOOKS

KINDS = (CELLS, WORKBOOKS, DRAWINGS, DOCUMENTS, PRESENTATIONS)
PLANTED = [one for kind in KINDS for one in kind.all]
