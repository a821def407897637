"""What every page for staff is given: its frame, its way about, and what was just done."""

from dataclasses import dataclass
from typing import Any

from django.contrib.messages import get_messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the navigation: its words, where it leads, and whether that is here."""

    words: str
    address: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Banner:
    """What was just done, or could not be: shown once, on the next page."""

    words: str
    is_good: bool


@dataclass(frozen=True, slots=True)
class StaffFrame:
    """What stands round a page for staff."""

    style: str
    icon: str
    items: tuple[Item, ...]
    banners: tuple[Banner, ...]
    has_errors: bool


def staff_page(
    request: HttpRequest, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """Return a page for staff in its frame."""
    has_errors = any(isinstance(one, BaseForm) and one.errors for one in context.values())
    frame = frame_of(request, has_errors=has_errors)
    return render(request, template, {**context, "frame": frame}, status=status)


def frame_of(request: HttpRequest, *, has_errors: bool = False) -> StaffFrame:
    """Return what stands round a page: the navigation leads where this person may go."""
    return StaffFrame(
        style=static("built/service.css"),
        icon=static("built/icon.svg"),
        items=_items(request),
        banners=tuple(
            Banner(str(one.message), one.level_tag == "success") for one in get_messages(request)
        ),
        has_errors=has_errors,
    )


def _items(request: HttpRequest) -> tuple[Item, ...]:
    rows = (("The log", "/"),)
    return tuple(Item(words, address, request.path == address) for words, address in rows)
