"""A file rebuilt in a process of its own, as it is inspected in one."""

from answerable.inspecting.limits import LARGEST_FILE, MOST_REBUILT, MOST_SECONDS
from answerable.inspecting.process import Ended, EndedByFault, said_apart
from answerable.inspecting.rebuilding.rebuilt import CannotRebuild, Rebuilt, rebuilt_from_bytes

STARTED_AS: tuple[str, ...] = ("-m", "answerable.inspecting.rebuilding.child")
"""What Python is told to run."""

_TOO_MUCH = f"It cannot be rebuilt safely: it is damaged, or takes more than {MOST_SECONDS} seconds or 1.2 GB of memory"
_FAULT = "It stopped its rebuilding by a fault of the program, and need not be damaged: report it"


def rebuild(data: bytes, *, name: str) -> Rebuilt:
    """Return files made anew from what a file shows; whoever releases them has to inspect them first.

    :raises CannotRebuild: if none can be made, and why.
    """
    if len(data) > LARGEST_FILE:
        size = LARGEST_FILE // 2**20
        raise CannotRebuild(f"It is larger than {size} MB, which is more than is rebuilt")
    try:
        said = said_apart(STARTED_AS, {"name": name}, data, most_said=MOST_REBUILT)
        return rebuilt_from_bytes(said)
    except EndedByFault:
        raise CannotRebuild(_FAULT) from None
    except (Ended, ValueError, TypeError, LookupError):
        raise CannotRebuild(_TOO_MUCH) from None
