"""Assessors' reports: what they say of each element of a standard, and where they do not agree."""

from answerable.reading.assessments.reports import is_report, report_of
from answerable.reading.assessments.standards import frameworks_at_hand, with_frameworks

__all__ = ["frameworks_at_hand", "is_report", "report_of", "with_frameworks"]
