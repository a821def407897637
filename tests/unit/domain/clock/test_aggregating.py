"""Which requests may be added up for the cost limit, as far as their days are concerned."""

import datetime as dt

import pytest

from answerable.domain.clock import shipped_holidays
from answerable.domain.clock.aggregating import why_not_together, within_period

HOLIDAYS = shipped_holidays()

# Day 1 is the first working day: docs/law/other-clocks.md has the same first row.
ROWS = [
    ("2025-10-04", "2025-12-31", True, "a Saturday: the sixtieth working day from the Monday on"),
    ("2025-10-04", "2026-01-05", False, "the next one is the sixty-first"),
    ("2025-10-06", "2025-10-06", True, "the same day"),
    ("2025-12-31", "2025-10-06", True, "whichever is named first"),
    ("2025-01-06", "2025-10-06", False, "months apart"),
]


@pytest.mark.parametrize(("one", "other", "together", "because"), ROWS)
def test_requests_count_together_within_sixty_working_days(one, other, together, because):
    days = (dt.date.fromisoformat(one), dt.date.fromisoformat(other))

    assert within_period(*days, HOLIDAYS) is together, because
    refusal = why_not_together(days, ("FOIA", "FOISA"), HOLIDAYS)
    assert refusal == (
        ""
        if together
        else "They came within no period of 60 working days: they do not count together"
    )


def test_a_law_without_a_cost_limit_adds_nothing_up():
    day = dt.date(2025, 10, 6)

    refusal = why_not_together((day, day), ("FOIA", "EIR"), HOLIDAYS)

    assert refusal == "One of them is answered under EIR, which has no such cost limit"
