"""Tell people by mail of new answers to their searches: the only actions that know who they are."""

from answerable.actions.alerting.asking import AlertRefused, Wish, ask_for_alert
from answerable.actions.alerting.ending import (
    AlertLinkOver,
    change_alert,
    confirm_alert,
    end_alert,
    end_alerts,
)
from answerable.actions.alerting.forgetting import forget_unconfirmed
from answerable.actions.alerting.telling import tell_of_new_answers
from answerable.actions.asking.rates import AskedTooOften

__all__ = [
    "AlertLinkOver",
    "AlertRefused",
    "AskedTooOften",
    "Wish",
    "ask_for_alert",
    "change_alert",
    "confirm_alert",
    "end_alert",
    "end_alerts",
    "forget_unconfirmed",
    "tell_of_new_answers",
]
