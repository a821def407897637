"""Do something with an import or a doubt, and say why not, if it is refused."""

from collections.abc import Callable

from answerable.actions.archive import ImportRefused
from answerable.actions.imports import DoubtRefused, RunRefused
from answerable.domain.roles import MoveNotAllowed
from answerable.web.casework.moving import Refusal


def refusal_of(do: Callable[[], object], *, place: str = "") -> Refusal:
    """Do something, and return why not, if it is refused; nothing if it was done."""
    try:
        do()
    except MoveNotAllowed as refusal:
        return Refusal(str(refusal), 403, place)
    except (ImportRefused, RunRefused, DoubtRefused) as refusal:
        return Refusal(str(refusal), 409, place)
    return Refusal()
