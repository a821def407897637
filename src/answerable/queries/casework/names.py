"""How people and questions are named where somebody reads them."""

from collections.abc import Iterable

from answerable.queries.accounts import people, person_row


def officer_name(key: str) -> str:
    """Return the name of somebody who works here; their key, if they have no account."""
    row = person_row(key)
    return key if row is None else row.name


def officer_names(keys: Iterable[str]) -> dict[str, str]:
    """Return the names of several people by their keys, as `officer_name` does for one."""
    known = {row.email: row.name for row in people()}
    return {key: known.get(key.strip().lower(), key) for key in keys}


def question_name(reference: str, label: str) -> str:
    """Return a question as a sentence names it: `question 2 of 2025-0001`."""
    return f"question {label} of {reference}" if label else f"request {reference}"
