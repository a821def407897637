"""The letters that say that a question ended without an answer."""

import datetime as dt

from answerable.domain.clock.events import EventKind
from answerable.domain.decisions.aloud import day_in_words
from answerable.domain.decisions.letters.blocks import Letter
from answerable.domain.decisions.letters.facts import Office
from answerable.domain.decisions.letters.notice import contact, named, notice, opened
from answerable.domain.decisions.letters.notice_facts import NoticeFacts


def withdrawal_letter(facts: NoticeFacts, office: Office) -> Letter:
    """Return the letter that confirms that questions were withdrawn."""
    opening = opened("withdrawal", facts, office)
    opening.write("withdrawal.ended", closed=day_in_words(facts.sent_on))
    asked = named("withdrawal", facts, office)
    if facts.others:
        asked.write("withdrawal.others")
    asked.write("withdrawal.again")
    return notice("withdrawal", facts, office, opening, asked, contact(facts.reference, office))


def lapse_letter(
    facts: NoticeFacts, office: Office, *, asked: EventKind, asked_on: dt.date
) -> Letter:
    """Return the letter that says that questions ended, because what was asked for never came."""
    opening = opened("lapse", facts, office)
    key = "lapse.fee" if asked is EventKind.FEES_NOTICE else "lapse.clarification"
    opening.write(key, day=day_in_words(asked_on))
    closed = named("lapse", facts, office)
    if facts.others:
        closed.write("withdrawal.others")
    closed.write("lapse.again")
    return notice("lapse", facts, office, opening, closed, contact(facts.reference, office))
