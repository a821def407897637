"""What is to be withheld from a workbook, a table or a document: cells, paragraphs, or words wherever they stand."""

import json
from dataclasses import dataclass

from answerable.inspecting.labelling.cells import Area, area_of
from answerable.inspecting.redacting.marks import MarksNotUnderstood

LABEL = "[withheld]"
"""What stands in the place of what was marked without a limb."""

MOST_MARKS = 5_000
"""Marks and words of one file."""

_LONGEST_LIMB = 40


@dataclass(frozen=True, slots=True)
class PlaceMark:
    """One redaction: cells of a sheet, a paragraph or some of its letters, or words.

    Words without a place stand for all places in which they are; with cells or a paragraph, for those in them. A sheet
    without a name is the only one that is shown. `letters` are from where to where, from 0 and half open.
    """

    words: tuple[str, ...] = ()
    sheet: str = ""
    cells: Area | None = None
    paragraph: int = 0
    letters: tuple[int, int] | None = None
    limb: str = ""
    reason: str = ""

    @property
    def label(self) -> str:
        """Return what stands in the place of what it marks."""
        return label_of(self.limb)


def label_of(limb: str) -> str:
    """Return the label for a limb: `[withheld: s.40(2)]`; one that names its law has no "s." before it."""
    if not limb:
        return LABEL
    return f"[withheld: {'s.' if limb[0].isdigit() else ''}{limb}]"


def place_marks_from_json(text: str) -> tuple[PlaceMark, ...]:
    """Return the marks of a JSON file: `{"marks": [{"sheet", "cells", "paragraph", "letters", "words", "limb", "reason"}]}`.

    :raises MarksNotUnderstood: if it has another form, no mark, or a mark that marks nothing.
    """
    try:
        rows = json.loads(text)["marks"]
    except (ValueError, LookupError, TypeError, RecursionError):
        raise MarksNotUnderstood('The marks are no JSON of the form {"marks": […]}') from None
    if not isinstance(rows, list) or not rows:
        raise MarksNotUnderstood("There is no mark: nothing would be redacted")
    marks = tuple(_mark(row, number) for number, row in enumerate(rows, start=1))
    count = sum(max(1, len(one.words)) for one in marks)
    if count > MOST_MARKS:
        raise MarksNotUnderstood(
            f"There are {count:,} marks and words, and {MOST_MARKS:,} at most are taken:"
            " mark a whole column or range instead, or redact in parts"
        )
    return marks


def _mark(row: object, number: int) -> PlaceMark:
    if not isinstance(row, dict):
        raise MarksNotUnderstood(f"Mark {number} is no object")
    said = {name: row.get(name, "") for name in ("sheet", "limb", "reason")}
    if not all(isinstance(one, str) for one in said.values()):
        raise MarksNotUnderstood(f"Mark {number}: sheet, limb and reason are text")
    limb = said["limb"].strip()
    if len(limb) > _LONGEST_LIMB or not limb.isprintable():
        raise MarksNotUnderstood(f"Mark {number}: its limb is one such as 40(2), in one line")
    if "page" in row or "box" in row:
        raise MarksNotUnderstood(
            f"Mark {number} has a page or a box, which only PDF files have: name cells, a paragraph or words"
        )
    words, cells = _words(row, number), _cells(row, number)
    paragraph, letters = _paragraph(row, number)
    if not (words or cells or paragraph):
        raise MarksNotUnderstood(f"Mark {number} has neither cells nor a paragraph nor words")
    if cells and paragraph:
        raise MarksNotUnderstood(f"Mark {number} has cells and a paragraph: make two marks of it")
    return PlaceMark(words, said["sheet"], cells, paragraph, letters, limb, said["reason"])


def _words(row: dict[str, object], number: int) -> tuple[str, ...]:
    given = row.get("words", [])
    some = [given] if isinstance(given, str) else given
    if not isinstance(some, list) or not all(isinstance(one, str) for one in some):
        raise MarksNotUnderstood(f"Mark {number}: its words are a list of texts")
    words = tuple(one.strip() for one in some if one.strip())
    if some and not words:
        raise MarksNotUnderstood(f"Mark {number}: its words are blank")
    return words


def _cells(row: dict[str, object], number: int) -> Area | None:
    given = row.get("cells")
    if given is None:
        return None
    area = area_of(given) if isinstance(given, str) else None
    if area is None:
        raise MarksNotUnderstood(
            f"Mark {number}: its cells are written as B2, B2:B40, B2:B (to the end), B:C or 5:7"
        )
    return area


def _paragraph(row: dict[str, object], number: int) -> tuple[int, tuple[int, int] | None]:
    paragraph, letters = row.get("paragraph"), row.get("letters")
    if paragraph is None and letters is None:
        return 0, None
    if type(paragraph) is not int or paragraph < 1:
        raise MarksNotUnderstood(f"Mark {number}: its paragraph is a number from 1")
    if letters is None:
        return paragraph, None
    if not isinstance(letters, list) or [type(one) for one in letters] != [int, int]:
        raise MarksNotUnderstood(f"Mark {number}: its letters are [from, to], counted from 0")
    first, last = letters
    if not 0 <= first < last or row.get("words"):
        raise MarksNotUnderstood(
            f"Mark {number}: its letters are [from, to], counted from 0, without words beside them"
        )
    return paragraph, (first, last)
