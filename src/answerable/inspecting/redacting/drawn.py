"""What is recognised on pages that had to be drawn."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from answerable.inspecting.redacting.drawing_size import DOTS, POINTS
from answerable.inspecting.redacting.marks import Box
from answerable.inspecting.redacting.programs import recognised
from answerable.programs.piped import DidNotAnswer

MOST_READ = 60
"""Pages of one file that are read again; further ones stay pictures."""

_WORD_LEVEL = "5"


def layers_of(
    pictures: Mapping[int, bytes], boxes: Sequence[tuple[int, Sequence[Sequence[float]]]]
) -> list[tuple[int, list[tuple[str, Box]]]]:
    """Return for each picture of a page the words that are recognised in it, without any under a mark.

    Where nothing is installed that recognises, or it fails, a page has none.
    """
    marked = dict(boxes)
    layers = []
    for page, picture in sorted(pictures.items())[:MOST_READ]:
        try:
            table = recognised(picture, dots=DOTS)
        except DidNotAnswer:
            continue
        if table is None:
            return []
        words = [one for one in _words(table) if not _is_under(one[1], marked.get(page, []))]
        layers.append((page, words))
    return layers


def _words(table: str) -> Iterator[tuple[str, Box]]:
    for row in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row.get("level") == _WORD_LEVEL and (row.get("text") or "").strip():
            yield str(row["text"]).strip(), _box(row)


def _box(row: Mapping[str, Any]) -> Box:
    scale = POINTS / DOTS
    left, top = float(row["left"]) * scale, float(row["top"]) * scale
    return left, top, left + float(row["width"]) * scale, top + float(row["height"]) * scale


def _is_under(word: Box, boxes: Sequence[Sequence[float]]) -> bool:
    return any(
        word[0] < box[2] and box[0] < word[2] and word[1] < box[3] and box[1] < word[3]
        for box in boxes
    )
