"""What was found in files that information owners gave: a verdict for the officer, a sentence for the owner."""

from collections.abc import Iterable
from dataclasses import dataclass

from answerable.domain.release.standing import FileFacts, standing_of
from answerable.inspecting import Inspection, Severity, Verdict
from answerable.inspecting.codes import codes
from answerable.inspecting.version import rules_version
from answerable.queries.casework.releasing.standings import inspected_in, report_of
from answerable.records.casework.models import ContributionFile, Request

_MOST = 3
_OF_PEOPLE = ("sweep.", "personal.")


@dataclass(frozen=True, slots=True)
class GivenVerdict:
    """How a file stands that was given, and what is hidden in it, as a sentence; nothing if nothing is."""

    standing: str
    said: str
    waits: bool


def given_verdicts(request: Request, files: Iterable[ContributionFile]) -> dict[int, GivenVerdict]:
    """Return how files stand that information owners gave for a request, by their primary keys."""
    rows = {
        (one.sha256, one.name): one for one in request.inspections.filter(rules=rules_version())
    }
    return {
        one.pk: _verdict(report_of(row), waits=row is not None)
        for one, row in ((one, rows.get((one.sha256, one.name))) for one in files)
    }


def _verdict(report: Inspection | None, *, waits: bool) -> GivenVerdict:
    if report is None:
        return GivenVerdict(standing_of(FileFacts(waits=waits)).value, "", waits=waits)
    standing = standing_of(FileFacts(inspected_in(report))).value
    return GivenVerdict(standing, hidden_in(report), waits=False)


def hidden_in(report: Inspection) -> str:
    """Return what a file holds that it does not show, as a sentence: it says nothing of people it names.

    Who asked is not for everybody to know, and whoever gave the file would be told.
    """
    if report.verdict is Verdict.CANNOT_SAY:
        return f"Nobody can say what is in it. {report.reason}"
    found = [
        f"{_lowered(codes()[one.code].what)}{f' ({one.where})' if one.where else ''}"
        for one in report.findings
        if one.severity is not Severity.NOTE and not one.code.startswith(_OF_PEOPLE)
    ]
    if not found:
        return ""
    more = f"; and {len(found) - _MOST} more" if len(found) > _MOST else ""
    return f"It holds more than it shows: {'; '.join(found[:_MOST])}{more}"


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]
