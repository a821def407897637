"""What somebody is told of new answers, for themselves alone: nobody of the office is shown it."""

from answerable.queries.alerting.links import (
    confirmation_address,
    ending_address,
    owner_of,
    owners_address,
)
from answerable.queries.alerting.pages import AlertRow, alert_to_confirm, alerts_of
from answerable.queries.alerting.searches import Broadness, NewAnswers, broadness, new_answers

__all__ = [
    "AlertRow",
    "Broadness",
    "NewAnswers",
    "alert_to_confirm",
    "alerts_of",
    "broadness",
    "confirmation_address",
    "ending_address",
    "new_answers",
    "owner_of",
    "owners_address",
]
