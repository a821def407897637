"""docs/reference/outcomes.md describes every outcome, in the words that the product uses."""

import re
from pathlib import Path

from answerable.domain.decisions import OUTCOME_WORDS, Outcome

PAGE = (Path(__file__).parents[2] / "docs/reference/outcomes.md").read_text(encoding="utf-8")


def test_every_outcome_has_its_heading_and_no_heading_is_left_over():
    assert re.findall(r"^## (.+)$", PAGE, re.MULTILINE) == [OUTCOME_WORDS[each] for each in Outcome]


def test_every_outcome_is_spelt_as_the_command_line_spells_it():
    assert re.findall(r"^\(`(\w+)`\)", PAGE, re.MULTILINE) == [each.value for each in Outcome]


def test_every_outcome_says_when_the_reader_assigns_it():
    sections = PAGE.split("\n## ")[1:]

    silent = [text.split("\n")[0] for text in sections if "**The reader assigns it**" not in text]
    assert silent == []
