"""The outcomes of a question: several may hold at once."""

from enum import StrEnum


class Outcome(StrEnum):
    """What was decided about a question, as the command line and the archive spell it."""

    DISCLOSED = "disclosed"
    PART_DISCLOSED = "part_disclosed"
    WITHHELD = "withheld"
    NCND = "ncnd"
    NOT_HELD = "not_held"
    ELSEWHERE = "elsewhere"
    COST_LIMIT = "cost_limit"
    VEXATIOUS = "vexatious"
    REPEATED = "repeated"
    SIGNPOSTED = "signposted"
    CLARIFICATION = "clarification"
    LAPSED = "lapsed"
    UNANSWERED = "unanswered"


NOT_CHOSEN = frozenset([Outcome.LAPSED, Outcome.UNANSWERED])
"""Outcomes that nobody decides on: they come about."""

OUTCOME_WORDS = {
    Outcome.DISCLOSED: "disclosed",
    Outcome.PART_DISCLOSED: "part disclosed",
    Outcome.WITHHELD: "withheld",
    Outcome.NCND: "neither confirmed nor denied",
    Outcome.NOT_HELD: "not held",
    Outcome.ELSEWHERE: "accessible elsewhere",
    Outcome.COST_LIMIT: "over the cost limit",
    Outcome.VEXATIOUS: "vexatious",
    Outcome.REPEATED: "repeated",
    Outcome.SIGNPOSTED: "signposted",
    Outcome.CLARIFICATION: "clarification asked",
    Outcome.LAPSED: "lapsed or withdrawn",
    Outcome.UNANSWERED: "unanswered",
}
"""Each outcome in the words of docs/glossary.md."""
