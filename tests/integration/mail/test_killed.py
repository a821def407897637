"""Workers that are killed while mail comes and goes: nothing is lost, nothing is sent twice."""

import json
import os
import signal
import time
from collections import Counter
from contextlib import ExitStack
from email import message_from_bytes

import pytest

from tests.support.databases import own_site
from tests.support.forking import begin
from tests.support.imap_server import imap_mailbox
from tests.support.letters import make_mail
from tests.support.mail_server import mail_server
from tests.support.outbox import OFFICE
from tests.support.ready import ready

pytestmark = pytest.mark.slow
STATES = "print(json.dumps(list(Outgoing.objects.order_by('pk').values_list('state', flat=True))))"
LATER = (
    "Outgoing.objects.filter(state='waiting').update(next_at=now)",
    "Outgoing.objects.filter(state='handed over').update(handed_at=now - timedelta(hours=1))",
)


@pytest.fixture
def post():
    with mail_server() as post:
        yield post


@pytest.fixture
def site(tmp_path, post):
    with own_site(tmp_path) as site:
        yield {
            **site,
            "PYTHONUNBUFFERED": "1",
            "ANSWERABLE_SMTP": post.address,
            "ANSWERABLE_MAIL_FROM": OFFICE,
        }


@pytest.fixture
def finish(site):
    """Return what runs a command of the site to its end, and gives what it printed."""
    with ready(site) as run:
        yield run


def start(env, *words):
    return begin(env, "answerable.cli:main", *words)


HEAD = """
import json
from datetime import timedelta
from django.db import transaction
from django.utils import timezone; now = timezone.now()
from answerable.actions.outbox import Mail, write_mail
from answerable.records.casework.models import *
from answerable.records.standards.models import SurveyInvitation
"""


def run_in(finish, *lines):
    """Run lines of Python on the site, and return what they print."""
    return finish("-c", "\n".join([HEAD, *lines]))


def fill(finish, count):
    run_in(
        finish,
        "with transaction.atomic():",
        f"  for number in range({count}):",
        "    write_mail(Mail(f'{number}', f'p{number}@example.org', 'Hello', 'Words'), at=now)",
    )


def kill(process):
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def wait_until(is_so):
    for _ in range(3_000):
        if is_so():
            return
        time.sleep(0.02)
    raise AssertionError("It never came so far")


def received(post):
    return Counter(message_from_bytes(content)["Message-ID"] for _, _, content in post.taken)


def check_ledger(finish):
    assert json.loads(finish("ledger", "verify", "--json"))["problems"] == []


@pytest.mark.parametrize("step", ["MAIL", "RCPT"])
def test_killed_before_the_hand_over_a_mail_goes_later(site, finish, post, step):
    fill(finish, 2)
    post.says[step] = "stall"
    process = start(site, "worker", "--once")
    wait_until(lambda: step in post.reached)

    kill(process)
    post.says.clear()

    assert "send the outbox: 1 sent" in finish("worker", "--once")
    run_in(finish, *LATER)
    assert "send the outbox: 1 sent" in finish("worker", "--once")
    assert "send the outbox: nothing" in finish("worker", "--once")
    assert sorted(received(post).values()) == [1, 1]
    assert json.loads(run_in(finish, STATES)) == ["sent", "sent"]
    check_ledger(finish)


@pytest.mark.parametrize("went", [False, True])
def test_killed_after_the_hand_over_a_mail_is_in_doubt_and_never_goes_by_itself(
    site, finish, post, went
):
    fill(finish, 2)
    post.says["DATA"] = "take and stall" if went else "stall"
    process = start(site, "worker", "--once")
    wait_until(lambda: "DATA" in post.reached and bool(post.taken) is went)

    kill(process)
    post.says.clear()

    assert "send the outbox: 1 sent" in finish("worker", "--once")
    assert json.loads(run_in(finish, STATES)) == ["handed over", "sent"]
    run_in(finish, *LATER)
    assert "send the outbox: 1 in doubt" in finish("worker", "--once")
    run_in(finish, *LATER)
    assert "send the outbox: nothing" in finish("worker", "--once")
    assert json.loads(run_in(finish, STATES)) == ["unsure", "sent"]
    assert sorted(received(post).values()) == [1] * (2 if went else 1)
    check_ledger(finish)


SURVEY = "print(json.dumps([SurveyInvitation.objects.count(), Outgoing.objects.get().state]))"


@pytest.mark.parametrize(
    ("step", "says", "stood"),
    [
        ("RCPT", "stall", ([0, "waiting"], [1, "sent"])),
        ("DATA", "stall", ([1, "handed over"], [1, "unsure"])),
        ("DATA", "take and stall", ([1, "handed over"], [1, "unsure"])),
    ],
)
def test_killed_anywhere_an_answer_offers_the_survey_once(site, finish, post, step, says, stood):
    run_in(finish, "from tests.support.outbox import leaving_letter", "leaving_letter()")
    post.says[step] = says
    process = start({**site, "ANSWERABLE_SURVEY": "yes"}, "worker", "--once")
    wait_until(lambda: step in post.reached and bool(post.taken) is (says != "stall"))

    kill(process)
    post.says.clear()

    assert json.loads(run_in(finish, SURVEY)) == stood[0]
    run_in(finish, *LATER)
    start({**site, "ANSWERABLE_SURVEY": "yes"}, "worker", "--once").communicate(timeout=120)
    assert json.loads(run_in(finish, SURVEY)) == stood[1]
    check_ledger(finish)


def test_two_workers_never_send_the_same_mail(site, finish, post):
    fill(finish, 30)
    post.seconds = 0.005
    both = [start(site, "worker", "--once") for _ in range(2)]

    said = [process.communicate(timeout=120)[0].decode() for process in both]

    assert len(received(post)) == 30
    assert set(received(post).values()) == {1}
    assert all("taken by another" not in one for one in said)
    assert set(json.loads(run_in(finish, STATES))) == {"sent"}
    check_ledger(finish)


def test_the_cluster_can_be_killed_again_and_again(site, finish, post):
    fill(finish, 30)
    post.seconds = 0.02
    for taken in (5, 12, 19):
        process = start(site, "worker")
        wait_until(lambda taken=taken: len(post.taken) >= taken)
        kill(process)
    process = start(site, "worker")
    wait_until(lambda: "waiting" not in json.loads(run_in(finish, STATES + ";" + LATER[0])))

    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=60)
    run_in(finish, *LATER)
    finish("worker", "--once")

    states = Counter(json.loads(run_in(finish, STATES)))
    assert set(states) <= {"sent", "unsure"}
    assert states["unsure"] <= 3
    assert set(received(post).values()) == {1}
    assert states["sent"] <= len(received(post)) <= states.total()
    check_ledger(finish)


@pytest.mark.parametrize(("query", "step"), [("", "UID STORE"), ("?done=Done", "UID MOVE")])
def test_killed_between_keeping_and_marking_a_message_comes_in_once(site, query, step):
    with ExitStack() as stack:
        box = stack.enter_context(imap_mailbox())
        env = {**site, "ANSWERABLE_IMAP": box.address(query)}
        finish = stack.enter_context(ready(env))
        for number in range(3):
            box.put(make_mail(Message_ID=f"<{number}@example.org>", Subject=f"Printers {number}"))
        box.on[step] = "stall"
        process = start(env, "worker", "--once")
        wait_until(lambda: step in box.commands)

        kill(process)
        box.on.clear()
        time.sleep(0.1)
        finish("worker", "--once")

        requests = [json.loads(one) for one in finish("requests", "--json").splitlines()]
        assert sorted(one["title"] for one in requests) == [f"Printers {one}" for one in range(3)]
        assert "taken in" not in finish("worker", "--once")
        check_ledger(finish)
