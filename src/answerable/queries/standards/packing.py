"""What the office has to show for a standard, as the values that a pack for the assessor is made of."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import dropwhile
from typing import TypeVar

from answerable.domain.assurance import Framework, framework_of
from answerable.publishing.assurance.pack import (
    Pack,
    PackAction,
    PackCriterion,
    PackElement,
    PackEvidence,
    PackMonth,
    PackPassage,
    PackQuotation,
    PackStandard,
)
from answerable.queries.accounts.naming import person_names
from answerable.queries.archive.naming import body_named
from answerable.queries.standards.promises import StandardRow, service_standards
from answerable.records.standards.models import (
    AssessmentRound,
    Evidence,
    ImprovementAction,
    Quotation,
    RoundPassage,
    Storyboard,
)

_One = TypeVar("_One")
_VERDICTS = {
    Evidence.Verdict.NONE: "not inspected yet",
    Evidence.Verdict.CLEAR: "nothing was found",
    Evidence.Verdict.FINDINGS: "something was found",
    Evidence.Verdict.CANNOT_SAY: "cannot be inspected",
}
_WHY_NOT = {
    Evidence.Verdict.NONE: "It waits to be inspected",
    Evidence.Verdict.FINDINGS: "Something was found in it, and nobody has decided that it may go",
    Evidence.Verdict.CANNOT_SAY: "It cannot be inspected, and nobody has decided that it may go",
}


@dataclass(frozen=True, slots=True)
class _Shown:
    """What is shown for elements, by their numbers."""

    levels: dict[str, str]
    before: dict[str, str]
    stories: dict[str, str]
    evidence: dict[str, tuple[PackEvidence, ...]]
    actions: dict[str, tuple[PackAction, ...]]
    passages: dict[str, tuple[PackPassage, ...]]
    standards: dict[str, tuple[PackStandard, ...]]


def pack_of(
    framework: Framework, *, today: dt.date, round_number: int | None = None
) -> Pack | None:
    """Return the pack of a round of a framework, or of the latest; None if it has no such round.

    The level before is that of the round before it. The passages are those of the last round that has any. An
    earlier round has the elements of the edition that it was made by.
    """
    every = list(
        AssessmentRound.objects.filter(framework__key=framework.key)
        .select_related("framework")
        .defer("report")
        .order_by("-held_on", "-pk")
    )
    rounds = list(dropwhile(lambda one: round_number not in (None, one.pk), every))
    if not rounds:
        return None
    if rounds[0] is not every[0]:
        framework = framework_of(rounds[0].framework.declaration)
    latest, before = rounds[0], rounds[1] if len(rounds) > 1 else None
    shown = _Shown(
        levels=_levels(latest),
        before=_levels(before) if before else {},
        stories=_stories(framework.key),
        evidence=_evidence(framework.key),
        actions=_actions(framework.key),
        passages=_passages(rounds),
        standards=_standards(framework.key, today),
    )
    kinds = {one.key: one.name for one in framework.rounds}
    return Pack(
        framework=f"{framework.name} ({framework.version})",
        organisation=latest.organisation or body_named().name,
        round_kind=kinds.get(latest.kind, latest.kind),
        round_on=latest.held_on,
        made_on=today,
        levels=tuple(one.name for one in framework.levels),
        criteria=tuple(
            PackCriterion(
                one.number,
                one.name,
                tuple(
                    _element(each.number, each.name, shown)
                    for each in framework.elements_of(one.number)
                ),
            )
            for one in framework.criteria
        ),
        quotations=_quotations(),
    )


def evidence_bytes(framework: str, sha256: str) -> bytes | None:
    """Return the bytes of a file that is evidence and counts, by its digest; None if they are not held."""
    found = Evidence.objects.filter(framework=framework, sha256=sha256, taken_back_at=None)
    data = found.values_list("data", flat=True).first()
    return bytes(data) if data else None


def evidence_that_may_go(framework: str) -> frozenset[str]:
    """Return the digests of the files of evidence that may go into a pack now."""
    found = Evidence.objects.filter(framework=framework, taken_back_at=None).exclude(sha256="")
    return frozenset(one.sha256 for one in found.defer("data", "report") if _piece(one).goes_in)


def _element(number: str, name: str, shown: _Shown) -> PackElement:
    return PackElement(
        number,
        name,
        level=shown.levels.get(number, ""),
        level_before=shown.before.get(number, ""),
        storyboard=shown.stories.get(number, ""),
        evidence=shown.evidence.get(number, ()),
        actions=shown.actions.get(number, ()),
        passages=shown.passages.get(number, ()),
        standards=shown.standards.get(number, ()),
    )


def _levels(made: AssessmentRound) -> dict[str, str]:
    """Return the names of a round's levels, by the framework that it was made by."""
    names = {one.key: one.name for one in framework_of(made.framework.declaration).levels}
    return {one.element: names.get(one.level, one.level) for one in made.results.all()}


def _stories(framework: str) -> dict[str, str]:
    # Every version is kept: the latest comes last, and holds.
    found = Storyboard.objects.filter(framework=framework).order_by("pk")
    return dict(found.values_list("element", "text"))


def _evidence(framework: str) -> dict[str, tuple[PackEvidence, ...]]:
    found = Evidence.objects.filter(framework=framework, taken_back_at=None)
    rows = found.defer("data", "report").order_by("-dated_on", "-pk")
    return _gathered((number, _piece(one)) for one in rows for number in one.elements.split())


def _piece(one: Evidence) -> PackEvidence:
    verdict = Evidence.Verdict(one.verdict)
    words, why_not = _VERDICTS[verdict], _WHY_NOT.get(verdict, "")
    if not one.sha256:
        words, why_not = "an address", ""
    elif one.decided_by and verdict is not Evidence.Verdict.NONE:
        words, why_not = f"{words}; decided that it may go", ""
    return PackEvidence(
        title=one.title,
        dated_on=one.dated_on,
        file_name=one.file_name,
        sha256=one.sha256,
        link=one.address,
        verdict=words,
        why_not=why_not,
    )


def _actions(framework: str) -> dict[str, tuple[PackAction, ...]]:
    found = list(ImprovementAction.objects.filter(framework=framework).order_by("due_on", "pk"))
    names = person_names(one.owner for one in found)
    return _gathered(
        (
            one.element,
            PackAction(one.text, names.get(one.owner, one.owner), one.due_on, one.done_on),
        )
        for one in found
    )


def _passages(rounds: list[AssessmentRound]) -> dict[str, tuple[PackPassage, ...]]:
    """Return what the last round that has passages says, the rounds being given latest first."""
    for one in rounds:
        found = list(RoundPassage.objects.filter(round=one).order_by("place"))
        if found:
            return _gathered(
                (number, PackPassage(each.kind, each.text, _progress(each)))
                for each in found
                for number in each.elements.split()
            )
    return {}


def _progress(one: RoundPassage) -> str:
    return f"{one.progress}: {one.progress_note}" if one.progress_note else one.progress


def _quotations() -> tuple[PackQuotation, ...]:
    """Return the words that staff may read, the latest year first; within a year nothing tells their month."""
    found = Quotation.objects.filter(state=Quotation.State.APPROVED)
    rows = [
        PackQuotation(
            words=one.words,
            year=one.month.year,
            language=one.language,
            is_of_report=one.source == Quotation.Source.REPORT,
            elements=tuple(one.elements.split()),
        )
        for one in found
    ]
    return tuple(sorted(rows, key=lambda one: (-one.year, one.is_of_report, one.words)))


def _standards(framework: str, today: dt.date) -> dict[str, tuple[PackStandard, ...]]:
    return _gathered(
        (element, _standard(one))
        for one in service_standards(today=today)
        for key, element in one.ties
        if key == framework
    )


def _standard(one: StandardRow) -> PackStandard:
    months = (
        PackMonth(each.slug, each.figure or each.why_none, each.target, each.is_met)
        for each in one.months
    )
    return PackStandard(one.promise or one.name, tuple(months))


def _gathered(pairs: Iterable[tuple[str, _One]]) -> dict[str, tuple[_One, ...]]:
    found: dict[str, list[_One]] = defaultdict(list)
    for number, one in pairs:
        found[number].append(one)
    return {number: tuple(each) for number, each in found.items()}
