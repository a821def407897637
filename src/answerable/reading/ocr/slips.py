"""Slips of a reader of pictures that are certain: labels in a sequence, a capital I, what a request is called."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from answerable.reading.documents import Repair
from answerable.reading.ocr.label_slips import Made, with_labels
from answerable.reading.pdf.content import Piece
from answerable.reading.repairs import mended

_BACK = "Back to top"
_NEARLY_BACK = re.compile(r"\W?Ba[a-z]k ?t[a-z] ?t[a-z]{1,2}\W?")
_WHY_BACK = "OCR read one letter of a link to the top of the page wrongly"
_CAPITAL_I = re.compile(r"(?<![\w|])[1l|](?=([A-Z]{2,})\b)")
_WHY_I = "OCR read a capital I as another stroke; the whole word stands elsewhere in the text"
_FEWEST = 2
# What a request is called in short, as it is read where its strokes are taken for others.
_SHORT = re.compile(r"\b(?:F[O0Q][Il1!|](?P<act>A?)|(?P<rfi>RF[Il1!|T])|(?P<eir>E[Il1!|]R))(?!\w)")
_WHY_SHORT = "OCR read a letter of a short name as another stroke"
# Among English words no other stands alone.
_ALONE = re.compile(r"(?<![\w|.,'’(\[-])[l|](?=[ ,][a-z]|$)")
_WHY_ALONE = "OCR read a capital I that stands alone as another stroke"
_IAM = re.compile(r"(?<![\w'’-])[lI|]am(?= [a-z])")
_WHY_IAM = "OCR read the words I am as one"


def without_slips(pieces: Sequence[Piece]) -> tuple[list[Piece], tuple[Repair, ...]]:
    """Return pieces without the slips that are certain, and what was mended.

    A label is mended where the numbers before and behind it leave no other; words are never guessed.
    """
    if not pieces:
        return [], ()
    made: Made = Counter()
    found = [_with_link_back(piece, made) for piece in with_labels(pieces, made)]
    found = _with_capitals(found, made)
    found = [_with_i(piece, made) for piece in _with_short_names(found, made)]
    # One piece to a line: what is mended keeps its length, so that the lines can be parted again.
    text, repairs = mended("\n".join(piece.text for piece in found))
    lines = text.split("\n")
    kept = [
        piece if piece.text == line else replace(piece, text=line)
        for piece, line in zip(found, lines, strict=True)
    ]
    own = tuple(Repair(was, now, why, times) for (was, now, why), times in made.items())
    return kept, (*own, *repairs)


def _with_link_back(piece: Piece, made: Made) -> Piece:
    """Return a link to the top of the page as it is printed, if it stands alone and is nearly that."""
    if piece.text == _BACK or not _NEARLY_BACK.fullmatch(piece.text):
        return piece
    made[piece.text, _BACK, _WHY_BACK] += 1
    return replace(piece, text=_BACK)


def _with_short_names(pieces: Sequence[Piece], made: Made) -> list[Piece]:
    """Return pieces with FOI, RFI and EIR where a stroke of them was misread; RFT may be another name."""
    known = sum(len(re.findall(r"\bRFI\b", piece.text)) for piece in pieces)

    def mend(found: re.Match[str]) -> str:
        was = found.group()
        now = "RFI" if found["rfi"] else "EIR" if found["eir"] else f"FOI{found['act']}"
        if was == now or (was == "RFT" and known < _FEWEST):
            return was
        made[was, now, _WHY_SHORT] += 1
        return now

    return [
        piece if text == piece.text else replace(piece, text=text)
        for piece in pieces
        for text in (_SHORT.sub(mend, piece.text),)
    ]


def _with_i(piece: Piece, made: Made) -> Piece:
    """Return a piece with the word I where a stroke stands alone, and "I am" in two words."""
    text = piece.text
    for wrong, now, why in ((_ALONE, "I", _WHY_ALONE), (_IAM, "I am", _WHY_IAM)):
        for was in wrong.findall(text):
            made[was, now, why] += 1
        text = wrong.sub(now, text)
    return piece if text == piece.text else replace(piece, text=text)


def _with_capitals(pieces: Sequence[Piece], made: Made) -> list[Piece]:
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
