"""How far imports are: a run whose files were read, and what was doubtful in them."""

import hashlib
from dataclasses import replace
from unittest import mock

from answerable.actions.imports import (
    How,
    Plan,
    place_passage,
    settle_doubt,
    start_table,
    stop_run,
    working,
)
from answerable.reading.documents import Place, Printed
from answerable.records.archive.models import Doubt, ImportRun
from tests.support.entries import OPA, make_entry, make_question
from tests.support.imports import AT, KEEPER, doubtful, doubtful_readings, filled, import_all
from tests.support.pdf_made import drawn_pdf

FILE = b"a file"
PASSAGE = "They are kept in the shed."
QUESTIONS = (
    make_question("1", answer="Seven."),
    make_question("2", "Where are they?", answer=None, outcomes=()),
)


def reading():
    """A reading of an entry with two questions, and a passage that no label connects."""
    entry = make_entry(questions=QUESTIONS, response=f"Seven.\n\n{PASSAGE}")
    remarks = (("sum", "The total of the table is 9, and its rows add up to 8"),)
    return doubtful(FILE, passage=PASSAGE, entries=(entry,), remarks=remarks)


def imported():
    """A run with one file that was read, of which a passage is doubtful and a remark was made."""
    with mock.patch.object(working, "readings_of", doubtful_readings({FILE: reading()})):
        return import_all([("log.docx", FILE)])


def waiting():
    """A run whose file nobody reads yet."""
    return filled([("log.txt", FILE)])


def stopped():
    """A run that was stopped."""
    run = waiting()
    stop_run(run, by=KEEPER, at=AT)
    return run


def refused():
    """A run whose file could not be read."""
    return import_all([("log.pdf", b"%PDF-1.4 cut off")])


def passage():
    """Return the number of the doubt about the passage."""
    return Doubt.objects.get(what=Doubt.What.UNASSIGNED).pk


def pictured():
    """The same, of a PDF whose page can be shown."""
    data = drawn_pdf("BT /plain 12 Tf 50 700 Td (Kept in the shed) Tj ET")
    place = Printed(response=(Place(1, (50, 130, 150, 145)),))
    found = replace(
        reading(), format="pdf", sha256=hashlib.sha256(data).hexdigest(), printed=(place,)
    )
    with mock.patch.object(working, "readings_of", doubtful_readings({data: found})):
        return import_all([("log.pdf", data)])


def settled():
    """A doubt that somebody settled."""
    imported()
    settle_doubt(passage(), how=How.NO_MATTER, note="", by=KEEPER, at=AT)


def placed():
    """A passage that somebody placed."""
    imported()
    place_passage(passage(), ["2"], note="", by=KEEPER, at=AT)


TABLE = (
    b"Case,What they wrote,What we wrote,Requester\n"
    b"7000001,How many bicycles do you have?,Seven.,Ann Example\n"
    b"7000002,How many tricycles do you have?,Two.,Bob Example\n"
)
COLUMNS = {
    "column_0": "ref", "column_1": "request", "column_2": "response", "column_3": "nobody",
}  # fmt: skip


def table():
    """A run of a table that waits to be told what its columns hold."""
    return start_table(body=OPA, file=("list.csv", TABLE), plan=Plan(), by=KEEPER, at=AT)


def run():
    """Return the number of the last run."""
    return ImportRun.objects.latest("pk").pk
