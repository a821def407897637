"""What becomes of an answer in the log: written, validated, published, found, corrected, withdrawn."""

import io
import re

import pikepdf

from tests.browser.answering import FINDABLE, NAMED
from tests.support.casework import CHECKER, MANAGER, OFFICER
from tests.support.pdf_text import words as words_of_pdf

NOTE = "The number of wheels was wrong"
REMOVED = "It told burglars too much"


def write_entry(at_desk, reference):
    with at_desk(OFFICER) as page:
        page.goto("/log-entries/")
        page.look()
        page.goto(f"/requests/{reference}/entry/")
        # It was written of the first answers: one of them is another by now.
        page.get_by_text("A question was answered after this was written").wait_for()
        page.get_by_role("button", name="Make it anew").click()
        page.get_by_text("Made of the answers anew").wait_for()
        assert page.get_by_label("Month of the log").input_value() == "2025-11"
        page.look()
        page.get_by_label("Title").fill("Penny-farthings")
        page.get_by_label("Take them out").first.check()
        page.get_by_role("button", name="Save it").click()
        page.get_by_text("Saved").first.wait_for()
        assert NAMED not in page.locator("#as-it-stands").text_content()


def validate_and_publish(at_desk, reference):
    with at_desk(CHECKER) as page:
        page.goto(f"/requests/{reference}/entry/validation/")
        page.look()
        page.get_by_role("button", name="Validate it").click()
        page.get_by_text("Validated", exact=True).first.wait_for()
    with at_desk(MANAGER) as page:
        page.goto("/log-entries/2025-11/")
        page.look()
        page.goto(f"/requests/{reference}/entry/validation/")
        page.get_by_role("button", name="Publish it").click()
        page.get_by_text("It is published with the next run").wait_for()


def is_in_the_log(page, reference):
    page.goto("/search")
    page.get_by_label("Words, a “phrase”").fill(FINDABLE)
    page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_role("link", name="Penny-farthings").first.click()
    page.look()
    shown = page.content()
    assert NAMED not in shown
    assert "Ann Example" not in shown
    page.goto(f"/search/alert?q={FINDABLE}")
    page.look()
    page.goto("/log/2025-11")
    page.get_by_text("Requests answered in this month").wait_for()
    page.look()
    for address in lists():
        status, words = fetched(page, address)
        assert (status, f"/log/{reference}" in words) == (200, True), address
    status, words = fetched(page, f"/log/{reference}.pdf")
    assert (status, FINDABLE in words, NAMED in words) == (200, True, False)


def lists():
    """Return where an entry of November is listed."""
    month = [f"/log/2025-11.{form}" for form in ("html", "csv", "json", "atom", "pdf")]
    return [
        "/log/2025-11", *month, "/log.csv", "/log.atom", f"/search.csv?q={FINDABLE}",
        f"/search.atom?q={FINDABLE}", "/sitemap-1.xml",
    ]  # fmt: skip


def fetched(page, address):
    """Return the status and the words of an address."""
    response = page.request.get(address)
    body = response.body()
    if not body.startswith(b"%PDF"):
        return response.status, body.decode()
    with pikepdf.open(io.BytesIO(body)) as document:
        return response.status, words_of_pdf(document)


def correct_it(at_desk, reference):
    with at_desk(OFFICER) as page:
        page.goto(f"/requests/{reference}/entry/correction/")
        page.look()
        page.get_by_label("The answer to question 1").fill("We bought eight in 2024.")
        page.get_by_label("What the log says of the correction").fill(NOTE)
        page.get_by_role("button", name="Correct it").click()
        page.get_by_text("Corrected: the log says so").wait_for()
        page.look()


def is_corrected(page, reference):
    page.goto(f"/log/{reference}")
    page.get_by_text(NOTE).first.wait_for()
    page.get_by_text("We bought eight in 2024.").first.wait_for()
    page.look()
    page.goto(f"/cy/log/{reference}")
    page.look()


def withdraw_it(at_desk, reference):
    with at_desk(MANAGER) as page:
        page.goto(f"/requests/{reference}/entry/log/")
        page.look()
        page.get_by_label("Why", exact=True).fill(REMOVED)
        page.get_by_role("button", name="Withdraw it now").click()
        page.get_by_text("Withdrawn: its page and the register").wait_for()
        page.look()


def is_gone(page, reference):
    """Look everywhere before any worker comes by."""
    forms = ("", ".html", ".pdf", ".csv", ".json", ".md", ".atom", "/1")
    for address in (f"/log/{reference}{form}" for form in forms):
        assert fetched(page, address)[0] == 410, address
    for address in lists():
        status, words = fetched(page, address)
        assert (status in (200, 404), f"/log/{reference}" in words) == (True, False), address
    page.goto(f"/search?q={FINDABLE}")
    page.get_by_text("No entry found").wait_for()
    page.goto("/removals")
    page.get_by_role("row", name=re.compile(f"{reference}.*{REMOVED}")).wait_for()
    page.look()
