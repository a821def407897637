"""Layouts that were first met after the reader was written, each as a page, in Word, as text and as PDF."""

import pytest

from answerable.reading import read_bytes
from tests.support.assessed import fresh, later
from tests.support.assessed.fresh import SAYS_NO_KIND, WRITERS
from tests.support.assessed.kept import KEPT, OPENED, beside_a_self_assessment
from tests.support.assessed.programmes import PROGRAMMES
from tests.support.assessed.scores import scores, told
from tests.support.assessed.written import said_of

LEVELS_KEPT, DAYS_KEPT = 13, 14
WRITTEN = [
    pytest.param(layout, truth, name, id=f"{layout.__name__} {name}")
    for layouts, truth in ((fresh.FRESH, fresh.TRUTH), (later.LATER, later.TRUTH))
    for layout in layouts
    for name in WRITERS
]


@pytest.mark.parametrize(("layout", "truth", "name"), WRITTEN)
def test_a_report_is_read_whatever_it_is_written_in(layout, truth, name):
    _, parts = layout(truth)

    reading = read_bytes(WRITERS[name](parts), name=name)

    assert reading.kind == "assessment"
    report = reading.assessment
    assert {one: to for one, to in report.levels.items() if to != "compliant"} == truth.levels
    for element, text in (truth.plus | truth.partial | truth.improvements).items():
        assert text in said_of(report, element)
    kinds = {(one.kind.value, element) for one in report.passages for element in one.elements}
    stated = {("partial", one) for one in truth.partial} | {("strength", one) for one in truth.plus}
    better = {("improvement", one) for one in truth.improvements}
    assert kinds >= (stated if layout in SAYS_NO_KIND else stated | better)
    assert kinds <= stated | better
    assert (report.framework, report.round_kind) == ("cse", truth.round_kind)
    assert (report.organisation, report.assessor) == (truth.organisation, truth.assessor)
    assert (report.project_number, report.evidence_on) == (truth.number, truth.held_on)
    assert {(one.count, one.of) for one in report.method} == set(truth.figures)
    assert [one for one in report.doubts if one.code != "other name"] == []


def test_an_answer_that_quotes_a_report_is_a_letter():
    letter = (
        "Dear Ann Example\n\nThank you for your request under the Freedom of Information Act 2000.\n\n"
        "You asked which elements of Customer Service Excellence were Partially Compliant.\n\n"
        "Our response\n\nElements 4.1.2 and 5.3.2 were Partially Compliant; 1.1.3, 2.1.1 and 4.2.4 were given "
        "Compliance Plus.\n\nYours sincerely\n\nThe information team\n"
    )

    assert read_bytes(letter.encode(), name="letter.txt").kind != "assessment"


SEEN = [
    pytest.param(layout, name, id=f"{layout.__name__} {name}")
    for layout in (*PROGRAMMES, *OPENED)
    for name in WRITERS
    # In text without structure its lines run together.
    if (layout, name) != (beside_a_self_assessment, "text.txt")
]


@pytest.mark.parametrize(("layout", "name"), SEEN)
def test_a_report_of_a_certifying_body_is_read_whole(layout, name):
    truth, parts = layout()

    reading = read_bytes(WRITERS[name](parts), name=name)

    assert reading.kind == "assessment"
    assert [key for key, is_so in told(reading.assessment, truth).items() if not is_so] == []


def test_of_reports_that_nobody_looked_at_most_levels_are_read():
    found = scores(KEPT)

    counted = {key: sum(one.get(key, False) for one in found.values()) for key in ("levels", "day")}

    # Measured, and not mended: docs/reference/standards.md says what else is read of them.
    assert counted["levels"] >= LEVELS_KEPT
    assert counted["day"] >= DAYS_KEPT
