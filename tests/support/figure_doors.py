"""The doors of the office's own figures: whoever reads requests reads them, few freeze, managers publish."""

import datetime as dt

from answerable.actions.casework.figures import freeze_figures
from answerable.domain.measures.office import Period
from tests.support import scenes
from tests.support.casework import OFFICER, doing_by
from tests.support.knocking import OFFICERS, ONLY_MANAGER, get, send

SEPTEMBER = Period(dt.date(2025, 9, 1), dt.date(2025, 9, 30))
_FROZEN = {"number": "{frozen}"}


def frozen():
    """An officer froze the figures of the month before."""
    scenes.begun()
    freeze_figures(SEPTEMBER, doing=doing_by(OFFICER))


FIGURES = [
    *(
        get(route)
        for route in (
            "statistics", "statistics-csv", "statistics-json", "statistics-cases", "statistics-frozen",
        )
    ),
    get("statistics-frozen-one", scene=frozen, **_FROZEN),
    send("statistics-frozen", OFFICERS, data={"period": "2025-09"}, about={}),
    send("statistics-frozen-one", ONLY_MANAGER, frozen, {"do": "publish"}, about=_FROZEN),
]  # fmt: skip
