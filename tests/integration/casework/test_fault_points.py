"""Killed anywhere between a message and its answer: nothing is lost, nothing goes twice, nothing is half."""

import json
import os
import subprocess
import sys
from collections import Counter
from email import message_from_bytes
from email.policy import default

import pytest

from tests.support.databases import own_site
from tests.support.faults import dense
from tests.support.mail_server import mail_server

pytestmark = pytest.mark.slow
IS_LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
OFFICE = "The FOI team <foi@opa.example>"
REPORT = """
import json, django
django.setup()
from answerable.queries.ledger import checked_lines
from answerable.records.casework.models import *
from answerable.records.ledger.models import LedgerLine
*_, checked = checked_lines()
said = {}
for one in Request.objects.order_by("pk"):
    lines = LedgerLine.objects.filter(subject=f"request {one.reference}")
    said[one.requester.address] = {
        "stage": one.stage,
        "stages": [each.stage for each in one.questions.order_by("place")],
        "events": [[e.kind for e in each.events.all()] for each in one.questions.order_by("place")],
        "versions": [each.decisions.count() for each in one.questions.order_by("place")],
        "messages": one.messages.count(),
        "letters": [each.state for each in one.letters.all()],
        "answers": ContributionAnswer.objects.filter(contribution__question__request=one).count(),
        "mails": sorted(Outgoing.objects.filter(request=one).values_list("state", flat=True)),
        "ledger": sorted(lines.values_list("action", flat=True)),
    }
doubts = [[one.key, one.message_id, one.problem] for one in Outgoing.objects.filter(state="unsure")]
print(json.dumps({
    "requests": said,
    "doubts": doubts,
    "strays": Message.objects.filter(request=None).count(),
    "problems": checked.problems,
}))
"""
WHOLE = {
    "stage": "sent",
    "stages": ["sent", "sent"],
    "events": [["answered"], ["answered"]],
    "versions": [1, 1],
    "messages": 1,
    "letters": ["sent"],
    "answers": 1,
    "mails": ["sent"] * 4,
}
TOLD = Counter(
    {
        "request taken in": 1,
        "request acknowledged": 1,
        "request assigned": 1,
        "request accepted": 1,
        "owner asked": 1,
        "contribution answered": 1,
        "decision written": 2,
        "decision put forward": 2,
        "draft checked": 1,
        "draft cleared": 1,
        "letter leaves": 1,
        "letter sent": 1,
        # The acknowledgement, what the owner was asked, and what the officer was told.
        "mail sent": 3,
    }
)
UNKILLED = {"pfirst@example.org", "pcounted@example.org"}
ABOUT_DOUBT = ("mail in doubt", "mail said to have gone", "mail sent again")


@pytest.fixture
def post():
    with mail_server() as post:
        yield post


@pytest.fixture
def env(tmp_path, post):
    with own_site(tmp_path) as site:
        yield {**site, "ANSWERABLE_SMTP": post.address, "ANSWERABLE_MAIL_FROM": OFFICE}


def run(env, *words):
    command = [sys.executable, *words]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def walker(env, *words):
    return run(env, "-m", "tests.support.walker", *map(str, words))


def report(env):
    return json.loads(run(env, "-c", REPORT))


def received(post):
    """Return how often each mail arrived, by its own id."""
    return Counter(_read(content)["Message-ID"] for _, _, content in post.taken)


def _read(content):
    return message_from_bytes(content, policy=default)


def test_a_kill_at_any_point_loses_nothing_doubles_nothing_and_halves_nothing(env, post):
    points = json.loads(walker(env, "points"))
    chosen = range(len(points)) if IS_LONG else dense(points)
    post.taken.clear()

    walker(env, "walk", *chosen)
    first = report(env)
    came = received(post)
    for key, message_id, problem in first["doubts"]:
        assert "nobody can know whether it went" in problem, key
        assert came[message_id] <= 1
    said = [
        word
        for key, message_id, _ in first["doubts"]
        for word in ("went" if came[message_id] else "again", key)
    ]
    walker(env, "settle", *said)
    last = report(env)

    assert (last["problems"], last["strays"], last["doubts"]) == ([], 0, [])
    assert set(received(post).values()) == {1}
    assert len(last["requests"]) == len(chosen) + len(UNKILLED)
    for address, request in last["requests"].items():
        told = Counter(request.pop("ledger"))
        doubts = Counter({action: told.pop(action, 0) for action in ABOUT_DOUBT})
        assert request == WHOLE, address
        assert told == TOLD, address
        assert doubts["mail in doubt"] == doubts.total() / 2 <= 1, address
    # What is in doubt is only what was handed over and not recorded: a few points of all.
    assert 0 < len(first["doubts"]) < len(chosen) / 4
    for address in set(last["requests"]) - UNKILLED:
        subjects = [_read(content)["Subject"] for _, to, content in post.taken if to == [address]]
        assert len(subjects) == len(set(subjects)) == len(("acknowledgement", "letter"))
