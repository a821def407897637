"""Marks on the pages of a PDF into a PDF without what stood under them, and the proof of it."""

from answerable.inspecting.redacting.marks import Mark, MarksNotUnderstood, marks_from_json
from answerable.inspecting.redacting.proved import NotProved, Proof, Redacted

__all__ = ["Mark", "MarksNotUnderstood", "NotProved", "Proof", "Redacted", "marks_from_json"]
