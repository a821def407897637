"""The process apart that rebuilds one file, with the limits of that which inspects."""

import os
import sys

from answerable.inspecting.confined import given
from answerable.inspecting.limits import MOST_REBUILT
from answerable.inspecting.rebuilding.documents.fonts import compiler
from answerable.inspecting.rebuilding.rebuilding import rebuilt_here
from answerable.inspecting.rebuilding.rebuilt import CannotRebuild, as_bytes, refused_as_bytes


def main() -> None:
    """Rebuild the file on standard input, and say what was made."""
    # Each thread takes of the memory that the process may have, and a machine may have many processors.
    os.environ["RAYON_NUM_THREADS"] = "2"
    # Its fonts come from files, and its threads have to be there before the process is confined.
    compiler()
    asked, data = given(most_said=MOST_REBUILT)
    try:
        for piece in as_bytes(rebuilt_here(data, asked["name"])):
            sys.stdout.buffer.write(piece)
    except CannotRebuild as refusal:
        sys.stdout.buffer.write(refused_as_bytes(str(refusal)))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
