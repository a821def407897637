"""What is to be redacted: places on pages, or words wherever they stand, each with its ground."""

import json
from dataclasses import dataclass

from answerable.inspecting.redacting.numbers import finite

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points of 1/72 inch, from the top left corner of the page as it is shown."""


class MarksNotUnderstood(Exception):
    """The marks are not in the form that they have to be in; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One redaction: a box on a page (from 1), with the words in it where they were picked.

    A mark without a page stands for its words wherever they are in the document. `limb` is the limb of the
    exemption, as "40(2)"; `reason` is in the officer's words. Neither is written into the file.
    """

    page: int | None = None
    box: Box | None = None
    words: str = ""
    limb: str = ""
    reason: str = ""


def marks_from_json(text: str) -> tuple[Mark, ...]:
    """Return the marks of a JSON file: `{"marks": [{"page", "box", "words", "limb", "reason"}]}`.

    :raises MarksNotUnderstood: if it has another form, no mark, or a mark with neither a place nor words.
    """
    try:
        rows = json.loads(text)["marks"]
    except (ValueError, LookupError, TypeError, RecursionError):
        raise MarksNotUnderstood('The marks are no JSON of the form {"marks": […]}') from None
    if not isinstance(rows, list) or not rows:
        raise MarksNotUnderstood("There is no mark: nothing would be redacted")
    return tuple(_mark(row, number) for number, row in enumerate(rows, start=1))


def _mark(row: object, number: int) -> Mark:
    if not isinstance(row, dict):
        raise MarksNotUnderstood(f"Mark {number} is no object")
    said = {name: row.get(name, "") for name in ("words", "limb", "reason")}
    if not all(isinstance(one, str) for one in said.values()):
        raise MarksNotUnderstood(f"Mark {number}: words, limb and reason are text")
    page, box = row.get("page"), row.get("box")
    if page is None and box is None:
        if not said["words"].strip():
            raise MarksNotUnderstood(f"Mark {number} has neither a page and a box nor words")
        return Mark(**said)
    if type(page) is not int or page < 1:
        raise MarksNotUnderstood(f"Mark {number}: its page is a number from 1")
    return Mark(page, _box(box, number), **said)


def _box(given: object, number: int) -> Box:
    sides = finite(given)
    if sides is None or len(sides) != 4 or sides[0] >= sides[2] or sides[1] >= sides[3]:  # noqa: PLR2004 sides
        message = f"Mark {number}: its box is [left, top, right, bottom] in points, from the top left of the page"
        raise MarksNotUnderstood(message)
    return (sides[0], sides[1], sides[2], sides[3])
