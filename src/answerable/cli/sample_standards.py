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
    from answerable.cli.sample_survey import answer_surveys  # noqa: PLC0415
    from answerable.queries.calendars import holidays  # noqa: PLC0415

    doing = Doing(people["quality lead"], now, holidays(), settings.ANSWERABLE_AUTHORITY)
    loaded = load_report(report.name, report.read_bytes(), doing=doing)
    _write_about_elements(people["element owner"].key, doing)
    slugs = _promise(doing)
    _publish(loaded.round_id, slugs, doing)
    print(
        "an assessor's report, read by element, and service standards with their months, published at "
        "/service-standards/",
        flush=True,
    )
    answer_surveys(doing)


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


_PROMISES = (
    ("Answers in time", "Atebion mewn pryd", "You have an answer within twenty working days.",
     "Cewch ateb o fewn ugain diwrnod gwaith.", "", "answers_in_time", 95_000, ("4.1.2", "5.3.2")),
    ("Records found in a week", "Cofnodion o fewn wythnos", "Whoever answers you has the records within a week.",
     "Mae’r cofnodion gan bwy bynnag sy’n eich ateb o fewn wythnos.", "Records", "by_hand_share", 90_000, ("5.2.1",)),
)  # fmt: skip
_FOUND = ((41, 41), (52, 52), (36, 44), (47, 49), (55, 60), (63, 63))
"""What the records team entered: of how many requests it found the records in a week, by month."""
_WORDS = (
    "The index of older records was rebuilt, and could not be searched for nine days.",
    "Ailadeiladwyd mynegai’r cofnodion hŷn, ac ni ellid chwilio ynddo am naw diwrnod.",
    "It is rebuilt at night now.",
    "Caiff ei ailadeiladu gyda’r nos erbyn hyn.",
)


def _promise(doing: "Doing") -> list[str]:
    """Promise what is measured, tie it to the elements that it shows, and count the months that are over."""
    from answerable.actions.standards.months import record_due_months  # noqa: PLC0415 as above
    from answerable.actions.standards.promises import (  # noqa: PLC0415
        Promise,
        make_standard,
        tie_elements,
    )
    from answerable.domain.assurance.promises import Aim, month_of, months_on  # noqa: PLC0415

    slugs = []
    first = months_on(month_of(doing.on), -len(_FOUND))
    for name, name_cy, words, words_cy, team, source, target, elements in _PROMISES:
        promise = Promise(
            name=name,
            name_cy=name_cy,
            promise=words,
            promise_cy=words_cy,
            team=team,
            source=source,
            aim=Aim.AT_LEAST,
            target=target,
            from_month=first,
        )
        slugs.append(make_standard(promise, doing=doing))
        tie_elements(slugs[-1], "cse", elements, doing=doing)
    record_due_months(doing=doing)
    _enter(slugs[-1], first, doing)
    return slugs


def _enter(slug: str, first: dt.date, doing: "Doing") -> None:
    """Enter what a team counted, and say why the worst month missed its target."""
    from answerable.actions.standards.months import enter_figure  # noqa: PLC0415 as above
    from answerable.actions.standards.promises import MonthWords, explain_month  # noqa: PLC0415
    from answerable.domain.assurance.promises import counted, months_on  # noqa: PLC0415

    for place, (some, of) in enumerate(_FOUND):
        enter_figure(slug, months_on(first, place), counted(some, of), doing=doing)
    missed = months_on(first, _FOUND.index(min(_FOUND, key=lambda one: one[0] / one[1])))
    explain_month(slug, missed, MonthWords(*_WORDS), doing=doing)


def _publish(number: int, slugs: list[str], doing: "Doing") -> None:
    """Close the round, and let everybody read its levels and the service standards."""
    from answerable.actions.standards.publishing import (  # noqa: PLC0415 as above
        publish_round,
        publish_standard,
    )
    from answerable.actions.standards.rounds import close_round  # noqa: PLC0415

    close_round(number, doing=doing)
    for slug in slugs:
        publish_standard(slug, reason="Everybody may know how the office does", doing=doing)
    publish_round(number, reason="Everybody may know what the assessor found", doing=doing)
