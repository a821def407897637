"""How an answer ends: reviews, complaints, what may be done with the information, whom to reach."""

import datetime as dt
from collections.abc import Iterator

from answerable.domain.decisions.letters.blocks import Section
from answerable.domain.decisions.letters.drafting import Draft
from answerable.domain.decisions.letters.facts import LetterFacts, Office
from answerable.domain.law.provisions import NoProvision, provision
from answerable.domain.law.regulator import regulator


def closing_sections(
    facts: LetterFacts, office: Office, *, by_eir: bool, by_act: bool
) -> Iterator[Section]:
    """Yield the notices with which every answer ends, under the laws that it was given under."""
    wording = office.wording
    notices = Draft(wording, heading=wording.text("closing.unhappy"))
    if by_act:
        write_review(notices, office, on=facts.sent_on)
    if by_eir:
        write_representations(notices, office, on=facts.sent_on)
    yield notices.section()

    using = Draft(wording, heading=wording.text("closing.using"))
    using.write("closing.licence", licence=office.licence)
    using.write("closing.copyright", copyright=office.copyright)
    yield using.section()

    contact = Draft(wording, heading=wording.text("closing.contact-heading"))
    contact.write(
        "closing.contact",
        team=office.team,
        body=office.body,
        reach=office.reach,
        reference=facts.reference,
    )
    sign(contact, office)
    yield contact.section()


def sign(draft: Draft, office: Office) -> None:
    """Add the farewell and who writes."""
    draft.write("closing.farewell")
    draft.write("closing.signed", team=office.team, body=office.body)


def write_review(draft: Draft, office: Office, *, on: dt.date) -> None:
    """Add how to have it reviewed, and how to complain about it (s.17(7))."""
    if office.has_review:
        days = _limit("foia-review-asked", on=on)
        draft.write("closing.review", days=days, contact=office.review_contact)
    else:
        draft.write("closing.no-review")
    draft.write(
        "closing.complaint" if office.has_review else "closing.complaint-at-once",
        regulator=_regulator(office, on=on),
        address=office.regulator_address,
        weeks=_limit("regulator-complaint", on=on),
    )


def write_representations(draft: Draft, office: Office, *, on: dt.date) -> None:
    """Add the right to make representations, and who enforces the Regulations (EIR reg.14(5))."""
    days = _limit("eir-representations", on=on)
    draft.write("closing.representations", days=days, contact=office.review_contact)
    draft.write(
        "closing.enforcement",
        regulator=_regulator(office, on=on),
        address=office.regulator_address,
    )


def _regulator(office: Office, *, on: dt.date) -> str:
    return regulator(on=on, renamed_on=office.renamed_on).name


def _limit(name: str, *, on: dt.date) -> str:
    """Return a limit's number; nothing for a day on which it did not hold."""
    try:
        return f"{provision(name, on=on).value}"
    except NoProvision:
        return ""
