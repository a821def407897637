"""A picture that is looked at, and where what is found in it belongs."""

import re
from dataclasses import dataclass

from answerable.inspecting.findings import CannotSay
from answerable.inspecting.seen import Seen

MOST_PIXELS = 60_000_000
"""Pixels that are decoded at all: no camera of an office has more."""

_LETTERS = re.compile(rb"[A-Za-z][A-Za-z'@.,_ -]{4,}[A-Za-z]|(?:[A-Za-z@.,_ -]\0){6,}")


@dataclass(frozen=True, slots=True)
class Picture:
    """The bytes of a picture; `where` is empty for a picture that is a file of its own."""

    data: bytes
    where: str
    seen: Seen

    def add(self, code: str, what: str = "", text: str = "", *, count: int = 1) -> None:
        """Count a finding, at a piece of the picture if one is named."""
        place = " of ".join(filter(None, [what, self.where]))
        self.seen.add(code, place, text, count=count)

    def tell_words(self, held: bytes, what: str) -> None:
        """Find words where only numbers belong; numbers that rise or fall are none."""
        words = letters_in(held)
        bare = words.replace(" ", "")
        if len(set(bare)) > 3 and list(bare) not in (sorted(bare), sorted(bare, reverse=True)):  # noqa: PLR2004
            self.add("picture.spare-piece", what, words)

    def tell_behind(self, end: int) -> None:
        """Find bytes behind the end of the picture.

        :raises CannotSay: if the picture is cut off before it.
        """
        if len(self.data) < end:
            raise CannotSay("It is a picture that is cut off: fetch it again")
        if len(self.data) > end:
            self.add("picture.bytes-behind", count=len(self.data) - end)


def letters_in(data: bytes) -> str:
    """Return the first words that stand readable among bytes; nothing if there are none."""
    found = _LETTERS.search(data)
    return found[0].replace(b"\0", b"").decode("ascii") if found else ""


def check_size(width: int, height: int) -> None:
    """Do nothing if a picture can be decoded.

    :raises CannotSay: if it has too many pixels, or none.
    """
    if width < 1 or height < 1:
        raise CannotSay("It is a picture without pixels: it is damaged")
    if width * height > MOST_PIXELS:
        raise CannotSay(
            f"It is a picture of {width:,} by {height:,} pixels, more than can be inspected: make it smaller"
        )
