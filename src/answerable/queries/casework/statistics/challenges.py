"""Reviews, complaints and appeals that were asked for in a period, as they were known at a moment."""

import datetime as dt
import json
from collections import defaultdict

from answerable.domain.clock import Holidays, OutsideCalendar, Regime
from answerable.domain.decisions.challenges import Finding, review_due_on
from answerable.domain.measures.office import ChallengeFacts, ChallengeKind, Period
from answerable.queries.casework.statistics.questions import COUNTED
from answerable.records.casework.models import Challenge, ChallengedQuestion
from answerable.records.ledger.models import LedgerLine

_DECIDED = ("review decided", "ruling recorded")
_WITHDRAWN = ("review withdrawn", "complaint withdrawn")
_Key = tuple[str, int]


def challenges_in(
    period: Period, *, before: dt.datetime, as_at: dt.date, table: Holidays
) -> tuple[ChallengeFacts, ...]:
    """Return what was asked for in a period, with what was known before a moment: three queries.

    Those that are about people's own data alone are left out.
    """
    found = Challenge.objects.filter(
        asked_on__range=(period.first, period.last), entered_at__lt=before
    ).order_by("asked_on", "pk")
    columns = "pk request__reference number kind asked_on due_on extended_on decided_on".split()
    rows = list(found.values_list(*columns))
    if not rows:
        return ()
    regimes, findings = _questions(period, before)
    ended = _ended({f"request {row[1]}" for row in rows}, before)
    facts = []
    for pk, reference, number, kind, asked_on, due_on, extended_on, decided_on in rows:
        if not regimes[pk] & COUNTED:
            continue
        action = ended.get((reference, number), "")
        is_decided = action in _DECIDED
        # Where it was extended later, the first date stood by then.
        was_shorter = extended_on is not None and extended_on > as_at
        facts.append(
            ChallengeFacts(
                reference=reference,
                kind=ChallengeKind(kind),
                due_on=_due_on(regimes[pk], asked_on, table) if was_shorter else due_on,
                decided_on=decided_on if is_decided else None,
                is_withdrawn=action in _WITHDRAWN,
                findings=frozenset(findings[pk]) if is_decided else frozenset(),
            )
        )
    return tuple(facts)


def _due_on(regimes: set[Regime], asked_on: dt.date, table: Holidays) -> dt.date | None:
    try:
        return review_due_on(regimes & COUNTED, asked_on, table)
    except (LookupError, OutsideCalendar):
        return None


def _questions(
    period: Period, before: dt.datetime
) -> tuple[dict[int, set[Regime]], dict[int, set[Finding]]]:
    """Return the regimes and the findings of the questions of each challenge."""
    regimes: dict[int, set[Regime]] = defaultdict(set)
    findings: dict[int, set[Finding]] = defaultdict(set)
    rows = ChallengedQuestion.objects.filter(
        challenge__asked_on__range=(period.first, period.last), challenge__entered_at__lt=before
    ).values_list("challenge_id", "finding", "question__regime", "question__request__regime")
    for challenge, finding, moved_to, regime in rows:
        regimes[challenge].add(Regime(moved_to or regime))
        if finding:
            findings[challenge].add(Finding(finding))
    return regimes, findings


def _ended(subjects: set[str], before: dt.datetime) -> dict[_Key, str]:
    """Return what ended a challenge, by its request and its number, as the ledger told it by then."""
    lines = LedgerLine.objects.filter(
        subject__in=subjects, action__in=(*_DECIDED, *_WITHDRAWN), at__lt=before
    ).order_by("number")
    return {
        (subject.removeprefix("request "), json.loads(data)["challenge"]): action
        for subject, action, data in lines.values_list("subject", "action", "data")
    }
