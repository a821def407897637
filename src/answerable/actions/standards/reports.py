"""Load an assessor's report: it makes a round, with the levels that it states and what it says of the elements."""

import hashlib
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.ledger import record
from answerable.actions.standards.frameworks import kept_framework
from answerable.domain.assurance import Doubt, Framework, Report, Result, check_results
from answerable.domain.roles import NO_REQUEST, Move, check_move
from answerable.queries.standards.frameworks import frameworks_in_use
from answerable.reading import NotReadable, read_bytes
from answerable.reading.as_json import report_as_json
from answerable.reading.assessments import with_frameworks
from answerable.records.standards.models import (
    AssessmentRound,
    ElementResult,
    KeptFramework,
    Quotation,
    RoundPassage,
)

LARGEST_BYTES = 40_000_000
_LONGEST_NAME = 300
_LONGEST_NUMBER = 100
_MOST_ELEMENTS = 1000


class ReportRefused(ValueError):
    """A file makes no round; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class LoadedReport:
    """The round that a report made, and where the report does not agree with itself or with its standard.

    `is_new` is false where the same file was loaded before: nothing was changed.
    """

    round_id: int
    doubts: tuple[Doubt, ...]
    is_new: bool = True


def load_report(name: str, data: bytes, *, doing: Doing) -> LoadedReport:
    """Make the round of an assessor's report, or return the one that the same file made before.

    An element to which the report gives two levels has none; one that the standard does not have is left out. Both
    are doubts of the result.

    :raises MoveNotAllowed: if they may not.
    :raises ReportRefused: if it cannot be read, is about no known standard, names no element, or has no day.
    """
    check_move(Move.KEEP_STANDARDS, actor=doing.by, situation=NO_REQUEST)
    sha256 = hashlib.sha256(data).hexdigest()
    if known := AssessmentRound.objects.filter(source_sha256=sha256).first():
        return LoadedReport(known.pk, _doubts_kept(known), is_new=False)
    frameworks = frameworks_in_use()
    report, printed = _read(name, data, tuple(frameworks.values()))
    framework = _framework(report, frameworks, name)
    _check_says_something(report, framework, name)
    with transaction.atomic():
        kept = kept_framework(framework, doing=doing)
        made = _round(report, kept, name=name, sha256=sha256, printed=printed, doing=doing)
        _keep_results(made, _results(report, framework), doing)
        _keep_passages(made, report)
        _keep_quotations(made, report)
        data_told = {
            "sha256": sha256,
            "framework": framework.key,
            "kind": made.kind,
            "held_on": made.held_on.isoformat(),
            "levels": len(report.levels),
            "doubts": len(report.doubts),
        }
        record(
            "report loaded",
            subject=f"round {made.pk}",
            by=doing.by.key,
            at=doing.at,
            data=data_told,
        )
    return LoadedReport(made.pk, report.doubts)


def _read(
    name: str, data: bytes, frameworks: tuple[Framework, ...]
) -> tuple[Report, dict[str, Any]]:
    if len(data) > LARGEST_BYTES:
        message = f"{name} has {len(data):,} bytes: a report has at most {LARGEST_BYTES:,}"
        raise ReportRefused(message)
    try:
        with with_frameworks(frameworks):
            reading = read_bytes(data, name=name, as_kind="assessment")
    except NotReadable as problem:
        raise ReportRefused(str(problem)) from problem
    if reading.assessment is None:
        message = f"{name} is a table or a log and no assessor's report: load the report itself"
        raise ReportRefused(message)
    return reading.assessment, report_as_json(reading.assessment)


def _framework(report: Report, frameworks: dict[str, Framework], name: str) -> Framework:
    framework = frameworks.get(report.framework or "")
    if framework is None:
        known = ", ".join(one.name for one in frameworks.values())
        about = f"is about {report.standard}" if report.standard else "names no known standard"
        message = f"{name} {about}: known here is {known}. Load the other standard first"
        raise ReportRefused(message)
    return framework


def _check_says_something(report: Report, framework: Framework, name: str) -> None:
    """Do nothing if a report is about some element of its standard, and says when it was.

    :raises ReportRefused: if not.
    """
    if not any(framework.element(one) for one in _elements(report)):
        message = f"No element of {framework.name} was found in {name}: nothing was loaded"
        raise ReportRefused(message)
    if report.evidence_on is None and report.document_review_on is None:
        message = (
            f"{name} prints no day of an assessment in a form that is known: write “Assessment date: 9 March 2021” "
            "into it, or enter the round by hand"
        )
        raise ReportRefused(message)


def _elements(report: Report) -> Iterator[str]:
    yield from report.levels
    yield from (one for passage in report.passages for one in passage.elements)
    yield from (one for listed in report.listed.values() for one in listed)
    yield from (one for doubt in report.doubts for one in doubt.elements)


def _round(
    report: Report,
    kept: KeptFramework,
    *,
    name: str,
    sha256: str,
    printed: dict[str, Any],
    doing: Doing,
) -> AssessmentRound:
    held_on = report.evidence_on or report.document_review_on
    if held_on is None:
        message = "A round has a day: this is refused before"
        raise ReportRefused(message)
    return AssessmentRound.objects.create(
        framework=kept,
        kind=report.round_kind or "",
        by=AssessmentRound.By.ASSESSOR,
        held_on=held_on,
        organisation=(report.organisation or "")[:_LONGEST_NAME],
        assessor=(report.assessor or "")[:_LONGEST_NAME],
        project_number=(report.project_number or "")[:_LONGEST_NUMBER],
        source_name=name[-_LONGEST_NAME:],
        source_sha256=sha256,
        made_by=doing.by.key,
        made_at=doing.at,
        report=printed,
    )


def _results(report: Report, framework: Framework) -> tuple[Result, ...]:
    """Return the levels that a report states; the rest is met, if it speaks of a whole round and is sure of them."""
    stated = [Result(number, level) for number, level in report.levels.items()]
    unsure = {
        one for doubt in report.doubts if doubt.code == "two levels" for one in doubt.elements
    }
    usual = [one.key for one in framework.levels if one.is_met][-1:]
    rest = [
        Result(one.number, usual[0], is_inferred=True)
        for one in framework.elements
        if usual
        and report.else_met
        and one.number not in report.levels
        and one.number not in unsure
    ]
    check_results(framework, [*stated, *rest])
    return (*stated, *rest)


def _keep_results(made: AssessmentRound, results: tuple[Result, ...], doing: Doing) -> None:
    ElementResult.objects.bulk_create(
        ElementResult(
            round=made,
            element=one.element,
            level=one.level,
            is_inferred=one.is_inferred,
            set_by=doing.by.key,
            set_at=doing.at,
        )
        for one in results
    )


def _keep_passages(made: AssessmentRound, report: Report) -> None:
    RoundPassage.objects.bulk_create(
        RoundPassage(
            round=made,
            place=place,
            kind=one.kind.value,
            elements=f" {' '.join(one.elements)} "[:_MOST_ELEMENTS],
            text=one.text,
        )
        for place, one in enumerate(report.passages)
    )


def _keep_quotations(made: AssessmentRound, report: Report) -> None:
    """Keep what the report quotes until somebody has looked through it: it may tell a person."""
    Quotation.objects.bulk_create(
        Quotation(
            id=uuid.uuid4(),
            source=Quotation.Source.REPORT,
            month=made.held_on.replace(day=1),
            written=words,
            words=words,
        )
        for words in report.quotations
    )


def _doubts_kept(made: AssessmentRound) -> tuple[Doubt, ...]:
    return tuple(
        Doubt(one["code"], one["says"], tuple(one["elements"]))
        for one in made.report.get("doubts", [])
    )
