"""The process apart that takes one file's marks out, or proves that they are gone."""

import sys

from answerable.inspecting.confined import given
from answerable.inspecting.limits import MOST_REBUILT
from answerable.inspecting.redacting.steps import said_by


def main() -> None:
    """Do one step with the file on standard input, and say what came of it."""
    asked, data = given(most_said=MOST_REBUILT)
    for piece in said_by(asked, data):
        sys.stdout.buffer.write(piece)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
