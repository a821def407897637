"""docs/reference/precedent.md: each row is a question, an earlier one, and how they are related."""

import datetime as dt

import pytest

from answerable.domain.precedent.relations import RULES, Relation
from tests.support.asking import relation
from tests.support.pages import DOCS, table

PAGE = "reference/precedent.md"
ASKED_ON, EARLIER_ON = dt.date(2024, 6, 3), dt.date(2022, 6, 3)


@pytest.mark.parametrize(
    "row", table(PAGE, "Questions and their relations"), ids=lambda row: row["because"]
)
def test_questions_are_related_as_the_page_says(row):
    found, differs = relation(row["asked"], row["earlier"], ASKED_ON, EARLIER_ON)

    assert (found, differs or "–") == (row["relation"], row["differs"]), row["because"]


def test_the_page_says_what_each_relation_means():
    meant = [row["relation"].strip("`") for row in table(PAGE, "What the relations mean")]

    assert meant == [*(one.value for one in Relation), "nothing"]


def test_the_page_lists_the_rules_in_their_order():
    text = (DOCS / PAGE).read_text("utf-8")

    listed = [
        f"{number}. {rule.said[0].upper()}{rule.said[1:]}: `{rule.relation or 'nothing'}`."
        for number, rule in enumerate(RULES, start=1)
    ]

    assert "\n".join(listed) in text
