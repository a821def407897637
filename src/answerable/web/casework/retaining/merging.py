"""Merge a request with another one of the same person."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.actions.casework.merging import merge_requests
from answerable.domain.roles import Move, why_not
from answerable.queries.casework.linked import linked_requests
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import Refusal, done_or_refused, seen_case
from answerable.web.staff import posted, staff_page


class MergeForm(forms.Form):
    """Which request is the duplicate."""

    duplicate = forms.CharField(
        label="Reference of the duplicate",
        help_text="It is closed, and what is only in it comes over to this request",
        max_length=20,
        error_messages={"required": "Enter the reference of the duplicate"},
    )


@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask which request is the duplicate, and merge it into this one."""
    doing = doing_of(request)
    found = seen_case(reference, doing)
    form, refusal = MergeForm(posted(request)), Refusal()
    if form.is_valid():
        duplicate = form.cleaned_data["duplicate"].strip()
        refusal = done_or_refused(
            lambda: merge_requests(reference, duplicate, doing=doing), place="id_duplicate"
        )
        if not refusal.words:
            messages.success(request, f"{duplicate} was merged into this request")
            return redirect("request", reference)
    context = {
        "found": found,
        "form": form,
        "linked": linked_requests(reference, viewer=doing.by, table=doing.table),
        "problems": refusal.problems,
        "refusal": why_not(Move.MERGE_REQUESTS, actor=doing.by, situation=found.situation),
    }
    return staff_page(request, "casework/merge.html", context, status=refusal.status)
