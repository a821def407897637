"""A workbook and a document are redacted by one person and checked by another, by keyboard and without scripts."""

import hashlib
import os
from pathlib import Path

import pytest

from answerable.inspecting.sweeping import traces
from answerable.jobs.redacting import redact_files
from answerable.records.casework.models import CaseFile, Redaction, RedactionMark
from tests.browser.test_redacting import looked_at, press_until
from tests.support import place_redactions as places
from tests.support.accounts import let_in
from tests.support.casework import CHECKER, OFFICER, REF
from tests.support.labelled import cells_of
from tests.support.place_redactions import DOCUMENT, LABEL, NAME, WORKBOOK
from tests.support.redactions import GROUND, file

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture(autouse=True)
def _office(settings):
    settings.ANSWERABLE_SECOND_FACTOR = "optional"
    let_in(OFFICER)
    let_in(CHECKER)


def address(part="", name=WORKBOOK):
    return f"/requests/{REF}/files/{file(name).pk}/redact/{part}"


def test_a_workbook_is_marked_by_one_person_checked_by_another_and_holds_the_names_nowhere(at_desk):
    places.filed()
    before = file(WORKBOOK).sha256
    with at_desk(OFFICER) as page:
        page.goto(f"/requests/{REF}/files/")
        page.get_by_role("link", name="Redact staff.xlsx").click()
        page.get_by_role("heading", name="Redact staff.xlsx", level=1).wait_for()
        looked_at(page)
        page.get_by_role("button", name="Begin to redact it").click()
        page.get_by_text("Begun: mark what is to go").wait_for()
        mark_a_column_by_keyboard(page)
        mark_words_of_a_cell(page)
        page.get_by_role("button", name="Put it forward to a second person").click()
        page.get_by_text("Put forward: somebody who marked nothing").wait_for()
        looked_at(page)
    sheets = cells_of(approved_and_fetched(at_desk))
    assert [row[1] for row in sheets["Staff"]] == ["Name", LABEL, LABEL, LABEL]
    assert sheets["Notes"] == [[f"Asked of A. {LABEL}, and filed"]]
    made = CaseFile.objects.exclude(name=WORKBOOK)
    assert made.count() == 3
    for one in made:
        assert traces(bytes(one.data), [NAME, "Ola Brownlow"]) == ()
    assert file(WORKBOOK).release == "kept back"
    assert hashlib.sha256(bytes(file(WORKBOOK).data)).hexdigest() == before


def approved_and_fetched(at_desk):
    """Let a second person approve it, and return the workbook that is made."""
    with at_desk(CHECKER) as page:
        page.goto(f"/requests/{REF}/redactions/")
        page.get_by_role("link", name=WORKBOOK).click()
        page.get_by_role("button", name="Look at it part by part").click()
        page.get_by_text("Ann Quillfeather").wait_for()
        looked_at(page)
        page.get_by_role("button", name="Approve it, and make the redacted file").click()
        page.get_by_text("Approved: the redacted file is made next").wait_for()
        looked_at(page)
        assert redact_files() == "1 redactions settled"
        # The page looks by itself.
        link = page.get_by_role("link", name="staff (redacted).xlsx")
        link.wait_for()
        looked_at(page)
        with page.expect_download() as saved:
            link.click()
        return saved.value.path().read_bytes()


def mark_a_column_by_keyboard(page):
    """Tick a whole column, type why, and mark it, without a pointer."""
    press_until(page, "document.activeElement.name === 'column'")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    press_until(page, "document.activeElement.name === 'limb'")
    page.keyboard.type(GROUND.limb)
    page.keyboard.press("Tab")
    page.keyboard.type(GROUND.reason)
    press_until(page, "document.activeElement.innerText === 'Mark it'")
    page.keyboard.press("Enter")
    page.get_by_text("1 mark made").wait_for()
    looked_at(page)
    assert RedactionMark.objects.get().cells == "B2:B"
    pictured(page, "workbook")


def mark_words_of_a_cell(page):
    page.get_by_role("link", name="Notes", exact=True).click()
    page.get_by_label("A1 Asked of A. Quillfeather").check()
    page.get_by_label("Only these words of the cells").fill(NAME)
    page.get_by_role("button", name="Mark it").click()
    page.get_by_text(f"Asked of A. {LABEL}, and filed").wait_for()


def test_a_document_is_marked_without_scripts(at_desk):
    places.begun_on(DOCUMENT)
    with at_desk(OFFICER, scripts=False) as page:
        page.goto(address(name=DOCUMENT))
        page.get_by_label("Quillfeather,").check()
        page.get_by_label("Whole paragraph 3").check()
        page.get_by_label("Exemption, to its limb").fill(GROUND.limb)
        page.get_by_label("Why it is to go").fill(GROUND.reason)
        page.get_by_role("button", name="Mark it").click()
        page.get_by_text("2 marks made").wait_for()
        pictured(page, "document")
        page.get_by_role("button", name="Undo mark 2").click()
        page.get_by_text("Undone: it stays in the list below").wait_for()
        page.get_by_text("1 undone").click()
        page.get_by_role("button", name="Mark it again").click()
        page.get_by_text("Marked again").wait_for()
        page.get_by_role("button", name="Put it forward").click()
        page.get_by_text("Put forward: somebody").wait_for()
    with at_desk(CHECKER) as page:
        page.goto(address("check/", DOCUMENT))
        looked_at(page)
        pictured(page, "check")
        page.get_by_role("button", name="Approve it").click()
        page.get_by_text("Approved: the redacted file is made next").wait_for()
    assert redact_files() == "1 redactions settled"
    assert Redaction.objects.get().state == "done"
    for name in ("note (redacted).pdf", "note (redacted).html"):
        assert traces(bytes(file(name).data), [NAME, "Ola Brownlow"]) == ()


def pictured(page, name):
    """Save a picture of a page where somebody asks for pictures."""
    folder = os.environ.get("ANSWERABLE_TEST_PICTURES")
    if folder:
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)
