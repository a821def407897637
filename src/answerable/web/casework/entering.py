"""Enter a request that came by post, by telephone, or otherwise."""

import secrets
from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from answerable.actions.casework import Doing
from answerable.actions.casework.entering import (
    LONGEST_TEXT,
    MOST_BYTES,
    MOST_FILES,
    EnteredBefore,
    EntryRefused,
    enter_request,
    why_too_much,
)
from answerable.domain.roles import Move
from answerable.reading.alphabets import storable
from answerable.reading.mail import MailFile
from answerable.reading.request_forms import RequestForm
from answerable.web.casework.doing import doing_of
from answerable.web.forms import DayField, FilesField, WordsField
from answerable.web.staff import posted, staff_page

_WRONG, _CONFLICT = 422, 409
_KINDS = (
    ("information", "Information"),
    ("own data", "Their own data"),
    ("complaint", "A complaint, or something else"),
)


class EntryForm(forms.Form):
    """What came: how, when, from whom, and in which words."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=100)
    channel = forms.ChoiceField(
        label="How did it come?",
        choices=(("post", "By post"), ("phone", "By telephone"), ("other", "Otherwise")),
        widget=forms.RadioSelect,
        error_messages={"required": "Select how it came"},
    )
    received_on = DayField(
        what="The day of receipt",
        label="On which day did the body receive it?",
        hint="The days for the answer are counted from it. For example, 27 3 2026",
    )
    name = WordsField(
        label="Who asks?",
        help_text="Their real name. Without one it is no valid request yet (s.8): leave it empty then.",
        required=False,
        max_length=300,
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    address = WordsField(
        label="Their e-mail address",
        required=False,
        max_length=254,
        widget=forms.EmailInput({"autocomplete": "off", "spellcheck": "false"}),
    )
    postal = WordsField(
        label="Their postal address",
        required=False,
        max_length=2_000,
        widget=forms.Textarea({"rows": 4, "autocomplete": "off"}),
    )
    kind = forms.ChoiceField(
        label="What do they ask for?",
        choices=_KINDS,
        initial="information",
        widget=forms.RadioSelect,
    )
    language = forms.ChoiceField(
        label="In which language?",
        choices=(("en", "English"), ("cy", "Cymraeg")),
        initial="en",
        widget=forms.RadioSelect,
    )
    text = WordsField(
        label="The words of the request",
        help_text=f"As they stand in the letter: up to {LONGEST_TEXT:,} characters.",
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 12}),
    )
    answer_as = WordsField(
        label="In which form would they like the answer? (optional)", required=False, max_length=300
    )
    scans = FilesField(
        label="Scans (optional)",
        help_text=f"Up to {MOST_FILES} files, {MOST_BYTES // 1_000_000} MB in all. They are kept as they are.",
        required=False,
    )

    def clean_address(self) -> str:
        """Return the e-mail address, if it has the form of one."""
        address = str(self.cleaned_data["address"]).strip()
        parts = address.split("@")
        if address and (len(address.split()) > 1 or len(parts) != 2 or not all(parts)):  # noqa: PLR2004 name and host
            raise forms.ValidationError("Enter an e-mail address like name@example.com")
        return address

    def clean_scans(self) -> "Sequence[UploadedFile[Any]]":
        """Return the scans, unless they are too much: they would all be held in memory first."""
        scans: Sequence[UploadedFile[Any]] = self.cleaned_data["scans"]
        refusal = why_too_much(len(scans), sum(one.size or 0 for one in scans))
        if refusal:
            raise forms.ValidationError(refusal)
        return scans


@require_http_methods(["GET", "HEAD", "POST"])
def new_request(request: HttpRequest) -> HttpResponse:
    """Enter a request, warn where the same came in today, and go on to its page."""
    doing = doing_of(request, Move.TAKE_IN)
    data = posted(request)
    if data is None:
        form = EntryForm(initial={"key": secrets.token_urlsafe(18)})
        return staff_page(request, "casework/new_request.html", {"form": form})
    form = EntryForm(data, request.FILES)
    if not form.is_valid():
        return _again(request, form, status=_WRONG)
    return _enter(request, form, doing)


def _enter(request: HttpRequest, form: EntryForm, doing: Doing) -> HttpResponse:
    said = form.cleaned_data
    try:
        reference = enter_request(
            _form(said),
            channel=said["channel"],
            key=said["key"],
            doing=doing,
            is_sure="is_sure" in request.POST,
        )
    except EntryRefused as refusal:
        form.add_error(refusal.field, str(refusal))
        return _again(request, form, status=_WRONG)
    except EnteredBefore as before:
        return _again(request, form, status=_CONFLICT, before=before.reference)
    messages.success(request, f"Request {reference} was taken in")
    return HttpResponseRedirect(reverse("request", args=[reference]))


def _again(request: HttpRequest, form: EntryForm, *, status: int, before: str = "") -> HttpResponse:
    """Show what was typed again; files are not kept by any browser, and have to be chosen again."""
    context = {"form": form, "had_files": bool(request.FILES), "before": before}
    return staff_page(request, "casework/new_request.html", context, status=status)


def _form(said: dict[str, Any]) -> RequestForm:
    return RequestForm(
        name=said["name"],
        address=said["address"],
        postal=said["postal"].replace("\r\n", "\n"),
        text=said["text"],
        language=said["language"],
        received_on=said["received_on"],
        kind=said["kind"],
        answer_as=said["answer_as"],
        files=tuple(
            MailFile(storable(one.name or "scan"), one.content_type or "", one.read())
            for one in said["scans"]
        ),
    )
