"""How often what rests on a limb is overturned: exact numbers, each with its requests."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from answerable.domain.decisions.challenges import Finding, Ground
from answerable.domain.roles import Actor
from answerable.queries.casework.visible import seen_by
from answerable.records.casework.models import Challenge, ChallengedQuestion

COLUMNS = (
    "challenged",
    "decided",
    "upheld",
    "overturned in part",
    "overturned",
    "overturned by review",
    "overturned by regulator",
    "overturned by tribunal",
)
"""What is counted of each limb; the last three count what was overturned, whole or in part, by whom."""
_BY = {
    Challenge.Kind.REVIEW: "overturned by review",
    Challenge.Kind.COMPLAINT: "overturned by regulator",
    Challenge.Kind.TRIBUNAL: "overturned by tribunal",
}


@dataclass(frozen=True, slots=True)
class LimbRow:
    """A limb, how many answers that rest on it were challenged, and what was found.

    `cases` has, for each column, the references of the requests, one for each answer that is counted.
    """

    citation: str
    cases: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def numbers(self) -> tuple[int, ...]:
        """Return the number in each column."""
        return tuple(len(self.cases.get(name, ())) for name in COLUMNS)

    @property
    def rate(self) -> int | None:
        """Return how many of a hundred decided challenges overturned the answer, None before there is one."""
        decided = len(self.cases.get("decided", ()))
        lost = sum(len(self.cases.get(one, ())) for one in ("overturned", "overturned in part"))
        return round(100 * lost / decided) if decided else None


def limbs_challenged(viewer: Actor) -> tuple[LimbRow, ...]:
    """Return each limb that a challenged decision cites, the most challenged first.

    Each challenge of an answer counts once for each limb that the answer rests on; what was withdrawn, and
    what is about time alone, counts for nothing. Of restricted requests those count that name the viewer.
    """
    found = (
        ChallengedQuestion.objects.filter(seen_by(viewer, through="challenge__request"))
        .exclude(challenge__state=Challenge.State.WITHDRAWN)
        .filter(version__isnull=False)
        .select_related("challenge__request", "version")
        .order_by("pk")
    )
    cases: dict[str, dict[str, list[str]]] = {}
    for one in found:
        if set(one.grounds) == {Ground.TIMELINESS}:
            continue
        for citation in _citations(one):
            row = cases.setdefault(citation, {})
            for name in _counted(one):
                row.setdefault(name, []).append(one.challenge.request.reference)
    rows = [
        LimbRow(citation, {name: tuple(listed) for name, listed in row.items()})
        for citation, row in cases.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.numbers[0], row.citation)))


def _citations(one: ChallengedQuestion) -> Iterable[str]:
    version = one.version
    return (
        () if version is None else dict.fromkeys(g["citation"] for g in version.decision["grounds"])
    )


def _counted(one: ChallengedQuestion) -> Iterator[str]:
    """Yield the columns in which a challenge of an answer counts."""
    yield "challenged"
    if one.challenge.state != Challenge.State.DECIDED:
        return
    yield "decided"
    yield one.finding
    if one.finding != Finding.UPHELD:
        yield _BY[Challenge.Kind(one.challenge.kind)]
