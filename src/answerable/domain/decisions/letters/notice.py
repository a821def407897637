"""What all notices have in common: how they begin, which questions they name, whom to reach."""

from answerable.domain.decisions.aloud import day_in_words
from answerable.domain.decisions.letters.blocks import Letter
from answerable.domain.decisions.letters.closing import sign
from answerable.domain.decisions.letters.drafting import Draft
from answerable.domain.decisions.letters.facts import Office
from answerable.domain.decisions.letters.notice_facts import NoticeFacts
from answerable.domain.decisions.letters.opening import greet


def notice(kind: str, facts: NoticeFacts, office: Office, *sections: Draft) -> Letter:
    """Return a notice of a kind, made of its sections; those that hold nothing are left out."""
    made = (one.section() for one in sections)
    return Letter(
        title=office.wording.text(f"{kind}.title", reference=facts.reference),
        sender=office.body,
        reference=facts.reference,
        written_on=facts.sent_on,
        sections=tuple(one for one in made if one.blocks or one.lacks),
    )


def opened(kind: str, facts: NoticeFacts, office: Office) -> Draft:
    """Return the section with which a notice begins: the greeting, and which request it is about."""
    draft = Draft(office.wording)
    greet(draft, facts.salutation)
    received = day_in_words(facts.received_on)
    draft.write(f"{kind}.received", received=received, reference=facts.reference)
    return draft


def named(kind: str, facts: NoticeFacts, office: Office) -> Draft:
    """Return the section that names the questions in their own words."""
    draft = Draft(office.wording, heading=office.wording.text("notice.questions-heading"))
    for number, question in enumerate(facts.questions, start=1):
        label = question.label.strip() or str(number)
        draft.subhead(office.wording.text("question.heading", label=label))
        draft.quote(f"{kind}.asked", text=question.text)
    return draft


def contact(reference: str, office: Office) -> Draft:
    """Return the section that says whom to reach."""
    draft = Draft(office.wording, heading=office.wording.text("closing.contact-heading"))
    draft.write(
        "closing.contact",
        team=office.team,
        body=office.body,
        reach=office.reach,
        reference=reference,
    )
    sign(draft, office)
    return draft
