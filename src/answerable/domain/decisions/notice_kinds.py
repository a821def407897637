"""The notices before an answer: what each says, what it does to the clock, and what it must rest on."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from answerable.domain.clock.events import Event, EventKind
from answerable.domain.clock.regimes import TERMS, Regime
from answerable.domain.decisions.checking import is_qualified, not_a_limb
from answerable.domain.decisions.decision import Authority, Ground
from answerable.domain.decisions.letters.notice_facts import NoticeSaid
from answerable.domain.law.exemptions import PublicInterestTest, public_interest_test_of
from answerable.domain.law.letters import LetterKind
from answerable.domain.law.limbs import Nature, Need, conditions, denial, limb

NOTICES: Mapping[LetterKind, EventKind] = {
    LetterKind.PUBLIC_INTEREST_EXTENSION: EventKind.PIT_EXTENSION,
    LetterKind.COMPLEX_EXTENSION: EventKind.COMPLEX_EXTENSION,
    LetterKind.FEES_NOTICE: EventKind.FEES_NOTICE,
}
"""What happens to the clock on the day on which a notice of each kind leaves."""
NOTICE_NAMES: Mapping[LetterKind, str] = {
    LetterKind.PUBLIC_INTEREST_EXTENSION: "More time to weigh the public interest",
    LetterKind.COMPLEX_EXTENSION: "More time for a complex request",
    LetterKind.FEES_NOTICE: "A fee to be paid first",
}
_PENCE = -2


@dataclass(frozen=True, slots=True)
class WrittenNotice:
    """A notice as somebody writes it: its kind, the questions that it is about, what it says."""

    kind: LetterKind
    labels: tuple[str, ...]
    said: NoticeSaid


class NoticeRefused(Exception):
    """A notice cannot say this; the message says what is wrong and what to do."""


def notice_event(kind: LetterKind, said: NoticeSaid, *, on: dt.date) -> Event:
    """Return what happens to a question when a notice about it leaves on a day."""
    until = None if kind is LetterKind.FEES_NOTICE else said.until
    return Event(NOTICES[kind], on, until=until, why=said.again)


def check_said(kind: LetterKind, said: NoticeSaid, *, regime: Regime, authority: Authority) -> None:
    """Do nothing if a notice may say this about questions under a regime.

    :raises NoticeRefused: if not: what is missing, or what the law does not allow.
    """
    if kind is LetterKind.FEES_NOTICE:
        _check_fee(said, regime)
        return
    if TERMS[regime].extends is not NOTICES[kind]:
        message = f"{regime} gives no such time: {_NO_TIME[kind]}"
        raise NoticeRefused(message)
    if kind is LetterKind.PUBLIC_INTEREST_EXTENSION:
        _check_limbs(said, authority)
    elif not TERMS[regime].extended:
        message = f"{regime} does not say how much more time a complex request has"
        raise NoticeRefused(message)
    if not said.why.strip():
        message = f"Say {_WHYS[kind]}: the letter must give the reason"
        raise NoticeRefused(message)


def check_qualified(citation: str, *, authority: Authority) -> None:
    """Do nothing if the public interest is weighed under a limb (s.2(2), (3)).

    :raises NoticeRefused: if it is no limb, or an absolute one.
    """
    if citation in conditions():
        if public_interest_test_of(citation) is PublicInterestTest.APPLIES:
            return
        raise NoticeRefused(_ABSOLUTE.format(citation))
    found = limb(citation) or denial(citation)
    if found is None:
        message = f"{citation} {not_a_limb(citation)}"
        raise NoticeRefused(message)
    if found.section.startswith("EIR") or found.nature is Nature.PROCEDURE:
        message = (
            f"{citation} gives no time to weigh the public interest: cite a qualified exemption"
        )
        raise NoticeRefused(message)
    if found.test is PublicInterestTest.DEPENDS and Need.CONDITION in found.needs:
        message = (
            f"{citation} is weighed under some of its conditions only: cite the condition that is "
            "met, such as 40(3B)"
        )
        raise NoticeRefused(message)
    if not is_qualified(Ground(citation), found, authority):
        raise NoticeRefused(_ABSOLUTE.format(citation))


def said_as_json(said: NoticeSaid) -> dict[str, Any]:
    """Return what a notice says in the form in which it is stored."""
    return {
        "limbs": list(said.limbs),
        "why": said.why,
        "until": str(said.until or ""),
        "again": said.again,
        "pounds": str(said.pounds),
    }


def said_of(stored: Mapping[str, Any]) -> NoticeSaid:
    """Return what a notice says, from the form in which it is stored."""
    until = stored.get("until", "")
    return NoticeSaid(
        limbs=tuple(stored.get("limbs", ())),
        why=stored.get("why", ""),
        until=dt.date.fromisoformat(until) if until else None,
        again=stored.get("again", ""),
        pounds=Decimal(stored.get("pounds", "0")),
    )


def _check_limbs(said: NoticeSaid, authority: Authority) -> None:
    if not said.limbs:
        message = "Name the limb under which the public interest is weighed, such as 31(1)(a)"
        raise NoticeRefused(message)
    for one in said.limbs:
        check_qualified(one, authority=authority)


def _check_fee(said: NoticeSaid, regime: Regime) -> None:
    if not TERMS[regime].fee:
        message = f"{regime} knows no fee that must be paid before the answer"
        raise NoticeRefused(message)
    exponent = said.pounds.as_tuple().exponent
    if not isinstance(exponent, int) or exponent < _PENCE or said.pounds <= 0:
        message = "Say how much is to be paid, in pounds and pence, such as 24.50"
        raise NoticeRefused(message)
    if not said.why.strip():
        message = "Say how the fee was worked out: the letter must give it"
        raise NoticeRefused(message)


_ABSOLUTE = "{} is absolute: no public interest is weighed under it (section 2(3)), so it gives no more time"
_NO_TIME = {
    LetterKind.PUBLIC_INTEREST_EXTENSION: "only the Freedom of Information Act has time to weigh it",
    LetterKind.COMPLEX_EXTENSION: "a complex request has more under the EIR and for one's own data",
}
_WHYS = {
    LetterKind.PUBLIC_INTEREST_EXTENSION: "why the exemption is engaged",
    LetterKind.COMPLEX_EXTENSION: "why the request is complex, and how much it asks for",
}
