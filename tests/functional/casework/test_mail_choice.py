"""People choose of what they are told by mail, and when."""

import pytest

from answerable.queries.casework.mail_choices import MailChoiceRow, mail_choice_of
from answerable.queries.ledger import ledger_rows
from tests.functional.casework.conftest import ADMINISTRATOR, seen
from tests.support.casework import OFFICER

pytestmark = pytest.mark.django_db
PAGE = "/account/mail"
DEFAULTS = {
    "reminders": "on",
    "due": "on",
    "soon_days": "3",
    "overdue": "on",
    "waiting": "on",
    "when": "morning",
}


@pytest.mark.parametrize("who", [OFFICER, ADMINISTRATOR])
def test_all_but_changes_is_told_in_the_morning_until_somebody_chooses(as_, who):
    browser = as_(who)
    page = seen(browser.get(PAGE))
    assert page.count(" checked") == 5

    chosen = {"reminders": "on", "waiting": "on", "when": "at once", "soon_days": "7"}
    done = browser.post(PAGE, {**chosen, "any_day": "on", "changes": "on"}, follow=True)

    assert "Your choice was kept" in seen(done)
    choice = mail_choice_of(who.key)
    assert choice == MailChoiceRow(
        due=False, soon_days=7, overdue=False, at_once=True, any_day=True, changes=True
    )
    assert ledger_rows()[-1].data["soon_days"] == 7


def test_a_choice_that_changes_nothing_is_told_nowhere(as_):
    browser = as_(OFFICER)
    before = len(ledger_rows())

    browser.post(PAGE, DEFAULTS)

    assert len(ledger_rows()) == before


@pytest.mark.parametrize("days", ["", "0", "11", "three"])
def test_a_number_of_days_that_cannot_be_is_refused(as_, days):
    page = as_(OFFICER).post(PAGE, {**DEFAULTS, "soon_days": days})

    assert "Enter a number of working days from 1 to 10" in seen(page, page.status_code)
    assert mail_choice_of(OFFICER.key) == MailChoiceRow()


def test_ones_own_account_leads_there(as_):
    assert 'href="/account/mail"' in seen(as_(OFFICER).get("/account"))
