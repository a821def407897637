"""Search: what is found, in which order, marked, counted, and never what is not to be seen."""

import datetime as dt
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from answerable.actions.archive import import_reading, withdraw_entry
from answerable.actions.search_index import rebuild_index, refresh_index
from answerable.cli import main
from answerable.domain.decisions import Outcome
from answerable.domain.disclosure_log import Attachment, Table
from answerable.queries.search import SearchRequest, SearchUnavailable, matching_rows, search
from tests.support.entries import AT, OPA, OTHER, keep, make_entry, make_question, make_reading

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


ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()), max_size=300)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ANY_TEXT, ANY_TEXT, st.integers(), st.integers())
def test_nothing_that_is_asked_is_an_error(log, text, chosen, page, size):
    request = SearchRequest(text, (chosen,), outcomes=("disclosed",), page=page, size=size)

    assert search(request, at=AT).total >= 0
    assert search(SearchRequest(text=text), at=AT).total >= 0


HOSTILE = [
    "bicycle " * 130_000,
    '"' * 1_000_000,
    "-" * 1_000_000,
    "\0" * 1_000_000,
    "(" * 1_000_000,
    "s31" * 300_000,
    "'\u2019`" * 300_000,
    "sections " + "31, " * 300_000,
    "a" * 1_000_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=[text[:12] for text in HOSTILE])
def test_a_text_of_a_million_characters_is_cut_and_says_so(log, text):
    assert search(SearchRequest(text=text), at=AT).is_cut


def test_a_page_behind_the_last_says_so(log):
    results = search(SearchRequest(page=501), at=AT)

    assert results.is_too_deep
    assert results.hits == ()
    assert results.pages == 1


def test_files_hold_every_hit_in_the_order_of_the_search(log):
    request = SearchRequest(sort="oldest", size=2)

    rows = list(matching_rows(request, at=AT))

    assert len(rows) == 5
    assert rows[0].key == "1"
    assert [row.key for row in rows[:2]] == [hit.row.key for hit in search(request, at=AT).hits]


def test_what_was_withdrawn_is_in_no_count_after_the_refresh(log):
    withdraw_entry("OPA", "7000002", reason="It named a person", by="a manager", at=LATER)
    refresh_index(at=LATER)

    results = search(SearchRequest(), at=LATER)

    counts = {
        facet.name: {one.value: one.count for one in facet.values} for facet in results.facets
    }
    assert results.total == 4
    assert counts["exemption"] == {}
    assert "withheld" not in counts["outcome"]


def test_no_reference_jumps_to_what_was_withdrawn(log):
    withdraw_entry("OPA", "7000002", reason="It named a person", by="a manager", at=LATER)

    assert search(SearchRequest(text="7000002"), at=AT).jump is None


def test_a_reference_of_two_bodies_jumps_to_neither(log):
    keep(make_entry(ref="7000002", title="Bridges"), body=OTHER, month="2025-11")
    refresh_index(at=LATER)

    results = search(SearchRequest(text="7000002"), at=LATER)

    assert results.jump is None
    assert {hit.row.title for hit in results.hits} == {"Security of computers", "Bridges"}


def test_what_is_held_is_found_from_its_day_on(log):
    held = make_reading(make_entry(ref="7000008", title="Held back"), month="2026-03")
    import_reading(held, body=OPA, month=None, by="an officer", at=AT, published_at=LATER)

    refresh_index(at=AT)
    assert search(SearchRequest(text="held back"), at=AT).total == 0

    refresh_index(at=LATER)
    assert search(SearchRequest(text="held back"), at=LATER).total == 1


def test_an_old_index_shows_what_the_archive_says_now(log):
    keep(make_entry(ref="7000002", title="Safety of computers"))

    (hit,) = search(SearchRequest(text="firewall security"), at=LATER).hits

    assert hit.row.title == "Safety of computers"
    assert "firewall" not in "".join(one.text for one in hit.snippet)


def test_the_command_makes_the_index_and_brings_it_up_to_date(log, capsys):
    assert main(["index", "--rebuild"]) == 0
    assert main(["index"]) == 0

    said = capsys.readouterr().out
    assert "5 entries indexed" in said
    assert "up to date" in said
