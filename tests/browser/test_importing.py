"""A manager imports files and settles what is doubtful by keyboard, and a newer reader leaves it alone."""

import pytest
from django.utils import timezone

from answerable.actions.imports import read_again
from answerable.jobs.imports import read_imports
from answerable.records.archive.models import Doubt, Entry
from tests.browser.conftest import violations
from tests.support.accounts import let_in
from tests.support.casework import MANAGER
from tests.support.import_scenes import TABLE
from tests.support.imports import import_all, log
from tests.support.pdf_made import at, drawn_pdf

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
PASSAGE = "The helmets came from a shop abroad."
LINES = (
    "Ref",
    "8000001",
    "Back to top",
    "Unicycles",
    "Request",
    "1. How many unicycles do you own?",
    "2. Who mends the pumps?",
    "3. Which shop sold the helmets?",
    "4. When were the locks bought?",
    "Response",
    PASSAGE,
    "1. We own seven.",
    "2. Nobody does.",
)
"""Nothing but its words says that the passage belongs to the third question."""


def printed():
    """The log with its one entry as a PDF without tags."""
    return drawn_pdf("".join(at(60, 780 - 26 * row, one) for row, one in enumerate(LINES)))


def test_files_are_imported_and_a_passage_is_placed_by_keyboard_alone(
    settings, at_desk, visitor, monkeypatch
):
    settings.ANSWERABLE_SECOND_FACTOR = "optional"
    settings.ANSWERABLE_BODY = "OPA"
    let_in(MANAGER)
    with at_desk(MANAGER) as page:
        import_files(page)
        read_imports()
        number = open_the_doubt(page)
        place_by_keyboard(page, "3 Which shop sold the helmets?")
        is_settled(page, number)
    assert answer_on(visitor) == PASSAGE

    grow_newer(monkeypatch)
    read_imports()

    assert answer_on(visitor) == PASSAGE
    assert not Doubt.objects.open().filter(what="unassigned").exists()
    assert visitor.complaints == []


def test_columns_of_a_table_are_told_on_a_page_that_fits_a_small_screen(settings, at_desk):
    settings.ANSWERABLE_SECOND_FACTOR = "optional"
    settings.ANSWERABLE_BODY = "OPA"
    let_in(MANAGER)
    with at_desk(MANAGER) as page:
        page.goto("/imports/new/")
        page.get_by_label("Files", exact=True).set_input_files(
            [{"name": "list.csv", "mimeType": "text/csv", "buffer": TABLE}]
        )
        page.get_by_label("Let me say which columns hold what").check()
        page.get_by_role("button", name="Import them").click()
        page.get_by_label("What they wrote").select_option(label="What was asked")
        page.get_by_label("What we wrote").select_option(label="What was answered")
        looked_at(page)
        page.get_by_role("button", name="Read it by these columns").click()
        page.get_by_text("The table is read by these columns").wait_for()
    read_imports()
    assert Entry.objects.get(key="7000002").content["response"] == "Two."


def test_an_entry_is_found_by_its_reference_and_seen_beside_its_printed_page(settings, at_desk):
    settings.ANSWERABLE_SECOND_FACTOR = "optional"
    settings.ANSWERABLE_BODY = "OPA"
    let_in(MANAGER)
    import_all([("unicycles.pdf", printed())])
    with at_desk(MANAGER) as page:
        page.goto("/imports/")
        page.get_by_label("See an entry as it was printed").fill("8000001")
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="As printed: Unicycles").wait_for()
        pictures = page.get_by_role("img", name="Page 1 of the file, with the passage marked")
        pictures.first.scroll_into_view_if_needed()
        assert pictures.first.evaluate("one => one.decode().then(() => one.naturalWidth)") > 0
        looked_at(page)
        press_until(page, "document.activeElement.querySelector('img') !== null")
        with page.expect_navigation(url="**/page.png?**"):
            page.keyboard.press("Enter")


def import_files(page):
    page.goto("/imports/")
    looked_at(page)
    page.get_by_role("button", name="Import files").click()
    looked_at(page)
    page.get_by_role("button", name="Import them").click()
    page.get_by_role("link", name="Choose the files to import").wait_for()
    looked_at(page)
    page.get_by_label("Files", exact=True).set_input_files(
        [
            {"name": "unicycles.pdf", "mimeType": "application/pdf", "buffer": printed()},
            {"name": "tandems.txt", "mimeType": "text/plain", "buffer": log("8000002")},
            {"name": "damaged.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 cut"},
        ]
    )
    page.get_by_label("One month for all of them").check()
    page.get_by_label("That month").fill("2026-01")
    page.get_by_role("button", name="Import them").click()
    page.get_by_text("0 of 3 files").wait_for()
    looked_at(page)


def open_the_doubt(page):
    # The page looks by itself.
    page.get_by_text("3 of 3 files").first.wait_for()
    page.get_by_role("heading", name="What is doubtful in them").wait_for()
    assert page.get_by_text("tandems.txt: 1 new").is_visible()
    assert page.get_by_text("Refused", exact=True).is_visible()
    looked_at(page)
    page.get_by_role("link", name="Imports", exact=True).first.click()
    page.get_by_role("link", name="What is doubtful").click()
    looked_at(page)
    page.get_by_role("row").get_by_role("link", name="Which question does this answer?").click()
    page.get_by_role("img", name="Page 1 of unicycles.pdf").wait_for()
    looked_at(page)
    return Doubt.objects.get(what="unassigned").pk


def place_by_keyboard(page, question):
    press_until(page, f"document.activeElement.labels?.[0]?.innerText.trim() === {question!r}")
    page.keyboard.press("Space")
    press_until(page, "document.activeElement.innerText === 'Place it'")
    page.keyboard.press("Enter")
    page.get_by_text("Placed: the answer stands with its question").wait_for()
    looked_at(page)


def press_until(page, there):
    """Go on with Tab until what has the focus is what it should be."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(there):
            return
    raise AssertionError(page.evaluate("document.body.innerText"))


def is_settled(page, number):
    page.goto(f"/doubts/{number}/")
    page.get_by_role("button", name="Take the passage back").wait_for()
    looked_at(page)


def answer_on(page):
    """Return the answer to the third question, as everybody sees it."""
    page.goto("/log/8000001")
    assert page.get_by_text(PASSAGE).count()
    return Entry.objects.get(key="8000001").content["questions"][2]["answer"]


def grow_newer(monkeypatch):
    for module in ("imports.keeping", "imports.again", "imports.claims", "archive.documents"):
        monkeypatch.setattr(f"answerable.actions.{module}.READER_VERSION", "99")
    assert len(read_again(body_code=None, by=MANAGER, at=timezone.now())) == 1


def looked_at(page):
    """Let axe look at a page, and see that it fits a small screen."""
    page.set_viewport_size({"width": 320, "height": 800})
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.set_viewport_size({"width": 1200, "height": 900})
