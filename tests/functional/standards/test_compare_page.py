"""Two rounds beside each other, on a page and as CSV."""

import csv
import datetime as dt
import io
import json
from dataclasses import asdict, replace

import pytest

from answerable.actions.standards.loading import load_framework
from answerable.actions.standards.rounds import make_round, set_levels
from answerable.domain.assurance import known_framework
from tests.functional.casework.conftest import seen
from tests.support.casework import QUALITY_LEAD, STANDARDS_READER, doing_by
from tests.support.standards_doors import loaded

pytestmark = pytest.mark.django_db
PAGE, CSV = "/standards/rounds/compare/", "/standards/rounds/compare.csv"
LEAD = doing_by(QUALITY_LEAD)
LATER = dt.date(2025, 9, 1)


def later_round(**levels):
    """A round of the office's own after the report; return its number."""
    number = make_round("cse", kind="review 2", by="self", held_on=LATER, doing=LEAD)
    set_levels(number, levels, doing=LEAD)
    return number


def test_two_rounds_stand_beside_each_other(as_):
    first = loaded()
    second = later_round(**{"5.3.2": "compliant", "2.2.2": "compliant"})
    browser = as_(STANDARDS_READER)

    page = seen(browser.get(PAGE, {"from": first, "to": second}))
    text = browser.get(CSV, {"from": first, "to": second}).content.decode("utf-8-sig")

    rows = {one["element"]: one for one in csv.DictReader(io.StringIO(text))}
    assert "Better: 1; " in page
    assert "Worse: 1" in page
    assert "Stays: 5.3.2" in page
    assert len(rows) == 57
    assert (rows["5.3.2"]["before"], rows["5.3.2"]["change"]) == ("Partially Compliant", "better")
    assert "Sailings leave late" in rows["5.3.2"]["stays"]


def test_elements_of_one_edition_only_are_said_to_be(as_):
    first = loaded()
    cse = known_framework("cse")
    fewer = replace(
        cse, version="2027", elements=[one for one in cse.elements if one.number != "5.3.2"]
    )
    load_framework("cse.json", json.dumps(asdict(fewer)).encode(), doing=LEAD)
    second = later_round(**{"2.2.2": "plus"})

    page = seen(as_(STANDARDS_READER).get(PAGE, {"from": first, "to": second}))

    assert "two editions of the standard, 2008 and 2027" in page
    assert "Only in the earlier edition: 1" in page


@pytest.mark.parametrize(
    "asked", [{"from": "1", "to": "1"}, {"from": "x", "to": "9" * 50}, {"to": "٣"}]
)
def test_what_are_no_two_rounds_is_refused_in_a_sentence(as_, asked):
    browser = as_(STANDARDS_READER)

    assert "Choose two different rounds" in seen(browser.get(PAGE, asked), 422)
    assert browser.get(CSV, asked).status_code == 404
