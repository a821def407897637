"""The rebuilding of one file, whatever it is. It runs in the process apart."""

from answerable.inspecting.findings import CannotSay
from answerable.inspecting.kinds import kind_of
from answerable.inspecting.rebuilding.rebuilt import CannotRebuild, Rebuilt


def rebuilt_here(data: bytes, name: str) -> Rebuilt:
    """Return files made anew from what a file shows.

    :raises CannotRebuild: if none can be made, and why.
    """
    try:
        kind = kind_of(data)
    except CannotSay as refusal:
        raise CannotRebuild(str(refusal)) from None
    raise CannotRebuild(
        f"{name} is {kind}, which cannot be rebuilt: make the file that leaves anew"
    )
