"""What explains a question, and what is said beside it, makes no other question of it."""

import pytest

from answerable.domain.precedent.glosses import without_glosses
from tests.support.asking import asked, relation

GLOSSES = [
    ("How many roofs were mended (including those of sheds)?", "How many roofs were mended?"),
    (
        "The number of roofs mended each year, including roofs of sheds and of barns.",
        "The number of roofs mended each year",
    ),
    ("Name(s) of the roofer(s)", "Names of the roofers"),
    ("Sum paid for roofs (£)", "Sum paid for roofs"),
    ("Sum paid for roofs (in £)", "Sum paid for roofs"),
    (
        "Roofs mended, 2021 and 2022 (or the closest years for which there are figures)",
        "Roofs mended, 2021 and 2022",
    ),
    ("Roofs mended in 2021 (Jan - Dec)", "Roofs mended in 2021"),
    (
        "Slates (also known as shingles) that fell in 2021",
        "Slates that fell in 2021",
    ),
    ("What did the work on roofs cost, if records permit?", "What did the work on roofs cost?"),
    ("The total estimated cost of roofs", "The total cost of roofs"),
]


@pytest.mark.parametrize(("glossed", "bare"), GLOSSES)
def test_a_gloss_makes_no_other_question(glossed, bare):
    read, other = asked(glossed), asked(bare)

    assert [one.stem for one in read.terms] == [one.stem for one in other.terms]
    assert read.points == other.points
    assert relation(glossed, bare)[0] == "same"


ASKS = [
    "Roofs mended, including how many of them were of slate",
    "Roofs mended (including the number that leaked again)",
    "Roofs mended (including the dates of repair)",
]


@pytest.mark.parametrize("text", ASKS)
def test_what_is_included_and_asked_for_stays(text):
    assert without_glosses(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "A monthly breakdown of the number of roofs mended in 2021",
        "Number of roofs mended in 2021, broken down monthly",
        "Number of roofs mended in 2021 (monthly breakdown)",
    ],
)
def test_a_monthly_breakdown_is_one_by_month(text):
    read = asked(text)

    assert read.breakdowns == {"month"}
    assert [one.stem for one in read.terms] == ["roof", "repair"]


def test_spending_within_a_framework_is_the_rest_of_what_is_spent_without():
    within, without = (
        f"Sum paid for gardeners from {one}-framework agencies" for one in ("on", "off")
    )

    assert relation(within, without)[0] == "opposite"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("How many interim reports were written?", "How many locums were hired?"),
        ("Interim orders for payment", "Agency workers for payment"),
    ],
)
def test_what_is_interim_is_no_agency_worker(one, other):
    assert not asked(one).stems & {"agenc staff"}
    assert asked(other).stems & {"agenc staff"}
