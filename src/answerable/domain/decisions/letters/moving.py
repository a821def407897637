"""The letter that says that another law applies to questions of a request."""

import datetime as dt

from answerable.domain.decisions.aloud import day_in_words
from answerable.domain.decisions.letters.blocks import Letter
from answerable.domain.decisions.letters.facts import Office
from answerable.domain.decisions.letters.notice import contact, named, notice, opened
from answerable.domain.decisions.letters.notice_facts import NoticeFacts
from answerable.domain.decisions.letters.opening import calendar_words


def regime_letter(
    facts: NoticeFacts, office: Office, *, why: str, due_on: dt.date | None, calendar: str
) -> Letter:
    """Return the letter that says under which law questions are answered now, why, and by when."""
    key = "regime-change"
    moved = named(key, facts, office)
    moved.write(f"{key}.law-{facts.regime.value}")
    moved.write(f"{key}.why", why=why)
    words = calendar_words(calendar, wording=office.wording)
    moved.write(f"{key}.due", due=day_in_words(due_on) if due_on else "", calendar=words)
    if facts.others:
        moved.write("notice.others")
    opening = opened(key, facts, office)
    return notice(key, facts, office, opening, moved, contact(facts.reference, office))
