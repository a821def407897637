"""The answer to a request, assembled from the decisions about its questions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from answerable.domain.decisions.aloud import day_in_words
from answerable.domain.decisions.letters.blocks import Letter, Section
from answerable.domain.decisions.letters.closing import closing_sections
from answerable.domain.decisions.letters.drafting import Draft
from answerable.domain.decisions.letters.facts import LetterFacts, Office
from answerable.domain.decisions.letters.grounds import write_refusal
from answerable.domain.decisions.letters.opening import calendar_words, greet
from answerable.domain.decisions.letters.questions import spoken_refusals, write_question
from answerable.domain.decisions.letters.refusals import (
    Refusal,
    RefusalKey,
    labels_in_words,
    provision_words,
    refusal_key,
)
from answerable.domain.decisions.letters.wording import Wording
from answerable.domain.decisions.notices import letters_for
from answerable.domain.law.letters import LetterKind


def answer_letter(facts: LetterFacts, office: Office) -> Letter:
    """Return the answer to a request: each question in turn, then what several share, then notices."""
    kinds = letters_for([one.decision for one in facts.questions])
    shared = _shared(facts, wording=office.wording)
    return Letter(
        title=office.wording.text("opening.title", reference=facts.reference),
        sender=office.body,
        reference=facts.reference,
        written_on=facts.sent_on,
        sections=(
            _opening(facts, office),
            *_answers(facts, office, shared),
            *_reasons(facts, office, shared),
            *closing_sections(
                facts,
                office,
                by_eir=LetterKind.EIR_REFUSAL in kinds,
                by_act=set(kinds) != {LetterKind.EIR_REFUSAL},
            ),
        ),
    )


@dataclass(frozen=True, slots=True)
class _Shared:
    """A refusal that several questions share, and the heading that it stands under."""

    refusal: Refusal
    heading: str


def _opening(facts: LetterFacts, office: Office) -> Section:
    draft = Draft(office.wording)
    greet(draft, facts.salutation)
    received = day_in_words(facts.received_on)
    draft.write("opening.received", received=received, reference=facts.reference)
    if facts.sent_on > facts.due_on:
        calendar = calendar_words(facts.calendar, wording=office.wording)
        draft.write("opening.late", due=day_in_words(facts.due_on), calendar=calendar)
    answered, asked = len(facts.questions), len(facts.questions) + facts.others
    if facts.others:
        draft.write("opening.some", count=f"{asked:,}", answered=f"{answered:,}")
    elif answered > 1:
        draft.write("opening.several", count=f"{answered:,}")
    if not facts.questions:
        draft.lack("question.asked")
        draft.lack("lead.lapsed")
    return draft.section()


def _answers(
    facts: LetterFacts, office: Office, shared: Mapping[RefusalKey, _Shared]
) -> Iterator[Section]:
    labels, wording = _labels(facts), office.wording
    for label, question in zip(labels, facts.questions, strict=True):
        is_only = len(labels) == 1 and not question.label.strip()
        heading = wording.text("question.only" if is_only else "question.heading", label=label)
        draft = Draft(wording, heading=heading)
        write_question(draft, question, shown_label=label)
        for refusal in spoken_refusals(question):
            found = shared.get(refusal_key(refusal))
            if found is None:
                write_refusal(draft, refusal, facts=facts, office=office)
            else:
                provision = provision_words(refusal.ground.citation, wording=wording)
                draft.write("more.shared", provision=provision, heading=found.heading)
        yield draft.section()


def _reasons(
    facts: LetterFacts, office: Office, shared: Mapping[RefusalKey, _Shared]
) -> Iterator[Section]:
    """Yield each refusal that several questions share, once, in the order of their first question."""
    for one in shared.values():
        draft = Draft(office.wording, heading=one.heading)
        write_refusal(draft, one.refusal, facts=facts, office=office)
        yield draft.section()


def _shared(facts: LetterFacts, *, wording: Wording) -> Mapping[RefusalKey, _Shared]:
    """Return the refusals that several questions share, in the order of their first question."""
    refusals: dict[RefusalKey, Refusal] = {}
    places: dict[RefusalKey, list[int]] = {}
    for place, question in enumerate(facts.questions):
        for refusal in spoken_refusals(question):
            key = refusal_key(refusal)
            refusals.setdefault(key, refusal)
            places.setdefault(key, []).append(place)
    labels = _labels(facts)
    return {
        key: _Shared(refusals[key], _reasons_heading(refusals[key], found, labels, wording))
        for key, found in places.items()
        if len(found) > 1
    }


def _reasons_heading(
    refusal: Refusal, places: list[int], labels: tuple[str, ...], wording: Wording
) -> str:
    questions = wording.text("reasons.questions", labels=labels_in_words(places, labels=labels))
    provision = provision_words(refusal.ground.citation, wording=wording)
    return wording.text("reasons.heading", questions=questions, provision=provision)


def _labels(facts: LetterFacts) -> tuple[str, ...]:
    """Return each question's label, or its place where it has none."""
    numbered = enumerate(facts.questions, start=1)
    return tuple(one.label.strip() or str(number) for number, one in numbered)
