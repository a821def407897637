"""The self-assessment as staff see it: every element of a framework with what is known of it."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from answerable.domain.assurance import (
    Change,
    Count,
    Criterion,
    Element,
    Framework,
    Level,
    Shortfall,
    changes,
    counts,
    shortfalls,
)
from answerable.domain.assurance.readiness import (
    ElementFacts,
    Lack,
    Readiness,
    lacks,
    readiness,
)
from answerable.queries.accounts.naming import person_names
from answerable.queries.standards.promises import ElementFlag, flagged_elements
from answerable.queries.standards.rounds import RoundRow, latest_rounds, levels_of
from answerable.records.standards.models import (
    ElementOwner,
    Evidence,
    ImprovementAction,
    RoundPassage,
    Storyboard,
)

_ASKED_FOR = (RoundPassage.Kind.IMPROVEMENT, RoundPassage.Kind.PARTIAL, RoundPassage.Kind.FAILING)


@dataclass(frozen=True, slots=True)
class ElementRow:
    """An element in the grid; no level where the last round gave none, no change where no round stands before it."""

    element: Element
    level: Level | None
    is_inferred: bool
    change: Change | None
    evidence: int
    facts: ElementFacts
    lacks: tuple[Lack, ...]
    flags: tuple[ElementFlag, ...]
    owner: str


@dataclass(frozen=True, slots=True)
class CriterionRows:
    """A criterion with its elements and how many have each level."""

    criterion: Criterion
    count: Count
    rows: tuple[ElementRow, ...]


@dataclass(frozen=True, slots=True)
class Improvements:
    """How far the office is with what the assessor of the last round asked for."""

    done: int
    under_way: int
    not_begun: int
    not_taken_up: int

    @property
    def count(self) -> int:
        """Return how many there are."""
        return self.done + self.under_way + self.not_begun + self.not_taken_up


@dataclass(frozen=True, slots=True)
class Assessment:
    """A framework with its last round and what is known of each element; `before` is the round before that."""

    framework: Framework
    last: RoundRow | None
    before: RoundRow | None
    whole: Count
    criteria: tuple[CriterionRows, ...]
    shortfalls: tuple[Shortfall, ...]
    readiness: tuple[Readiness, ...]
    improvements: Improvements

    @property
    def rows(self) -> tuple[ElementRow, ...]:
        """Return every element, in the order of the framework."""
        return tuple(row for criterion in self.criteria for row in criterion.rows)


def assessment(framework: Framework, *, today: dt.date) -> Assessment:
    """Return what is known of every element of a framework."""
    last, before = latest_rounds(framework.key)
    given = _given(framework, last, before)
    known = _Known(framework, last, today)
    rows = tuple(_row(one, known, given) for one in framework.elements)
    whole, *parts = counts(framework, given.levels)
    return Assessment(
        framework=framework,
        last=last,
        before=before,
        whole=whole,
        criteria=tuple(
            CriterionRows(
                criterion, part, tuple(one for one in rows if one.element.criterion == part.number)
            )
            for criterion, part in zip(framework.criteria, parts, strict=True)
        ),
        shortfalls=shortfalls(framework, given.levels),
        readiness=readiness(framework, [one.facts for one in rows], today=today),
        improvements=known.improvements,
    )


@dataclass(frozen=True, slots=True)
class _Given:
    """What the last round gave, by elements' numbers, and how that stands to the round before."""

    levels: dict[str, str]
    inferred: frozenset[str]
    changed: dict[str, Change]


def _given(framework: Framework, last: RoundRow | None, before: RoundRow | None) -> _Given:
    # A later edition of the framework may have lost a level that an earlier round gave.
    levels, earlier = (
        {number: key for number, key in levels_of(one)[0].items() if framework.level(key)}
        for one in (last, before)
    )
    changed = changes(framework, before=earlier, now=levels) if before else {}
    return _Given(levels, levels_of(last)[1], changed)


class _Known:
    """What is stored of the elements of a framework, each table read once."""

    def __init__(self, framework: Framework, last: RoundRow | None, today: dt.date) -> None:
        self.framework, self.today = framework, today
        key = framework.key
        self.owners = dict(
            ElementOwner.objects.filter(framework=key).values_list("element", "owner")
        )
        self.names = person_names(self.owners.values())
        self.stories = set(
            Storyboard.objects.filter(framework=key).values_list("element", flat=True)
        )
        self.evidence: dict[str, list[dt.date]] = defaultdict(list)
        counting = Evidence.objects.filter(framework=key, taken_back_at=None)
        for elements, day in counting.values_list("elements", "dated_on"):
            for element in elements.split():
                self.evidence[element].append(day)
        self.due: dict[str, list[dt.date]] = defaultdict(list)
        still_open = ImprovementAction.objects.filter(framework=key, done_on=None)
        for element, day in still_open.values_list("element", "due_on"):
            self.due[element].append(day)
        self.not_begun: dict[str, int] = defaultdict(int)
        self.improvements = self._read_improvements(last)
        self.flags: dict[str, list[ElementFlag]] = defaultdict(list)
        for flag in flagged_elements(key, today=today):
            self.flags[flag.element].append(flag)

    def _read_improvements(self, last: RoundRow | None) -> Improvements:
        stands = RoundPassage.Progress
        count = dict.fromkeys(stands.values, 0)
        if last is not None:
            asked = RoundPassage.objects.filter(round=last.number, kind__in=_ASKED_FOR)
            for elements, progress in asked.values_list("elements", "progress"):
                count[progress] += 1
                for element in elements.split() if progress == stands.NOT_BEGUN else ():
                    self.not_begun[element] += 1
        return Improvements(
            done=count[stands.DONE],
            under_way=count[stands.UNDER_WAY],
            not_begun=count[stands.NOT_BEGUN],
            not_taken_up=count[stands.NOT_TAKEN_UP],
        )

    def facts(self, number: str, level: str) -> ElementFacts:
        """Return what readiness asks of an element."""
        return ElementFacts(
            number=number,
            level=level,
            newest_evidence_on=max(self.evidence.get(number, ()), default=None),
            has_storyboard=number in self.stories,
            has_owner=number in self.owners,
            open_due_on=tuple(sorted(self.due.get(number, ()))),
            not_begun=self.not_begun.get(number, 0),
            missed=len(self.flags.get(number, ())),
        )


def _row(one: Element, known: _Known, given: _Given) -> ElementRow:
    facts = known.facts(one.number, given.levels.get(one.number, ""))
    owner = known.owners.get(one.number, "")
    return ElementRow(
        element=one,
        level=known.framework.level(facts.level),
        is_inferred=one.number in given.inferred,
        change=given.changed.get(one.number),
        evidence=len(known.evidence.get(one.number, ())),
        facts=facts,
        lacks=lacks(known.framework, facts, today=known.today),
        flags=tuple(known.flags.get(one.number, ())),
        owner=known.names.get(owner, owner),
    )
