"""docs/glossary.md holds one word for each thing, in order."""

import re
from pathlib import Path

import pytest

from answerable.domain.decisions import OUTCOME_WORDS, Outcome

PAGE = (Path(__file__).parents[2] / "docs/glossary.md").read_text(encoding="utf-8")
FLOW = (
    *("request", "question", "answer", "decision", "exemption", "public-interest test"),
    *("refusal notice", "pause", "restart", "extension", "deadline", "clearance", "contribution"),
    *("signpost", "precedent", "contradiction", "finding", "redaction", "release", "letter"),
    *("entry", "log", "month", "reading", "unread", "register", "snapshot", "measure", "band"),
    *("caveat", "suppression", "element", "evidence", "ledger"),
)


def terms(heading):
    part = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return re.findall(r"^- \*\*(.+?)\*\*: [A-Z]", part, re.MULTILINE)


def test_words_stand_in_alphabetical_order_and_once():
    words = terms("Words")

    assert words == sorted(set(words))


@pytest.mark.parametrize("word", FLOW)
def test_the_words_of_the_architecture_are_explained(word):
    assert word in terms("Words")


def test_every_outcome_is_explained_in_its_own_words():
    assert terms("Outcomes") == [OUTCOME_WORDS[each] for each in Outcome]
