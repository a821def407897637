"""The words of reminders: references and dates only, for mail is read on telephones and passed on."""

from collections.abc import Iterable

from django.conf import settings

from answerable.domain.clock.steps import long_date
from answerable.domain.roles import Actor
from answerable.queries.casework.reminding import Reminder, ReminderGroup, ReminderLine, Why

MOST_LINES = 50
"""What nobody can do in a day is counted, and not listed."""

_HEADINGS = {
    Why.OVERDUE: "Overdue",
    Why.TODAY: "Due today",
    Why.SOON: "Due within {days}",
    Why.DRAFT_LATE: "The draft is late",
    Why.CAME_BACK: "Sent back to you",
    Why.OFFERED: "Waiting for you to accept",
    Why.UNSEEN: "New messages that nobody has looked at",
    Why.ANSWERED: "Information owners have answered",
    Why.TO_CHECK: "To check",
    Why.TO_CLEAR: "To clear",
    Why.NOTICES: "Notices to let go",
    Why.REVIEWS_TO_TAKE: "Reviews that nobody has taken",
    Why.REVIEWS: "Reviews that you have taken",
    Why.ENTRIES: "Entries for the log to validate",
}
_DATES = {
    Why.DRAFT_LATE: "draft by",
    Why.REVIEWS_TO_TAKE: "review by",
    Why.REVIEWS: "review by",
}


def counted(groups: Iterable[ReminderGroup]) -> str:
    """Return the most urgent of what is said, such as `2 overdue`."""
    in_order = sorted(groups, key=lambda one: list(Why).index(one.why))
    first = in_order[0].why
    return f"{sum(len(one.lines) for one in in_order if one.why is first)} {first}"


def morning_text(person: Actor, reminder: Reminder, *, soon_days: int) -> str:
    """Return the mail of the morning."""
    parts = [_part(one, soon_days) for one in reminder.own]
    if reminder.nobodys:
        parts.append("Nobody works on these requests:")
        parts += [_part(one, soon_days) for one in reminder.nobodys]
    return _mail(person, parts)


def at_once_text(person: Actor, groups: Iterable[ReminderGroup]) -> str:
    """Return the mail that says at once what has begun to wait."""
    return _mail(person, [_part(one, 0) for one in groups])


def _mail(person: Actor, parts: list[str]) -> str:
    ends = [
        f"All of it: {settings.ANSWERABLE_ADDRESS}/work/",
        f"To choose what we write to you: {settings.ANSWERABLE_ADDRESS}/account/mail",
    ]
    return "\n\n".join([f"Hello {person.name},", *parts, *ends]) + "\n"


def _part(group: ReminderGroup, soon_days: int) -> str:
    days = "one working day" if soon_days == 1 else f"{soon_days} working days"
    listed = [f"    {_line(one, group.why)}" for one in group.lines[:MOST_LINES]]
    more = len(group.lines) - MOST_LINES
    further = [f"    and {more} more"] if more > 0 else []
    return "\n".join([_HEADINGS[group.why].format(days=days), *listed, *further])


def _line(line: ReminderLine, why: Why) -> str:
    if line.on is None:
        return line.reference
    return f"{line.reference}, {_DATES.get(why, 'answer by')} {long_date(line.on)}"
