"""The steps of redacting a file that run in a process apart, and what each is given and says.

Each is given a line of JSON and bytes, and says a line of JSON and bytes: pieces follow one another in the
order in which the line tells their sizes.
"""

import io
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pypdfium2
from PIL import Image

from answerable.inspecting.redacting.bare import bare
from answerable.inspecting.redacting.cannot import CannotRedact
from answerable.inspecting.redacting.layer import Recognised, with_layers
from answerable.inspecting.redacting.marks import Box, Mark
from answerable.inspecting.redacting.opening import opened
from answerable.inspecting.redacting.pages import shown
from answerable.inspecting.redacting.proving.miner import CannotMine
from answerable.inspecting.redacting.proving.proof import lost_words, what_is_left
from answerable.inspecting.redacting.taking import taken
from answerable.inspecting.redacting.words import sought

Said = Iterable[bytes]

_DAMAGED = "It is damaged inside: open it with its program, and save it as a PDF again"
_TOO_LARGE = "It takes more memory than can be given to one file: redact a part of it"


def said_by(asked: Mapping[str, Any], data: bytes) -> Said:
    """Return what a step says, or in one line why it cannot be done."""
    step: Callable[[Mapping[str, Any], bytes], Said] = _STEPS[asked["step"]]
    try:
        return step(asked, data)
    except CannotRedact as refusal:
        return [_line({"refused": str(refusal)})]
    except (MemoryError, RecursionError):
        return [_line({"refused": _TOO_LARGE})]
    except pypdfium2.PdfiumError:
        return [_line({"refused": _DAMAGED})]


def _take(asked: Mapping[str, Any], data: bytes) -> Said:
    marks = [_mark(one) for one in asked["marks"]]
    made = taken(
        data, marks, draw=asked["draw"], known=asked["known"], whole_lines=asked["whole_lines"]
    )
    with opened(made.before) as pdf:
        places = [shown(page) for page in pdf.pages]
    boxes: dict[int, list[Box]] = {
        page: [places[page - 1].box_of(area) for area in areas]
        for page, areas in made.marked.areas.items()
    }
    lost, total = lost_words(made.before, made.data, boxes, set(made.drawn))
    pictures = [(page, _png(picture)) for page, picture in sorted(made.drawn.items())]
    head = {
        "boxes": sorted(boxes.items()),
        "everywhere": made.marked.everywhere.words,
        "count": len(places),
        "traceless": made.marked.traceless,
        "telling": [one.sentence() for one in made.telling],
        "lost": lost,
        "words": total,
        "size": len(made.data),
        "pictures": [(page, len(picture)) for page, picture in pictures],
    }
    return [_line(head), made.data, *(picture for _, picture in pictures)]


def _lay(asked: Mapping[str, Any], data: bytes) -> Said:
    pages = {
        int(page): [Recognised(text, (box[0], box[1], box[2], box[3])) for text, box in words]
        for page, words in asked["pages"]
    }
    made = with_layers(data, pages)
    return [_line({"size": len(made)}), made]


def _prove(asked: Mapping[str, Any], data: bytes) -> Said:
    size = asked["size"]
    popplers = data[size:].decode(errors="replace") if asked["popplers"] else None
    boxes = {int(page): [_box(one) for one in some] for page, some in asked["boxes"]}
    try:
        everywhere = sought(asked["everywhere"])
        left = what_is_left(data[:size], boxes, everywhere, popplers, asked["pages"])
    except CannotMine:
        return [_line({"counts": {}, "pages": [], "unread": True})]
    return [_line({"counts": left.counts, "pages": sorted(left.pages), "unread": False})]


def _bare(_: Mapping[str, Any], data: bytes) -> Said:
    made = bare(data)
    return [_line({"size": len(made)}), made]


_STEPS: dict[str, Callable[[Mapping[str, Any], bytes], Said]] = {
    "take": _take,
    "lay": _lay,
    "prove": _prove,
    "bare": _bare,
}


def _line(head: Mapping[str, object]) -> bytes:
    return json.dumps(head).encode() + b"\n"


def _mark(given: Mapping[str, Any]) -> Mark:
    box = given["box"]
    return Mark(given["page"], _box(box) if box is not None else None, given["words"])


def _box(given: Any) -> Box:
    left, top, right, bottom = (float(one) for one in given)
    return left, top, right, bottom


def _png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.convert("L").save(out, "PNG", compress_level=1)
    return out.getvalue()
