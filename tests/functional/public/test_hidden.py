"""What nobody may see leaves by no exit: neither its words nor its month, its grounds or its body."""

import datetime as dt
import hashlib
import io
from pathlib import Path

import pikepdf
import pytest
from django.conf import settings
from django.urls import get_resolver
from django.utils import timezone

from answerable.actions.archive import withdraw_entry
from answerable.actions.search_index import rebuild_index
from answerable.domain.decisions import Outcome
from answerable.domain.disclosure_log import Attachment, Body, Link, Table
from answerable.records.archive.models import Entry, PublishedFile
from tests.support.entries import keep, make_entry, make_question
from tests.support.pdf_text import words as words_of_pdf

MARKS = ("quokka", "2031", "section 44", "adran 44", "8000666", "8000777", "lilliput")
LILLIPUT = Body("LIL", "Lilliput Council", None, "lil")
OWN = ("8000666", "8000777")
TARGETS = {
    "home": ["/"],
    "search": ["/search", "/search?sort=oldest", "/search?q=firewall", "/search?page=2"],
    "make-request": ["/make-a-request"],
    "removals": ["/removals"],
    "accessibility": ["/accessibility"],
    "log": ["/log"],
    "month": ["/log/2026-01"],
    "entry": ["/log/7000001", "/log/7000002"],
    "question": ["/log/7000001/1"],
    "search-file": ["/search.csv", "/search.json", "/search.atom"],
    "log-file": ["/log.csv", "/log.json", "/log.atom"],
    "month-file": [f"/log/2026-01.{form}" for form in ("html", "csv", "json", "atom", "md", "pdf")],
    "entry-file": [f"/log/7000002.{form}" for form in ("html", "csv", "json", "atom", "md", "pdf")],
    "table-file": ["/log/7000001/table-1.csv"],
    "entry-attachment": ["/log/7000001/files/rooms.csv"],
    "sitemap": ["/sitemap.xml"],
    "sitemap-part": ["/sitemap-1.xml"],
    "robots": ["/robots.txt"],
    "opensearch": ["/opensearch.xml"],
    "open-registers": ["/registers"],
    "open-register": ["/registers/recommendations"],
    "open-register-file": ["/registers/recommendations.csv", "/registers/recommendations.json"],
    "performance": ["/performance/"],
    "satisfaction": ["/satisfaction/"],
    "satisfaction-file": ["/satisfaction.csv", "/satisfaction.json"],
    "performance-period": ["/performance/2025-10-01-to-2025-10-31/"],
    "performance-as-at": ["/performance/2025-10-01-to-2025-10-31/2025-11-30/"],
    "performance-file": ["/performance/2025-10-01-to-2025-10-31/2025-11-30.csv"],
    "open-standards": ["/service-standards/"],
    "open-standard": ["/service-standards/leave/"],
    "open-standard-file": ["/service-standards/leave.csv", "/service-standards/leave.json"],
    "open-assessment": ["/service-standards/assessment/"],
    "open-assessment-file": [
        "/service-standards/assessment.csv",
        "/service-standards/assessment.json",
    ],
}
OPEN = ("answerable.web.public.", "answerable.web.asking.")
"""Where readers come without signing in, to what is published and to the form."""
SHUT = [
    *(
        f"/lil/log/{key}{end}"
        for key in OWN
        for end in ("", "/1", ".pdf", ".csv", "/table-1.csv", "/files/rooms.csv")
    ),
    *(f"/lil/log/2031-07{end}" for end in ("", ".html", ".pdf", ".csv", ".json", ".atom", ".md")),
    "/lil/log/1999-01",
    "/log/8000777",
    "/log/2031-07",
]


@pytest.fixture
def hidden(standing):
    return standing


@pytest.fixture(scope="module")
def db(built_once):
    """Stand in the place of the fixture that undoes everything behind each test."""


@pytest.fixture(scope="module")
def kept_index(kept_log):
    """Keep a log beside one entry that was withdrawn and one that waits, each of them all there is of its kind."""
    now = timezone.now()
    secret = make_question(
        text="How many quokkas?",
        answer="Nine quokkas, under section 44.",
        outcomes=(Outcome.VEXATIOUS,),
        exemptions=("44",),
    )
    parts = {
        "questions": (secret,),
        "tables": (Table(rows=(("Quokkas",), ("9",)), caption="Quokkas"),),
        "attachments": (Attachment("Quokkas", "All quokkas"),),
        "links": (Link("quokkas", "https://quokka.example/"),),
    }
    for key, at in (("8000666", now), ("8000777", now + dt.timedelta(days=3))):
        entry = make_entry(ref=key, title=f"Quokkas {key}", **parts)
        keep(entry, name=f"{key}.txt", body=LILLIPUT, month="2031-07", at=at)
    for entry in Entry.objects.filter(key__in=("7000001", *OWN)):
        words = b"Seven rooms" if entry.key == "7000001" else b"Nine quokkas"
        PublishedFile.objects.create(
            entry=entry, place=0, name="rooms.csv", content_type="text/csv",
            sha256=hashlib.sha256(words).hexdigest(), size=len(words), data=words,
        )  # fmt: skip
    withdraw_entry("LIL", "8000666", reason="It named a person", by="a manager", at=now)
    rebuild_index(at=now)
    return Path(settings.ANSWERABLE_INDEX)


def _names(patterns):
    for one in patterns:
        if hasattr(one, "url_patterns"):
            yield from _names(one.url_patterns)
        elif one.callback.__module__.startswith(OPEN):
            yield one.name


def _said(response):
    content = b"".join(response.streaming_content) if response.streaming else response.content
    if not content.startswith(b"%PDF"):
        return content.decode().lower()
    with pikepdf.open(io.BytesIO(content)) as document:
        attached = [file.get_file().read_bytes() for file in document.attachments.values()]
        return (words_of_pdf(document) + b"".join(attached).decode()).lower()


def test_the_walk_has_every_route():
    assert set(_names(get_resolver().url_patterns)) == set(TARGETS)


OF_ANOTHER_TABLE = (
    "open-register", "open-register-file", "performance-period", "performance-as-at", "performance-file",
    "open-standard", "open-standard-file", "open-assessment", "open-assessment-file",
)  # fmt: skip
"""They read no entry, only registers and figures that were published: here none was."""
# The register of removals and the list of bodies say, on purpose, that there was something.
KNOWN = {
    "removals": ("8000666", "lilliput"),
    "home": ("lilliput",),
}


@pytest.mark.parametrize("language", ["", "/cy"])
@pytest.mark.parametrize(("name", "address"), [(n, a) for n, some in TARGETS.items() for a in some])
def test_no_exit_lets_a_hidden_entry_out(client, hidden, name, address, language):
    is_page = name in (
        "home",
        "search",
        "removals",
        "accessibility",
        "log",
        "month",
        "entry",
        "make-request",
        "satisfaction",
    )
    if language and not is_page:
        language = ""

    response = client.get(f"{language}{address}")

    assert response.status_code == (404 if name in OF_ANOTHER_TABLE else 200)
    said = _said(response)
    assert [mark for mark in MARKS if mark in said and mark not in KNOWN.get(name, ())] == []


@pytest.mark.parametrize("address", SHUT)
def test_its_own_addresses_say_nothing_of_it(client, hidden, address):
    response = client.get(address)

    said = _said(response).replace(address, "").replace(f"/cy{address}", "")
    assert response.status_code == (410 if "8000666" in address else 404)
    seen = [mark for mark in MARKS if mark in said and mark not in ("8000666", "lilliput")]
    assert seen == []


def test_searches_for_its_own_words_find_nothing(client, hidden):
    for wanted in ("quokkas", "8000666", "8000777", "s44", '"nine quokkas"'):
        found = client.get("/search.json", {"q": wanted})
        page = client.get("/search", {"q": wanted}).content.decode()

        assert "LIL" not in b"".join(found.streaming_content).decode()
        assert "No entry found" in page
