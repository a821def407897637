"""The best passage of an entry, with the words marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.matching.asking import asked
from answerable.matching.snippets import LENGTH, Passage, marker, passages_of

MARKED = [
    ("policy", "Our policies on the police", ["policies"]),
    ("police", "Our policies on the police", ["police"]),
    ("hope", "Hoping for hope, not hops", ["Hoping", "hope"]),
    ("officers", "An officer's office and officers’ cars", ["officer's", "officers"]),
    ("cafe", "The Café İ and the ŷd", ["Café"]),
    ("email", "By e-mail, by E-mails or by email", ["e-mail", "E-mail", "email"]),
    ('"dog bites"', "A dog, bites; a dog bite's cost", ["dog, bites", "dog bite's"]),
    ("s31", "Under section 31(1)(a) on 31 March, s.31, and s 311", ["section 31(1)(a)", "s.31"]),
    ("31(1)(a)", "Exempt under 31 (1)(a), not 31(1)(b)", ["31 (1)(a)"]),
    ("", "Nothing was looked for", []),
    ("ysgolion", "Faint o ysgolion sydd yng Nghymru?", ["ysgolion"]),
]


@pytest.mark.parametrize(("text", "said", "hits"), MARKED)
def test_the_words_looked_for_are_marked(text, said, hits):
    fragments = marker(asked(text)).marked(said)

    assert [one.text for one in fragments if one.hit] == hits
    assert "".join(one.text for one in fragments) == said


def test_the_passage_with_most_of_the_words_is_shown_with_its_label():
    passages = [
        Passage("1", "How many dogs?"),
        Passage("2", "How many dogs bite?"),
        Passage("3", ""),
    ]

    label, fragments = marker(asked("dog bites")).best(passages_of(passages))

    assert label == "2"
    assert [one.text for one in fragments if one.hit] == ["dogs", "bite"]


def test_a_long_passage_is_cut_where_the_words_stand_together():
    filler = "and so on and so forth " * 40
    text = f"A dog. {filler}The dog bites twice. {filler}"

    _, fragments = marker(asked("dog bites twice")).best(passages_of([Passage("1", text)]))

    shown = "".join(one.text for one in fragments)
    assert "The dog bites twice." in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) <= LENGTH + 4


def test_further_passages_are_shown_only_for_words_that_the_questions_lack():
    said = passages_of([Passage("1", "How many dogs?")], [Passage(None, "dogs and tandems")])

    assert marker(asked("dogs")).best(said)[0] == "1"
    assert marker(asked("dogs tandems")).best(said)[0] is None
    assert marker(asked("dogs tandems")).best(said, title="Tandems")[0] == "1"


def test_where_nothing_is_found_the_beginning_is_shown_unmarked():
    label, fragments = marker(asked("zebra")).best(
        passages_of([Passage("1", "Line one\nline two")])
    )

    assert label is None
    assert [(one.text, one.hit) for one in fragments] == [("Line one line two", False)]


def test_an_entry_without_text_has_no_passage():
    assert marker(asked("zebra")).best(passages_of([])) == (None, ())


TEXT = st.text(alphabet=st.characters(exclude_categories=()), max_size=80)


@given(TEXT, st.lists(TEXT, max_size=4))
def test_a_passage_is_never_longer_than_it_may_be(text, said):
    _, fragments = marker(asked(text)).best(passages_of([Passage(None, one * 8) for one in said]))

    assert sum(len(one.text) for one in fragments) <= LENGTH + 4
