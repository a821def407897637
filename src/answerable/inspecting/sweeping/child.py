"""The process apart that searches one file, with the limits of that which inspects."""

import json
import sys

# They open libraries, which nothing may do that comes after: they have to be there before.
import pikepdf
import pypdfium2

from answerable.inspecting.confined import given
from answerable.inspecting.limits import MOST_SAID
from answerable.inspecting.sweeping.found import CannotSweep
from answerable.inspecting.sweeping.sweeping import traces_here

_OPENED = (pikepdf, pypdfium2)


def main() -> None:
    """Search the file on standard input, and say what was found."""
    asked, data = given(most_said=MOST_SAID)
    try:
        found = traces_here(data, asked["sought"], name=asked["name"])
    except CannotSweep as refusal:
        said: dict[str, object] = {"refused": str(refusal)}
    else:
        said = {"found": [[one.sought, one.where, one.encoding] for one in found]}
    sys.stdout.write(json.dumps(said))
    sys.stdout.flush()


if __name__ == "__main__":
    main()
