"""What the server writes when a page fails: where and what, and nothing of what was asked."""

import logging

import pytest
from gunicorn.config import Config

from answerable.cli.serve import server_words
from answerable.web.public import searching
from answerable.web.server_log import ServerLog, WithoutData

PRIVATE = "Jo-Private"


@pytest.fixture
def written(monkeypatch):
    """Collect what the site's own handler writes."""
    lines = []
    handler = logging.Handler()
    handler.setFormatter(WithoutData())
    handler.emit = lambda record: lines.append(handler.format(record))
    logger = logging.getLogger("django")
    monkeypatch.setattr(logger, "handlers", [handler])
    return lines


def test_an_error_says_route_kind_and_place_but_nothing_of_what_was_asked(
    client, log, written, monkeypatch
):
    def fail(*_words, **_more):
        raise ValueError(PRIVATE)

    monkeypatch.setattr(searching, "search", fail)
    client.raise_request_exception = False

    response = client.get(f"/search?q={PRIVATE}", headers={"user-agent": PRIVATE})

    assert response.status_code == 500
    assert PRIVATE not in response.text
    (line,) = written
    assert PRIVATE not in line
    assert "ERROR django.request search ValueError at" in line
    assert "answerable/web/public/searching.py:" in line


def test_a_strange_host_is_not_written_down(client, log, written):
    client.get("/log", headers={"host": f"{PRIVATE}.example"})

    assert not any(PRIVATE in line for line in written)


def test_what_the_server_says_of_itself_stays_and_what_it_says_of_readers_goes(capsys):
    server_log = ServerLog(Config())
    server_log.error("Connection in use: %s", ("127.0.0.1", 8000))
    try:
        int(PRIVATE)
    except ValueError:
        server_log.exception("Error handling request %s", f"/search?q={PRIVATE}")

    first, second = capsys.readouterr().err.splitlines()
    assert first.endswith("ERROR gunicorn.error Connection in use: ('127.0.0.1', 8000)")
    assert "ValueError at test_server_log.py:" in second
    assert PRIVATE not in second


def test_the_site_is_served_with_that_log():
    words = server_words("127.0.0.1", 8000, workers=2)

    assert words[words.index("--logger-class") + 1] == f"{ServerLog.__module__}.ServerLog"
    assert words[words.index("--log-level") + 1] == "error"
