"""Remind people by mail: in the morning of what is due, and in the morning or at once of what waits."""

from answerable.actions.casework.reminding.at_once import tell_what_waits
from answerable.actions.casework.reminding.morning import remind_people
from answerable.actions.casework.reminding.staff import FIRST_HOUR
from answerable.actions.casework.reminding.words import MOST_LINES

__all__ = ["FIRST_HOUR", "MOST_LINES", "remind_people", "tell_what_waits"]
