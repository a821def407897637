"""A file is settled by keyboard and without scripts, and axe finds nothing on any page of files that leave."""

import pytest

from answerable.domain.roles import Role
from answerable.inspecting import Sheet, Verdict
from answerable.queries.casework.releasing.standings import key_of_hit
from answerable.records.casework.models import CaseFile, Incident, Letter
from tests.browser.test_lines import looked_at
from tests.support import outbox, releasing
from tests.support.accounts import PASSWORD, make_person
from tests.support.casework import AT, REF
from tests.support.inspecting import cleared, the_file
from tests.support.releasing import CHECK, OTHER_CHECK, STOP

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
SHEETS = (
    Sheet("Bicycles", "visible", 150, 150),
    Sheet("Raw data of all the years that were ever exported", "hidden", 0, 33_000),
)


@pytest.fixture
def manager(settings):
    settings.ANSWERABLE_SECOND_FACTOR = "optional"
    return make_person("vera@body.example", name="Vera Manager", roles=(Role.MANAGER,))


def sign_in(page, address, heading):
    page.goto(f"/account/sign-in?next={address}")
    page.get_by_label("E-mail address").fill("vera@body.example")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name=heading).first.wait_for()


def own():
    return f"/requests/{REF}/files/{the_file().pk}/"


def test_findings_are_decided_by_keyboard_alone(manager, visitor):
    releasing.decidable()
    sign_in(visitor, own(), "figures.csv")
    visitor.get_by_label("More cells than a person looks at one by one").focus()
    visitor.keyboard.press("Space")
    visitor.get_by_label("Why", exact=True).focus()
    visitor.keyboard.type("They are sums")
    visitor.keyboard.press("Tab")
    visitor.keyboard.press("Enter")

    visitor.get_by_text("Recorded: what you chose may stay").wait_for()
    assert visitor.get_by_text("Settled", exact=True).is_visible()
    assert visitor.complaints == []


def test_axe_finds_nothing_on_the_pages_of_files_that_leave(manager, visitor):
    releasing.asked()
    cleared(
        the_file(),
        verdict=Verdict.FINDINGS,
        findings=(STOP, CHECK, OTHER_CHECK),
        sheets=SHEETS,
        personal=releasing.naming(),
    )
    place = f"{own()}places/{key_of_hit(releasing.naming()[0])}/"
    pk = releasing.incident(entry="", name="a-file-with-a-name-that-has-no-blank-in-it.xlsx").pk
    sign_in(visitor, own(), "figures.csv")
    visitor.set_viewport_size({"width": 320, "height": 800})
    seen = []
    for path in (own(), f"/requests/{REF}/files/", f"/requests/{REF}/", "/released-files/"):
        visitor.goto(path)
        seen.append(looked_at(visitor))
    for path in ("/incidents/", place, f"/incidents/{pk}/"):
        visitor.goto(path)
        seen.append(looked_at(visitor))
    visitor.get_by_role("button", name="Close it").click()
    seen.append(looked_at(visitor))
    CaseFile.objects.update(release="kept back")
    visitor.goto(own())
    seen.append(looked_at(visitor))

    assert seen == [([], True)] * 9


def test_axe_finds_nothing_where_something_left(manager, visitor):
    outbox.leaving_letter(files=[("figures.csv", "text/csv", b"1,2\n")])
    Letter.objects.update(state="sent", sent_at=AT, sent_on=AT.date())
    releasing.incident(state=Incident.State.CLOSED)
    sign_in(visitor, "/released-files/", "What was ever released")
    visitor.set_viewport_size({"width": 320, "height": 800})

    assert looked_at(visitor) == ([], True)
    assert visitor.get_by_text("figures.csv").is_visible()
