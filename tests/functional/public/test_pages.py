"""Each public page's happy path, each refusal once."""

import json
import shutil

import pytest
from django.urls import get_resolver
from django.utils import timezone

from answerable.actions.search_index import rebuild_index
from tests.support.entries import keep, make_entry
from tests.support.pdf_text import words as words_of_pdf
from tests.support.public_walk import WALK

PAGES = [
    ("/", "What was asked, and what was answered"),
    ("/search", "entries found"),
    ("/search?q=firewalls", "<mark>firewall</mark>"),
    ("/log", "All months of the log"),
    ("/ncc/log", "Northshire County Council"),
    ("/log/2026-01", "Log of January 2026"),
    ("/ncc/log/2025-12", "Bicycle lanes"),
    ("/log/7000001", "Tandems by year"),
    ("/log/7000001/2", "Which firewall do you use?"),
    ("/ncc/log/1", "Bicycle lanes"),
    ("/removals", "It named a person"),
    ("/accessibility", "Web Content Accessibility Guidelines"),
]


@pytest.fixture(scope="module")
def db(built_once):
    """Stand in the place of the fixture that undoes everything behind each test."""


@pytest.fixture
def log(standing):
    return standing


@pytest.mark.parametrize(("address", "words"), PAGES)
def test_a_page_says_what_it_is_for_in_both_languages(client, log, address, words):
    english = client.get(address)
    welsh = client.get(f"/cy{address}")

    assert english.status_code == welsh.status_code == 200
    assert words in english.content.decode()
    assert '<html lang="en"' in english.content.decode()
    assert '<html lang="cy"' in welsh.content.decode()


FILES = [
    ("/log.csv", "text/csv; charset=utf-8"),
    ("/log.json", "application/json"),
    ("/log.atom", "application/atom+xml; charset=utf-8"),
    ("/ncc/log.csv", "text/csv; charset=utf-8"),
    ("/search.csv?q=bicycles", "text/csv; charset=utf-8"),
    ("/search.json?q=bicycles", "application/json"),
    ("/search.atom?q=bicycles", "application/atom+xml; charset=utf-8"),
    *((f"/log/2026-01.{form}", None) for form in ("html", "pdf", "csv", "json", "atom", "md")),
    *((f"/log/7000001.{form}", None) for form in ("html", "pdf", "csv", "json", "atom", "md")),
    ("/log/7000001/table-1.csv", "text/csv; charset=utf-8"),
    ("/sitemap.xml", "application/xml; charset=utf-8"),
    ("/sitemap-1.xml", "application/xml; charset=utf-8"),
    ("/robots.txt", "text/plain; charset=utf-8"),
    ("/opensearch.xml", "application/opensearchdescription+xml; charset=utf-8"),
]


@pytest.mark.parametrize(("address", "content_type"), FILES)
def test_a_file_comes_in_its_format(client, log, address, content_type):
    response = client.get(address)

    assert response.status_code == 200
    assert _body(response)
    if content_type:
        assert response.headers["Content-Type"] == content_type


def _body(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


def test_a_file_to_keep_is_offered_for_keeping_however_often_it_is_asked_for(client, log):
    first, second = (client.get("/log/7000001.pdf") for _ in range(2))

    assert first.headers["Content-Disposition"] == 'attachment; filename="opa-7000001.pdf"'
    assert second.headers["Content-Disposition"] == first.headers["Content-Disposition"]


MISSING = [
    "/nothing",
    "/log/1234567",
    "/log/7000001/99",
    "/log/1999-01",
    "/nowhere/log",
    "/log/7000001/table-9.csv",
    "/log/1234567.pdf",
    "/nowhere/log.csv",
    "/sitemap-9.xml",
    "/cy/log/1234567",
]


@pytest.mark.parametrize("address", MISSING)
def test_what_is_not_there_is_404_in_the_design_of_the_site(client, log, address):
    response = client.get(address)

    assert response.status_code == 404
    assert b"govuk-skip-link" in response.content


@pytest.mark.parametrize(
    "address",
    [
        "/log/7000666",
        "/cy/log/7000666",
        "/log/7000666/1",
        "/log/7000666.csv",
        "/log/7000666/table-1.csv",
    ],
)
def test_a_withdrawn_entry_is_410_with_its_reason(client, log, address):
    response = client.get(address)

    assert response.status_code == 410
    assert "It named a person" in response.content.decode()


@pytest.mark.parametrize("address", ["/search?q=x", "/search.csv?q=x", "/cy/search?q=x"])
def test_without_its_index_search_is_503_and_leads_to_the_months(client, log, settings, address):
    shutil.rmtree(settings.ANSWERABLE_INDEX)

    response = client.get(address)

    assert response.status_code == 503
    assert "/log/2026-01" in response.content.decode()
    assert (
        "0 " not in response.content.decode().split("</main>")[0].split("<h1")[1].split("</h1>")[0]
    )


def test_a_failure_is_a_500_in_the_design_without_details_or_the_database(
    client, monkeypatch, settings, shut_database
):
    settings.DEBUG_PROPAGATE_EXCEPTIONS = False
    client.raise_request_exception = False

    def fail(**_):
        raise RuntimeError("a person's name")

    monkeypatch.setattr("answerable.web.public.home.newest_entries", fail)
    monkeypatch.setattr("answerable.web.public.kept.change_number", lambda: 1)
    monkeypatch.setattr("answerable.web.public.home.log_statistics", fail)
    response = client.get("/")

    assert response.status_code == 500
    assert b"Something went wrong" in response.content
    assert b"a person" not in response.content


def test_an_exact_reference_leads_to_its_entry_in_the_same_language(client, log):
    assert client.get("/search?q=7000002").headers["Location"] == "/log/7000002"
    assert client.get("/cy/search?q=7000002").headers["Location"] == "/cy/log/7000002"


def test_links_are_followed_only_where_they_are_safe(client, log):
    page = client.get("/log/7000001").content.decode()

    assert 'href="https://opa.example/bicycles"' in page
    assert "javascript:" not in page


def test_what_was_asked_is_shown_and_never_run(client, log):
    page = client.get("/search", {"q": "<script>alert(1)</script>"}).content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


HOSTILE = [
    "page=0",
    "page=-1",
    "page=99999999999999999999",
    "page=x",
    "sort=worst",
    "outcome=none",
    "year=%00",
    "month=2021-99",
    "month=a-b-c",
    "month=-",
    "exemption=%3Cscript%3E",
    "exemption=" + "(" * 5000,
    "body=" + "x" * 5000,
    "q=%00%ff",
    "q=" + "a" * 5000,
]


@pytest.mark.parametrize("query", HOSTILE)
def test_no_query_is_an_error(client, log, query):
    assert client.get(f"/search?{query}").status_code == 200


def test_pages_set_no_cookie_and_allow_no_script(client, log):
    response = client.get("/log/7000001")

    assert not response.cookies
    policy = response.headers["Content-Security-Policy"]
    assert "script-src 'none'" in policy
    assert "unsafe" not in policy
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_a_page_is_not_sent_again_to_who_has_it(client, log):
    first = client.get("/log/7000001")

    again = client.get("/log/7000001", headers={"If-None-Match": first.headers["ETag"]})

    assert again.status_code == 304


def test_an_entry_describes_itself_to_machines(client, log):
    page = client.get("/log/7000001").content.decode()

    data = json.loads(page.split('<script type="application/ld+json">')[1].split("</script>")[0])
    assert data["@type"] == "DigitalDocument"
    assert data["identifier"] == "7000001"


def test_a_question_describes_itself_with_its_answer(client, log):
    page = client.get("/log/7000001/1").content.decode()

    data = json.loads(page.split('<script type="application/ld+json">')[1].split("</script>")[0])
    assert data["@type"] == "QAPage"
    assert data["mainEntity"]["acceptedAnswer"]["text"] == "Seven."


def test_a_licence_stands_on_pages_and_in_files(client, log, settings):
    settings.ANSWERABLE_LICENCE = "Use this under https://licence.example/3"

    assert 'href="https://licence.example/3"' in client.get("/log/7000002").content.decode()
    assert "licence.example/3" in client.get("/log/7000002.html").content.decode()


def test_a_whole_log_is_not_sent_again_to_who_has_it(client, log):
    first = client.get("/log.csv")
    tag = first.headers["ETag"]

    assert client.get("/log.csv", headers={"If-None-Match": tag}).status_code == 304
    keep(make_entry(ref="7000003", title="Scooters"))
    again = client.get("/log.csv", headers={"If-None-Match": tag})
    assert b"Scooters" in _body(again)


@pytest.mark.parametrize("end", ["", ".csv", ".pdf"])
def test_a_reference_that_came_later_leads_to_the_one_address(client, log, end):
    keep(make_entry(ref=None, title="Rickshaws"), name="first.txt")
    keep(make_entry(ref="7000010", title="Rickshaws"), name="second.txt")

    response = client.get(f"/log/7000010{end}")

    assert response.status_code == 301
    assert response.headers["Location"] == f"/log/rickshaws{end}"


def test_a_filter_can_be_taken_off_again(client, log):
    page = client.get("/search?q=bicycles&outcome=withheld&year=2026").content.decode()

    assert 'href="/search?q=bicycles&amp;year=2026"' in page


def test_the_switch_of_language_keeps_the_search(client, log):
    assert (
        'href="/cy/search?q=bicycles&amp;sort=newest"'
        in client.get("/search?q=bicycles&sort=newest").content.decode()
    )


def test_every_route_is_walked_for_what_must_not_be_seen(client, log):
    """A new route fails here until it is in the walk."""
    names = {
        route.name
        for route in _routes(get_resolver().url_patterns)
        if route.callback.__module__.startswith(
            ("answerable.web.public.", "answerable.web.asking.")
        )
    }

    assert names == set(WALK)


@pytest.mark.parametrize(
    "address", [address for addresses in WALK.values() for address in addresses]
)
def test_what_is_withdrawn_or_held_is_nowhere_to_be_seen(client, log, address):
    response = client.get(address, follow=True)

    said = _said(response).replace(b"q=quokkas", b"").replace(b"quokkas&quot;", b"")
    asked = (
        b'value="quokkas"',
        b"\xe2\x80\x9cquokkas\xe2\x80\x9d",
        b"quokkas \xe2\x80\x93",
        b"Search: quokkas",
    )
    for one in asked:
        said = said.replace(one, b"")
    assert b"quokkas" not in said
    assert b"7000777" not in said.replace(address.encode(), b"").replace(
        b"/cy" + address.encode(), b""
    )


def _said(response):
    """Return what a response says; of a PDF the words on its pages."""
    content = _body(response)
    if not content.startswith(b"%PDF"):
        return content
    import io

    import pikepdf

    with pikepdf.open(io.BytesIO(content)) as document:
        attached = [file.get_file().read_bytes() for file in document.attachments.values()]
        return b"".join([words_of_pdf(document).encode(), *attached])


def _routes(patterns):
    for one in patterns:
        if hasattr(one, "url_patterns"):
            yield from _routes(one.url_patterns)
        else:
            yield one


@pytest.mark.parametrize(
    "address", [addresses[0] for name, addresses in WALK.items() if name != "make-request"]
)
def test_nothing_can_be_posted(client, log, address):
    assert client.post(address).status_code == 405


def test_the_switch_of_language_leads_nowhere_else(client, log):
    page = client.get("//elsewhere.example/").content.decode()

    assert 'href="//elsewhere' not in page


def test_sitemaps_hold_every_entry_once(client, log, monkeypatch):
    monkeypatch.setattr("answerable.web.public.machines._PAGE", 2)

    index = client.get("/sitemap.xml").content.decode()
    parts = [_body(client.get(f"/sitemap-{part}.xml")).decode() for part in (1, 2)]

    assert index.count("<sitemap>") == 2
    assert [part.count("/log/") for part in parts] == [2, 1]
    assert client.get("/sitemap-0.xml").status_code == 404
    assert client.get("/sitemap-3.xml").status_code == 404


def test_pages_of_results_lead_to_each_other_and_keep_the_search(client, log):
    keep(*(make_entry(ref=f"90000{n}", title=f"Scooters {n}") for n in range(10, 71)), name="many")
    rebuild_index(at=timezone.now())

    page = client.get("/search?q=scooters&page=2").content.decode()

    assert 'href="/search?q=scooters&amp;page=3" aria-label="Page 3">3</a>' in page
    assert (
        'href="/search?q=scooters&amp;page=2" aria-label="Page 2" aria-current="page">2</a>' in page
    )
    assert '<ol class="an-hits" start="21">' in page
    last = client.get("/cy/search?q=scooters&page=9").content.decode()
    assert 'href="/cy/search?q=scooters"' in last
