"""The addresses of requests and questions: a question stands by its label, or a dash if it has none."""

from django.urls import reverse

_NONE = "-"


def label_part(label: str) -> str:
    """Return how a label stands in an address."""
    return label or _NONE


def label_of(part: str) -> str:
    """Return the label that a part of an address means."""
    return "" if part == _NONE else part


def request_address(reference: str) -> str:
    """Return the address of a request's page."""
    return reverse("request", args=[reference])


def question_address(reference: str, label: str, *, page: str = "question-decision") -> str:
    """Return the address of a page about a question."""
    return reverse(page, args=[reference, label_part(label)])
