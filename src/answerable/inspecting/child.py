"""The process apart that inspects one file: without the network, other programs or files, within limits.

It is given a line of JSON and the file's bytes on standard input, says what it found as JSON on standard
output, and ends.
"""

import hashlib
import json
import sys
from collections.abc import Callable

from answerable.inspecting.allowance import Allowance
from answerable.inspecting.as_json import inspection_as_json
from answerable.inspecting.confined import given
from answerable.inspecting.findings import CannotSay, Inspection, Verdict, verdict_on
from answerable.inspecting.inspecting import look_into
from answerable.inspecting.limits import MOST_SAID
from answerable.inspecting.seen import Seen


def inspected(
    data: bytes,
    name: str,
    *,
    seen: Seen | None = None,
    then: Callable[[Seen, str], None] | None = None,
) -> Inspection:
    """Return what a file would give away, found in this very process; `then` looks at it once more, by its kind."""
    seen = seen or Seen()
    kind, reason = "", ""
    try:
        kind = look_into(data, name, seen, Allowance())
        if then is not None:
            then(seen, kind)
    except CannotSay as problem:
        reason = str(problem)
    except (MemoryError, RecursionError):
        reason = "It takes more memory than can be given to one file"
    except (ValueError, ArithmeticError, LookupError, TypeError, AttributeError):
        # Words where numbers belong, a row of a number that none has: no program writes such files, and each
        # reads them otherwise.
        reason = "It is damaged inside: open it with its program, and save it again"
    findings = seen.findings()
    return Inspection(
        file=name,
        sha256=hashlib.sha256(data).hexdigest(),
        kind=kind,
        verdict=Verdict.CANNOT_SAY if reason else verdict_on(findings),
        findings=findings,
        sheets=tuple(seen.sheets),
        reason=reason,
    )


def main() -> None:
    """Inspect the file on standard input, and say what was found."""
    asked, data = given(most_said=MOST_SAID)
    said = json.dumps(inspection_as_json(inspected(data, asked["name"])))
    sys.stdout.write(said)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
