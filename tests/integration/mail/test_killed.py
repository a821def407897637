"""Workers that are killed while mail comes and goes: nothing is lost, nothing is sent twice."""

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from email import message_from_bytes

import pytest

from tests.support.databases import own_site
from tests.support.imap_server import imap_mailbox
from tests.support.letters import make_mail
from tests.support.mail_server import mail_server
from tests.support.outbox import OFFICE

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


def start(env, *words):
    command = [sys.executable, "-m", "answerable", *words]
    return subprocess.Popen(
        command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )


def finish(env, *words):
    command = [sys.executable, "-m", "answerable", *words]
    done = subprocess.run(
        command, env=env, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def run_in(env, *lines):
    """Run lines of Python on the site, and return what they print."""
    head = (
        "import json, django; django.setup()",
        "from datetime import timedelta",
        "from django.db import transaction",
        "from django.utils import timezone; now = timezone.now()",
        "from answerable.actions.outbox import Mail, write_mail",
        "from answerable.records.casework.models import *",
    )
    command = [sys.executable, "-c", "\n".join([*head, *lines])]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout


def fill(env, count):
    run_in(
        env,
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


def check_ledger(env):
    assert json.loads(finish(env, "ledger", "verify", "--json"))["problems"] == []


@pytest.mark.parametrize("step", ["MAIL", "RCPT"])
def test_killed_before_the_hand_over_a_mail_goes_later(site, post, step):
    fill(site, 2)
    post.says[step] = "stall"
    process = start(site, "worker", "--once")
    wait_until(lambda: step in post.reached)

    kill(process)
    post.says.clear()

    assert "send the outbox: 1 sent" in finish(site, "worker", "--once")
    run_in(site, *LATER)
    assert "send the outbox: 1 sent" in finish(site, "worker", "--once")
    assert "send the outbox: nothing" in finish(site, "worker", "--once")
    assert sorted(received(post).values()) == [1, 1]
    assert json.loads(run_in(site, STATES)) == ["sent", "sent"]
    check_ledger(site)


@pytest.mark.parametrize("went", [False, True])
def test_killed_after_the_hand_over_a_mail_is_in_doubt_and_never_goes_by_itself(site, post, went):
    fill(site, 2)
    post.says["DATA"] = "take and stall" if went else "stall"
    process = start(site, "worker", "--once")
    wait_until(lambda: "DATA" in post.reached and bool(post.taken) is went)

    kill(process)
    post.says.clear()

    assert "send the outbox: 1 sent" in finish(site, "worker", "--once")
    assert json.loads(run_in(site, STATES)) == ["handed over", "sent"]
    run_in(site, *LATER)
    assert "send the outbox: 1 in doubt" in finish(site, "worker", "--once")
    run_in(site, *LATER)
    assert "send the outbox: nothing" in finish(site, "worker", "--once")
    assert json.loads(run_in(site, STATES)) == ["unsure", "sent"]
    assert sorted(received(post).values()) == [1] * (2 if went else 1)
    check_ledger(site)


def test_two_workers_never_send_the_same_mail(site, post):
    fill(site, 30)
    post.seconds = 0.005
    both = [start(site, "worker", "--once") for _ in range(2)]

    said = [process.communicate(timeout=120)[0].decode() for process in both]

    assert len(received(post)) == 30
    assert set(received(post).values()) == {1}
    assert all("taken by another" not in one for one in said)
    assert set(json.loads(run_in(site, STATES))) == {"sent"}
    check_ledger(site)


def test_the_cluster_can_be_killed_again_and_again(site, post):
    fill(site, 30)
    post.seconds = 0.02
    for taken in (5, 12, 19):
        process = start(site, "worker")
        wait_until(lambda taken=taken: len(post.taken) >= taken)
        kill(process)
    process = start(site, "worker")
    wait_until(lambda: "waiting" not in json.loads(run_in(site, STATES + ";" + LATER[0])))

    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=60)
    run_in(site, *LATER)
    finish(site, "worker", "--once")

    states = Counter(json.loads(run_in(site, STATES)))
    assert set(states) <= {"sent", "unsure"}
    assert states["unsure"] <= 3
    assert set(received(post).values()) == {1}
    assert states["sent"] <= len(received(post)) <= states.total()
    check_ledger(site)


@pytest.mark.parametrize(("query", "step"), [("", "UID STORE"), ("?done=Done", "UID MOVE")])
def test_killed_between_keeping_and_marking_a_message_comes_in_once(site, query, step):
    with imap_mailbox() as box:
        env = {**site, "ANSWERABLE_IMAP": box.address(query)}
        for number in range(3):
            box.put(make_mail(Message_ID=f"<{number}@example.org>", Subject=f"Printers {number}"))
        box.on[step] = "stall"
        process = start(env, "worker", "--once")
        wait_until(lambda: step in box.commands)

        kill(process)
        box.on.clear()
        time.sleep(0.1)
        finish(env, "worker", "--once")

        requests = [json.loads(one) for one in finish(env, "requests", "--json").splitlines()]
        assert sorted(one["title"] for one in requests) == [f"Printers {one}" for one in range(3)]
        assert "taken in" not in finish(env, "worker", "--once")
        check_ledger(env)
