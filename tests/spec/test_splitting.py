"""docs/reference/splitting.md: each row is a letter and its questions."""

import pytest

from answerable.domain.questions import split_questions
from tests.support.pages import table


@pytest.mark.parametrize(
    "row",
    table("reference/splitting.md", "Letters and their questions"),
    ids=lambda row: row["because"],
)
def test_a_letter_is_split_as_the_page_says(row):
    letter = row["letter"].replace("⏎", "\n").replace("¦", "|")

    found = split_questions(letter).questions

    shown = "; ".join(f"{one.label or '–'}: {one.text}" for one in found).replace("|", "¦")
    assert shown == row["questions"], row["because"]
