"""A file searched in a process of its own, as it is inspected in one."""

import json
from collections.abc import Sequence

from answerable.inspecting.limits import LARGEST_FILE, MOST_SAID, MOST_SECONDS
from answerable.inspecting.process import Ended, EndedByFault, said_apart
from answerable.inspecting.sweeping.found import CannotSweep, Trace

STARTED_AS: tuple[str, ...] = ("-m", "answerable.inspecting.sweeping.child")
"""What Python is told to run."""

_TOO_MUCH = f"It cannot be searched to its end: it is damaged, or takes more than {MOST_SECONDS} seconds or 1.2 GB of memory"
_FAULT = "Its search ended by a fault of the program, and it need not be damaged: report it"


def traces(data: bytes, sought: Sequence[str], *, name: str = "") -> tuple[Trace, ...]:
    """Return where which of some words are in a file, however they are packed and written.

    Words of eight letters or more are found within longer ones and across blanks, too; shorter ones stand
    alone. At most a thousand traces are told.

    :raises CannotSweep: if it cannot be searched to the end.
    """
    if len(data) > LARGEST_FILE:
        raise CannotSweep(
            f"It is larger than {LARGEST_FILE >> 20} MB, which is more than is searched"
        )
    asked = {"sought": list(sought), "name": name}
    try:
        said = json.loads(said_apart(STARTED_AS, asked, data, most_said=MOST_SAID))
        if "refused" in said:
            raise CannotSweep(str(said["refused"]))
        return tuple(_trace(one, len(sought)) for one in said["found"])
    except EndedByFault:
        raise CannotSweep(_FAULT) from None
    except (Ended, ValueError, TypeError, LookupError):
        raise CannotSweep(_TOO_MUCH) from None


def _trace(row: list[object], sought: int) -> Trace:
    number, where, encoding = row
    if not isinstance(number, int) or not 0 <= number < sought:
        raise ValueError("no words")
    return Trace(number, str(where), str(encoding))
