"""The letters that say that a question ended without an answer."""

from answerable.domain.decisions.aloud import day_in_words
from answerable.domain.decisions.letters.blocks import Letter
from answerable.domain.decisions.letters.facts import Office
from answerable.domain.decisions.letters.notice import contact, named, notice, opened
from answerable.domain.decisions.letters.notice_facts import NoticeFacts


def withdrawal_letter(facts: NoticeFacts, office: Office) -> Letter:
    """Return the letter that confirms that questions were withdrawn."""
    opening = opened("withdrawal", facts, office)
    opening.write("withdrawal.ended", told=day_in_words(facts.sent_on))
    asked = named("withdrawal", facts, office)
    if facts.others:
        asked.write("withdrawal.others")
    asked.write("withdrawal.again")
    return notice("withdrawal", facts, office, opening, asked, contact(facts.reference, office))
