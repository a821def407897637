"""docs/law/exemptions.md says what the law file says."""

import re
from pathlib import Path

import pytest

from answerable.domain.law.exemptions import exemptions, public_interest_test_of

PAGE = Path(__file__).parents[2] / "docs/law/exemptions.md"


def rows(heading):
    section = PAGE.read_text(encoding="utf-8").split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = re.findall(r"^\| (.+) \|$", section, re.MULTILINE)
    return [tuple(cell.strip() for cell in line.split(" | ")) for line in lines[1:]]


def kind(found):
    if found.kind in {"cost", "burden"}:
        return "procedural"
    if found.absolute:
        return "absolute"
    tests = {public_interest_test_of(citation) for citation in (found.section, *found.limbs)}
    return "qualified" if tests == {"applies"} else "mixed"


def test_the_page_lists_every_ground_in_the_order_of_the_law():
    assert [row[0] for row in rows("The grounds")] == [found.section for found in exemptions()]


@pytest.mark.parametrize("found", exemptions(), ids=lambda found: found.section)
def test_the_row_of_a_ground_says_what_the_law_file_says(found):
    by_section = {row[0]: row for row in rows("The grounds")}

    test = public_interest_test_of(found.section)
    assert by_section[found.section] == (found.section, found.title, kind(found), test)


def test_the_page_names_every_limb_that_differs_from_its_section():
    differing = [
        (limb, words, public_interest_test_of(limb))
        for found in exemptions()
        for limb, words in found.limbs.items()
        if public_interest_test_of(limb) is not public_interest_test_of(found.section)
    ]

    assert rows("Limbs that differ from their section") == differing
