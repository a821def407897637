"""The addresses of requests and questions, and how a question's label stands in them."""

from urllib.parse import quote

_NO_LABEL = "-"


def label_part(label: str) -> str:
    """Return how a label stands in an address: a question without one is `-`."""
    return label or _NO_LABEL


def label_of(part: str) -> str:
    """Return the label that stands in an address."""
    return "" if part == _NO_LABEL else part


def request_address(reference: str) -> str:
    """Return where a request is."""
    return f"/requests/{quote(reference, safe='')}/"


def question_address(reference: str, label: str) -> str:
    """Return where a question is."""
    return f"{request_address(reference)}questions/{quote(label_part(label), safe='')}/"
