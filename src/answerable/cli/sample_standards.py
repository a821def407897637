"""The standards for the demo: an assessor's report as a round, elements with owners, and service standards."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from answerable.actions.casework import Doing
    from answerable.domain.roles import Actor

_STORIES = {
    "4.1.2": "Each month the share answered in time is counted from the casework itself, and stands here with its target.",
    "5.3.2": "Figures of each month are published with the cases left out that nobody could count.",
    "5.2.1": "The acknowledgement says by which day an answer is due, and how that day was counted.",
}
_EVIDENCE = "How days are counted"


def load_standards(report: Path, people: "Mapping[str, Actor]", now: dt.datetime) -> None:
    """Make the round of a report, give some elements to somebody, and promise what can be measured."""
    from django.conf import settings  # noqa: PLC0415 Django is loaded only now

    from answerable.actions.casework import Doing  # noqa: PLC0415
    from answerable.actions.standards.reports import load_report  # noqa: PLC0415
    from answerable.queries.calendars import holidays  # noqa: PLC0415

    doing = Doing(people["quality lead"], now, holidays(), settings.ANSWERABLE_AUTHORITY)
    load_report(report.name, report.read_bytes(), doing=doing)
    _write_about_elements(people["element owner"].key, doing)
    _promise(doing)
    print(
        "an assessor's report, read by element, and a service standard with its months", flush=True
    )


def _write_about_elements(owner: str, doing: "Doing") -> None:
    from answerable.actions.standards.elements import (  # noqa: PLC0415 as above
        GivenEvidence,
        add_evidence,
        give_element,
        write_storyboard,
    )
    from answerable.actions.standards.improving import Plan, plan_action  # noqa: PLC0415

    for element, text in _STORIES.items():
        give_element("cse", element, owner=owner, doing=doing)
        write_storyboard("cse", element, text=text, doing=doing)
    data = b"day,counts\n2026-04-02,yes\n2026-04-03,no (Good Friday)\n"
    given = GivenEvidence(_EVIDENCE, doing.on, file_name="days.csv", data=data)
    add_evidence("cse", "5.2.1", given, doing=doing)
    due = doing.on + dt.timedelta(days=60)
    plan = Plan("Say each month why answers were late", owner, due)
    plan_action("cse", "4.1.2", plan, doing=doing)


def _promise(doing: "Doing") -> None:
    """Promise answers in time, tie that to the elements that it shows, and count the months that are over."""
    from answerable.actions.standards.months import record_due_months  # noqa: PLC0415 as above
    from answerable.actions.standards.promises import (  # noqa: PLC0415
        Promise,
        make_standard,
        tie_elements,
    )
    from answerable.domain.assurance.promises import Aim  # noqa: PLC0415

    first = (doing.on.replace(day=1) - dt.timedelta(days=180)).replace(day=1)
    promise = Promise(
        name="Answers in time",
        name_cy="Atebion mewn pryd",
        promise="You have an answer within twenty working days.",
        promise_cy="Cewch ateb o fewn ugain diwrnod gwaith.",
        team="",
        source="answers_in_time",
        aim=Aim.AT_LEAST,
        target=95_000,
        from_month=first,
    )
    slug = make_standard(promise, doing=doing)
    tie_elements(slug, "cse", ["4.1.2", "5.3.2"], doing=doing)
    record_due_months(doing=doing)
