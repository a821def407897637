"""The sentences of our letters, and those that an office puts in their place."""

from dataclasses import replace

import pytest

from answerable.domain.decisions.aloud import listed
from answerable.domain.decisions.letters import WordingRefused, own_wording, standard_wording
from answerable.domain.law.letters import LetterKind, letter_items
from tests.support.answers import OFFICE, SENT, complete, letter_of

ASSEMBLED = [kind for kind in LetterKind if kind is not LetterKind.SUBJECT_ACCESS]


def test_every_item_of_a_letter_that_we_assemble_has_a_sentence_and_no_sentence_says_another():
    said = {item for one in standard_wording().sentences.values() for item in one.says}
    items = {item.name for kind in ASSEMBLED for item in letter_items(kind, on=SENT)}

    assert said == items


def test_an_office_has_its_own_sentences():
    own = own_wording('[opening]\nunnamed = { text = "Good day," }\n')

    letter = letter_of(complete("disclosed"), office=replace(OFFICE, wording=own), salutation="")

    assert letter.sections[0].blocks[0].text == "Good day,"
    assert own.says("refusal.why") == ("refusal.why",)


def test_an_own_sentence_says_what_ours_says():
    own = own_wording('[refusal]\nwhy = { text = "Because {why}.", says = ["notice.review"] }\n')

    assert own.says("refusal.why") == ("refusal.why",)
    assert own.text("refusal.why", why="it is so.") == "Because it is so."


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[", "is not TOML"),
        ('[refusal]\nwhi = { text = "x" }', "There is no sentence 'refusal.whi'"),
        ('[refusal]\nwhy = { text = "Because." }', "refusal.why must hold {why}, and nothing else"),
        ('[refusal]\nwhy = { text = "{why} {x}" }', "refusal.why must hold {why}"),
        ('[refusal]\nwhy = { text = "{why.x}" }', "plain names in braces only, not 'why.x'"),
        ('[refusal]\nwhy = { text = "{why!r}" }', "plain names in braces only"),
        ('[refusal]\nwhy = { text = "{why:>99}" }', "plain names in braces only"),
        ('[refusal]\nwhy = { text = "{why" }', "a brace too many or too few"),
        ('[refusal]\nwhy = { text = " " }', "refusal.why needs its `text`"),
        ('[refusal]\nwhy = "x"', "refusal.why needs its `text`"),
        ("[refusal]\nwhy = { text = 5 }", "refusal.why needs its `text`"),
        ('[opening]\nunnamed = { text = "Hello {name}," }', "must hold nothing in braces"),
        ("refusal = 1", "'refusal' is no group of sentences"),
    ],
)
def test_a_sentence_that_would_not_say_its_item_is_refused(text, reason):
    with pytest.raises(WordingRefused, match=reason.replace("{", r"\{").replace("[", r"\[")):
        own_wording(text)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("it is so", "Why it applies here: it is so."),
        ("It is so.", "Why it applies here: It is so."),
        ("Is it so?", "Why it applies here: Is it so?"),
        ("see https://a.example/b", "Why it applies here: see https://a.example/b"),
        (" ", ""),
    ],
)
def test_a_sentence_ends_once(given, shown):
    assert standard_wording().text("refusal.why", why=given) == shown


@pytest.mark.parametrize(
    ("names", "words"),
    [([], ""), (["1"], "1"), (["1", "2"], "1 and 2"), (["1", "2", "5"], "1, 2 and 5")],
)
def test_names_are_listed_as_they_are_read_aloud(names, words):
    assert listed(names) == words
