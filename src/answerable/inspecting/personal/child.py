"""The process apart that looks for personal data in one file, with the limits of that which inspects."""

import json
import sys
from pathlib import Path
from typing import Any

# They open libraries, which nothing may do that comes after: they have to be there before.
import pikepdf
import pypdfium2

from answerable.domain.personal.gazetteer import gazetteer
from answerable.domain.release.known_people import KnownPeople
from answerable.domain.release.people import KnownPerson
from answerable.inspecting.allowance import Allowance
from answerable.inspecting.as_json import hit_as_json
from answerable.inspecting.confined import given
from answerable.inspecting.limits import MOST_SAID
from answerable.inspecting.personal.finding import OtherFinder, found_in
from answerable.inspecting.personal.presidio import PresidioNotReady, presidio_from
from answerable.inspecting.personal.texts import shown_texts

_OPENED = (pikepdf, pypdfium2)


def looked_through(
    data: bytes, name: str, people: list[dict[str, Any]], other: OtherFinder | None = None
) -> dict[str, Any]:
    """Return what was found in this very process, as plain data."""
    known = KnownPeople(KnownPerson(one["name"], tuple(one["signs"])) for one in people)
    found = found_in(shown_texts(data, name, Allowance()), known, other)
    return {
        "hits": [hit_as_json(one) for one in found.hits()],
        "unread": [[one.where, one.why] for one in found.unread],
    }


def main() -> None:
    """Look through the file on standard input, and say what was found; the argument is the model of Presidio."""
    gazetteer()
    other, why_not = _other(sys.argv[1:])
    asked, data = given(most_said=MOST_SAID)
    said = looked_through(data, asked["name"], asked["people"], other)
    said["unread"] += [["", why] for why in why_not]
    sys.stdout.write(json.dumps(said))
    sys.stdout.flush()


def _other(arguments: list[str]) -> tuple[OtherFinder | None, list[str]]:
    """Return the finder beside our own, if one is asked for, or why it is not ready."""
    if not arguments:
        return None, []
    try:
        return presidio_from(Path(arguments[0]) if arguments[0] else None).findings, []
    except PresidioNotReady as refusal:
        return None, [f"Presidio did not look through it. {refusal}"]


if __name__ == "__main__":
    main()
