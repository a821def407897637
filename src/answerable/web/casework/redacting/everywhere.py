"""The page on which words are marked wherever they stand, once somebody saw in how many places that is."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.actions.casework import Doing
from answerable.actions.casework.redacting.everywhere import mark_everywhere, words_sought
from answerable.domain.law.limbs import limbs
from answerable.domain.roles import Move, why_not
from answerable.queries.casework.redacting.seen import redaction_seen
from answerable.queries.casework.redacting.words import FoundIn, found_in_files
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import Refusal, seen_case
from answerable.web.casework.redacting.acting import last_ground
from answerable.web.casework.redacting.forms import EverywhereForm
from answerable.web.casework.redacting.refusing import refusal_of
from answerable.web.casework.redacting.showing import seen_file
from answerable.web.staff import posted, staff_page

_NOT_TYPED = 422


@require_http_methods(["GET", "HEAD", "POST"])
def everywhere_page(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Count in how many places words stand, and mark all of them. What is sought never stands in an address."""
    doing = doing_of(request)
    found = seen_case(reference, doing)
    file = seen_file(reference, number)
    form = EverywhereForm(posted(request), initial=last_ground(redaction_seen(file.number)))
    refusal, counted = Refusal(), None
    if form.is_bound and not form.is_valid():
        refusal = Refusal(status=_NOT_TYPED)
    elif form.is_bound:
        results: list[tuple[FoundIn, ...]] = []
        do = request.POST.get("do", "")
        refusal = refusal_of(lambda: results.append(_done(do, reference, number, form, doing)))
        if results and do == "mark":
            messages.success(request, f"Marked: {_in_words(results[0])}")
            return redirect("file-redaction", reference, number)
        counted = results[0] if results else None
    context: dict[str, Any] = {
        "found": found,
        "file": file,
        "form": form,
        "limbs": limbs(),
        "problems": refusal.problems,
        "counted": counted,
        "in_words": _in_words(counted) if counted is not None else "",
        "refusal": why_not(Move.MARK_REDACTION, actor=doing.by, situation=found.situation),
    }
    return staff_page(request, "casework/redacting/everywhere.html", context, status=refusal.status)


def _done(
    do: str, reference: str, number: int, form: EverywhereForm, doing: Doing
) -> tuple[FoundIn, ...]:
    said = form.cleaned_data
    sought = words_sought(said["words"], as_names=said["as_names"])
    file = number if said["where"] == "file" else None
    match do:
        case "count":
            return found_in_files(reference, sought, file=file)
        case "mark":
            return mark_everywhere(reference, sought, form.ground, file=file, doing=doing)
        case _:
            raise BadRequest


def _in_words(found: tuple[FoundIn, ...]) -> str:
    """Return in how many places of how many files something stands that is not marked yet."""
    places = sum(one.count for one in found)
    files = sum(bool(one.count) for one in found)
    return f"{places} place{'' if places == 1 else 's'} in {files} file{'' if files == 1 else 's'}"
