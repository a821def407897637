"""Two rounds of one standard beside each other."""

from dataclasses import dataclass

from answerable.domain.assurance import framework_of
from answerable.domain.assurance.comparing import (
    Asked,
    ComparedAsked,
    ComparedElement,
    Given,
    compared_asked,
    compared_elements,
)
from answerable.queries.standards.rounds import RoundRow, levels_of, round_row
from answerable.records.standards.models import AssessmentRound, RoundPassage

_SETTLED = (RoundPassage.Progress.DONE, RoundPassage.Progress.NOT_TAKEN_UP)


@dataclass(frozen=True, slots=True)
class ComparedRounds:
    """Two rounds, the edition of the standard by which each was made, and what stands otherwise in the later."""

    before: RoundRow
    now: RoundRow
    editions: tuple[str, str]
    elements: tuple[ComparedElement, ...]
    asked: tuple[ComparedAsked, ...]

    @property
    def is_one_edition(self) -> bool:
        """Return whether both were made by the same edition."""
        return self.editions[0] == self.editions[1]


def compared_rounds(before: int, now: int) -> ComparedRounds | None:
    """Return two rounds beside each other; None if one is not there, they are one, or are of two standards."""
    found = AssessmentRound.objects.filter(pk__in=(before, now)).select_related("framework")
    rounds = {one.pk: one for one in found.defer("report")}
    was, held = rounds.get(before), rounds.get(now)
    if was is None or held is None or was is held or was.framework.key != held.framework.key:
        return None
    first, second = _given(was), _given(held)
    return ComparedRounds(
        before=round_row(was),
        now=round_row(held),
        editions=(first.framework.version, second.framework.version),
        elements=compared_elements(first, second),
        asked=compared_asked(
            _asked(was), _asked(held), has_report=held.passages.order_by().exists()
        ),
    )


def _given(one: AssessmentRound) -> Given:
    return Given(framework_of(one.framework.declaration), levels_of(round_row(one))[0])


def _asked(one: AssessmentRound) -> list[Asked]:
    asking = one.passages.exclude(kind=RoundPassage.Kind.STRENGTH).order_by("place")
    return [
        Asked(
            place=each.place,
            elements=tuple(each.elements.split()),
            text=each.text,
            progress=_progress(each),
            is_settled=each.progress in _SETTLED,
        )
        for each in asking
    ]


def _progress(one: RoundPassage) -> str:
    return f"{one.progress}: {one.progress_note}" if one.progress_note else one.progress
