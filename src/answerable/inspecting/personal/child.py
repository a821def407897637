"""The process apart that looks for personal data in one file, with the limits of that which inspects."""

import json
import sys
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
from answerable.inspecting.personal.finding import found_in
from answerable.inspecting.personal.texts import shown_texts

_OPENED = (pikepdf, pypdfium2)


def looked_through(data: bytes, name: str, people: list[dict[str, Any]]) -> dict[str, Any]:
    """Return what was found in this very process, as plain data."""
    known = KnownPeople(KnownPerson(one["name"], tuple(one["signs"])) for one in people)
    found = found_in(shown_texts(data, name, Allowance()), known)
    return {
        "hits": [hit_as_json(one) for one in found.hits()],
        "unread": [[one.where, one.why] for one in found.unread],
    }


def main() -> None:
    """Look through the file on standard input, and say what was found."""
    gazetteer()
    asked, data = given(most_said=MOST_SAID)
    sys.stdout.write(json.dumps(looked_through(data, asked["name"], asked["people"])))
    sys.stdout.flush()


if __name__ == "__main__":
    main()
