"""What a process apart that redacts is asked, and says: its answer and files, or why there are none."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from answerable.inspecting.limits import LARGEST_FILE, MOST_REBUILT, MOST_SECONDS
from answerable.inspecting.process import Ended, EndedByFault, said_apart
from answerable.inspecting.redacting.cannot import CannotRedact
from answerable.inspecting.redacting.proved import NotProved
from answerable.inspecting.sweeping import CannotSweep, traces

MOST_LOST = 0.001
"""The share of the words or cells that nobody marked that may be gone."""

TOO_MUCH = f"It cannot be redacted safely: it is damaged, or takes more than {MOST_SECONDS} seconds or 1.2 GB of memory"
_FAULT = "Its redaction stopped by a fault of the program, and it need not be damaged: report it"


def check_has_marks(marks: Sequence[object], *, name: str) -> None:
    """Do nothing if something is marked in a file.

    :raises CannotRedact: if nothing is.
    """
    if not marks:
        raise CannotRedact(f"{name} has no mark: nothing would be redacted")


def check_size(data: bytes, *, name: str) -> None:
    """Do nothing if a file is not too large to be redacted.

    :raises CannotRedact: if it is.
    """
    if len(data) > LARGEST_FILE:
        size = LARGEST_FILE // 2**20
        raise CannotRedact(f"{name} is larger than {size} MB, which is more than is redacted")


def answer_apart(
    started_as: tuple[str, ...], asked: Mapping[str, object], data: bytes
) -> tuple[dict[str, Any], bytes]:
    """Return the line of JSON that a process says that is given a question and a file, and the bytes behind it.

    :raises CannotRedact: if it refuses, fails or is ended at a limit.
    """
    try:
        said = said_apart(started_as, asked, data, most_said=MOST_REBUILT)
        line, _, rest = said.partition(b"\n")
        head = json.loads(line)
    except EndedByFault:
        raise CannotRedact(_FAULT) from None
    except (Ended, ValueError):
        raise CannotRedact(TOO_MUCH) from None
    if not isinstance(head, dict):
        raise CannotRedact(TOO_MUCH)
    if "refused" in head:
        raise CannotRedact(str(head["refused"]))
    return head, rest


def traces_left(
    files: Sequence[bytes], sought: Sequence[str], bare: Callable[[], Iterable[bytes]], *, name: str
) -> int:
    """Return how many words that have to be gone leave a trace in files.

    `bare` makes the same files without any words of theirs: what is found there, too, the formats say themselves.

    :raises NotProved: if a file cannot be searched; `name` is the file that is redacted.
    """
    if not sought:
        return 0
    try:
        found = {one.sought for file in files for one in traces(file, sought)}
        if not found:
            return 0
        left = [sought[number] for number in sorted(found)]
        return len(found) - len({one.sought for file in bare() for one in traces(file, left)})
    except CannotSweep as refusal:
        raise NotProved(f"{name} is not redacted: {refusal}") from None
