"""What is to happen after something left that should not have: who is told, and by when."""

import datetime as dt

NOTIFIED_WITHIN = dt.timedelta(hours=72)
"""By the clock, weekends and nights included, from the moment at which somebody is aware (UK GDPR art. 33(1))."""


def notify_by(aware_at: dt.datetime) -> dt.datetime:
    """Return until when the regulator is told of a breach, unless it is unlikely to harm anybody (art. 33(1))."""
    return aware_at + NOTIFIED_WITHIN


def time_left(aware_at: dt.datetime, now: dt.datetime) -> str:
    """Return how long there still is to tell the regulator, as people read it."""
    left = notify_by(aware_at) - now
    hours = int(abs(left).total_seconds() // 3600)
    counted = f"{hours} hour{'' if hours == 1 else 's'}"
    if left >= dt.timedelta(0):
        return f"{counted} left" if hours else "less than an hour left"
    return f"{counted} late" if hours else "less than an hour late"
