"""How questions are named where somebody reads them."""


def question_name(reference: str, label: str) -> str:
    """Return a question as a sentence names it: `question 2 of 2025-0001`."""
    return f"question {label} of {reference}" if label else f"request {reference}"
