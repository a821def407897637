"""The casework index: what officers find, and who finds it."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.matching.case_search import CaseFilters, CaseSearch, Days
from answerable.matching.casework_index import CaseworkIndex
from answerable.matching.ranking import MOST_HITS
from tests.support.case_documents import (
    RECEIVED,
    found,
    make_case,
    make_question,
    make_standing,
    many_cases,
)


@pytest.fixture
def index(tmp_path):
    return CaseworkIndex(tmp_path)


def shown(hits):
    return "".join(part.text for hit in hits for part in (*hit.title, *hit.snippet))


# ── What is found ────────────────────────────────────────────────────────────────────────────────

CASE = make_case(
    "7000001",
    "Bicycles of the patrol",
    text="My letter of May about tandems.",
    notes=("The fleet manager was telephoned.",),
    references=("FOI-2026/0042",),
    contributions=("Workshop: forty frames are kept.",),
    standing=make_standing(team="Transport", officer="Imogen Vale"),
    questions=(
        make_question("1", "How many bicycles were bought?", answer="Seventeen."),
        make_question(
            "2",
            "Where are the trackers hidden?",
            heading="Security",
            answer="This is withheld.",
            reasons=("Thieves would find them.", "The balance lies with secrecy."),
            exemptions=("s.31(1)(a)",),
            outcomes=("withheld",),
        ),
    ),
)
REQUEST, FIRST, SECOND = ("7000001", None), ("7000001", "1"), ("7000001", "2")
FINDS = [
    ("tandem", {REQUEST}, "the words of the message"),
    ("fleet managers", {REQUEST}, "a note"),
    ("frames", {REQUEST}, "what a team supplied"),
    ("foi 2026 0042", {REQUEST}, "another reference"),
    ("7000001", {REQUEST}, "the reference"),
    ("imogen", {REQUEST}, "the officer"),
    ("transport", {REQUEST}, "the team"),
    ("bought", {FIRST}, "the words of a question"),
    ("seventeen", {FIRST}, "its answer"),
    ("security trackers", {SECOND}, "its heading and its words"),
    ("thieves secrecy", {SECOND}, "its reasons"),
    ("s31", {SECOND}, "the section of its limb"),
    ("section 31(1)(a)", {SECOND}, "its limb"),
    ("s.31(1)(g)", set(), "not the limb beside it"),
    ("patrol", {REQUEST, FIRST, SECOND}, "the title finds all"),
    ("patrol -bought", {REQUEST, SECOND}, "less what must not be there"),
    ('"bicycles were"', {FIRST}, "a phrase"),
    ('"trackers hidden this"', set(), "no phrase runs from a question into its answer"),
]


@pytest.mark.parametrize(("text", "finds", "because"), FINDS, ids=[row[2] for row in FINDS])
def test_what_is_typed_finds(index, text, finds, because):
    index.rebuild([CASE, make_case("7000002", "Ferries", questions=())], change=1)

    assert found(index, text) == finds


def test_a_hit_says_where_its_words_stand_and_marks_them(index):
    index.rebuild([CASE], change=1)

    (hit,) = index.search(CaseSearch("thieves")).hits

    assert (hit.reference, hit.label, hit.place) == ("7000001", "2", "reasons")
    assert [part.text for part in hit.snippet if part.hit] == ["Thieves"]
    assert shown([hit]).startswith("Bicycles of the patrol")
    assert hit.score > 0


def test_a_request_whose_reference_or_title_is_typed_comes_first(index):
    talk = [make_case(f"80000{n}", "Talk", text="Ferries 7000001. " * 9) for n in range(20)]
    index.rebuild([*talk, make_case("7000001", "Ferries")], change=1)

    assert index.search(CaseSearch("7000001")).hits[0].reference == "7000001"
    assert index.search(CaseSearch("ferry")).hits[0].reference == "7000001"


ANSWERED = make_standing(
    stage="answered",
    regime="EIR",
    channel="letter",
    team="Legal",
    officer="q.moss",
    received_on=RECEIVED + dt.timedelta(days=1),
    due_on=None,
)
OTHER = make_case(
    "7000002",
    standing=ANSWERED,
    questions=(
        make_question(
            standing=ANSWERED, outcomes=("withheld", "not held"), exemptions=("EIR 12(4)(b)",)
        ),
    ),
)
FILTERS = [
    (CaseFilters(stages=("answered",)), {"7000002"}),
    (CaseFilters(stages=("answered", "drafting")), {"7000001", "7000002"}),
    (CaseFilters(regimes=("EIR",)), {"7000002"}),
    (CaseFilters(channels=("e-mail",)), {"7000001"}),
    (CaseFilters(teams=("Legal",), officers=("q.moss",)), {"7000002"}),
    (CaseFilters(teams=("Legal",), officers=("p.lane",)), set()),
    (CaseFilters(outcomes=("not held",)), {"7000002"}),
    (CaseFilters(exemptions=("12",)), set()),
    (CaseFilters(exemptions=("EIR 12",)), {"7000002"}),
    (CaseFilters(exemptions=("regulation 12(4)(b)",)), {"7000002"}),
    (CaseFilters(received=Days(RECEIVED, RECEIVED + dt.timedelta(days=1))), {"7000001"}),
    (CaseFilters(received=Days(first=RECEIVED + dt.timedelta(days=1))), {"7000002"}),
    (CaseFilters(received=Days(end=RECEIVED)), set()),
    (CaseFilters(due=Days(first=RECEIVED)), {"7000001"}),
    (CaseFilters(due=Days(end=dt.date.max)), {"7000001"}),
]


@pytest.mark.parametrize(("filters", "references"), FILTERS, ids=[str(row[0]) for row in FILTERS])
def test_filters_narrow_a_search(index, filters, references):
    index.rebuild([make_case("7000001"), OTHER], change=1)

    assert {one for one, _ in found(index, "bicycles", filters=filters)} == references


def test_requests_and_questions_can_be_looked_for_apart(index):
    index.rebuild([CASE], change=1)

    assert found(index, filters=CaseFilters(kinds=("request",))) == {REQUEST}
    assert found(index, filters=CaseFilters(kinds=("question",))) == {FIRST, SECOND}


def test_facets_count_what_is_found_and_keep_what_was_chosen_open(index):
    index.rebuild([make_case("7000001"), OTHER], change=1)

    counts = index.facets(CaseSearch(filters=CaseFilters(stages=("answered",))))

    assert counts["stage"] == (("answered", 2), ("drafting", 2))
    assert counts["team"] == (("Legal", 2),)
    assert counts["outcome"] == (("not held", 1), ("withheld", 1))
    assert counts["exemption"] == (("EIR 12", 1), ("EIR 12(4)(b)", 1))


def test_what_is_not_asked_for_in_words_comes_newest_first(index):
    index.rebuild(
        [
            make_case(
                str(n),
                standing=make_standing(received_on=RECEIVED + dt.timedelta(days=n)),
                questions=(),
            )
            for n in (2, 3, 1)
        ],
        change=1,
    )

    def order(**more):
        return [hit.reference for hit in index.search(CaseSearch(**more)).hits]

    assert order() == ["3", "2", "1"]
    assert order(text="bicycle", sort="oldest") == ["1", "2", "3"]
    assert order(offset=1, limit=1) == ["2"]
    assert order(offset=MOST_HITS * 9) == []


# ── Who finds it ─────────────────────────────────────────────────────────────────────────────────

SECRET = make_case(
    "7000009",
    "Zeppelins over the harbour",
    is_restricted=True,
    may_see=("warden",),
    standing=make_standing(team="Airships", officer="z.hidden"),
    questions=(make_question(text="Zeppelins?", outcomes=("vexatious",), exemptions=("24",)),),
)


@pytest.mark.parametrize("viewer", ["", "clerk", "everyone", "person warden", "war", "WARDEN"])
def test_a_restricted_request_is_found_by_nobody_who_is_not_named(index, viewer):
    index.rebuild([SECRET, make_case("7000001")], change=1)
    wanted = ("", "zeppelin", "7000009", "s24", "harbour -bicycle", '"over the harbour"')

    for text in wanted:
        search = CaseSearch(text, viewer_key=viewer, may_see_people=True)
        result = index.search(search)
        assert all(hit.reference != "7000009" for hit in result.hits)
        assert result.total == (2 if not text else 0)
        counted = {value for counts in index.facets(search).values() for value, _ in counts}
        assert counted.isdisjoint({"Airships", "z.hidden", "vexatious", "24"})


def test_a_restricted_request_is_found_by_who_is_named(index):
    index.rebuild([SECRET, make_case("7000001")], change=1)

    assert found(index, "zeppelins", viewer_key="warden") == {("7000009", None), ("7000009", "1")}
    assert index.search(CaseSearch(viewer_key="warden")).total == 4


def test_a_restricted_request_that_names_nobody_is_found_by_nobody(index):
    index.rebuild([make_case(is_restricted=True)], change=1)

    assert index.search(CaseSearch()).total == 0


def test_a_request_that_becomes_restricted_is_gone_at_once(index):
    index.rebuild([make_case()], change=1)
    assert index.search(CaseSearch()).total == 2

    index.add_requests([make_case(is_restricted=True, may_see=("warden",))], change=2)

    assert index.search(CaseSearch()).total == 0
    assert index.search(CaseSearch(viewer_key="warden")).total == 2


SIGNED = make_case(
    title="Bicycles (Ottoline Quince)",
    text="I ask about bicycles.\nYours,\nOTTOLINE  QUINCE\nquince@example.org",
    notes=("Rang Ottoline Quince.",),
    questions=(make_question(answer="Dear Ottoline Quince, seven."),),
)


@pytest.mark.parametrize("text", ["quince", "ottoline", '"ottoline quince"', "quince@example.org"])
def test_who_asked_is_looked_for_only_by_who_may_see_it(index, text):
    index.rebuild([SIGNED], change=1)

    assert index.search(CaseSearch(text)).total == 0
    seeing = index.search(CaseSearch(text, may_see_people=True))
    assert [(hit.label, hit.place) for hit in seeing.hits] == [(None, "people")]


@pytest.mark.parametrize("text", ["", "bicycles", "7000001", "seven", "-quince"])
def test_no_snippet_and_no_title_says_who_asked(index, text):
    index.rebuild([SIGNED], change=1)

    result = index.search(CaseSearch(text))

    said = shown(result.hits).casefold()
    assert result.total
    assert "quince" not in said
    assert "ottoline" not in said


def test_words_of_the_request_and_of_who_asked_are_found_together(index):
    index.rebuild([SIGNED], change=1)

    assert found(index, "bicycles quince", may_see_people=True) == {("7000001", None)}
    assert found(index, "bicycles -quince", may_see_people=True) == {("7000001", "1")}


FORMS = [
    ("Ann O'Quill", "ANN O\u2019QUILL wrote"),
    ("Ann O\u2019Quill", "Ann  O'Quill wrote"),
    ("Ann O'Quill", "Ann\nO'Quill wrote"),
    ("a.quill+foi@example.org", "A.Quill+FOI@example.org wrote"),
    ("Dr Ann Quill", "Dr Ann Quill wrote"),
]


@pytest.mark.parametrize(("name", "text"), FORMS)
def test_a_name_is_left_out_in_each_of_its_forms(index, name, text):
    case = make_case(text=text, people=("Ann Quill", name), questions=())
    index.rebuild([case], change=1)

    (hit,) = index.search(CaseSearch("wrote")).hits

    assert "".join(part.text for part in hit.snippet) == "[the requester] wrote"


NAMES = (
    st.text("abcé ('.*+?[\\", min_size=3, max_size=8)
    .map(str.strip)
    .filter(lambda name: len(name) >= 3 and any(one.isalnum() for one in name))
)


@settings(max_examples=25, deadline=None)
@given(name=NAMES, before=st.text(max_size=20), after=st.text(max_size=20))
def test_a_name_is_left_out_whatever_stands_around_it(tmp_path_factory, name, before, after):
    index = CaseworkIndex(tmp_path_factory.mktemp("names"))
    case = make_case(text=f"{before} {name} {after}", title="T", people=(name,), questions=())
    index.rebuild([case], change=1)

    (hit,) = index.search(CaseSearch()).hits

    rest = f"{before} [the requester] {after}".casefold()
    assert name.casefold() in rest or name.casefold() not in shown([hit]).casefold()


# ── Ten thousand documents ───────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    index = CaseworkIndex(tmp_path_factory.mktemp("full"))
    assert index.rebuild(many_cases(5000), change=1) == 5000
    return index


def test_of_ten_thousand_documents_a_tenth_is_restricted_and_never_counted(full):
    everyone, warden = CaseSearch(limit=MOST_HITS), CaseSearch(limit=MOST_HITS, viewer_key="warden")

    assert (full.search(everyone).total, full.search(warden).total) == (9000, 10_000)
    assert all(int(hit.reference) % 10 for hit in full.search(everyone).hits)
    for facet in ("kind", "stage", "team", "officer", "channel", "regime"):
        assert sum(count for _, count in full.facets(everyone)[facet]) == 9000
        assert sum(count for _, count in full.facets(warden)[facet]) == 10_000


@pytest.mark.parametrize("number", [0, 10, 4990])
def test_not_one_of_them_leaks(full, number):
    wanted = CaseSearch(f"number{number}", may_see_people=True)

    assert full.search(wanted).total == 0
    assert not any(full.facets(wanted).values())


def test_every_page_of_them_is_another(full):
    pages = [full.search(CaseSearch("bicycle", offset=start, limit=50)) for start in (0, 50, 100)]

    hits = [(hit.reference, hit.label) for page in pages for hit in page.hits]
    assert len(set(hits)) == 150


# ── Questions like one ───────────────────────────────────────────────────────────────────────────


def test_questions_like_one_are_found_most_alike_first_by_those_who_may_see_them(index):
    open_one = make_case(
        "7000001",
        "Workshop",
        questions=(
            make_question("1", "How many tandems were repaired by the workshop?"),
            make_question("2", "How many tandems were repaired by the workshop in the harbour?"),
            make_question("3", "Who pays for coffee and biscuits?"),
        ),
    )
    hidden = make_case(
        "7000002",
        "Workshop",
        questions=(make_question("", "How many tandems were repaired by the workshop?"),),
        is_restricted=True,
        may_see=("imogen",),
    )
    index.rebuild([open_one, hidden, *many_cases(20)], change=1)
    text = "How many tandems has the workshop in the harbour repaired?"

    for_others = index.alike(text, viewer_key="somebody", limit=9)
    for_her = index.alike(text, viewer_key="imogen", limit=9)

    assert for_others == (("7000001", "2"), ("7000001", "1"))
    assert set(for_her) == {*for_others, ("7000002", "")}
    assert for_her[0] == ("7000001", "2")
    assert len(index.alike(text, viewer_key="imogen", limit=1)) == 1
    assert index.alike("How many?", viewer_key="imogen", limit=9) == ()
