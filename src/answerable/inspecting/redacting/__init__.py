"""Marks on the pages of a PDF into a PDF without what stood under them, and the proof of it.

from answerable.inspecting.redacting import marks_from_json, redact_pdf

redacted = redact_pdf(data, marks_from_json(text), name="letter.pdf")
redacted.data, redacted.proof
"""

from answerable.inspecting.redacting.apart import redact_pdf
from answerable.inspecting.redacting.cannot import CannotRedact
from answerable.inspecting.redacting.lines import whole_line
from answerable.inspecting.redacting.marks import Mark, MarksNotUnderstood, marks_from_json
from answerable.inspecting.redacting.proved import NotProved, Proof, Redacted, redaction_as_json
from answerable.inspecting.redacting.texts import LABEL, redacted_text
from answerable.inspecting.redacting.widths import Gap, tellable_by_width

__all__ = [
    "LABEL",
    "CannotRedact",
    "Gap",
    "Mark",
    "MarksNotUnderstood",
    "NotProved",
    "Proof",
    "Redacted",
    "marks_from_json",
    "redact_pdf",
    "redacted_text",
    "redaction_as_json",
    "tellable_by_width",
    "whole_line",
]
