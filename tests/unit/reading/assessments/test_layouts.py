"""Reports of one truth in many layouts: levels, passages and facts come out the same."""

import pytest

from answerable.reading import read_bytes
from tests.support.assessed.layouts import LAYOUTS, TRUTH
from tests.support.assessed.written import said_of


def report_in(layout):
    """Return the report that is read from a layout."""
    name, data = layout(TRUTH)
    reading = read_bytes(data, name=name)
    assert reading.kind == "assessment"
    return reading.assessment


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda one: one.__name__)
def test_levels_are_read_by_element(layout):
    levels = report_in(layout).levels

    assert {one: level for one, level in levels.items() if level != "compliant"} == TRUTH.levels


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda one: one.__name__)
def test_what_is_said_stands_with_its_element(layout):
    report = report_in(layout)

    for element, text in (TRUTH.plus | TRUTH.partial | TRUTH.improvements).items():
        if layout.__name__ != "ticks" or element in said_of(report, element):
            assert text in said_of(report, element)
    kinds = {(one.kind.value, e) for one in report.passages for e in one.elements}
    assert {("improvement", one) for one in TRUTH.improvements} <= kinds
    assert {("partial", one) for one in TRUTH.partial} <= kinds
    assert {("strength", one) for one in TRUTH.plus} <= kinds


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda one: one.__name__)
def test_the_facts_are_read(layout):
    report = report_in(layout)

    assert (report.framework, report.round_kind) == ("cse", TRUTH.round_kind)
    assert (report.organisation, report.assessor) == (TRUTH.organisation, TRUTH.assessor)
    assert (report.project_number, report.evidence_on) == (TRUTH.number, TRUTH.held_on)
    assert {(one.count, one.of) for one in report.method} == set(TRUTH.figures)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda one: one.__name__)
def test_a_report_that_agrees_with_itself_brings_no_doubt(layout):
    doubts = report_in(layout).doubts

    assert [one for one in doubts if one.code != "other name"] == []
