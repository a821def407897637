"""A letter's plain text goes back into its blocks: what was wrapped is whole, and columns stay columns."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from answerable.publishing.letters import letter_text, text_blocks
from tests.support.answers import complete, letter_of

WORDS = "We weighed the public interest in what was asked against that in keeping the locks of every bicycle secret."
NARROW = textwrap.fill(WORDS, 72)


def texts(text):
    return [one.text for one in text_blocks(text)]


def test_a_paragraph_that_was_wrapped_is_one_line_again():
    assert texts(NARROW) == [WORDS]


def test_lines_that_somebody_ended_stay_apart():
    assert texts("1 High Street\nAnyport") == ["1 High Street\nAnyport"]


def test_what_is_quoted_is_marked_once():
    quoted = textwrap.fill(WORDS, 72, initial_indent="> ", subsequent_indent="> ")

    assert texts(quoted) == [f"> {WORDS}"]


def test_items_stay_apart_and_each_is_whole():
    item = textwrap.fill(WORDS, 72, initial_indent="- ", subsequent_indent="  ")

    assert texts(f"{item}\n- Short") == [f"- {WORDS}\n- Short"]


def test_a_table_keeps_its_lines():
    table = "Year      Desks\n----      -----\n2025         12"

    (block,) = text_blocks(table)

    assert (block.is_table, block.text) == (True, table)


def test_the_rule_below_a_heading_is_left_out():
    assert texts("How to reach us\n---------------\n\nWrite.") == ["How to reach us", "Write."]


def test_a_whole_letter_has_the_words_that_it_had():
    text = letter_text(letter_of(complete("disclosed")))

    read = " ".join(" ".join(texts(text)).split())

    for block in text.split("\n\n"):
        words = [line.strip("> ") for line in block.splitlines() if line.strip("=- ")]
        assert all(line in read or " ".join(line.split()) in read for line in words)


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=12), min_size=1, max_size=60))
def test_no_word_is_lost_or_put_elsewhere(words):
    wrapped = textwrap.fill(" ".join(words), 72, break_long_words=False, break_on_hyphens=False)

    assert " ".join(texts(wrapped)) == " ".join(words)
