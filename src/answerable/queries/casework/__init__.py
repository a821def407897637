"""What officers may ask about requests."""

from answerable.queries.casework.requests import (
    MessageRow,
    QuestionRow,
    RequestPage,
    RequestRow,
    open_requests,
    request_page,
)

__all__ = [
    "MessageRow",
    "QuestionRow",
    "RequestPage",
    "RequestRow",
    "open_requests",
    "request_page",
]
