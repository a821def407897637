"""The steps of redacting a file that run in a process apart, and what each is given and says.

Each is given a line of JSON and bytes, and says a line of JSON and bytes.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from answerable.inspecting.findings import CannotSay
from answerable.inspecting.labelling import looking
from answerable.inspecting.labelling.marks import PlaceMark, place_marks_from_json
from answerable.inspecting.labelling.naming import safe_name
from answerable.inspecting.labelling.paragraphs import places_of
from answerable.inspecting.labelling.reading_back import (
    ReadBack,
    read_csv,
    read_page,
    read_pdf,
    read_workbook,
)
from answerable.inspecting.labelling.shown import ShownDocument, ShownTable, shown_in
from answerable.inspecting.labelling.totals import totals_told
from answerable.inspecting.labelling.withheld import Withheld
from answerable.inspecting.rebuilding.documents.blocks import Document, Paragraph, Run
from answerable.inspecting.rebuilding.rebuilt import CannotRebuild, Rebuilt
from answerable.inspecting.rebuilding.tables.cells import Line, ShownSheet, words_of
from answerable.inspecting.redacting.cannot import CannotRedact

Said = Iterable[bytes]

_TOO_LARGE = "It takes more memory than can be given to one file: redact a part of it"


def said_by(asked: Mapping[str, Any], data: bytes) -> Said:
    """Return what a step says, or in one line why it cannot be done."""
    try:
        return _STEPS[asked["step"]](asked, data)
    except (CannotRedact, CannotRebuild, CannotSay) as refusal:
        return [_line({"refused": str(refusal)})]
    except (MemoryError, RecursionError):
        return [_line({"refused": _TOO_LARGE})]


def _show(asked: Mapping[str, Any], data: bytes) -> Said:
    shown = shown_in(data, asked["name"])
    if isinstance(shown, ShownDocument):
        return [_line({"paragraphs": [*places_of(shown.document)]})]
    sheets = [
        {
            "name": sheet.name,
            "rows": [
                (
                    line.origin,
                    [
                        (sheet.origins.get(place, 0), words_of(cell))
                        for place, cell in sorted(line.cells.items())
                    ],
                )
                for line in sheet.lines
            ],
        }
        for sheet in shown.sheets
    ]
    return [_line({"sheets": sheets})]


def _make(asked: Mapping[str, Any], data: bytes) -> Said:
    shown, made, withheld, marks = _labelled(asked, data)
    rebuilt = made.files(safe_name(asked["name"], marks))
    told: list[str] = []
    if isinstance(shown, ShownTable) and isinstance(made, ShownTable):
        told = totals_told(shown.sheets, made.sheets, shown.formulas)
    sweepable = withheld.sought()
    head = {
        "files": [{"name": one.name, "size": len(one.data)} for one in rebuilt.files],
        "left_out": rebuilt.left_out,
        "labels": withheld.labels,
        "sought": sweepable.words,
        "not_swept": sweepable.others,
        "told": told,
    }
    return [_line(head), *(one.data for one in rebuilt.files)]


def _bare(asked: Mapping[str, Any], data: bytes) -> Said:
    """Say what the same files hold whatever is shown: the words of their formats."""
    shown = shown_in(data, asked["name"])
    rebuilt: Rebuilt
    if isinstance(shown, ShownDocument):
        document = Document((Paragraph((Run("-"),)),), language=shown.document.language)
        rebuilt = ShownDocument(document, ()).files("file")
    else:
        sheets = tuple(ShownSheet("", [Line(0, {0: "-"}, 1)], origins={0: 1}) for _ in shown.sheets)
        rebuilt = ShownTable(sheets, shown.is_text, ()).files("file")
    sizes = [{"name": one.name, "size": len(one.data)} for one in rebuilt.files]
    return [_line({"files": sizes}), *(one.data for one in rebuilt.files)]


def _prove(asked: Mapping[str, Any], data: bytes) -> Said:
    size = asked["size"]
    file, name = data[size:], asked["file"]
    _, made, _, marks = _labelled(asked, data[:size])
    labels = frozenset(one.label for one in marks)
    rows = [
        (reader, one.labels_left, one.lost, one.count)
        for reader, one in _read_back(file, name, made, labels, asked["sheet"])
    ]
    return [_line({"rows": rows})]


def _read_back(
    file: bytes, name: str, made: ShownTable | ShownDocument, labels: frozenset[str], sheet: int
) -> Iterator[tuple[str, ReadBack]]:
    if isinstance(made, ShownTable):
        if name.endswith(".xlsx"):
            yield "workbook", read_workbook(file, made.sheets, labels)
        else:
            filled = [one for one in made.sheets if one.lines]
            yield "csv", read_csv(file, filled[sheet], labels)
    elif name.endswith(".pdf"):
        yield from read_pdf(file, made.document, labels)
    else:
        yield "html", read_page(file, made.document, labels)


def _labelled(
    asked: Mapping[str, Any], data: bytes
) -> tuple[ShownTable | ShownDocument, ShownTable | ShownDocument, Withheld, Sequence[PlaceMark]]:
    marks = place_marks_from_json(asked["marks"])
    shown, withheld = shown_in(data, asked["name"]), Withheld()
    made = shown.labelled(marks, withheld)
    shown.check_met(marks, withheld)
    return shown, made, withheld, marks


def _look(asked: Mapping[str, Any], data: bytes) -> Said:
    return [_line(looking.look(asked, data))]


def _going(asked: Mapping[str, Any], data: bytes) -> Said:
    return [_line(looking.going(asked, data))]


def _find(asked: Mapping[str, Any], data: bytes) -> Said:
    return [_line(looking.find(asked, data))]


_STEPS = {
    "show": _show,
    "look": _look,
    "going": _going,
    "find": _find,
    "make": _make,
    "bare": _bare,
    "prove": _prove,
}


def _line(head: Mapping[str, object]) -> bytes:
    return json.dumps(head).encode() + b"\n"
