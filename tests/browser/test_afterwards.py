"""After the answer: asked what was meant, given more time, refused, overturned, published, withdrawn.

The days are those of autumn 2025, so that each date can be looked up in a calendar.
"""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pytest
import time_machine
from playwright.sync_api import Page

from answerable.actions.search_index import rebuild_index
from answerable.queries.ledger import checked_lines
from answerable.records.casework.models import Question
from tests.browser.answering import (
    ADDRESS,
    answer_again,
    approve_and_send,
    ask_for_review,
    ask_what_is_meant,
    decide_all,
    evidence_holds,
    make_request,
    overturn,
    say_what_is_meant,
    sees_both_clocks,
    take_more_time,
    take_on,
)
from tests.browser.desks import received, run_jobs, text_of
from tests.browser.publishing import (
    correct_it,
    is_corrected,
    is_gone,
    is_in_the_log,
    validate_and_publish,
    withdraw_it,
    write_entry,
)
from tests.functional.casework.conftest import office  # noqa: F401 a fixture
from tests.support.accounts import let_in
from tests.support.casework import CHECKER, INTAKE, MANAGER, OFFICER, OTHER_OFFICER
from tests.support.mail_server import Post, mail_server

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def day(month, number, hour=10):
    """Return an hour of a day in 2025."""
    return dt.datetime(2025, month, number, hour, tzinfo=dt.UTC)


@pytest.fixture
def clock():
    """Return what the time is moved with; it begins on the day of the request."""
    with time_machine.travel(day(10, 6), tick=True) as travelled:
        yield travelled


@pytest.fixture
def the_office(clock, settings, site, office):  # noqa: F811 the fixture above
    settings.ANSWERABLE_SECOND_FACTOR = "optional"
    settings.ANSWERABLE_BODY = "OPA"
    for one in (INTAKE, OFFICER, OTHER_OFFICER, CHECKER, MANAGER):
        let_in(one)
    rebuild_index(at=day(10, 6))


@dataclass(frozen=True)
class Story:
    """The request of this story, the people of the office, whoever asked, their mail, and the time."""

    reference: str
    at_desk: Callable
    asker: Page
    post: Post
    clock: time_machine.Traveller

    def on(self, month, number):
        """Let the days pass until one."""
        self.clock.move_to(day(month, number))

    def latest(self):
        """Return the words of the latest mail to whoever asked."""
        return [text_of(one) for one in received(self.post) if one["To"] == ADDRESS][-1]

    def link(self):
        """Return the link to the page of the request in that mail."""
        return re.findall(r"http\S+/your-request/\S+/", self.latest())[-1]


def test_what_comes_after_an_answer(the_office, at_desk, visitor, look, clock, settings):
    visitor.look = partial(look, visitor)
    with mail_server() as post:
        post.serve(settings, sender="Requests <foi@body.example>")
        story = Story(make_request(visitor), at_desk, visitor, post, clock)
        run_jobs()

        clocks_turn(story)
        answers_are_sent(story)
        one_is_overturned(story)
        it_is_answered_again(story)
        an_entry_comes_into_the_log(story)
        it_is_corrected_and_withdrawn(story)

    assert list(checked_lines())[-1].holds
    assert visitor.complaints == []


def clocks_turn(story):
    take_on(story.at_desk, story.reference)
    ask_what_is_meant(story.at_desk, story.reference)
    take_more_time(story.at_desk, story.reference)
    run_jobs()
    assert dates() == [None, dt.date(2025, 12, 2), dt.date(2025, 11, 3)]
    assert "43(2)" in story.latest()

    story.on(10, 13)
    say_what_is_meant(story.asker, story.link())
    # Its clock alone begins anew.
    assert dates() == [dt.date(2025, 11, 10), dt.date(2025, 12, 2), dt.date(2025, 11, 3)]


def answers_are_sent(story):
    story.on(10, 20)
    decide_all(story.at_desk, story.reference)
    approve_and_send(story.at_desk, story.reference, "1", "2", "3")
    run_jobs()
    assert "31(1)(a)" in story.latest()


def one_is_overturned(story):
    story.on(10, 27)
    ask_for_review(story.asker, story.link())
    run_jobs()
    story.on(11, 3)
    overturn(story.at_desk, story.reference)
    run_jobs()
    assert "They are kept in a shed that everybody knows" in story.latest()
    sees_both_clocks(story.asker, story.link(), story.reference)


def it_is_answered_again(story):
    story.on(11, 10)
    answer_again(story.at_desk, story.reference)
    approve_and_send(story.at_desk, story.reference, "3")
    run_jobs()
    assert "In the shed by the canal" in story.latest()
    evidence_holds(story.asker, story.link())


def an_entry_comes_into_the_log(story):
    story.on(11, 17)
    run_jobs()
    write_entry(story.at_desk, story.reference)
    validate_and_publish(story.at_desk, story.reference)
    run_jobs()
    is_in_the_log(story.asker, story.reference)


def it_is_corrected_and_withdrawn(story):
    correct_it(story.at_desk, story.reference)
    run_jobs()
    is_corrected(story.asker, story.reference)
    withdraw_it(story.at_desk, story.reference)
    is_gone(story.asker, story.reference)
    run_jobs()


def dates():
    """Return by when each question is due, as it is stored."""
    return [
        one.due_on if one.clock_state == "running" else None
        for one in Question.objects.order_by("place")
    ]
