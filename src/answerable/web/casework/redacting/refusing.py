"""Do something with a redaction, and say why not, if it is refused."""

from collections.abc import Callable

from answerable.actions.casework.redacting.holding import RedactionRefused
from answerable.web.casework.moving import Refusal, done_or_refused


def refusal_of(do: Callable[[], object], *, place: str = "") -> Refusal:
    """Do something, and return why not, if it is refused; nothing if it was done."""
    try:
        return done_or_refused(do, place=place)
    except RedactionRefused as refusal:
        return Refusal(str(refusal), 409, place)
