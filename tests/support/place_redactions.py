"""A workbook and a document that are redacted by their cells, paragraphs and words, and how far that is."""

from answerable.actions.casework.redacting.applying import Engines, apply_approved
from answerable.actions.casework.redacting.beginning import begin_redaction
from answerable.actions.casework.redacting.marking import undo_mark
from answerable.actions.casework.redacting.placing import (
    PickedCells,
    PickedWord,
    mark_cells,
    mark_paragraphs,
)
from answerable.actions.casework.redacting.settling import put_redaction_forward
from answerable.domain.roles.people import MACHINE
from answerable.inspecting.labelling import redact_rebuilt
from answerable.inspecting.redacting import redact_pdf
from tests.support.casework import CHECKER, OFFICER, REF, begun, doing_by
from tests.support.labelled import excel_file, word_file
from tests.support.redactions import GROUND, approve, attached, file

NAME = "Quillfeather"
LABEL = "[withheld: s.40(2)]"
WORKBOOK, DOCUMENT = "staff.xlsx", "note.docx"
ROWS = [
    ["Team", "Name", "Days"],
    ["Bridges", "Ann Quillfeather", 3],
    ["Roads", "Ola Brownlow", 4],
    ["Total", "", 7],
]
NOTES = [["Asked of A. Quillfeather, and filed"]]
PARAGRAPHS = (
    ["Dear Ann Quillfeather, ring the desk."],
    ["Nothing else stands here."],
    ["Seen by Ola Brownlow on Monday."],
)


def staff(**more):
    """Return a workbook of two sheets that name people."""
    return excel_file({"Staff": ROWS, "Notes": NOTES}, **more)


def note():
    """Return a document of three paragraphs that names people."""
    return word_file(*PARAGRAPHS)


def filed(name=WORKBOOK, data=None):
    """A workbook, or another file, is attached to a request that an officer works on."""
    begun()
    attached(name, data or (staff() if name == WORKBOOK else note()))


def begun_on(name=WORKBOOK, data=None):
    """An officer began to redact it."""
    filed(name, data)
    begin_redaction(REF, file(name).pk, doing=doing_by(OFFICER))


def mark(ground=GROUND, *, by=OFFICER, sheet="Staff", **picked):
    """Mark cells of the workbook."""
    return mark_cells(
        REF, file(WORKBOOK).pk, PickedCells(sheet, **picked), ground, doing=doing_by(by)
    )


def mark_in_note(*words, paragraphs=(), ground=GROUND):
    """Mark words of the document, each as paragraph, place, first and last letter, and whole paragraphs."""
    picked = [PickedWord(*one) for one in words]
    return mark_paragraphs(
        REF, file(DOCUMENT).pk, paragraphs, picked, ground, doing=doing_by(OFFICER)
    )


def marked():
    """The names of its first sheet are marked."""
    begun_on()
    mark(columns=[2], first_row=2)


def undone():
    """That mark was undone."""
    marked()
    undo_mark(REF, file(WORKBOOK).pk, mark_number(), doing=doing_by(OFFICER))


def waiting():
    """It waits for a second person."""
    marked()
    put_redaction_forward(REF, file(WORKBOOK).pk, doing=doing_by(OFFICER))


def finish(name=WORKBOOK):
    """Put it forward, have it approved, and make it with the real engines; return how many were settled."""
    put_redaction_forward(REF, file(name).pk, doing=doing_by(OFFICER))
    approve(CHECKER, file(name).pk)
    return make()


def make(places=redact_rebuilt):
    """Run the job once, and return how many redactions were settled."""
    engines = Engines(redact_pdf, places)
    return apply_approved(engines, doing=doing_by(MACHINE), goes_on=lambda: True)


def mark_number(name=WORKBOOK):
    """Return the number of the first mark, for an address of a button."""
    return file(name).redactions.get().marks.order_by("pk").first().pk
