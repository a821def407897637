"""docs/law/letter-assembly.md: each row is a letter about one question."""

import pytest

from tests.support.answers import complete, letter_of
from tests.support.pages import table

EVERYWHERE = {
    "common.reference",
    "common.questions",
    "common.reuse",
    "common.contact",
}
NOTICES = {"notice.review", "notice.complaint", "further.review", "further.complaint"}


@pytest.mark.parametrize(
    "row",
    table("law/letter-assembly.md", "What stands in a letter"),
    ids=lambda row: f"{row['outcomes']} {row['ground']}",
)
def test_a_letter_holds_what_its_row_says(row):
    grounds = [row["ground"]] if row["ground"] else []

    contents = letter_of(complete(*row["outcomes"].split(", "), grounds=grounds)).contents

    assert contents - EVERYWHERE - NOTICES == {one for one in row["items"].split(", ") if one}
    assert contents >= EVERYWHERE
    assert contents & NOTICES == (set() if row["ground"].startswith("EIR") else NOTICES)
