"""Slips of a reader of pictures that are certain: labels in a sequence, and a capital I before capitals."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from answerable.reading.documents import Repair
from answerable.reading.pdf.content import Piece
from answerable.reading.repairs import mended

_LABEL = re.compile(r"(?P<open>\(?)(?P<number>[0-9lI|!iOoSsZBGqg]{1,2})(?P<close>[.)\],])(?=\s|$)")
_LETTER = re.compile(r"(?P<letter>[a-z])(?P<close>[.),])(?=\s|$)")
_DIGIT = str.maketrans("lI|!iOoSsZBGqg", "11111005528699")
_WHY_LABEL = "OCR read a label's digit as a letter; the labels before and after it say which it is"
_BACK = "Back to top"
_NEARLY_BACK = re.compile(r"\W?Ba[a-z]k ?t[a-z] ?t[a-z]{1,2}\W?")
_WHY_BACK = "OCR read one letter of a link to the top of the page wrongly"
_CAPITAL_I = re.compile(r"(?<![\w|])[1l|](?=([A-Z]{2,})\b)")
_WHY_I = "OCR read a capital I as another stroke; the whole word stands elsewhere in the text"
_FEWEST = 2


def without_slips(pieces: Sequence[Piece]) -> tuple[list[Piece], tuple[Repair, ...]]:
    """Return pieces without the slips that are certain, and what was mended.

    A label is mended where the numbers before and behind it leave no other; words are never guessed.
    """
    if not pieces:
        return [], ()
    made: Counter[tuple[str, str, str]] = Counter()
    found = [_with_link_back(piece, made) for piece in _with_labels(pieces, made)]
    found = _with_capitals(found, made)
    # One piece to a line: what is mended keeps its length, so that the lines can be parted again.
    text, repairs = mended("\n".join(piece.text for piece in found))
    lines = text.split("\n")
    kept = [
        piece if piece.text == line else replace(piece, text=line)
        for piece, line in zip(found, lines, strict=True)
    ]
    own = tuple(Repair(was, now, why, times) for (was, now, why), times in made.items())
    return kept, (*own, *repairs)


def _with_labels(pieces: Sequence[Piece], made: Counter[tuple[str, str, str]]) -> list[Piece]:
    pieces = _with_letters(pieces, made)
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
            made[head.group(), now, _WHY_LABEL] += 1
            found[place] = replace(found[place], text=now + found[place].text[head.end() :])
        last = (number, head["close"])
    return found


def _with_letters(pieces: Sequence[Piece], made: Counter[tuple[str, str, str]]) -> list[Piece]:
    """Return pieces with a letter's full stop where a comma was read: "e." before, and "g." behind "f,"."""
    heads = [
        (place, head) for place, piece in enumerate(pieces) if (head := _LETTER.match(piece.text))
    ]
    found = list(pieces)
    for (_, before), (place, head), (_, behind) in zip(heads, heads[1:], heads[2:], strict=False):
        around = before["close"] == behind["close"] != head["close"]
        letters = [ord(one["letter"]) for one in (before, head, behind)]
        if around and letters[1] - letters[0] == letters[2] - letters[1] == 1:
            now = f"{head['letter']}{before['close']}"
            made[head.group(), now, _WHY_LABEL] += 1
            found[place] = replace(found[place], text=now + found[place].text[head.end() :])
    return found


def _with_link_back(piece: Piece, made: Counter[tuple[str, str, str]]) -> Piece:
    """Return a link to the top of the page as it is printed, if it stands alone and is nearly that."""
    if piece.text == _BACK or not _NEARLY_BACK.fullmatch(piece.text):
        return piece
    made[piece.text, _BACK, _WHY_BACK] += 1
    return replace(piece, text=_BACK)


def _is_certain(
    number: int, close: str, last: tuple[int, str] | None, behind: re.Match[str] | None
) -> bool:
    """Return whether the label before, or for the first the one behind, leaves no other number."""
    if last == (number - 1, close) and number > 1:
        return True
    return (
        number == 1 and behind is not None and behind["number"] == "2" and behind["close"] == close
    )


def _with_capitals(pieces: Sequence[Piece], made: Counter[tuple[str, str, str]]) -> list[Piece]:
    words = Counter(word for piece in pieces for word in re.findall(r"\bI[A-Z]{2,}\b", piece.text))

    def mend(found: re.Match[str]) -> str:
        if words[f"I{found[1]}"] < _FEWEST:
            return found.group()
        made[f"{found.group()}{found[1]}", f"I{found[1]}", _WHY_I] += 1
        return "I"

    return [
        replace(piece, text=text)
        if (text := _CAPITAL_I.sub(mend, piece.text)) != piece.text
        else piece
        for piece in pieces
    ]
