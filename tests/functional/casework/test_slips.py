"""A day of receipt that is a slip of the pen breaks no page: it is read, and put right."""

import datetime as dt

import pytest

from answerable.actions.casework import (
    accept_request,
    assign_request,
    check_draft,
    clear_draft,
    put_forward,
    write_decision,
)
from tests.functional.casework.conftest import seen
from tests.support.casework import CHECKER, DISCLOSED, MANAGER, OFFICER, arrive, doing_by

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]
REF = "2025-0001"
PAGE = f"/requests/{REF}/"


def _received(day):
    """A letter that says it came on a day long ago, with a decision that was cleared."""
    arrive(b"How many?", name="a.txt", channel="post", on=day, sender="A. Person")
    assign_request(REF, officer=OFFICER, doing=doing_by(MANAGER))
    accept_request(REF, doing=doing_by(OFFICER))
    write_decision(REF, "", DISCLOSED, doing=doing_by(OFFICER))
    put_forward(REF, [""], doing=doing_by(OFFICER))
    check_draft(REF, [""], doing=doing_by(CHECKER))
    clear_draft(REF, [""], doing=doing_by(MANAGER))


@pytest.mark.parametrize("day", [dt.date.min, dt.date(1925, 10, 6)])
def test_a_day_before_every_calendar_is_shown_and_no_letter_goes(as_, day):
    _received(day)
    browser = as_(OFFICER)

    for page in ("", "links/", "clearance/", "files/"):
        seen(browser.get(f"{PAGE}{page}"))
    sending = {"do": "send:answer", "way": "post", "seen": "x"}
    for answer in (browser.get(f"{PAGE}letter/"), browser.post(f"{PAGE}letter/", sending)):
        assert "The calendar" in seen(answer, 409)
    assert browser.get(f"{PAGE}letter/answer.pdf").status_code == 404
