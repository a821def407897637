"""Files of requests, inspected as a worker does; and workbooks that hide something, or nothing."""

from io import BytesIO

from openpyxl import Workbook

from answerable.actions.casework.releasing.inspecting import inspect_waiting
from answerable.inspecting import Inspection, Verdict, inspection_as_json
from answerable.inspecting.version import rules_version
from answerable.records.casework.models import CaseFile, FileInspection
from tests.support.casework import AT

HONEST = b"year,bicycles\n2023,12\n2024,14\n"
"""A table in which nothing is hidden, and nobody named."""


def inspect(*, at=AT):
    """Inspect what waits, and return what that came to."""
    return inspect_waiting(clock=lambda: at)


def workbook(*, hidden="", rows=3):
    """Return a workbook of a visible sheet, and of a hidden one that holds some words in each of its rows."""
    made = Workbook()
    made.active.title = "Bicycles"
    for number in range(3):
        made.active.append([2023 + number, 12 + number])
    if hidden:
        sheet = made.create_sheet("Raw")
        sheet.sheet_state = "hidden"
        for _ in range(rows):
            sheet.append([hidden])
    data = BytesIO()
    made.save(data)
    return data.getvalue()


def the_file(name=None):
    """Return the only file of a request, or the one of a name."""
    found = CaseFile.objects.filter(name=name) if name else CaseFile.objects.all()
    return found.get()


def cleared(file, *, verdict=Verdict.CLEAR, findings=(), sheets=(), reason="", personal=None):
    """Write down what an inspection of a file came to, without one: nothing, if it is not said."""
    kind = "pdf" if file.name.endswith(".pdf") else "csv"
    found = Inspection(file.name, file.sha256, kind, verdict, findings, sheets, reason, personal)
    row, _ = FileInspection.objects.get_or_create(
        request=file.request,
        sha256=file.sha256,
        name=file.name,
        rules=rules_version(),
        defaults={"asked_at": AT},
    )
    row.done_at, row.verdict, row.report = AT, verdict.value, inspection_as_json(found)
    row.save()
    return row
