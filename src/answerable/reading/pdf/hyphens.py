"""Words that a line's end cut at a hyphen: whole again where the word stands whole elsewhere."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answerable.reading.blocks import Run
from answerable.reading.pdf.content import Piece
from answerable.reading.pdf.layout import Line
from answerable.reading.pdf.places import around

SOFT = "\xad"
_SIGNS = ("-", "\u2010", SOFT)
_BESIDE = 0.2
_CUT = re.compile(r"([^\W\d_]+)[-\u2010\xad]\s*$")
_REST = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]{4,}")


class Hyphens:
    """What the hyphens at the ends of a document's lines mean."""

    def __init__(self, pages: Sequence[Sequence[Piece]]) -> None:
        """Keep the words of a document's pages, if a piece of text on them ends in a hyphen."""
        is_cut = any(piece.text.rstrip().endswith(_SIGNS) for page in pages for piece in page)
        self._words = _words(pages) if is_cut else set()

    def rejoined(self, paragraph: Sequence[Line]) -> list[Piece]:
        """Return a paragraph's pieces; a hyphen that only cuts a word is a soft one."""
        found = [*paragraph[0].pieces]
        for line in paragraph[1:]:
            _join_sign(found)
            text = found[-1].text
            # The pattern is tried at each letter.
            is_hyphen = text.rstrip().endswith(_SIGNS)
            if is_hyphen and (cut := _CUT.search(text)) and self._is_cut(cut, line):
                found[-1] = replace(found[-1], text=f"{text[: cut.end(1)]}{SOFT}")
            found += line.pieces
        return found

    def _is_cut(self, cut: re.Match[str], line: Line) -> bool:
        rest = _REST.match(line.pieces[0].text)
        if rest is None or not rest.group()[:1].islower():
            return False
        whole = f"{cut[1]}{rest.group()}".lower()
        return cut.group().rstrip().endswith(SOFT) or whole in self._words


def _words(pages: Sequence[Sequence[Piece]]) -> set[str]:
    """Return the longer words of some pages, in small letters."""
    found: set[str] = set()
    for page in pages:
        # What stands between two blanks mostly stands there again.
        stretches = set(" ".join([piece.text for piece in page]).lower().split())
        found.update(_WORD.findall(" ".join(stretches)))
    return found


def _join_sign(pieces: list[Piece]) -> None:
    """Make one of a line's last word and of the hyphen behind it, where a program draws that by itself."""
    if len(pieces) < 2 or pieces[-1].text.strip() not in ("-", "\u2010", SOFT):  # noqa: PLR2004 a word and its sign
        return
    word, sign = pieces[-2:]
    if word.text[-1:].isalpha() and sign.box[0] - word.box[2] < word.size * _BESIDE:
        box = around([word.box, sign.box])
        pieces[-2:] = [replace(word, text=word.text + sign.text.strip(), box=box)]


def without_soft(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return runs without the hyphens that only cut a word."""
    if not any(SOFT in run.text for run in runs):
        return tuple(runs)
    return tuple(
        replace(run, text=run.text.replace(SOFT, "")) if SOFT in run.text else run for run in runs
    )
