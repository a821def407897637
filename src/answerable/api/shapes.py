"""What the API takes and gives. A field that is not described is refused, and so is a number for a date."""

import datetime as dt
import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

LONGEST_TEXT = 100_000
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ADDRESS = r"^[^@\s]+@[^@\s]+\.[^@\s]+$"


def _only_iso(value: Any) -> Any:
    """Return the day of an ISO date; a number is none, though it could count days since 1970."""
    if value is None:
        return None
    if not isinstance(value, str) or not _ISO.fullmatch(value):
        message = "a day is written as 2026-11-25"
        raise ValueError(message)
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        message = "there is no such day"
        raise ValueError(message) from None


Day = Annotated[dt.date, BeforeValidator(_only_iso)]


class NewRequest(BaseModel):
    """A request as another system brings it in. It needs an e-mail or a postal address to answer to."""

    model_config = ConfigDict(extra="forbid", strict=True)

    name: Annotated[str, Field(min_length=1, max_length=300, pattern=r"\S")]
    email: Annotated[str, Field(max_length=254, pattern=_ADDRESS)] | None = None
    postal_address: Annotated[str, Field(max_length=2_000, pattern=r"\S")] | None = None
    text: Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT, pattern=r"\S")]
    subject: Annotated[str, Field(max_length=300)] = ""
    language: Literal["en", "cy"] = "en"
    kind: Literal["information", "own data", "complaint"] = "information"
    answer_as: Annotated[str, Field(max_length=300)] = ""
    received_on: Day | None = Field(
        default=None, description="The day on which the body received it; if left out, today"
    )

    @model_validator(mode="after")
    def has_an_address(self) -> "NewRequest":
        """Refuse a request that nobody could answer (s.8(1)(b))."""
        if self.email is None and self.postal_address is None:
            message = "a request needs an email or a postal_address, so that it can be answered"
            raise ValueError(message)
        return self


class TakenQuestion(BaseModel):
    """A question of the request, as it was understood; its label is empty where it stands alone."""

    label: str
    text: str


class TakenRequest(BaseModel):
    """A request that was taken in; `due_on` is counted on the bank holidays of the calendar named."""

    reference: str
    received_on: dt.date
    due_on: dt.date | None
    calendar: str
    questions: list[TakenQuestion]


class RequestState(BaseModel):
    """How far a request is."""

    reference: str
    stage: Literal["open", "drafted", "checked", "cleared", "leaving", "sent", "closed"]
    received_on: dt.date
    due_on: dt.date | None
    calendar: str


class FieldProblem(BaseModel):
    """What is wrong with one field."""

    field: str
    problem: str


class Problem(BaseModel):
    """Why something was refused, in plain words; it repeats nothing of what was sent."""

    detail: str
    fields: list[FieldProblem] = []
