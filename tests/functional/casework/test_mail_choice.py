"""People choose of what they are told by mail."""

import pytest

from answerable.queries.casework.mail_choices import mail_choice_of
from answerable.queries.ledger import ledger_rows
from tests.functional.casework.conftest import ADMINISTRATOR, seen
from tests.support.casework import OFFICER

pytestmark = pytest.mark.django_db
PAGE = "/account/mail"


@pytest.mark.parametrize("who", [OFFICER, ADMINISTRATOR])
def test_reminders_are_on_and_changes_are_off_until_somebody_chooses(as_, who):
    browser = as_(who)
    page = seen(browser.get(PAGE))
    assert page.count(" checked") == 1

    done = browser.post(PAGE, {"changes": "on"}, follow=True)

    assert "Your choice was kept" in seen(done)
    choice = mail_choice_of(who.key)
    assert (choice.reminders, choice.changes) == (False, True)
    assert ledger_rows()[-1].data == {"reminders": False, "changes": True}


def test_a_choice_that_changes_nothing_is_told_nowhere(as_):
    browser = as_(OFFICER)
    before = len(ledger_rows())

    browser.post(PAGE, {"reminders": "on"})

    assert len(ledger_rows()) == before


def test_ones_own_account_leads_there(as_):
    assert 'href="/account/mail"' in seen(as_(OFFICER).get("/account"))
