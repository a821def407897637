"""Pages kept ready: quick, never older than the archive, and with every header of a made one."""

import gzip

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from answerable.actions.archive import restore_entry, withdraw_entry
from answerable.web.public import kept
from tests.support.entries import keep, make_entry


def test_a_kept_page_asks_the_database_one_thing(client, log):
    client.get("/log/7000001")

    with CaptureQueriesContext(
        connection,
    ) as queries:
        response = client.get("/log/7000001")

    assert response.status_code == 200
    assert len(queries) == 1


def test_a_kept_page_is_sent_as_it_was_made(client, log):
    made = client.get("/cy/log/7000001")
    again = client.get("/cy/log/7000001")

    assert again.content == made.content
    assert dict(again.items()) == dict(made.items())
    assert "X-Kept" not in made.headers
    assert "script-src 'none'" in again.headers["Content-Security-Policy"]


def test_a_withdrawal_and_its_taking_back_show_at_once(client, log):
    now = timezone.now()
    assert client.get("/log/7000002").status_code == 200

    withdraw_entry("OPA", "7000002", reason="It named a person", by="a manager", at=now)
    assert client.get("/log/7000002").status_code == 410
    assert "Tricycles" not in client.get("/log/2026-01").content.decode()

    restore_entry("OPA", "7000002", reason="It named nobody", by="a manager", at=now)
    assert client.get("/log/7000002").status_code == 200


def test_packed_and_plain_forms_of_a_page_are_two_things_to_a_cache(client, log):
    plain = client.get("/log/7000001")
    packed = client.get("/log/7000001", headers={"Accept-Encoding": "gzip"})

    assert gzip.decompress(packed.content) == plain.content
    assert packed.headers["ETag"] != plain.headers["ETag"]
    assert packed.headers["Vary"] == "Accept-Encoding"


def test_what_is_kept_is_bounded(client, log, monkeypatch):
    monkeypatch.setattr(kept, "_MOST_BYTES", 40_000)
    keep(*(make_entry(ref=f"80000{number}", title=f"Cars {number}") for number in range(10, 40)))

    for number in range(10, 40):
        client.get(f"/log/80000{number}")

    assert 0 < sum(page.size for page in kept._pages.values()) <= 40_000
    assert "/log/8000039" in kept._pages


def test_a_query_is_neither_kept_nor_answered_with_what_is(client, log):
    client.get("/log/7000001?utm=1")

    assert "/log/7000001" not in kept._pages


@pytest.mark.parametrize("address", ["/log/7000001", "/search"])
def test_a_host_that_is_not_ours_is_refused(client, log, address):
    client.get(address)

    response = client.get(address, headers={"Host": "elsewhere.example"})

    assert response.status_code == 400
    assert b"elsewhere" not in response.content
