"""The doors to the redaction of a file; the head of `doors` says what a row is."""

from tests.support import place_redactions as places
from tests.support import redactions
from tests.support.casework import REF
from tests.support.knocking import INTAKE, READERS, RELEASERS, WHY, get, send

MARKERS = READERS - {"auditor"}
_FILE = {"reference": REF, "number": "{pdf}"}
_GROUND = {"limb": "40(2)", "reason": "A name"}
_SOUGHT = {"words": "Quillfeather", "where": "file", **_GROUND}


def _sent(route, may, scene, data, **more):
    return send(route, may, scene, data, about=_FILE, **more)


_WORKBOOK = {"reference": REF, "number": "{workbook}"}
_CELLS = {"sheet_name": "Staff", "cell": "2.2", **_GROUND}


def _on_cells(do, scene, may=MARKERS, **data):
    return send("file-redaction", may, scene, {"do": do, **data}, about=_WORKBOOK)


def _on_page(do, scene, may=MARKERS, **data):
    return _sent("file-redaction", may, scene, {"do": do, **data})


REDACTING = [
    get("request-redactions", scene=redactions.waiting, reference=REF),
    get("file-redaction", scene=redactions.marked, **_FILE),
    _on_page("begin", redactions.filed),
    _on_page("mark", redactions.begun_on, word="2", **_GROUND),
    _on_page("undo:{mark}", redactions.marked),
    _on_page("redo:{mark}", redactions.undone),
    _on_page("widen:{mark}", redactions.marked),
    _on_page("forward", redactions.marked),
    _on_page("back", redactions.waiting),
    _on_page("log", redactions.made, INTAKE),
    get("file-redaction", scene=places.marked, **_WORKBOOK),
    get("file-redaction-check", scene=places.waiting, **_WORKBOOK),
    _on_cells("begin", places.filed),
    _on_cells("mark", places.begun_on, **_CELLS),
    _on_cells("undo:{placed}", places.marked),
    _on_cells("redo:{placed}", places.undone),
    _on_cells("forward", places.marked),
    _on_cells("back", places.waiting),
    get("file-redaction-picture", scene=redactions.marked, **_FILE),
    get("file-redaction-log", scene=redactions.made, **_FILE),
    get("file-redaction-check", scene=redactions.waiting, **_FILE),
    _sent("file-redaction-check", RELEASERS, redactions.handed_on, {"do": "approve", "seen": "{marks}"}),
    _sent("file-redaction-check", RELEASERS, redactions.waiting, {"do": "return", **WHY}),
    get("file-redaction-everywhere", scene=redactions.filed, **_FILE),
    _sent("file-redaction-everywhere", READERS, redactions.filed, {"do": "count", **_SOUGHT},
          yes=200, keeps=True),
    _sent("file-redaction-everywhere", MARKERS, redactions.filed, {"do": "mark", **_SOUGHT}),
]  # fmt: skip
