"""What is told before an answer, or in its place: to whom, about which questions, and what."""

import datetime as dt
from dataclasses import dataclass

from answerable.domain.decisions.letters.facts import UnderstoodQuestion


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """What every notice is about: the request, the day, the questions that it names.

    `others` is how many more questions the request has, to which nothing happens.
    """

    reference: str
    received_on: dt.date
    sent_on: dt.date
    questions: tuple[UnderstoodQuestion, ...]
    salutation: str = ""
    others: int = 0
