"""The doors to service standards: those of the standards read them, managers and quality leads keep them."""

import datetime as dt

from answerable.actions.standards.months import enter_figure
from answerable.actions.standards.promises import Promise, make_standard
from answerable.domain.assurance.promises import Aim, share
from tests.support import scenes
from tests.support.casework import QUALITY_LEAD, doing_by
from tests.support.knocking import WHY, Row, get, send
from tests.support.open_standards import kept_inside, opened

READING = frozenset({"manager", "auditor", "quality lead", "element owner", "standards reader"})
KEEPING = frozenset({"manager", "quality lead"})
AUGUST = dt.date(2025, 8, 1)
_ONE = {"slug": "leave"}
NEW = {
    "name": "Leave", "promise": "Leave is settled in a week", "source": "by_hand_share",
    "aim": "at least", "target": "90", "from_month": "2025-04",
}  # fmt: skip


def promised():
    """A standard of a team that enters its own figures, and missed its target in August."""
    doing = doing_by(QUALITY_LEAD)
    first = dt.date(2025, 4, 1)
    promise = Promise(
        "Leave", "", "Leave is settled", "", "HR", "by_hand_share", Aim.AT_LEAST, 90_000, first
    )
    make_standard(promise, doing=doing)
    enter_figure("leave", AUGUST, share(8, 10), doing=doing)


def _button(do: str, data: dict[str, str]) -> Row:
    return send("service-standard", KEEPING, promised, {"do": do, **data}, about=_ONE)


PROMISES = [
    get("service-standards", READING, promised),
    get("service-standards-csv", READING, promised),
    get("service-standards-json", READING, promised),
    get("service-standard", READING, promised, **_ONE),
    get("service-standard-new", KEEPING, scenes.nothing),
    send("service-standard-new", KEEPING, scenes.nothing, NEW, about={}),
    get("service-standard-month", KEEPING, promised, **_ONE, month="2025-08"),
    send(
        "service-standard-month", KEEPING, promised, {"told": "Two were ill", "action": "Cover"},
        about={**_ONE, "month": "2025-08"},
    ),
    get("service-standard-publishing", KEEPING, kept_inside, **_ONE),
    send("service-standard-publishing", KEEPING, kept_inside, {"do": "publish", **WHY}, about=_ONE),
    send("service-standard-publishing", KEEPING, opened, {"do": "take-back", **WHY}, about=_ONE),
    _button("target", {"target-target": "92", "target-from_month": "2026-01"}),
    _button("end", {"end-last_month": "2026-01"}),
    _button("tie", {"tie-framework": "cse", "tie-elements": "5.3.2"}),
    _button("enter", {"enter-month": "2025-07", "enter-how_many": "9", "enter-of_how_many": "10"}),
]  # fmt: skip
