"""`answerable reinspect`: everything that ever left, by the rules of now."""

import pytest

from answerable.cli import main
from answerable.inspecting import Verdict
from answerable.inspecting.compared.apart import Compared
from answerable.records.casework.models import FileInspection, Incident, Letter
from tests.support import outbox
from tests.support.casework import AT
from tests.support.inspecting import HONEST, cleared, the_file, workbook
from tests.support.releasing import CHECK

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _open(monkeypatch):
    monkeypatch.setattr("answerable.cli.reinspect.open_site", lambda: None)


def sent(*files):
    outbox.leaving_letter(files=[(name, "text/csv", data) for name, data in files])
    Letter.objects.update(state="sent", sent_at=AT, sent_on=AT.date())


def test_where_nothing_left_there_is_nothing_to_do(capsys):
    assert main(["reinspect"]) == 0

    assert capsys.readouterr().out == "0 inspected, 0 incidents opened\n"


@pytest.mark.slow
def test_what_left_and_hides_something_is_named_and_opens_an_incident(capsys, settings):
    # Whether a machine has LibreOffice changes nothing of what is told here.
    settings.ANSWERABLE_COMPARE = Compared.NEVER
    sent(("figures.csv", HONEST), ("staff.xlsx", workbook(hidden="Quillfeather")))
    FileInspection.objects.update(rules="0-earlier")

    assert main(["reinspect"]) == 1

    said = capsys.readouterr()
    assert said.out.splitlines() == [
        "2 inspected, 1 incidents opened",
        "staff.xlsx (2025-0001, letter 1): cannot be released",
        "1 clear",
        "1 cannot be released",
    ]
    assert said.err.splitlines() == [
        "2 files to inspect",
        f"Incident {Incident.objects.get().pk} is open",
    ]


@pytest.mark.slow
def test_everything_is_inspected_once_more_if_that_is_asked(capsys):
    sent(("figures.csv", HONEST))
    assert main(["reinspect"]) == 0
    assert capsys.readouterr().out.startswith("0 inspected")

    assert main(["reinspect", "--all"]) == 0

    assert capsys.readouterr().out.startswith("1 inspected")


def test_what_left_and_has_to_be_decided_is_no_incident_and_is_said(capsys):
    sent(("figures.csv", HONEST))
    cleared(the_file(), verdict=Verdict.FINDINGS, findings=(CHECK,))

    assert main(["reinspect"]) == 1

    assert "figures.csv (2025-0001, letter 1): must be decided" in capsys.readouterr().out
