"""Files that hide something or name somebody go through the office; what the requester receives is searched."""

import io

import openpyxl
import pypdfium2
import pytest
from pdfminer.high_level import extract_text

from answerable.inspecting import Severity, inspect_bytes
from answerable.inspecting.sweeping import traces
from tests.browser.desks import received, run_jobs
from tests.browser.test_redacting import looked_at
from tests.browser.test_whole_way import check_and_clear, make_request, send, take_on
from tests.functional.casework.conftest import office  # noqa: F401 a fixture
from tests.support.accounts import let_in
from tests.support.casework import CHECKER, INTAKE, MANAGER, OFFICER
from tests.support.inspecting import workbook
from tests.support.labelled import cells_of, excel_file, word_file
from tests.support.mail_server import mail_server
from tests.support.place_redactions import DOCUMENT, LABEL, WORKBOOK
from tests.support.redactions import GROUND, NAME, letter

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
HIDDEN = "Osgood Thistledown"


@pytest.fixture(autouse=True)
def _people(settings, site, office):  # noqa: F811 the fixture above
    settings.ANSWERABLE_SECOND_FACTOR = "optional"
    for one in (INTAKE, OFFICER, CHECKER, MANAGER):
        let_in(one)


def test_what_was_hidden_or_redacted_is_nowhere_in_the_files_that_are_received(
    at_desk, visitor, settings
):
    with mail_server() as post:
        post.serve(settings, sender="Requests <foi@body.example>")
        reference = make_request(visitor)
        run_jobs()
        take_on(at_desk, reference)
        with at_desk(OFFICER) as page:
            files = {"figures.xlsx": workbook(hidden=HIDDEN), "letter.pdf": letter()}
            accept_and_attach(page, reference, files)
            run_jobs()
            rebuild(page, reference)
            redact(page, reference)
        with at_desk(CHECKER) as page:
            approve(page, reference)
        # The redacted file is made, and then inspected.
        run_jobs()
        run_jobs()
        with at_desk(OFFICER) as page:
            decide_what_is_asked(page, reference)
            disclose(page, reference)
        check_and_clear(at_desk, reference)
        send(at_desk, reference)
        run_jobs()
        run_jobs()

    files = received_files(post)
    assert sorted(files) == ["figures (safe copy).xlsx", "figures.csv", "letter (redacted).pdf"]
    is_only_what_was_visible(files["figures (safe copy).xlsx"])
    is_without_the_name(files["letter (redacted).pdf"])
    for name, data in files.items():
        assert traces(data, [HIDDEN, "Thistledown", NAME]) == ()
        assert not inspect_bytes(data, name=name).count(Severity.STOP)


def test_words_that_were_redacted_are_nowhere_in_the_workbook_and_document_that_are_received(
    at_desk, visitor, settings
):
    with mail_server() as post:
        post.serve(settings, sender="Requests <foi@body.example>")
        reference = make_request(visitor)
        run_jobs()
        take_on(at_desk, reference)
        with at_desk(OFFICER) as page:
            accept_and_attach(page, reference, {WORKBOOK: named_table(), DOCUMENT: named_note()})
            run_jobs()
            redact_both(page, reference)
        with at_desk(CHECKER) as page:
            for name in (WORKBOOK, DOCUMENT):
                approve(page, reference, name, part="part by part")
        # The redacted files are made, and then inspected.
        run_jobs()
        run_jobs()
        with at_desk(OFFICER) as page:
            disclose(page, reference)
        check_and_clear(at_desk, reference)
        send(at_desk, reference)
        run_jobs()
        run_jobs()

    files = received_files(post)
    assert sorted(files) == [
        "note (redacted).html",
        "note (redacted).pdf",
        "staff (redacted) - Notes.csv",
        "staff (redacted) - Teams.csv",
        "staff (redacted).xlsx",
    ]
    assert cells_of(files["staff (redacted).xlsx"])["Notes"] == [[f"Asked of {LABEL}, and filed"]]
    text = extract_text(io.BytesIO(files["note (redacted).pdf"]))
    assert f"Asked of {LABEL}: nothing was filed." in " ".join(text.split())
    for name, data in files.items():
        assert traces(data, [NAME]) == ()
        assert not inspect_bytes(data, name=name).count(Severity.STOP)


def named_table():
    rows = [["Team", "Asked", "Days"], ["Bridges", NAME, 3], ["Roads", "Nobody", 4]]
    return excel_file({"Teams": rows, "Notes": [[f"Asked of {NAME}, and filed"]]})


def named_note():
    return word_file([f"Asked of {NAME}: nothing was filed."], ["Nothing else stands here."])


def redact_both(page, reference):
    """A name is marked wherever it stands in a workbook and in a document, and both are put forward."""
    for name in (WORKBOOK, DOCUMENT):
        page.goto(f"/requests/{reference}/files/")
        page.get_by_role("link", name=f"Redact {name}").click()
        page.get_by_role("heading", name=name, level=1).wait_for()
        page.get_by_role("button", name="Begin to redact it").click()
        page.get_by_text("Begun: mark what is to go").wait_for()
    mark_everywhere(page, "3 places in 2 files")
    for name in (WORKBOOK, DOCUMENT):
        page.goto(f"/requests/{reference}/files/")
        page.get_by_role("link", name=f"Redact {name}").click()
        page.get_by_role("heading", name=name, level=1).wait_for()
        page.get_by_role("button", name="Put it forward to a second person").click()
        page.get_by_text("Put forward: somebody who marked nothing").wait_for()


def accept_and_attach(page, reference, files):
    page.get_by_role("link", name="How many bicycles").first.click()
    page.get_by_role("link", name="Accept it").click()
    page.get_by_role("button", name="Accept it").click()
    for name, data in files.items():
        page.goto(f"/requests/{reference}/files/")
        page.get_by_label("File", exact=True).set_input_files(
            {"name": name, "mimeType": "application/octet-stream", "buffer": data}
        )
        page.get_by_role("button", name="Attach it").click()
        page.get_by_role("heading", name=name).wait_for()


def rebuild(page, reference):
    """The workbook is stopped for its hidden sheet, and a safe copy of it is made."""
    page.goto(f"/requests/{reference}/files/")
    page.get_by_role("link", name="figures.xlsx", exact=True).click()
    page.get_by_role("row", name="Raw hidden").wait_for()
    looked_at(page)
    page.get_by_role("button", name="Make a safe copy").click()
    run_jobs()
    page.goto(f"/requests/{reference}/files/")
    page.get_by_role("link", name="figures (safe copy).xlsx", exact=True).click()
    page.get_by_text("1 hidden sheet 'Raw' with 3 rows was left out.").wait_for()
    looked_at(page)


def redact(page, reference):
    """The name is marked wherever it stands, and put forward."""
    page.goto(f"/requests/{reference}/files/")
    page.get_by_role("link", name="Redact letter.pdf").click()
    page.get_by_role("button", name="Begin to redact it").click()
    mark_everywhere(page, "2 places in 1 file")
    page.get_by_role("button", name="Put it forward to a second person").click()
    page.get_by_text("Put forward: somebody who marked nothing").wait_for()


def mark_everywhere(page, found):
    page.get_by_role("link", name="Mark words wherever they stand").click()
    page.get_by_label("Words that are to go").fill(NAME)
    page.get_by_label("Exemption, to its limb").fill(GROUND.limb)
    page.get_by_label("Why it is to go").fill(GROUND.reason)
    page.get_by_role("button", name="Count them first").click()
    page.get_by_role("heading", name=f"Found: {found}").wait_for()
    page.get_by_role("button", name="Mark all of them").click()
    page.get_by_text(f"Marked: {found}").wait_for()


def approve(page, reference, name="letter.pdf", *, part="page by page"):
    page.goto(f"/requests/{reference}/redactions/")
    page.get_by_role("link", name=name).click()
    page.get_by_role("button", name=f"Look at it {part}").click()
    if name == "letter.pdf":
        page.get_by_role("link", name="Next page with marks").click()
    page.get_by_role("button", name="Approve it, and make the redacted file").click()
    page.get_by_text("Approved: the redacted file is made next").wait_for()


def decide_what_is_asked(page, reference):
    """The PDF of the test was drawn by no known program: its inspection asks about a name in it, and the officer answers."""
    page.goto(f"/requests/{reference}/files/")
    page.get_by_role("link", name="letter (redacted).pdf", exact=True).click()
    page.get_by_label("Why", exact=True).fill("Its names were given by hand")
    page.get_by_role("button", name="All that I must decide may stay").click()
    page.get_by_text("Recorded: ").wait_for()


def disclose(page, reference):
    for part in ("1", "2"):
        page.goto(f"/requests/{reference}/questions/{part}/")
        page.get_by_label("Disclosed", exact=True).check()
        page.get_by_label("The answer", exact=True).fill("It is in the files.")
        page.get_by_role("button", name="Save and put forward").click()
        page.get_by_text("Put forward for checking").wait_for()


def received_files(post):
    """Return the files of the last mail by their names, but for the letter itself."""
    parts = [*received(post)[-1].iter_attachments()]
    return {one.get_filename(): one.get_payload(decode=True) for one in parts[1:]}


def is_only_what_was_visible(data):
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert {sheet.title: list(sheet.values) for sheet in book.worksheets} == {
        "Bicycles": [(2023, 12), (2024, 13), (2025, 14)]
    }


def is_without_the_name(data):
    texts = [extract_text(io.BytesIO(data))]
    with pypdfium2.PdfDocument(data) as pdf:
        for one in pdf:
            words = one.get_textpage()
            texts.append(words.get_text_range())
            words.close()
            one.close()
    assert "Nothing else stands here." in texts[0]
    assert not [one for one in texts if NAME.lower() in one.lower()]
