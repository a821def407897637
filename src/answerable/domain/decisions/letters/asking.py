"""The letters before an answer: the acknowledgement, and the one that asks what is meant."""

from collections.abc import Iterator

from answerable.domain.decisions.aloud import day_in_words
from answerable.domain.decisions.letters.blocks import Letter, Section
from answerable.domain.decisions.letters.closing import sign
from answerable.domain.decisions.letters.drafting import Draft
from answerable.domain.decisions.letters.facts import (
    AcknowledgementFacts,
    ClarificationFacts,
    Office,
    UnclearQuestion,
)
from answerable.domain.decisions.letters.opening import calendar_words, greet


def acknowledgement_letter(facts: AcknowledgementFacts, office: Office) -> Letter:
    """Return the letter that says that a request came in, and by when it will be answered."""
    wording = office.wording
    opening = Draft(wording)
    greet(opening, facts.salutation)
    received = day_in_words(facts.received_on)
    opening.write("acknowledgement.received", received=received, reference=facts.reference)
    calendar = calendar_words(facts.calendar, wording=wording)
    opening.write("acknowledgement.due", due=day_in_words(facts.due_on), calendar=calendar)
    return Letter(
        title=wording.text("acknowledgement.title", reference=facts.reference),
        sender=office.body,
        reference=facts.reference,
        written_on=facts.sent_on,
        sections=(
            opening.section(),
            *_understood(facts, office),
            _contact(facts.reference, office),
        ),
    )


def clarification_letter(facts: ClarificationFacts, office: Office) -> Letter:
    """Return the letter that asks what is needed to find the information (s.1(3))."""
    wording = office.wording
    opening = Draft(wording)
    greet(opening, facts.salutation)
    received = day_in_words(facts.received_on)
    opening.write("clarification.received", received=received, reference=facts.reference)
    if not facts.questions:
        opening.lack("clarification.needed")
    return Letter(
        title=wording.text("clarification.title", reference=facts.reference),
        sender=office.body,
        reference=facts.reference,
        written_on=facts.sent_on,
        sections=(
            opening.section(),
            *(
                _unclear(number, question, office)
                for number, question in enumerate(facts.questions, start=1)
            ),
            _next(facts, office),
            _contact(facts.reference, office),
        ),
    )


def _understood(facts: AcknowledgementFacts, office: Office) -> Iterator[Section]:
    if not facts.questions:
        return
    wording = office.wording
    draft = Draft(wording, heading=wording.text("acknowledgement.understood-heading"))
    draft.write("acknowledgement.understood")
    for number, question in enumerate(facts.questions, start=1):
        label = question.label.strip() or str(number)
        draft.subhead(wording.text("question.heading", label=label))
        draft.quote("question.asked", text=question.text)
    yield draft.section()


def _unclear(number: int, question: UnclearQuestion, office: Office) -> Section:
    label = question.label.strip() or str(number)
    draft = Draft(office.wording, heading=office.wording.text("question.heading", label=label))
    draft.quote("question.asked", text=question.text)
    draft.write("clarification.needed", needed=question.needed)
    draft.write("clarification.why", why=question.why)
    draft.write("clarification.suggestion", suggestion=question.suggestion)
    return draft.section()


def _next(facts: ClarificationFacts, office: Office) -> Section:
    draft = Draft(office.wording, heading=office.wording.text("clarification.next-heading"))
    draft.write("more.restart")
    if facts.others:
        draft.write("clarification.others")
    draft.write("more.help")
    return draft.section()


def _contact(reference: str, office: Office) -> Section:
    draft = Draft(office.wording, heading=office.wording.text("closing.contact-heading"))
    draft.write(
        "acknowledgement.contact",
        team=office.team,
        body=office.body,
        reach=office.reach,
        reference=reference,
    )
    sign(draft, office)
    return draft.section()
