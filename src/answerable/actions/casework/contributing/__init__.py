"""Put questions to information owners, and keep what they say: by a signed link, without an account."""

from answerable.actions.casework.contributing.answering import (
    LinkForged,
    LinkOver,
    answer_contribution,
    decline_contribution,
)
from answerable.actions.casework.contributing.asking import (
    Asking,
    ask_again,
    ask_owner,
    withdraw_contribution,
)
from answerable.actions.casework.contributing.chasing import chase_due, remind_owner
from answerable.actions.casework.contributing.files import GivenFile, TooMuchGiven
from answerable.actions.casework.contributing.refusing import ContributionRefused

__all__ = [
    "Asking",
    "ContributionRefused",
    "GivenFile",
    "LinkForged",
    "LinkOver",
    "TooMuchGiven",
    "answer_contribution",
    "ask_again",
    "ask_owner",
    "chase_due",
    "decline_contribution",
    "remind_owner",
    "withdraw_contribution",
]
