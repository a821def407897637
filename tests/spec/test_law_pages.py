"""The law pages on limits, limbs, letters and costs say what the law files say."""

import datetime as dt
import re

import pytest

from answerable.domain.decisions.estimates import estimate, work_of
from answerable.domain.law.costs import Payer, activities, cost_limit
from answerable.domain.law.letters import LetterKind, letter_items
from answerable.domain.law.limbs import Need, limbs, purposes
from answerable.domain.law.provisions import provisions
from tests.support.pages import DOCS, table

DAY = dt.date(2026, 11, 22)


def test_every_limit_stands_on_its_page():
    rows = [tuple(row.values()) for row in table("law/time-limits.md", "The limits")]

    assert rows == [
        (
            one.name,
            one.law,
            one.what,
            f"{one.value} {one.unit if one.value != 1 else one.unit.removesuffix('s')}",
            one.calendar,
            f"since {one.since}" + (f" until {one.until}" if one.until else ""),
            one.basis,
            one.confidence,
        )
        for one in provisions().values()
    ]


def test_every_limb_stands_on_its_page():
    rows = [tuple(row.values()) for row in table("law/limbs.md", "The limbs")]

    assert rows == [
        (
            one.citation,
            one.nature,
            one.test,
            ", ".join(one.needs),
            ", ".join(one.bodies) or "every authority",
        )
        for one in limbs().values()
    ]


def test_every_need_and_purpose_stands_on_the_page_of_limbs():
    needs = [tuple(row.values()) for row in table("law/limbs.md", "What must be recorded")]
    named = [tuple(row.values()) for row in table("law/limbs.md", "The purposes of section 31(2)")]

    assert needs == [(need.value, need.words) for need in Need]
    assert named == list(purposes().items())


@pytest.mark.parametrize("kind", LetterKind)
def test_every_item_of_a_letter_stands_on_its_page(kind):
    items = letter_items(kind, on=DAY)
    groups = dict.fromkeys(item.name.partition(".")[0] for item in items)

    on_page = [
        (f"{group}.{row['item']}", row["what it must say"], row["asked for by"])
        for group in groups
        for row in table("law/letters.md", group)
    ]

    assert on_page == [(item.name, item.what, item.basis) for item in items]


def test_the_limits_of_cost_stand_on_their_page():
    for row in table("law/cost-limit.md", "How much"):
        limit = cost_limit(Payer(row["body"]), on=DAY)

        assert (f"{limit.pounds} pounds", str(limit.hours)) == (row["limit"], row["hours"])


def test_every_activity_stands_on_the_page():
    rows = [tuple(row.values()) for row in table("law/cost-limit.md", "Which work counts")]

    assert rows == [
        (one.name, one.what, "yes" if one.counts else "no") for one in activities().values()
    ]


@pytest.mark.parametrize(
    "row", table("law/cost-limit.md", "Estimates"), ids=lambda row: row["because"]
)
def test_an_estimate_comes_out(row):
    made = estimate(work_of(one) for one in row["work"].split())
    limit = cost_limit(Payer(row["body"]), on=DAY)

    assert round(float(made.hours), 2) == float(row["hours"])
    assert round(float(made.pounds(limit)), 2) == float(row["pounds"])
    assert made.is_over(limit) == (row["over"] == "yes"), row["because"]


def test_every_law_page_is_listed_in_the_map():
    listed = (DOCS / "README.md").read_text(encoding="utf-8")
    pages = {page.name for page in (DOCS / "law").glob("*.md")}

    assert pages <= set(re.findall(r"law/([\w-]+\.md)", listed))
