"""The process apart that shows a place of one file, with the limits of that which inspects."""

import json
import sys
from typing import Any

# They open libraries, which nothing may do that comes after: they have to be there before.
import pikepdf
import pypdfium2
from PIL import Image

from answerable.inspecting.allowance import Allowance
from answerable.inspecting.confined import given
from answerable.inspecting.kinds import PICTURES, kind_of
from answerable.inspecting.personal.texts import shown_texts
from answerable.inspecting.placed.apart import MOST_SHOWN
from answerable.inspecting.placed.around import Rows, around
from answerable.inspecting.placed.drawing import page_part, small_picture

_OPENED = (pikepdf, pypdfium2)


def shown(data: bytes, asked: dict[str, Any]) -> tuple[list[str], Rows, bytes]:
    """Return the columns and rows around a place, or a picture of it."""
    kind = kind_of(data)
    if kind in PICTURES:
        return [], [], small_picture(data)
    if kind == "pdf" and asked["page"]:
        box = tuple(map(float, asked["box"])) if asked["box"] else None
        return [], [], page_part(data, int(asked["page"]), box)  # type: ignore[arg-type]  # four numbers
    columns, rows = around(shown_texts(data, asked["name"], Allowance()), asked["where"])
    return columns, rows, b""


def main() -> None:
    """Show a place of the file on standard input."""
    Image.init()
    asked, data = given(most_said=MOST_SHOWN)
    columns, rows, picture = shown(data, asked)
    head = json.dumps({"columns": columns, "rows": rows}).encode()
    sys.stdout.buffer.write(head + b"\n" + picture)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
