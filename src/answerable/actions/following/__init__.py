"""What whoever asked does on the page of their request, and the links that lead them there."""

from answerable.actions.asking.rates import AskedTooOften, Rate, count_visit
from answerable.actions.following.links import (
    ask_new_link,
    delivery_opened,
    extend_delivery,
    send_new_link,
)
from answerable.actions.following.moving import (
    ReviewWish,
    ask_review_by_link,
    clarify_by_link,
    withdraw_by_link,
)
from answerable.actions.following.writing import LONGEST_MESSAGE, write_message

__all__ = [
    "LONGEST_MESSAGE",
    "AskedTooOften",
    "Rate",
    "ReviewWish",
    "ask_new_link",
    "ask_review_by_link",
    "clarify_by_link",
    "count_visit",
    "delivery_opened",
    "extend_delivery",
    "send_new_link",
    "withdraw_by_link",
    "write_message",
]
