"""Marks on the pages of a PDF into a PDF without what stood under them, and the proof of it.

from answerable.inspecting.redacting import marks_from_json, redact_pdf

redacted = redact_pdf(data, marks_from_json(text), name="letter.pdf")
redacted.data, redacted.proof
"""

from answerable.inspecting.redacting.apart import redact_pdf
from answerable.inspecting.redacting.cannot import CannotRedact
from answerable.inspecting.redacting.marks import Mark, MarksNotUnderstood, marks_from_json
from answerable.inspecting.redacting.proved import NotProved, Proof, Redacted

__all__ = [
    "CannotRedact",
    "Mark",
    "MarksNotUnderstood",
    "NotProved",
    "Proof",
    "Redacted",
    "marks_from_json",
    "redact_pdf",
]
