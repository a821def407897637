"""The process apart that redacts one workbook, table or document, or reads back what was made of it."""

import os
import sys

from answerable.inspecting.confined import given
from answerable.inspecting.labelling.steps import said_by
from answerable.inspecting.limits import MOST_REBUILT
from answerable.inspecting.rebuilding.documents.fonts import compiler


def main() -> None:
    """Do one step with the file on standard input, and say what came of it."""
    # Each thread takes of the memory that the process may have, and a machine may have many processors.
    os.environ["RAYON_NUM_THREADS"] = "2"
    # Its fonts come from files, and its threads have to be there before the process is confined.
    compiler()
    asked, data = given(most_said=MOST_REBUILT)
    for piece in said_by(asked, data):
        sys.stdout.buffer.write(piece)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
