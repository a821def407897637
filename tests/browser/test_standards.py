"""The service is assessed in a browser: a report, the grid, a missed promise, evidence, and the pack; axe finds nothing."""

import csv
import io
import json
import zipfile
from importlib import resources
from pathlib import Path

import pikepdf
import pytest
from django.utils import timezone

from answerable.actions.standards.promises import Promise, make_standard
from answerable.domain.assurance.promises import Aim
from answerable.jobs.running import run_job
from answerable.records.ledger.models import LedgerLine
from answerable.records.standards.models import Evidence
from tests.browser.test_redacting import looked_at
from tests.support import scenes
from tests.support.accounts import PASSWORD, let_in
from tests.support.casework import AT, QUALITY_LEAD, doing_by
from tests.support.standards_doors import loaded

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
SAMPLE = Path(str(resources.files("answerable.cli") / "sample" / "assessment-2021.md"))
FIGURES = b"month,answered in time\n2025-10,0\n"


@pytest.fixture
def lead(settings, visitor):
    """The browser of a quality lead, signed in by keyboard."""
    settings.ANSWERABLE_SECOND_FACTOR = "optional"
    let_in(QUALITY_LEAD)
    visitor.goto("/account/sign-in?next=/standards/")
    visitor.get_by_label("E-mail address").fill(QUALITY_LEAD.key)
    visitor.get_by_label("Password", exact=True).fill(PASSWORD)
    visitor.keyboard.press("Enter")
    visitor.get_by_role("heading", name="Customer Service Excellence").wait_for()
    return visitor


def pressed(page, role, name, **more):
    """Press Enter on a link or a button, as whoever has no mouse does."""
    page.get_by_role(role, name=name, **more).focus()
    page.keyboard.press("Enter")


def heading(page, name):
    """Wait for a page by its heading, and let axe look at it."""
    page.get_by_role("heading", name=name, level=1).wait_for()
    looked_at(page)


def load_the_report(page):
    pressed(page, "link", "Load an assessor’s report")
    heading(page, "Load an assessor’s report")
    page.get_by_label("Report").set_input_files(SAMPLE)
    pressed(page, "button", "Load it")
    heading(page, "Review 1, 10 March 2021")


def a_promise_that_was_missed():
    """A request that nobody answered, and the promise of answers in time that it misses."""
    scenes.begun()
    promise = Promise(
        name="Answers in time",
        name_cy="Atebion mewn pryd",
        promise="You have an answer within twenty working days.",
        promise_cy="Cewch ateb o fewn ugain diwrnod gwaith.",
        team="",
        source="answers_in_time",
        aim=Aim.AT_LEAST,
        target=95_000,
        from_month=AT.date().replace(day=1),
    )
    return make_standard(promise, doing=doing_by(QUALITY_LEAD, at=timezone.now()))


def tie(page, slug):
    page.goto(f"/standards/service/{slug}/")
    heading(page, "Answers in time")
    shut = page.locator("details:not([open]) > summary")
    while shut.count():
        shut.first.focus()
        page.keyboard.press("Enter")
    page.get_by_label("Elements").fill("5.3.2")
    pressed(page, "button", "Tie it")
    page.locator(".govuk-notification-banner").wait_for()


def add_evidence(page):
    page.goto("/standards/elements/5.3.2/")
    page.get_by_role("heading", level=1).wait_for()
    page.get_by_text("Missed", exact=True).first.wait_for()
    looked_at(page)
    page.locator("summary", has_text="Add evidence").focus()
    page.keyboard.press("Enter")
    page.get_by_label("What it is").fill("Answers by month")
    page.get_by_label("Day", exact=True).first.fill("1")
    page.get_by_label("Month", exact=True).first.fill("10")
    page.get_by_label("Year", exact=True).first.fill("2025")
    given = {"name": "months.csv", "mimeType": "text/csv", "buffer": FIGURES}
    page.get_by_label("File", exact=True).set_input_files(given)
    pressed(page, "button", "Add it")
    page.get_by_text("waits to be inspected").wait_for()
    run_job("inspect evidence")
    page.reload()
    page.get_by_text("inspected: nothing was found").wait_for()
    looked_at(page)


def make_the_pack(page):
    page.goto("/standards/")
    page.get_by_role("heading", level=1).wait_for()
    pressed(page, "link", "Take the pack out")
    heading(page, "Packs for the assessor")
    page.get_by_label("Round").select_option(index=1)
    pressed(page, "button", "Make the pack")
    page.get_by_text("Look again").wait_for()
    looked_at(page)
    assert run_job("make packs") == "1 packs settled"
    # The page looks by itself.
    page.get_by_role("heading", name="Files").wait_for()
    looked_at(page)
    # Each file in which something was found is let leave by itself.
    while (buttons := page.get_by_role("button", name="Let it leave")).count():
        page.get_by_label("Why may it leave all the same?").first.fill("Its names are made")
        buttons.first.focus()
        page.keyboard.press("Enter")
        page.get_by_text("may leave", exact=False).first.wait_for()


def taken(page, kind):
    """Take a file of the pack out by keyboard, and return its bytes."""
    with page.expect_download() as saved:
        page.locator(f'button[value="take:{kind}"]').focus()
        page.keyboard.press("Enter")
    return Path(saved.value.path()).read_bytes()


def test_a_report_a_missed_promise_and_evidence_come_into_a_pack_that_opens(lead):
    load_the_report(lead)
    slug = a_promise_that_was_missed()
    tie(lead, slug)
    run_job("record service standards")
    lead.goto("/standards/")
    heading(lead, "Customer Service Excellence")
    assert lead.locator(".an-element").count() == 57
    cell = lead.locator(".an-element", has_text="5.3.2")
    assert "Partially Compliant" in cell.inner_text()
    assert "Missed" in cell.inner_text()

    add_evidence(lead)
    make_the_pack(lead)

    with pikepdf.open(io.BytesIO(taken(lead, "pdf"))) as document:
        assert document.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in document.Root
    with zipfile.ZipFile(io.BytesIO(taken(lead, "zip"))) as pack:
        evidence = [one for one in pack.namelist() if one.startswith("evidence/")]
        assert [pack.read(one) for one in evidence] == [FIGURES]
    rows = list(csv.DictReader(io.StringIO(taken(lead, "csv").decode("utf-8-sig"))))
    shown = next(one for one in rows if one["element"] == "5.3.2")
    assert (shown["level"], shown["evidence"]) == ("Partially Compliant", "1")
    assert json.loads(taken(lead, "json"))["criteria"]
    assert LedgerLine.objects.filter(action="pack file taken", by=QUALITY_LEAD.key).count() == 4
    assert Evidence.objects.get().verdict == "clear"
    assert lead.complaints == []


def test_editions_rounds_and_actions_are_reached_by_keyboard(lead):
    loaded()
    load_the_report(lead)
    lead.goto("/standards/rounds/")
    heading(lead, "Rounds of assessment")
    pressed(lead, "link", "Compare two rounds")
    heading(lead, "Compare two rounds")
    lead.get_by_text("Stays: ").first.wait_for()
    lead.goto("/standards/")
    lead.get_by_role("heading", level=1).wait_for()
    pressed(lead, "link", "Actions", exact=True)
    heading(lead, "Actions")
    lead.goto("/standards/frameworks/")
    heading(lead, "Load a standard")
    edition = resources.files("answerable.domain.assurance.frameworks") / "cse.toml"
    text = edition.read_text("utf-8").replace('version = "2008"', 'version = "2027"')
    given = {"name": "cse.toml", "mimeType": "text/plain", "buffer": text.encode()}
    lead.get_by_label("File").set_input_files(given)
    pressed(lead, "button", "Show what changes")
    heading(lead, "What Customer Service Excellence changes")
    pressed(lead, "button", "Let it be in use")
    lead.get_by_text("Customer Service Excellence 2027 is in use").wait_for()
    looked_at(lead)
    assert lead.complaints == []
