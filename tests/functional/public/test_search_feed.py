"""The feed of a search: found from its page, valid, the newest first, in pages, and the same entry the same."""

import datetime as dt
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from answerable.actions.search_index import rebuild_index
from answerable.queries.archive import entries
from tests.support.entries import keep, make_entry

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
DAY = dt.timedelta(days=1)


@pytest.fixture
def many(db):
    """Publish sixty entries, one a day, the last one with the oldest answer."""
    now = timezone.now()
    for number in range(60):
        keep(
            make_entry(ref=f"80000{number:02}", title=f"Bicycles {number}"),
            name=str(number),
            month=f"{2025 if number < 59 else 2001}-01",
            at=now - (60 - number) * DAY,
        )
    rebuild_index(at=now)


def feed(client, address):
    response = client.get(address)
    assert response.status_code == 200
    root = ElementTree.fromstring(b"".join(response.streaming_content))  # noqa: S314  # our own
    links = {one.get("rel"): one.get("href") for one in root.findall(f"{ATOM}link")}
    return root, links


def test_a_page_of_results_leads_to_its_feed_for_people_and_for_readers_of_feeds(client, many):
    page = client.get("/search?q=bicycles").content.decode()

    assert (
        '<link rel="alternate" type="application/atom+xml" href="/search.atom?q=bicycles"' in page
    )
    assert '<a class="govuk-link" href="/search.atom?q=bicycles">Atom</a>' in page


@pytest.mark.parametrize("named", [1000, 10])
def test_what_was_published_last_comes_first_whatever_the_day_of_its_answer(
    client, many, monkeypatch, named
):
    monkeypatch.setattr(entries, "_MOST_NAMED", named)

    root, links = feed(client, "/search.atom?q=bicycles&sort=oldest")
    titles = [one.text for one in root.findall(f"{ATOM}entry/{ATOM}title")]
    second, _ = feed(client, links["next"].removeprefix("https://foi.example"))
    older = [one.text for one in second.findall(f"{ATOM}entry/{ATOM}title")]

    assert titles == [f"Bicycles {number}" for number in range(59, 9, -1)]
    assert older == [f"Bicycles {number}" for number in range(9, -1, -1)]
    assert root.find(f"{ATOM}id").text == second.find(f"{ATOM}id").text


def test_a_feed_says_where_its_pages_are(client, many):
    _, links = feed(client, "/search.atom?q=bicycles&page=2")

    own = "https://foi.example/search.atom?q=bicycles"
    assert links == {
        "alternate": "https://foi.example/search?q=bicycles",
        "self": f"{own}&page=2",
        "first": own,
        "previous": own,
        "last": f"{own}&page=2",
    }


def test_it_has_what_a_feed_must_have(client, many):
    root, _ = feed(client, "/search.atom?q=%22bicycles%2059%22")

    for name in ("id", "title", "updated"):
        assert len(root.findall(f"{ATOM}{name}")) == 1
    (entry,) = root.findall(f"{ATOM}entry")
    assert entry.find(f"{ATOM}id").text == "https://foi.example/log/8000059"
    for one in (root.find(f"{ATOM}updated"), entry.find(f"{ATOM}updated")):
        assert dt.datetime.fromisoformat(one.text).tzinfo is not None
    assert entry.find(f"{ATOM}author/{ATOM}name").text


def test_who_has_it_already_is_told_so(client, many):
    first = client.get("/search.atom?q=bicycles")
    b"".join(first.streaming_content)

    again = client.get("/search.atom?q=bicycles", headers={"if-none-match": first["ETag"]})

    assert again.status_code == 304
