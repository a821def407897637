"""Whoever confirmed an alert is told of each new answer once, and of nothing that may not be seen."""

import datetime as dt

import pytest
from django.test import override_settings
from django.utils import timezone

from answerable.actions.alerting import (
    end_alerts,
    telling,
)
from answerable.actions.archive import import_reading, restore_entry, withdraw_entry
from answerable.actions.search_index import rebuild_index
from answerable.actions.sending_mail import claim_mail, hand_over, mail_sent
from answerable.domain.clock import shipped_holidays
from answerable.domain.disclosure_log.alerts import Every
from answerable.jobs.running import run_job
from answerable.queries.ledger import ledger_rows
from answerable.records.casework.models import Outgoing
from answerable.records.casework.models.alerting import Alert, AlertedEntry
from tests.support.alerts import (
    DAY,
    READER,
    ask,
    confirmed,
    digests,
    link_in,
    publish,
    tell,
)
from tests.support.entries import AT, OPA, OTHER, keep, make_entry, make_reading

pytestmark = pytest.mark.django_db
SHE = "somebody.else@example.net"


@pytest.fixture(autouse=True)
def _index(db, settings):
    settings.ANSWERABLE_ADDRESS = "https://foi.example"
    rebuild_index(at=AT - DAY)


def send_all(at):
    """Send what waits, and return how many went."""
    sent = 0
    while (claim := claim_mail(at=at)) is not None:
        hand_over(claim, at=at)
        mail_sent(claim, at=at, table=shipped_holidays())
        sent += 1
    return sent


def test_nothing_is_told_before_the_alert_is_confirmed():
    ask()
    publish(at=AT + DAY)

    assert tell(AT + 2 * DAY) == 0
    (mail,) = Outgoing.objects.all()
    assert mail.is_private
    assert mail.request is None
    assert "bicycles" not in mail.text + mail.subject


def test_a_new_answer_is_told_once_with_its_words_and_why():
    confirmed()
    publish(at=AT + DAY)

    assert [tell(AT + DAY), tell(AT + DAY), tell(AT + 2 * DAY)] == [1, 0, 0]

    (mail,) = digests()
    assert (mail.address, mail.is_private) == (READER, True)
    assert mail.subject == "New answers to your searches"
    for words in (
        "Your search: “bicycles”",
        "Bicycles\nhttps://foi.example/log/7000001",
        "How many *bicycles* do you have? Seven.",
        "Found by: bicycles",
    ):
        assert words in mail.text
    assert mail.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail.headers["List-Unsubscribe"].startswith("<https://foi.example/alerts/")


def test_what_was_published_before_or_is_about_something_else_is_not_told():
    publish(at=AT - DAY)
    confirmed()
    publish("7000002", "Tandems", text="How many tandems?", at=AT + DAY)
    keep(make_entry(title="Bicycles, corrected"), name="again", at=AT + DAY)

    assert tell(AT + DAY) == 0
    assert Alert.objects.get().next_on == dt.date(2026, 3, 4)


def test_a_worker_that_slept_for_a_week_sends_one_mail_with_all_of_it():
    confirmed()
    for number in range(1, 6):
        publish(f"700000{number}", f"Bicycles {number}", at=AT + number * DAY)

    assert tell(AT + 8 * DAY) == 1
    assert tell(AT + 9 * DAY) == 0
    assert all(f"/log/700000{number}/1\n" in digests()[0].text for number in range(1, 6))


def test_one_mail_tells_of_all_alerts_of_an_address_and_each_answer_once_in_it():
    confirmed()
    confirmed("q=seven", words="“seven”")
    confirmed("q=tandems", words="“tandems”")
    confirmed(address=SHE)
    publish(at=AT + DAY)
    publish("7000002", "Tandems", text="How many tandems?", at=AT + DAY)

    assert tell(AT + DAY) == 2

    mine = next(one for one in digests() if one.address == READER)
    assert mine.text.count("/log/7000001") == 1
    assert mine.text.count("/log/7000002") == 1
    assert AlertedEntry.objects.filter(alert__address=READER).count() == 4


@pytest.mark.parametrize(("every", "days"), [(Every.WEEK, 7), (Every.MONTH, 31)])
def test_a_mail_comes_as_often_as_was_chosen(every, days):
    confirmed(every=every)
    publish(at=AT + DAY)

    assert tell(AT + (days - 1) * DAY) == 0
    assert tell(AT + days * DAY) == 1


def test_nobody_is_written_to_in_the_night():
    confirmed()
    publish(at=AT + DAY)

    assert tell((AT + 2 * DAY).replace(hour=3)) == 0


def test_what_waits_for_its_day_is_told_from_that_day_on():
    confirmed()
    reading = make_reading()
    import_reading(
        reading, body=OPA, month=None, by="an officer", at=AT + DAY, published_at=AT + 3 * DAY
    )

    assert tell(AT + 2 * DAY) == 0
    assert tell(AT + 4 * DAY) == 1


def test_what_comes_in_with_an_earlier_day_is_new_all_the_same():
    confirmed()
    reading = make_reading()
    import_reading(
        reading, body=OPA, month=None, by="an officer", at=AT + DAY, published_at=AT - DAY
    )

    assert tell(AT + DAY) == 1


def test_what_the_index_does_not_hold_yet_is_told_another_day():
    from answerable.actions.alerting import tell_of_new_answers

    confirmed()
    keep(make_entry(), at=AT + DAY)

    assert tell_of_new_answers(at=AT + DAY) == 0
    assert tell(AT + 2 * DAY) == 1


def test_a_withdrawn_answer_is_not_told_and_one_that_returns_is():
    confirmed()
    publish(at=AT + DAY)
    withdraw_entry("OPA", "7000001", reason="It named a person", by="a manager", at=AT + DAY)

    assert tell(AT + DAY) == 0

    restore_entry("OPA", "7000001", reason="It names nobody", by="a manager", at=AT + 2 * DAY)
    assert tell(AT + 2 * DAY) == 1


def test_a_mail_that_waits_is_taken_back_when_what_it_tells_of_is_withdrawn():
    confirmed()
    publish(at=AT + DAY)
    publish("7000002", "Bicycle lanes", text="Where are bicycles allowed?", at=AT + DAY)
    tell(AT + DAY)
    later = AT + DAY + dt.timedelta(hours=1)
    withdraw_entry("OPA", "7000001", reason="It named a person", by="a manager", at=later)

    assert send_all(later) == 0
    assert tell(later) == 1

    (mail,) = digests()
    assert "7000002" in mail.text
    assert "7000001" not in mail.text
    assert send_all(later) == 1


def test_while_a_mail_waits_for_the_server_no_other_is_written():
    confirmed()
    publish(at=AT + DAY)
    tell(AT + DAY)
    publish("7000002", "Bicycles again", at=AT + 2 * DAY)

    assert tell(AT + 2 * DAY) == 0
    send_all(AT + 2 * DAY)
    assert tell(AT + 2 * DAY) == 1
    assert "7000001" not in digests()[1].text


def test_many_answers_are_counted_where_they_are_not_shown():
    confirmed()
    for number in range(23):
        keep(make_entry(ref=f"80000{number:02}", title="Bicycles"), name=str(number), at=AT + DAY)

    tell(AT + DAY)

    (mail,) = digests()
    assert mail.text.count("Found by:") == 20
    assert "and 3 more: https://foi.example/search?q=bicycles&sort=newest" in mail.text
    assert AlertedEntry.objects.count() == 23


def test_a_search_by_filters_only_says_what_it_fits():
    confirmed("outcome=disclosed", words="Outcome: Disclosed")
    publish(at=AT + DAY)
    tell(AT + DAY)

    assert "It fits what you chose in the search." in digests()[0].text


def test_what_another_body_answered_is_told_as_theirs():
    confirmed()
    keep(make_entry(), body=OTHER, name="theirs", at=AT + DAY)
    tell(AT + DAY)

    (mail,) = digests()
    assert "The answer of Northshire County Council, kept here for comparison" in mail.text


def test_a_mail_to_a_welsh_reader_is_in_welsh_with_welsh_links():
    confirmed(language="cy")
    publish(at=AT + DAY)
    tell(AT + DAY)

    (mail,) = digests()
    assert mail.subject == "Atebion newydd i’ch chwiliadau"
    assert "https://foi.example/cy/log/7000001" in mail.text
    assert mail.headers["List-Unsubscribe"].startswith("<https://foi.example/cy/alerts/")


def test_a_private_mail_that_went_says_no_more_to_whom_and_what():
    confirmed()
    publish(at=AT + DAY)
    tell(AT + DAY)

    assert send_all(AT + DAY) == 1

    (mail,) = digests()
    assert (mail.state, mail.address, mail.text, mail.headers) == ("sent", "", "", {})


def test_what_has_ended_sends_no_mail_that_waits_and_keeps_no_address():
    confirmed()
    publish(at=AT + DAY)
    tell(AT + DAY)
    token = link_in(digests()[0])

    end_alerts(token)

    assert send_all(AT + DAY) == 0
    (mail,) = digests()
    assert (mail.state, mail.address, mail.text) == ("stopped", "", "")


def test_whoever_is_killed_before_the_mail_is_written_has_told_nothing(monkeypatch):
    confirmed()
    publish(at=AT + DAY)

    def killed(*_mail, **_at):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(telling, "write_mail", killed)
        with pytest.raises(KeyboardInterrupt):
            tell(AT + DAY)

    assert not AlertedEntry.objects.exists()
    assert [tell(AT + DAY), tell(AT + DAY)] == [1, 0]


def test_the_ledger_never_holds_an_address_or_a_search():
    confirmed()
    publish(at=AT + DAY)
    tell(AT + DAY)
    send_all(AT + DAY)

    told = repr(ledger_rows())
    assert "mail sent" in told
    for words in (READER, "canary", "q=bicycles", Alert.objects.get().owner):
        assert words not in told


@override_settings(ANSWERABLE_SENDS_MAIL=True)
def test_the_jobs_say_how_many_and_name_nobody(time_machine):
    time_machine.move_to(AT + DAY, tick=False)
    confirmed()
    publish(at=timezone.now())
    time_machine.move_to(AT + 2 * DAY, tick=False)

    assert run_job("tell of new answers") == "1 told"
    assert run_job("tell of new answers") == ""
    assert run_job("forget unconfirmed alerts") == ""
