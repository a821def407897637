"""What turns a question's clock before its answer: notices, what comes back, an end without an answer."""

from answerable.actions.casework.turning.clarifying import LONGEST_CLARIFICATION, clarify
from answerable.actions.casework.turning.fees import fee_came
from answerable.actions.casework.turning.lapsing import lapse_questions
from answerable.actions.casework.turning.letting_go import let_go
from answerable.actions.casework.turning.moving import change_regime
from answerable.actions.casework.turning.noticing import take_back_notice, write_notice
from answerable.actions.casework.turning.withdrawing import withdraw_questions

__all__ = [
    "LONGEST_CLARIFICATION",
    "change_regime",
    "clarify",
    "fee_came",
    "lapse_questions",
    "let_go",
    "take_back_notice",
    "withdraw_questions",
    "write_notice",
]
