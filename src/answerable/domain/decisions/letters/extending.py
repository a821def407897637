"""The letters that take more time, and the one that asks for a fee first."""

from decimal import Decimal

from answerable.domain.clock.regimes import TERMS
from answerable.domain.decisions.aloud import day_in_words
from answerable.domain.decisions.letters.blocks import Letter
from answerable.domain.decisions.letters.closing import write_representations, write_review
from answerable.domain.decisions.letters.drafting import Draft
from answerable.domain.decisions.letters.facts import Office
from answerable.domain.decisions.letters.notice import contact, named, notice, opened
from answerable.domain.decisions.letters.notice_facts import NoticeDates, NoticeFacts, NoticeSaid
from answerable.domain.decisions.letters.opening import calendar_words
from answerable.domain.decisions.letters.refusals import provision_words
from answerable.domain.law.exemptions import exemption, explanation
from answerable.domain.law.letters import LetterKind
from answerable.domain.law.provisions import provisions


def notice_letter(
    kind: LetterKind, facts: NoticeFacts, said: NoticeSaid, dates: NoticeDates, office: Office
) -> Letter:
    """Return the letter of a notice: more time to weigh, more time for a complex request, or a fee.

    :raises KeyError: if the kind is none of these.
    """
    return _LETTERS[kind](facts, said, dates, office)


def _to_weigh(facts: NoticeFacts, said: NoticeSaid, dates: NoticeDates, office: Office) -> Letter:
    """Return the notice of section 17(1) and (2): the limb, and by when it is weighed."""
    key = LetterKind.PUBLIC_INTEREST_EXTENSION
    reasons = Draft(office.wording, heading=office.wording.text(f"{key}.reasons-heading"))
    for one in said.limbs or ("",):
        _write_limb(reasons, one)
    reasons.write(f"{key}.why", why=said.why)
    reasons.write(f"{key}.undecided")
    when = _when(key, said, dates, office)
    unhappy = Draft(office.wording, heading=office.wording.text("notice.unhappy"))
    write_review(unhappy, office, on=facts.sent_on)
    return _assembled(key, facts, office, reasons, when, unhappy)


def _for_complexity(
    facts: NoticeFacts, said: NoticeSaid, dates: NoticeDates, office: Office
) -> Letter:
    """Return the notice of EIR regulation 7, or of the laws on one's own data."""
    key = LetterKind.COMPLEX_EXTENSION
    reasons = Draft(office.wording, heading=office.wording.text(f"{key}.reasons-heading"))
    name = TERMS[facts.regime].extended
    reasons.write(f"{key}.law", law=provisions()[name].law if name else "")
    reasons.write(f"{key}.why", why=said.why)
    when = _when(key, said, dates, office)
    unhappy = Draft(office.wording, heading=office.wording.text("notice.unhappy"))
    if facts.regime.value == "EIR":
        write_representations(unhappy, office, on=facts.sent_on)
    return _assembled(key, facts, office, reasons, when, unhappy)


def _for_fee(facts: NoticeFacts, said: NoticeSaid, dates: NoticeDates, office: Office) -> Letter:
    """Return the notice of section 9, or of EIR regulation 8: the fee, and by when to pay it."""
    key = LetterKind.FEES_NOTICE
    fee = Draft(office.wording, heading=office.wording.text(f"{key}.fee-heading"))
    pounds = f"{said.pounds.quantize(Decimal('0.01'))}" if said.pounds > 0 else ""
    fee.write(f"{key}.amount", pounds=pounds, law=provisions()[TERMS[facts.regime].fee].law)
    fee.write(f"{key}.how", how=said.why)
    fee.write(f"{key}.pay-by", day=day_in_words(dates.until))
    fee.write(f"{key}.stopped")
    fee.write(f"{key}.lapses")
    return _assembled(key, facts, office, fee)


def _assembled(key: LetterKind, facts: NoticeFacts, office: Office, *sections: Draft) -> Letter:
    opening = opened(key, facts, office)
    asked = named(key, facts, office)
    if facts.others:
        asked.write("notice.others")
    return notice(key, facts, office, opening, asked, *sections, contact(facts.reference, office))


def _write_limb(draft: Draft, citation: str) -> None:
    section = exemption(citation)
    key = "public-interest-extension.limb"
    if section is None:
        draft.lack(key)
        return
    draft.write(
        key,
        provision=provision_words(citation, wording=draft.wording),
        title=section.title[:1].lower() + section.title[1:],
        meaning=explanation(citation),
    )


def _when(key: LetterKind, said: NoticeSaid, dates: NoticeDates, office: Office) -> Draft:
    """Return the section that tells the new date and keeps the first one in view."""
    wording = office.wording
    draft = Draft(wording, heading=wording.text("notice.when-heading"))
    calendar = calendar_words(dates.calendar, wording=wording)
    draft.write("notice.first", first=day_in_words(dates.first_on), calendar=calendar)
    if said.again.strip():
        told = day_in_words(dates.told_on)
        draft.write("notice.again", told=told, again=said.again)
    draft.write(f"{key}.until", until=day_in_words(dates.until))
    return draft


_LETTERS = {
    LetterKind.PUBLIC_INTEREST_EXTENSION: _to_weigh,
    LetterKind.COMPLEX_EXTENSION: _for_complexity,
    LetterKind.FEES_NOTICE: _for_fee,
}
