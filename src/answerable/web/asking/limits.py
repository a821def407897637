"""How much and how often the public form takes: stated limits, well above what people need."""

import datetime as dt

from django.http import HttpRequest, QueryDict

from answerable.actions.asking import Rate

_WINDOW = dt.timedelta(minutes=10)
STEPS = Rate("step of the form", by_one=60, in_all=6_000, window=_WINDOW)
SENDS = Rate("request by the form", by_one=12, in_all=600, window=_WINDOW)
MOST_BYTES = 20_000_000
"""More than the longest text that can be said to be too long, so that it comes back to be shortened."""


class TooLarge(Exception):
    """What was sent is too large to be read at all."""


def posted(request: HttpRequest) -> QueryDict:
    """Return the fields that a page of the form sent.

    They are read here and not by Django, whose own limit would drop a long text unread.

    :raises TooLarge: if they have more bytes than any page of ours sends.
    """
    said = request.META.get("CONTENT_LENGTH") or "0"
    if not said.isdigit() or int(said) > MOST_BYTES:
        raise TooLarge
    # NUL cannot be stored, and nobody types it; browsers end lines as mail does.
    body = request.read(MOST_BYTES).replace(b"%00", b"+").replace(b"%0D%0A", b"%0A")
    return QueryDict(body, encoding="utf-8")
