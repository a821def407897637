"""What a public body may decide about a question."""

from answerable.domain.decisions.outcomes import OUTCOME_WORDS, Outcome

__all__ = ["OUTCOME_WORDS", "Outcome"]
