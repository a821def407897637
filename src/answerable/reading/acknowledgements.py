"""Letters that only acknowledge: what stands where an answer would, and says that it is still to come."""

from answerable.domain.decisions import Outcome
from answerable.domain.disclosure_log import Entry
from answerable.reading.vocabulary import current_vocabulary

# Any of these is a decision, whatever else the letter promises; exemptions are mentioned in promises, too.
DECIDED = frozenset(Outcome) - {
    Outcome.UNANSWERED,
    Outcome.DISCLOSED,
    Outcome.PART_DISCLOSED,
    Outcome.WITHHELD,
}
_LONGEST = 2_000


def only_acknowledges(entry: Entry) -> str | None:
    """Return the words by which an entry's response, or what was taken for its request, says that the answer is still to come.

    None where it decides something, encloses something, or is longer than such a letter.
    """
    text = f"{entry.request}\n{entry.response}"
    decides = bool(DECIDED.intersection(entry.outcomes)) or bool(entry.exemptions)
    if decides or entry.tables or entry.attachments or len(entry.response) > _LONGEST:
        return None
    found = current_vocabulary().says("letter.acknowledged", text)
    return found.group() if found else None
