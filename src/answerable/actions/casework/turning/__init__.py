"""What turns a question's clock before its answer: what was meant, and an end without an answer."""

from answerable.actions.casework.turning.clarifying import LONGEST_CLARIFICATION, clarify
from answerable.actions.casework.turning.withdrawing import withdraw_questions

__all__ = ["LONGEST_CLARIFICATION", "clarify", "withdraw_questions"]
