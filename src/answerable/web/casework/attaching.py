"""The files of a request that go out with its answer: attached, and how each stands."""

from dataclasses import replace

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from answerable.actions import casework
from answerable.actions.casework import AttachedFile, Doing
from answerable.domain.release.standing import Standing
from answerable.domain.roles import Move, MoveNotAllowed, why_not
from answerable.queries.accounts import person_names
from answerable.queries.casework.cases import CasePage
from answerable.queries.casework.files import contributed_files, file_data
from answerable.queries.casework.releasing.file_pages import file_rows, held_sentences
from answerable.web.casework.addresses import label_of, label_part
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import Refusal, done_or_refused, seen_case
from answerable.web.casework.releasing.showing import listed_file
from answerable.web.files import file_to_save
from answerable.web.staff import staff_page

_WHOLE_REQUEST = "*"


class FileForm(forms.Form):
    """A file for the answer, and to which question it belongs."""

    file = forms.FileField(
        label="File", error_messages={"required": "Choose a file", "empty": "The file is empty"}
    )
    question = forms.ChoiceField(label="It belongs to", required=False)


@require_http_methods(["GET", "HEAD", "POST"])
def files(request: HttpRequest, reference: str) -> HttpResponse:
    """Show the files of a request and how each stands; attach one."""
    doing = doing_of(request)
    found = seen_case(reference, doing)
    refusal = Refusal()
    if request.method == "POST":
        refusal = done_or_refused(lambda: _do(request, found, doing))
        if not refusal.words:
            messages.success(request, _DONE[request.POST.get("do", "").partition(":")[0]])
            return redirect("request-files", reference)
    form = FileForm()
    form.fields["question"] = forms.ChoiceField(
        label="It belongs to",
        choices=[
            (_WHOLE_REQUEST, "The whole request"),
            *((label_part(one.label), one.name) for one in found.questions),
        ],
    )
    rows = file_rows(reference)
    names = person_names(one.by for one in rows)
    context = {
        "found": found,
        "files": [listed_file(replace(one, by=names.get(one.by, one.by))) for one in rows],
        "waits": any(one.standing in _WAITS for one in rows),
        "held": held_sentences(reference),
        "form": form,
        "problems": refusal.problems,
        "contributed": contributed_files(reference),
        "refusals": {"attach": why_not(Move.ATTACH, actor=doing.by, situation=found.situation)},
    }
    return staff_page(request, "casework/files.html", context, status=refusal.status)


_WAITS = (Standing.NOT_INSPECTED, Standing.BEING_INSPECTED)
_DONE = {
    "attach": "Attached: it is being inspected",
    "contributed": "Attached: it is being inspected",
}


def _do(request: HttpRequest, found: CasePage, doing: Doing) -> None:
    do, _, about = request.POST.get("do", "").partition(":")
    match do:
        case "attach":
            casework.attach_file(found.reference, _label(request), _given(request), doing=doing)
        case "contributed":
            number, _, place = about.partition("/")
            casework.attach_contributed(found.reference, int(number), int(place), doing=doing)
        case _:
            raise ValueError(do)


def _label(request: HttpRequest) -> str | None:
    part = request.POST.get("question", _WHOLE_REQUEST)
    return None if part == _WHOLE_REQUEST else label_of(part)


def _given(request: HttpRequest) -> AttachedFile:
    given = request.FILES.get("file")
    if given is None:
        message = "Choose a file first"
        raise MoveNotAllowed(message)
    if (given.size or 0) > casework.LARGEST_FILE:
        message = f"A file has at most {casework.LARGEST_FILE // 1024**2} MB, or mail refuses it"
        raise MoveNotAllowed(message)
    return AttachedFile(given.name or "", given.content_type or "", given.read())


@require_safe
def file(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Hand out a file of a request to save it: it is never shown."""
    seen_case(reference, doing_of(request))
    found = file_data(reference, number)
    if found is None:
        raise Http404
    return file_to_save(*found)
