"""Before a request is sent, the form shows what the log has about it, and counts what becomes of that."""

import re
import time

import pytest
from django.utils import timezone

from answerable.actions.question_index import refresh_questions
from answerable.domain.decisions import Outcome
from answerable.queries import offers
from answerable.queries.offers import offer_months
from answerable.queries.search import SearchUnavailable
from answerable.records.archive.models import OfferCount
from answerable.records.casework.models import Request
from tests.functional.asking.conftest import Reader
from tests.support.entries import keep, make_entry, make_question

pytestmark = pytest.mark.django_db
BICYCLES = "How many bicycles do you have?"
FIRST = "open /log/7000001/1"


def counts():
    """Return what was counted: shown, opened, sent, sent after one was opened."""
    return [(one.shown, one.opened, one.sent, one.sent_opened) for one in offer_months()]


def publish(ref, text, outcome):
    """Publish an entry of one question."""
    question = make_question(text=text, outcomes=(outcome,))
    keep(make_entry(ref=ref, questions=(question,)), name=ref, at=timezone.now())
    refresh_questions(at=timezone.now())


def offered(reader, text):
    """Return the part of the check page that shows earlier answers, as words."""
    page = reader.to_check(text=text).content.decode()
    part = page[page.index('value="check"') : page.index("What we understand you to ask")]
    return " ".join(re.sub(r"<[^>]*>", " ", part).split())


def test_an_earlier_answer_is_shown_with_its_relation_its_month_and_its_decision(reader):
    shown = offered(reader, f"1. {BICYCLES}\n2. Who mends the unicycles?")

    assert "This may have been answered already" in shown
    assert "Like your question 1: It is the same question. We answered in January 2026." in shown
    assert "Disclosed" in shown
    assert "Seven." not in shown


def test_opened_it_stands_there_with_where_the_whole_entry_is(reader):
    reader.to_check(text=BICYCLES)

    page = reader.send(go=FIRST).content.decode()

    assert "<p>Seven.</p>" in page
    assert 'href="/log/7000001/1" target="_blank"' in page
    assert 'href="/log/7000002/1"' not in page
    assert reader.send(go="send").status_code == 303


def test_what_another_body_answered_is_shown_as_theirs_and_last(reader):
    shown = offered(reader, BICYCLES)

    ours, theirs = shown.split("Other bodies were asked this")
    assert "The answer of Northshire County Council, kept here for comparison" in theirs
    assert "this office did not give it. It was given in December 2025." in theirs
    assert "Northshire" not in ours


def test_what_was_refused_was_asked_before_and_not_answered(reader):
    shown = offered(reader, "Which firewall do you use?")

    assert "This was asked before" in shown
    assert "Withheld" in shown
    assert "your request is decided on its own" in shown
    assert "answered already" not in shown


def test_another_time_is_said_as_such(reader):
    publish("7000003", "How many kites were flown in 2021?", Outcome.DISCLOSED)

    shown = offered(reader, "How many kites were flown in 2023?")

    assert "about another time: you ask for 2023, it asked for 2021" in shown


@pytest.mark.parametrize(
    ("earlier", "outcome"),
    [
        ("How many kites were mended on Elm Road?", Outcome.DISCLOSED),
        ("How many kites were not mended on Oak Street?", Outcome.DISCLOSED),
        ("How many kites were mended on Oak Street?", Outcome.VEXATIOUS),
        ("How many kites were mended on Oak Street?", Outcome.LAPSED),
    ],
)
def test_what_helps_nobody_who_asks_is_not_shown(reader, earlier, outcome):
    publish("7000003", earlier, outcome)

    page = reader.to_check(text="How many kites were mended on Oak Street?").content.decode()

    assert "Read what was said" not in page


def test_what_is_not_published_is_never_offered(reader):
    page = reader.to_check(text="How many quokkas?").content.decode()

    assert "Read what was said" not in page
    assert "7000666" not in page


@pytest.mark.parametrize("address", ["/log/7000666/1", "https://evil.example", "", "<script>"])
def test_only_what_is_offered_can_be_opened(reader, address):
    reader.to_check(text=BICYCLES)

    page = reader.send(go=f"open {address}").content.decode()

    assert 'id="opened"' not in page
    assert "evil" not in page
    assert counts() == [(1, 0, 0, 0)]


def test_in_welsh_it_is_said_in_welsh(welsh_reader):
    page = welsh_reader.to_check(text=BICYCLES).content.decode()
    opened = welsh_reader.send(go=FIRST).content.decode()

    assert "Efallai fod hyn wedi’i ateb eisoes" in page
    assert "Tebyg i’ch cwestiwn “How many bicycles do you have?”: Yr un cwestiwn ydyw." in page
    assert "Atebwyd gennym ym mis Ionawr 2026." in page
    assert "Ateb Northshire County Council, a gedwir yma er cymhariaeth" in page
    assert 'href="/cy/log/7000001/1"' in opened


def test_without_a_search_index_a_request_can_be_sent(reader, monkeypatch):
    def fail(*_words, **_more):
        message = "there is no index"
        raise SearchUnavailable(message)

    monkeypatch.setattr(offers, "published_like", fail)

    reader.sent(text=BICYCLES)

    assert Request.objects.count() == 1
    assert counts() == []


def test_of_a_thousand_questions_some_are_compared_and_the_page_says_of_how_many_not(reader):
    text = "\n".join(f"{n}. How many bicycles stand in shed {n}?" for n in range(1, 1001))

    begun = time.process_time()
    shown = offered(reader, text)

    assert time.process_time() - begun < 3
    assert shown.count("Read what was said") <= 5
    assert re.search(r"not looked through for 9\d\d more questions of yours", shown)


def test_a_long_request_is_looked_through_in_little_time(reader):
    text = " ".join(f"word{n % 700} bicycles" for n in range(10_000))

    begun = time.process_time()
    response = reader.to_check(text=text[:99_000])

    assert response.status_code == 200
    assert time.process_time() - begun < 3


def test_each_request_is_counted_once_however_often_its_page_is_loaded(reader):
    reader.to_check(text=BICYCLES)
    for go in (FIRST, "same", FIRST, "open /log/7000002/1", "words", "on"):
        reader.send(**({"text": BICYCLES, **reader_words()} if go == "on" else {}), go=go)
    reader.send(go="send")

    assert counts() == [(1, 1, 1, 1)]


def reader_words():
    """Return what the words page needs beside a text."""
    return {"name": "Ann Example", "address": "ann@example.org", "language": "en"}


def test_what_is_not_sent_is_told_from_what_is(client, log):
    for way in ("leave", "open and leave", "send", "open and send"):
        reader = Reader(client)
        reader.to_check(text=BICYCLES)
        if "open" in way:
            reader.send(go=FIRST)
        if "send" in way:
            reader.send(go="send")

    assert counts() == [(4, 2, 2, 1)]
    (month,) = offer_months()
    assert (month.not_sent, month.opened_not_sent) == (2, 1)


def test_sent_twice_it_is_counted_once(reader):
    reader.to_check(text=BICYCLES)
    fields = reader.fields
    reader.send(go="send")
    reader.send(**fields, go="send")

    assert counts() == [(1, 0, 1, 0)]


def test_where_nothing_is_shown_nothing_is_counted(reader):
    reader.sent(text="How many unicycles?")

    assert not OfferCount.objects.exists()


@pytest.mark.parametrize("method", ["get", "head"])
def test_who_only_looks_at_the_address_counts_nothing(reader, method):
    reader.to_check(text=BICYCLES)
    query = {**reader.fields, "go": FIRST}

    getattr(reader.client, method)(reader.address, query)
    reader.send(headers={"origin": "https://evil.example"}, go=FIRST)

    assert counts() == [(1, 0, 0, 0)]


def test_it_is_counted_in_the_month_in_which_it_was_shown(reader, time_machine):
    time_machine.move_to("2026-11-30T23:50:00Z", tick=False)
    reader.to_check(text=BICYCLES)
    time_machine.move_to("2026-12-01T00:10:00Z", tick=False)
    reader.send(go="send")

    assert [(one.month, one.shown, one.sent) for one in offer_months()] == [("2026-11", 1, 1)]


def test_what_is_counted_holds_numbers_and_a_month_and_leads_to_nobody(reader):
    reader.sent(text=BICYCLES)

    fields = {one.name for one in OfferCount._meta.get_fields()}
    assert fields == {"id", "month", "shown", "opened", "sent", "sent_opened"}
    assert reader.client.cookies == {}
