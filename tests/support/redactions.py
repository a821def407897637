"""Files that are redacted, how far a redaction is, and an engine that paints white instead of proving anything."""

import io

import pikepdf

from answerable.actions.casework import AttachedFile, attach_file
from answerable.actions.casework.redacting.applying import Engines, apply_approved
from answerable.actions.casework.redacting.beginning import begin_redaction
from answerable.actions.casework.redacting.marking import Ground, Picked, mark_words, undo_mark
from answerable.actions.casework.redacting.settling import (
    approve_redaction,
    put_redaction_forward,
)
from answerable.domain.roles.people import MACHINE
from answerable.inspecting.labelling import redact_rebuilt
from answerable.inspecting.redacting import Proof, Redacted
from answerable.queries.casework.redacting.seen import redaction_seen
from answerable.records.casework.models import CaseFile, Redaction
from tests.support.casework import CHECKER, OFFICER, REF, begun, doing_by, somebody
from tests.support.pdf_made import at, bytes_of, drawn_pdf

NAME = "Quillfeather"
GROUND = Ground("40(2)", "Name of a junior member of staff")
PAGES = (
    ("Dear Ms Quillfeather, ring the desk.", "Nothing else stands here."),
    ("Seen by A. Quillfeather and by Brownlow.", "It was filed."),
)
ONCE_MORE = ("The minutes name quillfeather twice: Quill-", "feather is the second.")


def page(*lines):
    """Return the drawing of a page of lines."""
    return "".join(at(60, 780 - 18 * row, one) for row, one in enumerate(lines))


def letter():
    """Return a PDF of two pages that name somebody on each."""
    return drawn_pdf(*(page(*lines) for lines in PAGES))


def attached(name="letter.pdf", data=None, *, label="1"):
    """Attach a file to the request, and return it."""
    given = AttachedFile(name, "application/pdf", letter() if data is None else data)
    attach_file(REF, label, given, doing=doing_by(OFFICER))
    return CaseFile.objects.get(name=name)


def filed():
    """A PDF is attached to a request that an officer works on."""
    begun()
    attached()


def begun_on():
    """An officer began to redact it."""
    filed()
    begin_redaction(REF, file().pk, doing=doing_by(OFFICER))


def marked():
    """The name on its first page is marked."""
    begun_on()
    mark_words(REF, file().pk, Picked(1, [2]), GROUND, doing=doing_by(OFFICER))


def undone():
    """That mark was undone."""
    marked()
    undo_mark(REF, file().pk, mark(), doing=doing_by(OFFICER))


def handed_on():
    """Somebody who is nobody of the tests marked it, and it waits for a second person."""
    begun_on()
    other = somebody("Otto", "officer")
    mark_words(REF, file().pk, Picked(1, [2]), GROUND, doing=doing_by(other))
    put_redaction_forward(REF, file().pk, doing=doing_by(other))
    Redaction.objects.update(hands=[other.key])


def waiting():
    """It waits for a second person."""
    marked()
    put_redaction_forward(REF, file().pk, doing=doing_by(OFFICER))


def approved():
    """A checker approved it."""
    waiting()
    approve(CHECKER)


def made():
    """The redacted file is there."""
    approved()
    apply_with(painted)


def approve(actor, number=None):
    """Approve the marks of the file as they are."""
    number = number or file().pk
    seen = redaction_seen(number).digest
    approve_redaction(REF, number, seen=seen, doing=doing_by(actor))


def apply_with(engine):
    """Run the job once with an engine for pages, and return how many redactions were settled."""
    engines = Engines(engine, redact_rebuilt)
    return apply_approved(engines, doing=doing_by(MACHINE), goes_on=lambda: True)


def file(name="letter.pdf"):
    """Return a file of the request."""
    return CaseFile.objects.get(name=name)


def digest():
    """Return what tells the marks of the file from others."""
    return redaction_seen(file().pk).digest


def mark():
    """Return the number of the first mark, for an address of a button."""
    return file().redactions.get().marks.order_by("pk").first().pk


def painted(data, marks, *, name, known=()):
    """Return a PDF with its marked pages emptied: what the real engine does is tested with that engine."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number in {one.page for one in marks}:
            pdf.pages[number - 1].Contents = pdf.make_stream(b"")
        return Redacted(bytes_of(pdf), (Proof("a double", 0),), (), 0, 10)


def mark_and_finish(number):
    """Bring a redaction that was begun to its end with one mark."""
    mark_words(REF, number, Picked(1, [0]), GROUND, doing=doing_by(OFFICER))
    put_redaction_forward(REF, number, doing=doing_by(OFFICER))
    approve(CHECKER, number)
    apply_with(painted)
