"""Logs and letters put together by chance from what bodies print: what is read of many forms that nobody thought of one by one.

Forty of each are read: a second of the processor's time is what it takes to see that no combination is lost.
"""

import pytest

from tests.support.layouts.as_html import html
from tests.support.layouts.chance_letters import letter_by_chance
from tests.support.layouts.chance_logs import log_by_chance
from tests.support.layouts.measured import averages, measured
from tests.support.layouts.shapes import Layout

KINDS = {
    "logs": (log_by_chance, {"refs": 0.98, "titles": 0.97, "items": 0.98, "answers": 0.95}),
    "letters": (letter_by_chance, {"refs": 0.95, "titles": 0.9, "items": 0.95, "answers": 0.92}),
}


@pytest.mark.parametrize("kind", KINDS)
def test_forms_put_together_by_chance_are_read(kind):
    make, least = KINDS[kind]
    made = [make(seed) for seed in range(40)]

    rows = [measured(Layout(kind, (), None), "html", [(html(one).encode(), one.truth)]) for one in made]  # fmt: skip

    found = averages(rows)
    assert {field: found[field] for field, share in least.items() if found[field] < share} == {}
