"""Results of the survey as plain data, as they are shown: nothing that is kept back is in them."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from answerable.domain.assurance.surveys import QUESTIONS, ShownShare, SurveyResult


def result_as_json(result: SurveyResult) -> dict[str, Any]:
    """Return a result as plain data; `result_from` makes the same of it."""
    return {
        "first": f"{result.first:%Y-%m}",
        "last": f"{result.last:%Y-%m}",
        "invited": result.invited,
        "answered": result.answered,
        "response": _as_json(result.response),
        "content": {key: _as_json(result.content[key]) for key in QUESTIONS},
    }


def result_from(data: Mapping[str, Any]) -> SurveyResult:
    """Return the result that was stored as plain data."""
    response = _share(data["response"])
    assert response is not None  # noqa: S101 how many answered is always there
    return SurveyResult(
        first=_month(data["first"]),
        last=_month(data["last"]),
        invited=data["invited"],
        answered=data["answered"],
        content={key: _share(data["content"].get(key)) for key in QUESTIONS},
        response=response,
    )


def share_in_words(share: ShownShare | None) -> str:
    """Return a share as a cell of a file holds it: 65, more than 90; nothing where there is none."""
    return f"{share.bound} {share.per_cent}".strip() if share else ""


def _as_json(share: ShownShare | None) -> dict[str, Any] | None:
    return {"per_cent": share.per_cent, "bound": share.bound} if share else None


def _share(data: Mapping[str, Any] | None) -> ShownShare | None:
    return ShownShare(data["per_cent"], data["bound"]) if data else None


def _month(text: str) -> dt.date:
    return dt.date.fromisoformat(f"{text}-01")
