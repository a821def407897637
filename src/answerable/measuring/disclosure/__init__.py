"""Proof that withheld counts stay withheld: what a reader can work out, and which cells prevent it."""

from answerable.domain.suppression.controlling import CannotProtect
from answerable.measuring.disclosure.auditing import Audit, Exposure, audited
from answerable.measuring.disclosure.bounds import FiguresDisagree, ranges
from answerable.measuring.disclosure.complements import protected

__all__ = [
    "Audit",
    "CannotProtect",
    "Exposure",
    "FiguresDisagree",
    "audited",
    "protected",
    "ranges",
]
