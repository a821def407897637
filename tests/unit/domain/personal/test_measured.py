"""What people are told of the finder's weaknesses is what was measured, as the page for it says."""

import re
from pathlib import Path

import pytest

from answerable.domain.personal.kinds import PersonalKind
from answerable.domain.personal.measured import measured, origins, weak_contexts, weakness

PAGE = (Path(__file__).parents[4] / "docs/reference/personal-data.md").read_text(encoding="utf-8")
ROW = re.compile(
    r"^\| (.+) \| (\d+) \| (\d+)% \| (\d+)% \| \d+% \((\d+) of (\d+)\) \|$", re.MULTILINE
)


def test_each_kind_is_told_as_the_page_has_it():
    rows = ROW.findall(PAGE)

    assert len(rows) == 22
    for kind, *figures in rows:
        one = measured(PersonalKind(kind))
        assert [one.there, one.found, one.whole, one.right, one.told] == list(map(int, figures))


@pytest.mark.parametrize("shares", [weak_contexts(), origins()])
def test_shares_of_names_are_told_as_the_page_has_them(shares):
    for name, share in shares.items():
        assert re.search(rf"^\| \**{name}\** \| \**{share} %\** \|$", PAGE, re.MULTILINE), name


def test_whoever_decides_about_names_is_told_which_are_missed():
    assert "49 % of surnames that stand alone" in weakness(PersonalKind.NAME)
    assert "147 of" not in weakness(PersonalKind.POSTCODE)
    assert "7 of 7 that it called so were right" in weakness(PersonalKind.POSTCODE)


def test_what_was_not_measured_is_said_so():
    assert "not measured" in weakness(PersonalKind.HEALTH)
