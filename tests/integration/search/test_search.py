"""Search: what is found, in which order, marked, counted, and never what is not to be seen."""

import datetime as dt
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from answerable.actions.archive import withdraw_entry
from answerable.actions.search_index import rebuild_index, refresh_index
from answerable.domain.decisions import Outcome
from answerable.domain.disclosure_log import Attachment, Table
from answerable.queries.search import SearchRequest, SearchUnavailable, matching_rows, search
from tests.support.entries import AT, OTHER, keep, make_entry, make_question

pytestmark = pytest.mark.django_db
LATER = AT + dt.timedelta(days=1)


@pytest.fixture
def log():
    withheld = make_question(
        text="Which firewall do you use?",
        answer="This is exempt under section 31(1)(a).",
        outcomes=(Outcome.WITHHELD,),
        exemptions=("31(1)(a)",),
    )
    table = Table(rows=(("Year", "Tandems"), ("2021", "12")), caption="Tandems by year")
    keep(
        make_entry(),
        make_entry(ref="7000002", title="Security of computers", questions=(withheld,)),
        make_entry(ref="FOI-2026/003", title="Policies", tables=(table,)),
        make_entry(
            ref="7000004",
            title="Repairs",
            attachments=(Attachment("Manual", "Oil the derailleur"),),
        ),
    )
    keep(make_entry(ref="1", title="Bicycle lanes"), body=OTHER, month="2025-12")
    rebuild_index(at=AT)


def _keys(text, **more):
    return [hit.row.key for hit in search(SearchRequest(text=text, **more), at=AT).hits]


FOUND = [
    ("firewall", ["7000002"], "a word of a question"),
    ("firewalls", ["7000002"], "its plural"),
    ("policy", ["foi-2026-003"], "the singular of a title's plural"),
    ("tandem", ["foi-2026-003"], "a table"),
    ("derailleurs", ["7000004"], "an attachment's text"),
    ("s31", ["7000002"], "a section"),
    ("s.31(1)(a)", ["7000002"], "a limb"),
    ("section 31", ["7000002"], "a section in words"),
    ("31(1)(a)", ["7000002"], "a limb alone"),
    ('"security of computers"', ["7000002"], "a phrase"),
    ('"computers of security"', [], "a phrase that nobody wrote"),
    ("bicycle firewall", [], "words of two entries"),
    ("SECURITY computers -firewall", [], "a word that must not be there"),
]


@pytest.mark.parametrize(("text", "keys", "because"), FOUND)
def test_what_is_asked_is_found(log, text, keys, because):
    assert _keys(text) == keys, because


def test_a_title_comes_before_a_mention(log):
    assert _keys("bicycles")[0] == "7000001"
    assert _keys("bicycle lanes") == ["1"]


@pytest.mark.parametrize(
    ("text", "address"), [("7000002", "/log/7000002"), ("foi-2026/003", "/log/foi-2026-003")]
)
def test_an_exact_reference_jumps_to_its_entry(log, text, address):
    assert search(SearchRequest(text=text), at=AT).jump == address


def test_a_hit_shows_the_words_and_links_to_the_question(log):
    (hit,) = search(SearchRequest(text="firewalls"), at=AT).hits

    assert [one.text for one in hit.snippet if one.hit] == ["firewall"]
    assert hit.address == "/log/7000002/1"


def test_facets_count_and_narrow(log):
    results = search(SearchRequest(outcomes=("withheld",)), at=AT)

    assert results.total == 1
    facets = {
        facet.name: {one.value: one.count for one in facet.values} for facet in results.facets
    }
    assert facets["exemption"] == {"31": 1, "31(1)(a)": 1}
    assert facets["outcome"] == {"disclosed": 4, "withheld": 1}
    assert _keys("", bodies=("NCC",)) == ["1"]
    assert _keys("", years=("2025",), bodies=("OPA",)) == []


def test_results_are_sorted_by_date(log):
    assert _keys("bicycle", sort="oldest")[0] == "1"
    assert _keys("bicycle", sort="newest")[-1] == "1"


def test_a_withdrawn_entry_is_not_found_even_before_the_index_knows(log):
    withdraw_entry("OPA", "7000002", reason="It named a person", by="a manager", at=LATER)

    assert _keys("firewall") == []
    assert list(matching_rows(SearchRequest(text="firewall"), at=AT)) == []


def test_a_refresh_takes_in_what_changed(log):
    keep(make_entry(ref="7000009", title="Unicycles"), month="2026-02")
    withdraw_entry("OPA", "7000002", reason="It named a person", by="a manager", at=LATER)

    refresh_index(at=LATER)

    assert search(SearchRequest(text="unicycle"), at=LATER).total == 1
    assert search(SearchRequest(text="firewall"), at=LATER).total == 0


def test_without_an_index_search_says_so(settings):
    shutil.rmtree(settings.ANSWERABLE_INDEX, ignore_errors=True)

    with pytest.raises(SearchUnavailable, match="answerable index"):
        search(SearchRequest(text="x"), at=AT)


def test_a_damaged_index_is_said_to_be_damaged(log, settings):
    for file in settings.ANSWERABLE_INDEX.glob("*/*"):
        if file.name != "state.json":
            file.write_bytes(b"junk")

    with pytest.raises(SearchUnavailable):
        search(SearchRequest(text="bicycle", page=1), at=AT)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=300))
def test_no_text_is_an_error(log, text):
    assert search(SearchRequest(text=text), at=AT).total >= 0


def test_a_text_of_a_million_words_is_cut_and_says_so(log):
    assert search(SearchRequest(text="bicycle " * 1_000_000), at=AT).is_cut
