"""Nothing of who asked is left in an entry, and what was taken out is seen to be taken out."""

import datetime as dt
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.domain.decisions import Outcome
from answerable.domain.decisions.decision import Decision
from answerable.domain.decisions.letters import AnsweredQuestion, AnswerTable
from answerable.domain.disclosure_log import entry_as_json
from answerable.domain.disclosure_log.file_names import (
    FileNameRefused,
    check_name,
    proposed_name,
)
from answerable.domain.disclosure_log.from_case import Case, CaseQuestion, entry_of
from answerable.domain.disclosure_log.identifying import Known, marks_in
from answerable.domain.disclosure_log.ordinary_words import is_ordinary
from answerable.domain.disclosure_log.taking_out import (
    OutKind,
    TakenOut,
    taken_out,
    taken_out_of,
    without_people,
    words_to_look_at,
)
from answerable.domain.questions.blind import Identity
from answerable.domain.questions.spelling import plain

DAY = dt.date(2025, 10, 6)
JANE = Identity(
    "Jane Featherstone-Okoro", "jane.f77@gmail.com", "12 Acacia Avenue\nLowtown\nLS1 4AB"
)
NOBODY = Known()


def entry(text, *, answer="Twelve.", title="Printers", cell="1", files=()):
    table = AnswerTable("Printers", ("Floor", "Count"), ((cell, "70"),))
    decision = Decision((Outcome.DISCLOSED,))
    question = AnsweredQuestion("1", text, decision, answer=answer, tables=(table,))
    asked = CaseQuestion("1", text, heading=title, answered=question)
    return entry_of(Case("2025-0001", title, DAY, DAY, (asked,), files=tuple(files)))


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("I, Jane, ask how many", "I, [name taken out], ask how many"),
        ("Is Ms Featherstone-Okoro named?", "Is [name taken out] named?"),
        ("an OKORO is meant", "an [name taken out] is meant"),
        ("write to jane.f77@gmail.com", "write to [e-mail address taken out]"),
        ("I am jane.f77 elsewhere", "I am [e-mail address taken out] elsewhere"),
        ("or ring 07700 900123", "or ring [telephone number taken out]"),
        ("I live at 12 Acacia Avenue", "I live at [address taken out]"),
        ("near LS14AB", "near [address taken out]"),
        ("born: my date of birth is 1/2/1980", "born: my [date of birth taken out]"),
        ("How many?\nJane\n0113 4960000\nLowtown", "How many?\n[signature taken out]"),
        ("How many printers in Lowtown?", "How many printers in Lowtown?"),
    ],
)
def test_it_is_taken_out_and_seen_to_be(said, left):
    assert without_people(said, JANE) == left
    assert without_people(left, JANE) == left


def test_a_name_that_is_an_ordinary_word_is_left_for_a_person_to_decide():
    may = Identity("Ruth May", "", "")

    assert without_people("In May Ruth was told", may) == "In May [name taken out] was told"
    assert words_to_look_at(may) == ("May",)


def test_it_is_listed_by_field_and_kind_and_never_by_its_words():
    found = taken_out_of(taken_out(entry("Jane asks. Jane asks on 07700 900123"), JANE))

    assert TakenOut("question 1", OutKind.NAME, 2) in found
    assert TakenOut("question 1", OutKind.PHONE, 1) in found
    assert "Jane" not in repr(found)


NAMES = st.sampled_from(
    "Ann-Marie O'Dwyer Ngozi Siân Zofia Priya Ffion Quentin Bartholomew Xu Idris Tamsin Eluned Kaczmarek Achterberg"
    " Oyelaran MacAllister Ó-Briain Brown May Grant Hall West King".split()
)
PEOPLE = st.builds(
    lambda first, last, number, host, house: Identity(
        f"{first} {last}",
        f"{first[:3].lower()}.{number}@{host}",
        f"{house} Quillfeather Row\nUpper Snodworth\nZE2 9XY",
    ),
    NAMES,
    NAMES,
    st.integers(10, 99),
    st.sampled_from(["gmail.com", "quillfeather.example"]),
    st.integers(1, 300),
)
LETTERS = st.lists(
    st.sampled_from(
        [
            "{name} here.",
            "I am {first} and this is about printers.",
            "Kind regards,\n{name}\n{postal}",
            "Yours\n{first}",
            "Reply to {address}, or ask for Mr {last}.",
            "{LAST}, {first}",
            "My door is at {house}, {code}.",
            "How many printers do you have?",
        ]
    ),
    min_size=1,
    max_size=4,
)


@given(PEOPLE, LETTERS, LETTERS)
def test_no_part_of_who_asked_is_left_but_words_that_wait_for_a_person(who, asked, told):
    first, last = who.name.split(" ", 1)
    house, _, code = who.postal.split("\n")
    said = {
        "name": who.name, "first": first, "last": last, "LAST": last.upper(), "house": house,
        "code": code, "address": who.address, "postal": who.postal,
    }  # fmt: skip
    text, answer = ("\n".join(one.format(**said) for one in each) for each in (asked, told))
    known = Known((), words_to_look_at(who))
    name = proposed_name(f"{first}_{last} printers.csv", 1, who, known)
    made = taken_out(
        entry(text, answer=answer, title=text[:80], cell=answer[:60], files=[name]), who
    )
    whole = str(entry_as_json(made)).casefold()

    parts = [who.address, house, code, *who.name.split(), *re.split(r"[-]", last)]
    for part in parts:
        if is_ordinary(part) or len(part) < 2:
            continue
        assert not re.search(rf"(?<!\w){re.escape(part.casefold())}(?!\w)", whole), part
    marked = {one.words.casefold() for one in marks_in(made, known)}
    for part in filter(is_ordinary, who.name.split()):
        if re.search(rf"(?<!\w){part}(?!\w)", str(entry_as_json(made))):
            assert any(part.casefold() in one for one in marked), part


SPELLINGS = [
    ("Siân Llewelyn", "I am Sian Llewelyn, and Sian is my name"),
    ("Sian Llewelyn", "I am Siân Llewelyn, and Siân is my name"),
    ("Łukasz Brontë", unicodedata.normalize("NFD", "As Łukasz Brontë wrote, Brontë asked")),
    (unicodedata.normalize("NFD", "Zoë Brontë"), "As Zoë Brontë wrote, Zoe asked"),
    ("Jane Quillfeather", "As Jane\u200b Quill\u00adfeather wrote"),
    ("Jane Quillfeather", "As \uff2aane \uff31uil\uff4cfeathe\uff52 wrote"),
    ("Jane Quillfeather", "https://pages.example/jane_quillfeather85 and @JaneQuillfeather"),
    ("Jane Quillfeather", "The Quillfeathers’ dog"),
]


@pytest.mark.parametrize(("name", "said"), SPELLINGS)
def test_a_name_is_found_however_it_is_spelled(name, said):
    left = plain(without_people(said, Identity(name))).casefold()

    assert not [one for one in plain(name).casefold().split() if one in left]


@pytest.mark.parametrize("name", ["\u200b\u200b\u200b", "\u0301\u0301\u0301 \u00ad", "..."])
def test_a_name_of_which_nothing_can_be_seen_takes_nothing_out(name):
    assert without_people("How many bicycles?", Identity(name)) == "How many bicycles?"


@pytest.mark.parametrize(
    ("name", "published"),
    [
        ("figures.csv", "figures.csv"),
        ("Printers by floor.xlsx", "Printers-by-floor.xlsx"),
        ("jane_featherstone.csv", "attachment-1.csv"),
        ("reply to okoro.pdf", "attachment-1.pdf"),
        ("olive officer list.pdf", "attachment-1.pdf"),
        ("07700 900123.txt", "attachment-1.txt"),
        ("", "attachment-1"),
    ],
)
def test_a_file_gets_a_name_that_names_nobody(name, published):
    assert proposed_name(name, 1, JANE, Known(("Olive Officer",))) == published


@pytest.mark.parametrize("name", ["", "a/b.csv", "figures.exe", "for-jane.csv", "mr-smith.csv"])
def test_another_name_is_refused(name):
    with pytest.raises(FileNameRefused):
        check_name(name, of="figures.csv", identity=JANE, known=NOBODY)
