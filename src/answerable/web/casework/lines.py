"""Standard lines: what there is, who wrote and reviewed it, until when it may be used."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from answerable.actions import casework
from answerable.actions.casework import LineRefused, Wording
from answerable.domain.law.limbs import limbs
from answerable.domain.roles import Move, MoveNotAllowed
from answerable.queries.accounts import person_names
from answerable.queries.casework.lines import (
    LinePage,
    LineRow,
    LineState,
    line_page,
    lines_to_review,
    standard_lines,
)
from answerable.web.casework.doing import doing_of, refused
from answerable.web.forms import DayField
from answerable.web.staff import posted, staff_page
from answerable.web.tags import Tag

_TAGS = {
    LineState.USABLE: Tag("In use", "green"),
    LineState.TO_REVIEW: Tag("Review soon", "yellow"),
    LineState.EXPIRED: Tag("Expired", "red"),
    LineState.RETIRED: Tag("Retired", "grey"),
}


@dataclass(frozen=True, slots=True)
class ListedLine:
    """A line in the list: its state and its expiry in words, and people by their names."""

    row: LineRow
    tag: Tag
    expiry: str
    written_by: str
    reviewed_by: str


class WordingForm(forms.Form):
    """What a line says, for what, and until when."""

    citation = forms.CharField(
        label="Limb",
        required=False,
        max_length=40,
        help_text="Whose reason it fills in, such as 31(1)(a); leave it out for a line of answers",
        widget=forms.TextInput({"class": "govuk-input--width-10", "list": "limbs"}),
    )
    text = forms.CharField(
        label="Line",
        help_text="In the words in which it goes into a letter",
        widget=forms.Textarea({"rows": 6}),
        error_messages={"required": "Write the line"},
    )
    expires_on = DayField(
        what="The last day",
        label="Last day",
        hint="When somebody must have looked at it again: within twelve months",
    )

    @property
    def wording(self) -> Wording:
        """Return what was typed."""
        typed = self.cleaned_data
        return Wording(typed["text"], typed["expires_on"], typed["citation"])


class NewLineForm(WordingForm):
    """A new line."""

    name = forms.CharField(
        label="Name",
        max_length=100,
        help_text="By which officers find it",
        error_messages={"required": "Give it a name"},
    )
    field_order = ("name", "citation", "text", "expires_on")


@require_safe
def all_lines(request: HttpRequest) -> HttpResponse:
    """List the standard lines, and say which are to be reviewed."""
    doing = doing_of(request, Move.SEE)
    context = {
        "lines": _listed(standard_lines(on=doing.on), doing.on),
        "to_review": _listed(lines_to_review(on=doing.on), doing.on),
        "refusal": refused(doing.by, Move.KEEP_LINES),
    }
    return staff_page(request, "casework/lines.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new_line(request: HttpRequest) -> HttpResponse:
    """Write a new line."""
    doing = doing_of(request, Move.KEEP_LINES)
    form = NewLineForm(posted(request), initial={"expires_on": casework.longest_use(doing.on)})
    if form.is_valid():
        name = form.cleaned_data["name"]
        if _saved(form, lambda: casework.keep_line(name, form.wording, doing=doing)):
            messages.success(request, f"{name} can be used now")
            return redirect("standard-lines")
    return staff_page(request, "casework/new_line.html", {"form": form, "limbs": limbs()})


@require_http_methods(["GET", "HEAD", "POST"])
def line(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a line with all that it ever said, and change it."""
    doing = doing_of(request, Move.KEEP_LINES if request.method == "POST" else Move.SEE)
    found = _found(slug, doing.on)
    form = WordingForm(posted(request), initial=_initial(found.row, doing.on))
    if form.is_valid() and _saved(
        form, lambda: casework.change_line(slug, form.wording, doing=doing)
    ):
        messages.success(request, f"{found.row.name} was saved, reviewed by you")
        return redirect("standard-lines")
    names = person_names(one.by for one in found.versions)
    context = {
        "found": found,
        "listed": _listed([found.row], doing.on)[0],
        "versions": [(one, names[one.by]) for one in found.versions],
        "form": form,
        "limbs": limbs(),
        "refusal": refused(doing.by, Move.KEEP_LINES),
    }
    return staff_page(request, "casework/line.html", context)


@require_POST
def retirement(request: HttpRequest, slug: str) -> HttpResponse:
    """Let nobody use a line any more."""
    doing = doing_of(request, Move.KEEP_LINES)
    found = _found(slug, doing.on)
    casework.retire_line(slug, doing=doing)
    messages.success(request, f"{found.row.name} is offered to nobody any more")
    return redirect("standard-lines")


def expiry_words(expires_on: dt.date, today: dt.date) -> str:
    """Return until when a line may be used, in words."""
    day, left = f"{expires_on:%-d %B %Y}", (expires_on - today).days
    if left < 0:
        return f"Expired after {day}, {_days(-left)} ago"
    if left == 0:
        return f"Today is its last day ({day})"
    return f"Until {day}, {_days(left)} from today"


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def _found(slug: str, on: dt.date) -> LinePage:
    found = line_page(slug, on=on)
    if found is None:
        raise Http404
    return found


def _saved(form: forms.Form, save: Callable[[], object]) -> bool:
    """Return whether a line was saved; why not stands with the field that it is about."""
    try:
        save()
    except LineRefused as refusal:
        form.add_error(refusal.about, str(refusal))
    except MoveNotAllowed as refusal:
        raise PermissionDenied(str(refusal)) from refusal
    else:
        return True
    return False


def _initial(row: LineRow, today: dt.date) -> dict[str, Any]:
    """Return what the form begins with: whoever saves it again has twelve months more."""
    return {
        "citation": row.citation,
        "text": row.text,
        "expires_on": casework.longest_use(today),
    }


def _listed(rows: Sequence[LineRow], today: dt.date) -> list[ListedLine]:
    names = person_names(key for row in rows for key in (row.written_by, row.reviewed_by))
    return [
        ListedLine(
            row=row,
            tag=_TAGS[row.state],
            expiry="" if row.state is LineState.RETIRED else expiry_words(row.expires_on, today),
            written_by=names[row.written_by],
            reviewed_by=names[row.reviewed_by],
        )
        for row in rows
    ]
