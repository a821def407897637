"""A decision about a question: what was decided, on which grounds, and what was weighed."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from answerable.domain.decisions.estimates import Estimate
from answerable.domain.decisions.outcomes import Outcome
from answerable.domain.law.costs import Payer
from answerable.domain.law.limbs import Need


class Likelihood(StrEnum):
    """How sure the harm is: `would` means more likely than not."""

    WOULD = "would"
    WOULD_BE_LIKELY = "would be likely to"


class Balance(StrEnum):
    """Which side the public interest is on (s.2(2)(b))."""

    DISCLOSURE = "disclosure"
    WITHHOLDING = "withholding"


class BodyKind(StrEnum):
    """What a public authority is, where the Act makes a difference."""

    DEPARTMENT = "department"
    HOUSE_OF_PARLIAMENT = "house"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Authority:
    """The body that decides: what it is, and which cost limit it has where that is another than usual."""

    kind: BodyKind = BodyKind.OTHER
    own_payer: Payer | None = None

    @property
    def payer(self) -> Payer:
        """Return which cost limit it has: departments and Parliament have the higher (Sch.1 Part I)."""
        if self.own_payer is not None:
            return self.own_payer
        return Payer.OTHER if self.kind is BodyKind.OTHER else Payer.CENTRAL


@dataclass(frozen=True, slots=True)
class PublicInterestTest:
    """What speaks for disclosure and for withholding, and which weighs more."""

    for_disclosure: tuple[str, ...] = ()
    for_withholding: tuple[str, ...] = ()
    balance: Balance | None = None

    @property
    def is_begun(self) -> bool:
        """Return whether anything of it was recorded: fields that were left empty weigh nothing."""
        points = (*self.for_disclosure, *self.for_withholding)
        return self.balance is not None or any(one.strip() for one in points)


@dataclass(frozen=True, slots=True)
class Opinion:
    """A qualified person's opinion (s.36(2)): whose, by office; when; on which limbs."""

    by: str
    on: dt.date
    citations: tuple[str, ...]
    likelihood: Likelihood | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """One ground of a refusal: the limb, why it applies, and what was recorded for it.

    `recorded` holds a text for each thing that the limb needs, such as the purpose in section 31(2).
    """

    citation: str
    why: str = ""
    likelihood: Likelihood | None = None
    harm: str = ""
    public_interest: PublicInterestTest | None = None
    opinion: Opinion | None = None
    recorded: Mapping[Need, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about one question.

    `where` says where information can be found that is accessible elsewhere; `signposted_to` who else
    may hold it; `asked` what clarification was asked for.
    """

    outcomes: tuple[Outcome, ...]
    grounds: tuple[Ground, ...] = ()
    estimate: Estimate | None = None
    where: str = ""
    signposted_to: str = ""
    asked: str = ""
