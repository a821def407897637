"""What an entry adds to the tallies of its month."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

ENTRIES = "entries"
QUESTIONS = "questions"


def counted(month: str, content: Mapping[str, Any]) -> Counter[tuple[str, str]]:
    """Return the counts of one entry: itself, its questions, and the outcomes of each."""
    questions = content["questions"]
    counts = Counter((month, outcome) for one in questions for outcome in one["outcomes"])
    counts[month, ENTRIES] = 1
    counts[month, QUESTIONS] = len(questions)
    return counts
