"""Other bodies that a letter names, and the transfer of a question to one of them (s.16)."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from answerable.domain.decisions.checking import Reason
from answerable.domain.decisions.decision import Decision
from answerable.domain.decisions.outcomes import Outcome

_MARK = "Transfer:"


@dataclass(frozen=True, slots=True)
class Signpost:
    """A body as it was in the directory when it was chosen; what was not filled in is empty."""

    slug: str
    name: str
    website: str = ""
    email: str = ""
    postal: str = ""
    phone: str = ""

    @property
    def words(self) -> str:
        """Return its name and how to reach it, only by what is filled in."""
        ways = (self.email, " ".join(self.postal.split()), self.phone, self.website)
        reach = ", ".join(one for one in ways if one)
        return f"{self.name} ({reach})" if reach else self.name


@dataclass(frozen=True, slots=True)
class Transfer:
    """A question is sent on to a body, as whoever asked agreed on a day.

    `names_requester` is whether they agreed, too, that the body is told who asked.
    """

    slug: str
    agreed_on: dt.date | None
    names_requester: bool = False


@dataclass(frozen=True, slots=True)
class TransferFacts:
    """What the mail that transfers a question says; `who_asked` is empty where they are not named.

    `sender` are the lines that say from whom it comes, and how to reach them.
    """

    reference: str
    received_on: dt.date
    agreed_on: dt.date
    question: str
    who_asked: str = ""
    sender: tuple[str, ...] = ()


def transfer_subject(reference: str) -> str:
    """Return the subject of the mail that transfers a question."""
    return f"A request for information that you may hold ({reference})"


def transfer_text(facts: TransferFacts) -> str:
    """Return the mail that transfers a question, as plain text."""
    named = facts.who_asked or (
        "They did not agree that we tell you who they are. Our letter has told them how to reach you."
    )
    return "\n\n".join(
        (
            "We were asked for information that we do not hold, and think that you may hold it.",
            f"Whoever asked agreed on {facts.agreed_on:%-d %B %Y} that we send the question on to "
            "you. Please answer them, and not us.",
            f"Our reference: {facts.reference}\nReceived by us on: {facts.received_on:%-d %B %Y}",
            f"The question:\n{facts.question.strip()}",
            f"Who asked:\n{named}",
            *(["\n".join(facts.sender)] if facts.sender else []),
        )
    )


def told_to(decision: Decision, bodies: Iterable[Signpost]) -> Decision:
    """Return a decision with the bodies that were chosen in the words of its signpost."""
    free = decision.signposted_to.strip()
    said = "; ".join(one for one in (*(body.words for body in bodies), free) if one)
    return replace(decision, signposted_to=said)


def transfer_reasons(
    decision: Decision,
    bodies: Iterable[Signpost],
    transfer: Transfer | None,
    *,
    received_on: dt.date,
    on: dt.date,
) -> Iterator[Reason]:
    """Yield what stands against a transfer: the outcome, the body, or the day of the agreement."""
    if transfer is None:
        return
    if Outcome.SIGNPOSTED not in decision.outcomes:
        yield Reason(_MARK, "choose the outcome “signposted”, or take the transfer out")
    if transfer.slug not in {one.slug for one in bodies}:
        yield Reason(_MARK, "choose its body among those that the letter names, too")
    if transfer.agreed_on is None:
        yield Reason(_MARK, "say on which day whoever asked agreed to it")
    elif not received_on <= transfer.agreed_on <= on:
        yield Reason(_MARK, f"whoever asked agreed between {received_on} and {on}: check the day")
