"""What the API says when it refuses: in plain words, and nothing of what was sent."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from answerable.api.shapes import FieldProblem, Problem

_UNAUTHORISED, _NOT_JSON, _WRONG, _LARGE = 401, 400, 422, 413
_PLACES = ("body", "new", "header", "path")
_WORDS = {
    "missing": "it is missing",
    "extra_forbidden": "there is no such field: check its name",
    "string_type": "it must be text",
    "string_too_short": "it is empty",
    "string_too_long": "it is longer than {max_length} characters",
    "literal_error": "it must be one of {expected}",
    "model_attributes_type": "it must be a JSON object",
    "model_type": "it must be a JSON object",
    "string_unicode": "it holds half a character",
}
_PATTERNS = "it is not in the form that is described"


def refuse_in_plain_words(api: NinjaAPI) -> None:
    """Let every refusal of the API have the same form."""
    api.add_exception_handler(AuthenticationError, _no_key)
    api.add_exception_handler(ValidationError, _not_valid)
    api.add_exception_handler(HttpError, _not_json)
    api.add_exception_handler(RequestDataTooBig, _too_large)


def _said(problem: Problem, *, status: int) -> HttpResponse:
    return HttpResponse(
        problem.model_dump_json(), status=status, content_type="application/json; charset=utf-8"
    )


def _no_key(_request: HttpRequest, _problem: Any) -> HttpResponse:
    words = "No key that is in use was sent: Authorization: Bearer KEY"
    response = _said(Problem(detail=words), status=_UNAUTHORISED)
    response.headers["WWW-Authenticate"] = "Bearer"
    return response


def _not_json(_request: HttpRequest, problem: Any) -> HttpResponse:
    if problem.status_code == _NOT_JSON:
        words = "Nothing was taken in: what was sent is no JSON"
        return _said(Problem(detail=words), status=_NOT_JSON)
    return _said(Problem(detail=str(problem)), status=problem.status_code)


def _too_large(_request: HttpRequest, _problem: Any) -> HttpResponse:
    words = "Nothing was taken in: it has more than 2.5 MB"
    return _said(Problem(detail=words), status=_LARGE)


def _not_valid(_request: HttpRequest, problem: Any) -> HttpResponse:
    fields = [_field(one) for one in problem.errors]
    if any("header" in one["loc"] for one in problem.errors):
        words = "Nothing was taken in: send a header Idempotency-Key of 1 to 200 characters"
        return _said(Problem(detail=words), status=_NOT_JSON)
    words = "Nothing was taken in: see fields"
    return _said(Problem(detail=words, fields=fields), status=_WRONG)


def _field(error: Mapping[str, Any]) -> FieldProblem:
    place = [str(part) for part in error["loc"] if part not in _PLACES]
    known = error["type"] != "extra_forbidden"
    # A name that we do not know is something that was sent.
    name = ".".join(place) if known else "an unknown field"
    return FieldProblem(field=name or "the whole", problem=_problem(error))


def _problem(error: Mapping[str, Any]) -> str:
    if error["type"] == "value_error":
        return str(error["msg"]).removeprefix("Value error, ")
    return _WORDS.get(error["type"], _PATTERNS).format(**error.get("ctx", {}))
