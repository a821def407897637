"""Workers that share the connections between them."""

import time

import pytest
from gunicorn.workers.gthread import ThreadWorker

from answerable.cli.serve import server_words
from answerable.web.fair_worker import FairWorker

pytestmark = pytest.mark.once


@pytest.mark.parametrize(("held", "wait"), [(0, None), (1, 0.000_05), (4, 0.000_2), (500, 0.000_5)])
def test_who_holds_more_connections_takes_the_next_later(monkeypatch, held, wait):
    done = []
    monkeypatch.setattr(time, "sleep", lambda seconds: done.append(pytest.approx(seconds)))
    monkeypatch.setattr(ThreadWorker, "accept", lambda _self, listener: done.append(listener))
    worker = FairWorker.__new__(FairWorker)
    worker.nr_conns = held

    worker.accept("listener")

    assert done == ([wait, "listener"] if wait else ["listener"])


def test_the_site_is_served_by_such_workers():
    words = server_words("127.0.0.1", 8000, workers=2)

    assert words[words.index("--worker-class") + 1] == f"{FairWorker.__module__}.FairWorker"
