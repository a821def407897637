"""Damage and near misses: what each rule mends, and what it leaves alone."""

import pytest

from answerable.reading.repairs import mended

MENDED = [
    ("Resgonse 1. Seven", "Response 1. Seven", "one wrong letter in a label"),
    ("Reguest", "Reguest", "a label must be followed by space"),
    ("Reguest \n", "Request \n", "as at the end of a line"),
    ("The IOPC. Ref |OPC staff", "The IOPC. Ref IOPC staff", "a bar for a capital I"),
    ("IOPC\n|IOPC staff", "IOPC\n IOPC staff", "a bar that a table's rule left"),
    ("The |OPC", "The |OPC", "no IOPC stands elsewhere"),
    ("| IOPC | IOPC |", "| IOPC | IOPC |", "a table of pipes"),
    ("our use of Al", "our use of AI", "AI read as Al"),
    ("Al & Automation", "AI & Automation", "beside automation"),
    ("a request by Al Smith", "a request by Al Smith", "a person"),
    ("Smith et Al wrote", "Smith et Al wrote", "and others"),
    (" ¶ Topic", " • Topic", "a bullet"),
    ("Request \uf0b7 Topic", "Request • Topic", "a bullet that only its own font can show"),
    ("\uf0a7\nTopic", "•\nTopic", "another, alone on its line"),
    ("1. Contact centre ï\n", "1. Contact centre –\n", "a dash"),
    ("naïve", "naïve", "a letter of a word"),
    ("these ódirectô complaints", "these ‘direct’ complaints", "quotation marks"),
    ("Ó Briain and Côté", "Ó Briain and Côté", "letters of names"),
    ("S afer Schools, Safer Schools", "Safer  Schools, Safer Schools", "a word cut in two"),
    ("Proje ct and Project", "Project  and Project", "a word cut near its end"),
    ("web site and website", "web site and website", "a choice of spelling"),
    ("e mail and email", "e mail and email", "another"),
    ("Reports to him; reportsto", "Reports to him; reportsto", "a short word is a word"),
]


@pytest.mark.parametrize(("text", "now", "because"), MENDED)
def test_damage_is_mended_and_the_rest_left_alone(text, now, because):
    assert mended(text)[0] == now, because


@pytest.mark.parametrize("text", [text for text, _, _ in MENDED])
def test_a_repair_keeps_every_place(text):
    assert len(mended(text)[0]) == len(text)


def test_a_repair_says_what_it_did_and_how_often():
    _, repairs = mended("Proje ct, Proje ct, Project")

    (repair,) = repairs
    assert (repair.was, repair.now, repair.times) == ("Proje ct", "Project", 2)
    assert repair.why.startswith("A space cut a word in two")


def test_a_whole_is_found_among_many_splinters():
    letters = [f"{first}{second}" for first in "bcdfghjklm" for second in "bcdfghjklm"]
    text = " ".join(f"{one} Word{one}" for one in letters)

    assert mended(f"{text} Proje ct and Project")[0] == f"{text} Project  and Project"
