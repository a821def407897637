"""What whoever asked does by their link: say what they mean, withdraw, ask for a review, write."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from answerable.actions.following import (
    ReviewWish,
    ask_review_by_link,
    clarify_by_link,
    withdraw_by_link,
    write_message,
)
from answerable.domain.clock import ClockRefused, OutsideCalendar
from answerable.domain.decisions.challenges import Ground
from answerable.domain.decisions.letters import Office
from answerable.domain.roles import MoveNotAllowed
from answerable.queries.calendars import usable_holidays
from answerable.queries.following.request_pages import FollowedRequest, followed_request
from answerable.queries.office import OfficeNotKnown, office_of
from answerable.web.following.doors import WRONG, contact, followed, link_page, to
from answerable.web.following.forms import (
    ClarificationForm,
    MessageForm,
    ReviewForm,
    WithdrawalForm,
    answerable_labels,
    waiting_labels,
    withdrawable_labels,
)

_CONFLICT = 409


@dataclass(frozen=True, slots=True)
class _Shown:
    """A form of a link: its name, what it is about, and whether there is anything to do with it."""

    name: str
    token: str
    found: FollowedRequest
    form: forms.Form
    is_open: bool = True


@followed
@require_http_methods(["GET", "HEAD", "POST"])
def clarification(request: HttpRequest, token: str) -> HttpResponse:
    """Take in what whoever asked means, for the questions that wait for it."""
    found = _found(token)
    labels = waiting_labels(found)
    form = ClarificationForm(_data(request), found, labels)

    def do() -> None:
        words = form.cleaned_data["words"]
        clarify_by_link(token, form.labels, words, at=timezone.now(), table=usable_holidays())

    shown = _Shown("clarification", token, found, form, is_open=bool(labels))
    return _form_page(request, shown, do)


@followed
@require_http_methods(["GET", "HEAD", "POST"])
def withdrawal(request: HttpRequest, token: str) -> HttpResponse:
    """Close what whoever asked no longer wants answered."""
    found = _found(token)
    labels = withdrawable_labels(found)
    form = WithdrawalForm(_data(request), found, labels)

    def do() -> None:
        withdraw_by_link(
            token, form.labels, office=_office(), at=timezone.now(), table=usable_holidays()
        )

    shown = _Shown("withdrawal", token, found, form, is_open=bool(labels))
    return _form_page(request, shown, do)


@followed
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, token: str) -> HttpResponse:
    """Take in that a review of some answers is asked for."""
    found = _found(token)
    labels = answerable_labels(found, timezone.localdate())
    form = ReviewForm(_data(request), found, labels)

    def do() -> None:
        said = form.cleaned_data
        chosen = tuple(map(Ground, said["grounds"]))
        wish = ReviewWish(form.labels, chosen, said["words"], contact() or "")
        ask_review_by_link(token, wish, at=timezone.now(), table=usable_holidays())

    return _form_page(request, _Shown("review", token, found, form, is_open=bool(labels)), do)


@followed
@require_http_methods(["GET", "HEAD", "POST"])
def message(request: HttpRequest, token: str) -> HttpResponse:
    """Take in what whoever asked writes, for an officer to look at."""
    found = _found(token)
    form = MessageForm(_data(request), initial={"key": secrets.token_urlsafe(12)})

    def do() -> None:
        said = form.cleaned_data
        write_message(token, said["words"], key=said["key"], at=timezone.now())

    return _form_page(request, _Shown("message", token, found, form), do)


def _found(token: str) -> FollowedRequest:
    return followed_request(token, table=usable_holidays())


def _data(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _form_page(request: HttpRequest, shown: _Shown, do: Callable[[], None]) -> HttpResponse:
    """Show a form, or do what it says and lead back; a refusal stands above what was typed."""
    refusal = ""
    if shown.form.is_valid():
        try:
            do()
        except (MoveNotAllowed, ClockRefused, OutsideCalendar) as problem:
            refusal = str(problem)
        else:
            return to("followed", shown.token, done=shown.name)
    status = _CONFLICT if refusal else WRONG if shown.form.errors else 200
    context = {
        "found": shown.found,
        "form": shown.form,
        "refusal": refusal,
        "token": shown.token,
        "is_open": shown.is_open,
    }
    return link_page(request, shown.name, context, status=status)


def _office() -> Office | None:
    """Return the office whose letter confirms something; without its facts it is done all the same."""
    try:
        return office_of(Path(settings.ANSWERABLE_OFFICE), authority=settings.ANSWERABLE_AUTHORITY)
    except OfficeNotKnown:
        return None
