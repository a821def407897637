"""A process that is killed while it takes requests in: nothing is lost, nothing comes in twice."""

import json
import signal

import pytest

from tests.support.databases import own_site
from tests.support.forking import begin
from tests.support.letters import make_mail
from tests.support.ready import ready

COUNT = 40


def start(env, *words):
    return begin(env, "answerable.cli:main", *words)


@pytest.mark.slow
@pytest.mark.parametrize("lines", [1, 7])
def test_a_kill_in_the_middle_loses_nothing_and_doubles_nothing(tmp_path, lines):
    folder = tmp_path / "mail"
    folder.mkdir()
    for number in range(COUNT):
        mail = make_mail(Message_ID=f"<{number}@example.org>", Subject=f"Printers {number}")
        (folder / f"{number:03d}.eml").write_bytes(mail)

    with own_site(tmp_path) as site, ready(site) as finish:
        process = start(site, "take-in", str(folder))
        for _ in range(lines):
            assert process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        process.communicate()
        finish("take-in", str(folder))
        again = finish("take-in", str(folder))
        requests = [json.loads(line) for line in finish("requests", "--json").splitlines()]
        checked = json.loads(finish("ledger", "verify", "--json"))

    assert sorted(one["title"] for one in requests) == sorted(
        f"Printers {number}" for number in range(COUNT)
    )
    assert len({one["reference"] for one in requests}) == COUNT
    assert again.count("came before") == COUNT
    assert (checked["lines"], checked["problems"]) == (COUNT, [])
