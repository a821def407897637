"""The letters of a review: that it was asked for, that it takes longer, and its outcome."""

import datetime as dt
from dataclasses import dataclass

from answerable.domain.clock.limits import limit_of
from answerable.domain.decisions.aloud import day_in_words, listed
from answerable.domain.decisions.challenges import Finding, Found, Ground, reopens
from answerable.domain.decisions.letters.blocks import Letter, Section
from answerable.domain.decisions.letters.closing import sign
from answerable.domain.decisions.letters.drafting import Draft
from answerable.domain.decisions.letters.facts import Office
from answerable.domain.decisions.letters.opening import calendar_words, greet
from answerable.domain.law.provisions import provision
from answerable.domain.law.regulator import regulator


@dataclass(frozen=True, slots=True)
class ReviewedQuestion:
    """A question of a review: what was held against it, and what was found, as far as it is known."""

    label: str
    text: str
    is_answered: bool
    grounds: tuple[Ground, ...]
    found: Found


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """What a letter of a review is about.

    `due_on` is when its outcome is due on `calendar`; `why` why it takes longer, `summary` what is said
    besides what was found of each question.
    """

    reference: str
    asked_on: dt.date
    sent_on: dt.date
    due_on: dt.date
    calendar: str
    questions: tuple[ReviewedQuestion, ...]
    salutation: str = ""
    why: str = ""
    summary: str = ""


def review_acknowledgement(facts: ReviewFacts, office: Office) -> Letter:
    """Return the letter that says that a review was asked for, and when its outcome can be expected."""
    draft = _opening("acknowledgement-received", facts, office)
    items = tuple(_about(one, office) for one in facts.questions)
    draft.listing("review.about", items=items)
    _write_due(draft, "review.acknowledgement-due", facts, office)
    draft.write("review.independent")
    _write_contact(draft, facts, office)
    return _letter("acknowledgement", facts, office, draft.section())


def review_extension(facts: ReviewFacts, office: Office) -> Letter:
    """Return the letter that says why a review takes longer, and until when."""
    draft = _opening("extension-received", facts, office)
    draft.write("review.extension-why", why=facts.why)
    _write_due(draft, "review.extension-due", facts, office)
    _write_contact(draft, facts, office)
    return _letter("extension", facts, office, draft.section())


def review_outcome(facts: ReviewFacts, office: Office) -> Letter:
    """Return the letter that tells the outcome of a review, with an answer to each point (s.45 Code)."""
    opening = _opening("outcome-received", facts, office)
    opening.write("review.outcome-fresh")
    if facts.summary.strip():
        opening.write("review.summary", summary=facts.summary)
    sections = [_found(number, one, office) for number, one in enumerate(facts.questions, start=1)]
    return _letter("outcome", facts, office, opening.section(), *sections, _next(facts, office))


def _opening(key: str, facts: ReviewFacts, office: Office) -> Draft:
    draft = Draft(office.wording)
    greet(draft, facts.salutation)
    received = day_in_words(facts.asked_on)
    draft.write(f"review.{key}", received=received, reference=facts.reference)
    return draft


def _letter(key: str, facts: ReviewFacts, office: Office, *sections: Section) -> Letter:
    return Letter(
        title=office.wording.text(f"review.{key}-title", reference=facts.reference),
        sender=office.body,
        reference=facts.reference,
        written_on=facts.sent_on,
        sections=sections,
    )


def _about(one: ReviewedQuestion, office: Office) -> str:
    points = listed([ground.words for ground in one.grounds])
    if not one.label:
        return office.wording.text("review.the-question", points=points)
    return office.wording.text("review.question", label=one.label, points=points)


def _write_due(draft: Draft, key: str, facts: ReviewFacts, office: Office) -> None:
    calendar = calendar_words(facts.calendar, wording=office.wording)
    draft.write(key, due=day_in_words(facts.due_on), calendar=calendar)


def _write_contact(draft: Draft, facts: ReviewFacts, office: Office) -> None:
    draft.write(
        "review.contact",
        team=office.team,
        body=office.body,
        reach=office.review_contact or office.reach,
        reference=facts.reference,
    )
    sign(draft, office)


def _found(number: int, one: ReviewedQuestion, office: Office) -> Section:
    wording = office.wording
    heading = wording.text("question.heading", label=one.label.strip() or str(number))
    draft = Draft(wording, heading=heading)
    draft.quote("question.asked", text=one.text)
    for key in _finding_keys(one):
        draft.write(f"review.{key}")
    draft.write("review.reasons", reasons=one.found.reasons)
    for ground in one.grounds:
        answer = (one.found.answers or {}).get(ground, "")
        draft.write("review.point", point=ground.words, answer=answer)
    if _is_answered_again(one):
        limit = limit_of(one.found.limit)
        draft.write("review.again", limit=str(limit))
    return draft.section()


def _finding_keys(one: ReviewedQuestion) -> tuple[str, ...]:
    """Return the sentences that say what was found: of time alone nothing is upheld or overturned."""
    finding = one.found.finding
    if finding is None:
        return ()
    if set(one.grounds) == {Ground.TIMELINESS}:
        return ("in-time",) if finding is Finding.UPHELD else ("too-late",)
    keys = {Finding.UPHELD: "upheld", Finding.PARTLY: "partly", Finding.OVERTURNED: "overturned"}
    return (keys[finding],)


def _is_answered_again(one: ReviewedQuestion) -> bool:
    finding = one.found.finding
    return finding is not None and reopens(finding, one.grounds, is_answered=one.is_answered)


def _next(facts: ReviewFacts, office: Office) -> Section:
    wording = office.wording
    draft = Draft(wording, heading=wording.text("review.next-heading"))
    weeks = provision("regulator-complaint", on=facts.sent_on).value
    draft.write(
        "review.complaint",
        regulator=regulator(on=facts.sent_on, renamed_on=office.renamed_on).name,
        address=office.regulator_address,
        weeks=str(weeks),
    )
    sign(draft, office)
    return draft.section()
