"""Labels that were misread, where the labels beside them leave no other."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from answerable.reading.pdf.content import Piece

_LABEL = re.compile(
    r"(?P<open>\(?)(?P<number>[0-9lI|!iOoSsZBGqg]{1,2})(?P<close>[.)\],:;])(?=\s|$)"
)
_LETTER = re.compile(r"(?P<letter>[a-z])(?P<close>[.),])(?=\s|$)")
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_ROMAN = re.compile(
    rf"(?P<number>{'|'.join(sorted(_ROMANS, key=len, reverse=True))})(?P<close>[.),])(?=\s|$)"
)
_DIGIT = str.maketrans("lI|!iOoSsZBGqg", "11111005528699")
_BEGINS = re.compile(r"\s+[A-Z]|$")
_WHY_LABEL = "OCR read a label's digit as a letter; the labels before and after it say which it is"
_WHY_COMMA = "OCR read a label's full stop as another sign; the label beside it says which it is"

Made = Counter[tuple[str, str, str]]
"""What was mended, how often: as it was read, as it is now, and why."""


def with_labels(pieces: Sequence[Piece], made: Made) -> list[Piece]:
    """Return pieces with the labels that those beside them leave no doubt about; what was mended is counted."""
    pieces = _with_romans(_with_letters(pieces, made), made)
    heads = [_LABEL.match(piece.text) for piece in pieces]
    labelled = [place for place, head in enumerate(heads) if head]
    found = list(pieces)
    last: tuple[int, str] | None = None
    for turn, place in enumerate(labelled):
        head = heads[place]
        assert head  # noqa: S101 for mypy: only those that match are listed
        said = head["number"]
        number = int(said.translate(_DIGIT))
        if not said.isdigit():
            behind = heads[labelled[turn + 1]] if turn + 1 < len(labelled) else None
            if not _is_certain(number, head["close"], last, behind):
                continue
            now = f"{head['open']}{number}{head['close']}"
            found[place] = _relabelled(found[place], head, now, _WHY_LABEL, made)
        elif _is_comma(head, last):
            close = last[1] if last else "."
            now = f"{head['open']}{said}{close}"
            found[place] = _relabelled(found[place], head, now, _WHY_COMMA, made)
            last = (number, close)
            continue
        last = (number, head["close"])
    return found


def _with_letters(pieces: Sequence[Piece], made: Made) -> list[Piece]:
    """Return pieces with a letter's full stop where a comma was read: "e." before, and "g." behind "f,".

    Before an "a," nothing has to stand.
    """
    heads = [
        (place, head) for place, piece in enumerate(pieces) if (head := _LETTER.match(piece.text))
    ]
    found = list(pieces)
    for (place, head), (_, behind) in pairwise(heads):
        if head["letter"] + behind["letter"] == "ab" and head["close"] == "," != behind["close"]:
            now = f"a{behind['close']}"
            found[place] = _relabelled(found[place], head, now, _WHY_COMMA, made)
    for (_, before), (place, head), (_, behind) in zip(heads, heads[1:], heads[2:], strict=False):
        around = before["close"] == behind["close"] != head["close"]
        letters = [ord(one["letter"]) for one in (before, head, behind)]
        if around and letters[1] - letters[0] == letters[2] - letters[1] == 1:
            now = f"{head['letter']}{before['close']}"
            found[place] = _relabelled(found[place], head, now, _WHY_LABEL, made)
    return found


def _relabelled(piece: Piece, head: re.Match[str], now: str, why: str, made: Made) -> Piece:
    """Return a piece with another label at its head; it is counted."""
    made[head.group(), now, why] += 1
    return replace(piece, text=now + piece.text[head.end() :])


def _is_comma(head: re.Match[str], last: tuple[int, str] | None) -> bool:
    """Return whether a comma or a colon behind a number is a label's full stop: the next number, and a sentence begins."""
    is_next = last is not None and last[0] == int(head["number"]) - 1 and last[1] in ".)"
    return is_next and head["close"] in ",:;" and bool(_BEGINS.match(head.string, head.end()))


def _with_romans(pieces: Sequence[Piece], made: Made) -> list[Piece]:
    """Return pieces with a roman number's full stop where a comma was read, next behind one with a full stop."""
    found = list(pieces)
    last, close = 0, ""
    for place, piece in enumerate(pieces):
        head = _ROMAN.match(piece.text)
        if not head:
            continue
        value = _ROMANS.index(head["number"]) + 1
        if head["close"] == "," and last == value - 1 > 0 and close in (".", ")"):
            now = f"{head['number']}{close}"
            found[place] = _relabelled(found[place], head, now, _WHY_COMMA, made)
            last = value
        else:
            last, close = value, head["close"]
    return found


def _is_certain(
    number: int, close: str, last: tuple[int, str] | None, behind: re.Match[str] | None
) -> bool:
    """Return whether the label before, or for the first the one behind, leaves no other number."""
    if last == (number - 1, close) and number > 1:
        return True
    return (
        number == 1 and behind is not None and behind["number"] == "2" and behind["close"] == close
    )
