"""Marks in workbooks, tables and documents into rebuilt files with a label in the place of what was marked.

from answerable.inspecting.labelling import place_marks_from_json, redact_rebuilt

redacted = redact_rebuilt(data, place_marks_from_json(text), name="staff.xlsx")
[one.name for one in redacted.files], redacted.proof

A label stands there before anything is laid out, and is the same however long the words were: no width tells.
"""

from answerable.inspecting.labelling.apart import (
    looked_at,
    redact_rebuilt,
    shown_places,
    what_goes,
    where_found,
)
from answerable.inspecting.labelling.cells import Area, area_of, named_area
from answerable.inspecting.labelling.looked import (
    FoundWords,
    Going,
    Looked,
    LookedCell,
    LookedParagraph,
    LookedSheet,
    Part,
)
from answerable.inspecting.labelling.marks import (
    PlaceMark,
    label_of,
    place_marks_from_json,
)
from answerable.inspecting.labelling.naming import safe_name, without_words
from answerable.inspecting.labelling.redacted import RedactedFiles, redacted_files_as_json

__all__ = [
    "Area",
    "FoundWords",
    "Going",
    "Looked",
    "LookedCell",
    "LookedParagraph",
    "LookedSheet",
    "Part",
    "PlaceMark",
    "RedactedFiles",
    "area_of",
    "label_of",
    "looked_at",
    "named_area",
    "place_marks_from_json",
    "redact_rebuilt",
    "redacted_files_as_json",
    "safe_name",
    "shown_places",
    "what_goes",
    "where_found",
    "without_words",
]
