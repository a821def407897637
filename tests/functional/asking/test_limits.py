"""How often the form can be sent; and that nothing of who sent it, or what, is kept beside the request."""

import datetime as dt
import logging
import re

import pytest
from django.utils import timezone

from answerable.actions.asking import AskedTooOften, Rate, count_visit
from answerable.records.casework.models import Message, VisitCount
from answerable.web.asking import pages
from answerable.web.server_log import WithoutData
from tests.functional.asking.conftest import WORDS

pytestmark = pytest.mark.django_db

AT = dt.datetime(2026, 11, 25, 10, 3, tzinfo=dt.UTC)
FEW = Rate("few", by_one=2, in_all=3, window=dt.timedelta(minutes=10))
CANARY = "Zanzibar-Quetzal"


def test_one_may_do_it_so_often_and_all_together_more(db):
    for who in ("a", "a", "b"):
        count_visit(who, FEW, at=AT)

    with pytest.raises(AskedTooOften) as by_one:
        count_visit("a", FEW, at=AT)
    with pytest.raises(AskedTooOften) as in_all:
        count_visit("b", FEW, at=AT)
    assert by_one.value.retry_after == in_all.value.retry_after == 7 * 60


def test_what_one_is_refused_for_takes_nothing_from_the_others(db):
    for _ in range(2):
        count_visit("a", FEW, at=AT)
    for _ in range(5):
        with pytest.raises(AskedTooOften):
            count_visit("a", FEW, at=AT)

    count_visit("b", FEW, at=AT)
    assert VisitCount.objects.count() == 3


def test_after_the_window_it_begins_again_and_nothing_of_before_is_kept(db):
    for _ in range(2):
        count_visit("198.51.100.7", FEW, at=AT)
    before = set(VisitCount.objects.values_list("mark", flat=True))

    count_visit("198.51.100.7", FEW, at=AT + FEW.window)

    after = VisitCount.objects.all()
    assert {one.count for one in after} == {1}
    assert not before & {one.mark for one in after}
    assert all(re.fullmatch("[0-9a-f]{64}", one.mark) for one in after)


@pytest.mark.parametrize("language", ["", "/cy"])
def test_too_often_is_said_with_when_to_try_again_and_nothing_is_lost(
    reader, monkeypatch, time_machine, language
):
    time_machine.move_to(AT, tick=False)
    monkeypatch.setattr(pages, "SENDS", Rate("s", 0, 0, dt.timedelta(minutes=10)))
    reader.address = f"{language}/make-a-request"
    reader.to_check()

    response = reader.send(go="send")
    page = response.content.decode()

    assert (response.status_code, response["Retry-After"]) == (429, "420")
    assert ("arhoswch 7 munud" if language else "wait 7 minutes") in page
    assert "mailto:foi@opa.example" in page
    assert Message.objects.count() == 0
    monkeypatch.undo()
    assert reader.send().status_code == 303
    assert Message.objects.get().text == WORDS["text"]


ADDRESSES = [
    (0, "203.0.113.9, 198.51.100.7", "127.0.0.1"),
    (1, "203.0.113.9, 198.51.100.7", "198.51.100.7"),
    (2, "203.0.113.9, 198.51.100.7", "203.0.113.9"),
    (3, "203.0.113.9, 198.51.100.7", "127.0.0.1"),
    (1, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
    (1, "not an address", "unknown"),
    (1, "", "unknown"),
]


@pytest.mark.parametrize(("proxies", "said", "address"), ADDRESSES)
def test_the_address_is_what_our_own_proxies_saw(rf, settings, proxies, said, address):
    from answerable.web.visitors import network_address

    settings.ANSWERABLE_PROXIES = proxies

    assert network_address(rf.get("/", headers={"x-forwarded-for": said})) == address


def test_nothing_that_was_typed_stands_in_a_log_or_on_a_page_of_errors(reader, monkeypatch, caplog):
    lines = []
    handler = logging.Handler()
    handler.setFormatter(WithoutData())
    handler.emit = lambda record: lines.append(handler.format(record))
    monkeypatch.setattr(logging.getLogger("django"), "handlers", [handler])
    words = {name: f"{CANARY} {name}" for name in ("text", "name", "postal", "answer_as")}
    reader.to_check(**words)
    sent = reader.fields

    def fail(*_words, **_more):
        raise ValueError(CANARY)

    monkeypatch.setattr(pages, "ask", fail)
    reader.client.raise_request_exception = False
    failed = reader.send(go="send")
    assert failed.status_code == 500
    assert CANARY not in failed.content.decode()
    reader.send(**sent, headers={"origin": "https://evil.example"}, go="send")
    reader.send(draft="x", text=CANARY, go="send")
    reader.client.get(f"/make-a-request?sent={CANARY}")

    assert any("make-a-request ValueError at" in line for line in lines)
    assert not any(CANARY in line for line in lines)
    assert CANARY not in caplog.text


def test_a_count_is_kept_for_minutes_and_says_of_nobody_where_they_were(reader):
    reader.to_check()

    counts = VisitCount.objects.all()
    assert counts
    assert all(re.fullmatch("[0-9a-f]{64}", one.mark) for one in counts)
    assert all(one.until <= timezone.now() + pages.STEPS.window for one in counts)
