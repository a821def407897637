"""Names are found by titles, by lists of names in use, and by where they stand; and no offices and laws with them."""

import pytest

from answerable.domain.release.known_people import KnownPeople
from answerable.domain.release.people import KnownPerson
from answerable.domain.release.personal import Certainty, PersonalKind, personal_data


def names(text, known=()):
    return [
        (text[one.start : one.end], one.certainty)
        for one in personal_data(text, known=known)
        if one.kind is PersonalKind.NAME
    ]


C, L, P = Certainty.CERTAIN, Certainty.LIKELY, Certainty.POSSIBLE


@pytest.mark.parametrize(
    ("text", "words", "certainty"),
    [
        ("asked Mrs Quillfeather today", "Mrs Quillfeather", C),
        ("asked Dr and Mrs Holroyd-Pike", "Dr and Mrs Holroyd-Pike", C),
        ("Mr. de la Croix came", "Mr. de la Croix", C),
        ("Ms K. Venkataraman came", "Ms K. Venkataraman", C),
        ("Mr O’Shaughnessy-Bell came", "Mr O’Shaughnessy-Bell", C),
        ("PC 2214 Mallinder came", "PC 2214 Mallinder", C),
        ("Detective Chief Inspector Hallam", "Detective Chief Inspector Hallam", C),
        ("seen by PC Gosling", "PC Gosling", P),
        ("seen by MR JOHN SMITH", "MR JOHN SMITH", C),
        ("spoke to mr okafor", "mr okafor", L),
        ("as Sarah Quill wrote", "Sarah Quill", L),
        ("as J. R. Quillfeather wrote", "J. R. Quillfeather", L),
        ("as Nguyen Thi Lan wrote", "Nguyen Thi Lan", L),
        ("Mark Ellison’s letter", "Mark Ellison", L),
        ("Quillfeather, Harriet", "Quillfeather, Harriet", L),
        ("as Anita Bishop wrote", "Anita Bishop", L),
        ("as Mark Justice wrote", "Mark Justice", L),
        ("Smith, John", "Smith, John", L),
        ("From: Brown, Tom", "Brown, Tom", L),
        ("Lt Col Hallam came", "Lt Col Hallam", C),
        ("Dear Anneliese,", "Anneliese", L),
        ("Kind regards\ntomasz", "tomasz", L),
        ("Signed: j quillfeather", "j quillfeather", L),
        ("the desk of Anneliese there", "Anneliese", P),
        ("for ANITA PATEL again", "ANITA PATEL", P),
        ("for anita patel again", "anita patel", P),
        ("told Vunderby to go", "Vunderby", P),
    ],
)
def test_a_name_is_found(text, words, certainty):
    assert (words, certainty) in names(text)


def test_a_name_that_stands_in_full_is_found_again_by_each_of_its_parts():
    text = "Anita Quill wrote. Then Quill rang."

    assert names(text) == [("Anita Quill", L), ("Quill", L)]


@pytest.mark.parametrize(
    "text",
    [
        "The Home Office and the Metropolitan Police replied",
        "the Data Protection Act 2018 in West Yorkshire",
        "in May, June and August",
        "The Audit and Risk Committee met",
        "the Stephen Lawrence Inquiry",
        "Queen Victoria Street and St John Ambulance",
        "Dear Sir or Madam,",
        "Dear Freedom of Information Team,",
        "Yours sincerely,\nInformation Rights Unit",
        "Sergeants and Chief Inspectors are paid",
        "the PC Support Contract and the DC motor",
        "Will the Chief Constable answer?",
        "Name,Address\nRiverside School,Lowtown",
    ],
)
def test_what_is_called_so_is_nobody(text):
    assert names(text) == []


def test_known_people_are_found_in_whatever_letters():
    known = (KnownPerson("Dr Ann B. Greenholt", ("QX-4417",)), KnownPerson("Wei Liu"))
    text = "ANN GREENHOLT; greenholt, a; ann_greenholt@x.example; qx-4417; Liu; ann"

    found = names(text, known)

    assert [words for words, _ in found][:4] == [
        "ANN GREENHOLT",
        "greenholt, a",
        "ann_greenholt",
        "qx-4417",
    ]
    assert ("Liu", L) in found


def test_a_known_name_that_is_a_word_is_found_where_it_has_a_capital():
    known = (KnownPerson("Ann Green"),)

    assert names("a green door", known) == []
    assert ("Green", C) in names("the room that Green left", known)


@pytest.mark.slow
def test_ten_thousand_known_people_take_no_longer_than_one():
    known = KnownPeople(KnownPerson(f"Quentin Quillfeather{number:05}") for number in range(10_000))

    assert names("it was quentin quillfeather04417", known) == [("quentin quillfeather04417", C)]
