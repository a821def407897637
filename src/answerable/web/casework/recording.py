"""Record what happened to a request: events of its clock, its validity, notes, messages."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from answerable.actions import casework
from answerable.actions.casework import Doing
from answerable.domain.clock import Event, EventKind
from answerable.domain.roles import Move, why_not
from answerable.queries.casework.intake import message_file
from answerable.web.casework.addresses import label_of, label_part
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import Refusal, done_or_refused, seen_case
from answerable.web.casework.words import capital
from answerable.web.files import file_to_save
from answerable.web.forms import DayField
from answerable.web.staff import staff_page

_KINDS = tuple(
    kind
    for kind in EventKind
    # A change of regime and a part split off are actions of their own, with letters.
    if kind not in (EventKind.REGIME_CHANGED, EventKind.PART_SPLIT_OFF)
)


class EventForm(forms.Form):
    """Something that happened to questions on a day."""

    kind = forms.ChoiceField(
        label="What happened",
        choices=[(one.value, capital(one.words)) for one in _KINDS],
        error_messages={"required": "Choose what happened"},
    )
    on = DayField(what="The day it happened", label="When", hint="For example 27 3 2026")
    until = DayField(
        what="The date that the notice gave",
        label="Until when",
        hint="Only for a notice of an extension: the date that it gave",
        required=False,
    )

    def event(self) -> Event:
        """Return the event as it is typed."""
        said = self.cleaned_data
        return Event(EventKind(said["kind"]), said["on"], until=said["until"])


class ValidityForm(forms.Form):
    """Whether what came is a request for information."""

    validity = forms.ChoiceField(
        label="Is it a request for information?",
        choices=[
            (
                "valid",
                "Yes: it is in writing, gives a name and an address, and says what is wanted",
            ),
            ("unclear", "It is not clear what is wanted: ask, for the parts that are unclear"),
            ("no request", "No: it asks for nothing that is recorded"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether it is a request for information"},
    )
    reason = forms.CharField(
        label="Why",
        help_text="Needed unless it is valid",
        max_length=4000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def events(request: HttpRequest, reference: str) -> HttpResponse:
    """Record what happened to questions of a request."""
    doing = doing_of(request)
    found = seen_case(reference, doing)
    form = EventForm(request.POST if request.method == "POST" else None)
    refusal = Refusal()
    if form.is_valid():
        labels = [label_of(part) for part in request.POST.getlist("question")]
        refusal = done_or_refused(
            lambda: casework.record_events(reference, labels, [form.event()], doing=doing),
            place="id_kind",
        )
        if not refusal.words:
            messages.success(request, "Recorded: the clock was counted again")
            return redirect("request", reference)
    context = {
        "found": found,
        "form": form,
        "questions": [(one, label_part(one.label)) for one in found.questions],
        "problems": refusal.problems,
        "refusal": why_not(Move.RECORD, actor=doing.by, situation=found.situation),
    }
    return staff_page(request, "casework/events.html", context, status=refusal.status)


@require_http_methods(["GET", "HEAD", "POST"])
def validity(request: HttpRequest, reference: str) -> HttpResponse:
    """Record whether what came is a request for information."""
    doing = doing_of(request)
    found = seen_case(reference, doing)
    initial = {"validity": found.validity, "reason": found.validity_reason}
    form = ValidityForm(request.POST if request.method == "POST" else None, initial=initial)
    refusal = Refusal()
    if form.is_valid():
        said = form.cleaned_data
        refusal = done_or_refused(
            lambda: casework.validate_request(
                reference, said["validity"], reason=said["reason"], doing=doing
            ),
            place="id_reason",
        )
        if not refusal.words:
            messages.success(request, "Recorded")
            return redirect("request", reference)
    context = {
        "found": found,
        "form": form,
        "problems": refusal.problems,
        "refusal": why_not(Move.VALIDATE, actor=doing.by, situation=found.situation),
    }
    return staff_page(request, "casework/validity.html", context, status=refusal.status)


@require_POST
def notes(request: HttpRequest, reference: str) -> HttpResponse:
    """Add a note for colleagues."""
    doing = doing_of(request)
    seen_case(reference, doing)
    text = request.POST.get("text", "")
    refusal = done_or_refused(lambda: casework.add_note(reference, text, doing=doing))
    if refusal.words:
        messages.error(request, refusal.words)
    return redirect("request", reference)


@require_POST
def incoming(request: HttpRequest, reference: str) -> HttpResponse:
    """Record that what came was looked at, or make it a request of its own."""
    doing = doing_of(request)
    seen_case(reference, doing)
    refusal = done_or_refused(lambda: _look(request, reference, doing))
    if refusal.words:
        messages.error(request, refusal.words)
    return redirect("request", reference)


def _look(request: HttpRequest, reference: str, doing: Doing) -> None:
    if request.POST.get("do") == "own":
        digest = request.POST.get("message", "")
        taken = casework.make_own_request(reference, digest, doing=doing)
        messages.success(request, f"It is request {taken.reference} now")
    else:
        casework.mark_seen(reference, doing=doing)
        messages.success(request, "Recorded that you looked at it")


@require_safe
def incoming_file(request: HttpRequest, reference: str, digest: str, place: int) -> HttpResponse:
    """Hand out a file that came with a message, as it came: never shown, always saved."""
    seen_case(reference, doing_of(request))
    found = message_file(reference, digest, place)
    if found is None:
        raise Http404
    return file_to_save(found.name, found.data)
