"""How a letter begins."""

from answerable.domain.decisions.letters.drafting import Draft
from answerable.domain.decisions.letters.wording import Wording


def greet(draft: Draft, name: str) -> None:
    """Add the greeting, by name where there is one."""
    if name.strip():
        draft.write("opening.named", name=name)
    else:
        draft.write("opening.unnamed")


def calendar_words(calendar: str, *, wording: Wording) -> str:
    """Return which days a calendar leaves out; a calendar that is not known stands as it is."""
    key = f"calendar.{calendar.partition('@')[0]}"
    return wording.text(key) if key in wording else calendar
