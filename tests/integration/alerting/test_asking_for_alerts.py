"""An alert is asked for, confirmed, changed and ended by whoever reads the mailbox, and by nobody else."""

import pytest

from answerable.actions.alerting import (
    AlertLinkOver,
    AlertRefused,
    AskedTooOften,
    change_alert,
    confirm_alert,
    end_alert,
    end_alerts,
    forget_unconfirmed,
)
from answerable.actions.search_index import rebuild_index
from answerable.domain.disclosure_log.alerts import Every
from answerable.records.casework.models import Outgoing
from answerable.records.casework.models.alerting import Alert
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
from tests.support.entries import AT

pytestmark = pytest.mark.django_db
SHE = "somebody.else@example.net"


@pytest.fixture(autouse=True)
def _index(db, settings):
    settings.ANSWERABLE_ADDRESS = "https://foi.example"
    rebuild_index(at=AT - DAY)


REFUSED = ["", "sort=newest", "q=-bicycles", "q=" + "+".join(["word"] * 10_000), "q=" + "x" * 1000]


@pytest.mark.parametrize("query", REFUSED, ids=range(len(REFUSED)))
def test_a_search_that_finds_nothing_or_says_too_much_is_refused(query):
    with pytest.raises(AlertRefused):
        ask(query)

    assert not Alert.objects.exists()


def test_who_asks_too_often_is_refused_and_no_mailbox_is_filled():
    for number in range(10):
        ask(f"q=w{number}")
    with pytest.raises(AskedTooOften):
        ask("q=more")

    assert Outgoing.objects.count() == 5


def test_what_is_known_of_an_address_is_said_to_that_address_only():
    confirmed()
    ask()
    ask(address=READER.upper())

    assert Alert.objects.count() == 1
    assert {one.subject for one in Outgoing.objects.all()} == {
        "You are told of these answers already"
    }


def test_an_address_has_room_for_twenty_alerts():
    for number in range(20):
        confirmed(f"q=w{number}", at=AT + number * DAY)
    ask("q=more", at=AT + 20 * DAY)

    assert Alert.objects.count() == 20
    assert Outgoing.objects.get().subject == "There is no room for another alert"


def test_a_link_confirms_within_seven_days_and_the_latest_only():
    ask(at=AT)
    ask(at=AT + DAY)
    first, second = (link_in(one, "/confirmation") for one in Outgoing.objects.order_by("pk"))

    for token, at in ((first, AT), (second, AT + 9 * DAY), (f"{second}x", AT), ("", AT)):
        with pytest.raises(AlertLinkOver):
            confirm_alert(token, at=at)
    confirm_alert(second, at=AT + 7 * DAY)
    confirm_alert(second, at=AT + 7 * DAY)

    assert Alert.objects.get().confirmed_at == AT + 7 * DAY


def test_who_does_not_confirm_is_forgotten_with_the_mail_that_did_not_go():
    ask()
    Outgoing.objects.update(state="failed")
    confirmed(address=SHE)

    assert forget_unconfirmed(at=AT + 7 * DAY) == 0
    assert forget_unconfirmed(at=AT + 8 * DAY) == 2
    assert forget_unconfirmed(at=AT + 8 * DAY) == 0
    assert [one.address for one in Alert.objects.all()] == [SHE]
    assert [one.address for one in Outgoing.objects.all()] == [""]


def test_an_alert_is_changed_and_ended_by_the_link_of_its_own_address_only():
    mine, hers = confirmed(), confirmed(address=SHE)
    confirmed("q=seven")
    publish(at=AT + DAY)
    tell(AT + DAY)
    token = link_in(next(one for one in digests() if one.address == READER))

    change_alert(token, mine.pk, every=Every.MONTH, at=AT + DAY)
    change_alert(token, hers.pk, every=Every.MONTH, at=AT + DAY)
    end_alert(token, hers.pk)

    assert {one.address: one.every for one in Alert.objects.exclude(query="q=seven")} == {
        READER: "month",
        SHE: "day",
    }
    end_alert(token, mine.pk)
    assert Alert.objects.filter(address=READER).count() == 1
    end_alerts(token)
    end_alerts(token)
    assert [one.address for one in Alert.objects.all()] == [SHE]


@pytest.mark.parametrize("token", ["", "x", "x~y", "a" * 64])
def test_a_forged_link_ends_nothing(token):
    alert = confirmed()

    for act in (
        lambda: end_alerts(token),
        lambda: end_alert(token, alert.pk),
        lambda: change_alert(token, alert.pk, every=Every.DAY, at=AT),
    ):
        with pytest.raises(AlertLinkOver):
            act()
    assert Alert.objects.count() == 1
