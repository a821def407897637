"""What a letter is made of: the office that writes, the request, its questions and their decisions."""

import datetime as dt
from dataclasses import dataclass, field

from answerable.domain.clock.lapsing import LAPSE_AFTER_DAYS
from answerable.domain.clock.regimes import Regime
from answerable.domain.decisions.decision import Authority, Decision
from answerable.domain.decisions.letters.wording import Wording, standard_wording


@dataclass(frozen=True, slots=True)
class Office:
    """Who writes, how it is reached, and what it says in every letter.

    `licence` and `copyright` are whole sentences. `renamed_on` is the day on which the regulator's
    name changed, None while that has not come. `has_review` is whether there is a procedure for
    internal reviews: without one, the letter says so (s.17(7)(a)). `lapse_after_days` is how long it
    waits to hear what was meant, which is its own choice.
    """

    body: str
    team: str
    email: str
    address: str
    review_contact: str
    regulator_address: str
    licence: str
    copyright: str
    has_review: bool = True
    renamed_on: dt.date | None = None
    lapse_after_days: int = LAPSE_AFTER_DAYS
    authority: Authority = field(default_factory=Authority)
    wording: Wording = field(default_factory=standard_wording)

    @property
    def reach(self) -> str:
        """Return how to write to the office: its e-mail address, its postal address, or both."""
        return " or ".join(one.strip() for one in (self.email, self.address) if one.strip())


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """A table in an answer, with what must be read with it."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    withholds: bool = False
    """Whether figures of it were withheld or rounded, so that nobody is identified: a part is refused then."""


@dataclass(frozen=True, slots=True)
class Unsaid:
    """Reasons that are not given, because giving them would disclose what is exempt (s.17(4)).

    `reason` is what can safely be said instead. `weighing_too` holds back the public interest, too.
    """

    citation: str
    reason: str
    weighing_too: bool = False


@dataclass(frozen=True, slots=True)
class TakenOut:
    """What was taken out of an answer that is given in part, and under which limb."""

    what: str
    citation: str


@dataclass(frozen=True, slots=True)
class AnsweredQuestion:
    """A question with its decision and its answer.

    `label` is our number, `printed` what stood in the request. `narrow` says how a question that
    costs too much could be brought within the limit; `searches` where something was looked for
    that is not held; `taken_out` is needed where an answer in part rests on several limbs. The answer
    with its tables, files and caveats stays out of the letter where something is refused and nothing
    given. `regime` is the law that it is answered under, None where that is not asked.
    """

    label: str
    text: str
    decision: Decision
    printed: str = ""
    answer: str = ""
    tables: tuple[AnswerTable, ...] = ()
    attachments: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()
    narrow: str = ""
    searches: str = ""
    taken_out: tuple[TakenOut, ...] = ()
    unsaid: tuple[Unsaid, ...] = ()
    regime: Regime | None = None


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """What an answer is about: the request, its days, its questions.

    `salutation` is the name to greet, which may be empty. `calendar` is the one on which `due_on`
    was counted, such as `uk-any`. `others` is how many more questions the request has, which other
    letters are about.
    """

    reference: str
    received_on: dt.date
    sent_on: dt.date
    due_on: dt.date
    calendar: str
    questions: tuple[AnsweredQuestion, ...]
    salutation: str = ""
    others: int = 0


@dataclass(frozen=True, slots=True)
class UnderstoodQuestion:
    """A question as we understand it, with its number."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class AcknowledgementFacts:
    """What an acknowledgement is about."""

    reference: str
    received_on: dt.date
    sent_on: dt.date
    due_on: dt.date
    calendar: str
    questions: tuple[UnderstoodQuestion, ...]
    salutation: str = ""


@dataclass(frozen=True, slots=True)
class UnclearQuestion:
    """A question that cannot be answered yet: what is needed, why, and how it could be put."""

    label: str
    text: str
    needed: str
    why: str
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class ClarificationFacts:
    """What a letter that asks for clarification is about; `others` are questions that need none."""

    reference: str
    received_on: dt.date
    sent_on: dt.date
    questions: tuple[UnclearQuestion, ...]
    salutation: str = ""
    others: int = 0
