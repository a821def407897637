"""Who asked is taken out of what those who decide read."""

import pytest

from answerable.domain.questions.blind import Identity, blinded, blinded_file, names_requester

JO = Identity("Jo May Smith", "jo.smith@example.org", "1 High Street\nLondon")

ROWS = [
    ("Yours, Jo May Smith", "Yours, [the requester]"),
    ("JO MAY SMITH asks", "[the requester] asks"),
    ("Smith, Jo May", "[the requester]"),
    ("Ms Smith and Dr. Smith", "[the requester] and [the requester]"),
    ("Reply to jo.smith@example.org.", "Reply to [the requester]."),
    ("At 1 High Street,\nLondon", "At 1 High Street,\nLondon"),
    ("At 1 High Street\nLondon", "At [the requester]"),
    ("Thanks\nJo\nSmith", "Thanks\n[the requester]"),
    ("Thanks\nJo\n\nM. Smith", "Thanks\n[the requester]\n\n[the requester]"),
    ("J. Smith", "[the requester]"),
    ("How many in May 2021?", "How many in May 2021?"),
    ("Who is Smithson?", "Who is Smithson?"),
    ("", ""),
    ("request by JO MAY   SMITH.", "request by [the requester]."),
    ("Yours, J. Smith; J.M. Smith", "Yours, [the requester]; [the requester]"),
    ("Write to <JO.SMITH@EXAMPLE.ORG>", "Write to <[the requester]>"),
    ("Jo Smithers Ltd asks", "Jo Smithers Ltd asks"),
    ("Yours,\nJo Smith\n9 The Green\nTel. 07700 900461", "Yours,\n[the requester]"),
    ("Kind regards, Jo Smith\n9 The Green\n\nPS Why", "Kind regards, [the requester]\n\nPS Why"),
    ("Jo Smith\nHow many?\n9 The Green", "[the requester]\nHow many?\n9 The Green"),
    ("Jo Smith\n1. How many\n2. Who", "[the requester]\n1. How many\n2. Who"),
    ("Jo Smith\njo.smith@example.org\n9 The Green", "[the requester]\n[the requester]"),
    ("Jo Smith wants to know\nall of it", "[the requester] wants to know\nall of it"),
]


@pytest.mark.parametrize(("text", "blind"), ROWS)
def test_the_requester_is_taken_out_and_nothing_else(text, blind):
    assert blinded(text, JO) == blind


def test_a_text_is_left_alone_where_nobody_knows_who_asked():
    assert blinded("Jo Smith wants to know", Identity()) == "Jo Smith wants to know"


def test_a_name_of_one_word_is_taken_out_where_it_stands_alone():
    assert blinded("Madonna\nasks Ms Madonna", Identity("Madonna")) == (
        "[the requester]\nasks [the requester]"
    )


@pytest.mark.parametrize(
    ("name", "text", "blind"),
    [
        ("Smith, Jo", "From Jo Smith", "From [the requester]"),
        ("Ms Jo Ann Smith", "Jo Smith, J.A. Smith", "[the requester], [the requester]"),
        ("Jo Day", "On which day? Jo Day", "On which day? [the requester]"),
        ("Ann O'Quill", "ANN O\u2019QUILL wrote", "[the requester] wrote"),
        ("Ann O\u2019Quill", "Ann  O'Quill wrote", "[the requester] wrote"),
        ("Cher", "A song by Cher\nCher", "A song by Cher\n[the requester]"),
        ("Jo", "How many jobs did Jo do?", "How many jobs did Jo do?"),
    ],
)
def test_a_name_is_taken_out_in_every_form_in_which_letters_have_it(name, text, blind):
    assert blinded(text, Identity(name)) == blind
    assert names_requester(text, Identity(name)) is (blind != text)


@pytest.mark.parametrize(
    ("name", "blind"),
    [
        ("jo_smith-cv.pdf", "[the requester].pdf"),
        ("Jo May Smith's letter.docx", "[the requester].docx"),
        ("JoSmith.pdf", "[the requester].pdf"),
        ("smith.pdf", "[the requester].pdf"),
        ("JO.SMITH@EXAMPLE.ORG", "[the requester].ORG"),
        ("2025-10-06_Smith_Jo.tar.gz", "[the requester].gz"),
        ("printers in May 2021.csv", "printers in May 2021.csv"),
        ("smithsons.csv", "smithsons.csv"),
        ("", ""),
        (".csv", ".csv"),
    ],
)
def test_a_file_that_is_called_by_who_asked_keeps_its_ending_only(name, blind):
    assert blinded_file(name, JO) == blind
