"""What is asked of information owners about a question, and what comes back."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from answerable.actions.casework import Doing, RequestNotFound
from answerable.actions.casework.contributing import (
    Asking,
    ContributionRefused,
    ask_again,
    ask_owner,
    remind_owner,
    withdraw_contribution,
)
from answerable.domain.roles import MoveNotAllowed, Stage
from answerable.queries.casework.contributions import (
    ContributionRow,
    QuestionContributions,
    contributed_file,
    judged_files,
    question_contributions,
)
from answerable.queries.casework.names import question_name
from answerable.queries.casework.owners import owners
from answerable.queries.casework.suggesting import owners_suggested
from answerable.web.casework.addresses import label_of, label_part
from answerable.web.casework.doing import doing_of
from answerable.web.casework.owner_forms import AgainForm, AskForm
from answerable.web.casework.seeing import check_sees
from answerable.web.files import file_to_save
from answerable.web.staff import staff_page
from answerable.web.tags import Tag

_COLOURS = {"asked": "blue", "answered": "green", "declined": "orange", "withdrawn": "grey"}
_REFUSALS = (ContributionRefused, MoveNotAllowed, RequestNotFound)


@dataclass(frozen=True, slots=True)
class Listed:
    """A contribution as a list shows it, with the part of its address that names the question."""

    row: ContributionRow
    part: str
    name: str
    tag: Tag


def listed(row: ContributionRow) -> Listed:
    """Return a contribution as lists show it."""
    tag = Tag("Overdue", "red") if row.is_overdue else Tag(row.state.title(), _COLOURS[row.state])
    return Listed(row, label_part(row.label), question_name(row.reference, row.label), tag)


@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, reference: str, part: str) -> HttpResponse:
    """Show what was asked about a question, and ask another owner."""
    doing = doing_of(request)
    found = _found(reference, part, doing)
    form = AskForm(request.POST or None, initial={"words": found.text})
    form.offer(owners(viewer=doing.by, today=doing.on))
    if form.is_valid() and _is_done(form, lambda: _ask(found, form, doing)):
        messages.success(request, "Asked: the mail leaves by itself")
        return redirect("question-contributions", reference, part)
    context = {
        "found": found,
        "part": part,
        "name": question_name(found.reference, found.label),
        "rows": [listed(one) for one in found.rows if not one.is_external],
        "consulted": [listed(one) for one in found.rows if one.is_external],
        "suggested": owners_suggested(found.reference, found.label, viewer=doing.by),
        "form": form,
    }
    status = 422 if form.errors else 200
    return staff_page(request, "casework/contributions.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def contribution(request: HttpRequest, reference: str, part: str, number: int) -> HttpResponse:
    """Show one contribution with all that came back, and ask the same owner again."""
    doing = doing_of(request)
    found = _found(reference, part, doing)
    row = _row(found, number)
    form = AgainForm(request.POST or None, initial={"words": row.words})
    if form.is_valid() and _is_done(form, lambda: _ask_again(row, form, doing)):
        said = "Asked again: the mail leaves by itself, and the earlier link works no more"
        messages.success(request, said)
        return redirect("question-contribution", reference, part, number)
    context = {
        "found": found,
        "one": listed(row),
        "files": judged_files(row),
        "form": form,
        "remind_refusal": found.why_not_chase or row.why_not_remind,
        "withdraw_refusal": found.why_not_ask or row.why_not_withdraw,
        "may_use": bool(row.text) and found.stage == Stage.OPEN,
    }
    status = 422 if form.errors else 200
    return staff_page(request, "casework/contribution.html", context, status=status)


@require_POST
def reminder(request: HttpRequest, reference: str, part: str, number: int) -> HttpResponse:
    """Remind an owner now."""
    doing = doing_of(request)
    row = _row(_found(reference, part, doing), number)
    try:
        remind_owner(row.reference, row.label, row.number, doing=doing)
    except _REFUSALS as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Reminded: the mail leaves by itself")
    return redirect("question-contribution", reference, part, number)


@require_POST
def withdrawal(request: HttpRequest, reference: str, part: str, number: int) -> HttpResponse:
    """Take a question back from an owner."""
    doing = doing_of(request)
    row = _row(_found(reference, part, doing), number)
    try:
        withdraw_contribution(row.reference, row.label, row.number, doing=doing)
    except _REFUSALS as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Withdrawn: a mail tells them")
    return redirect("question-contribution", reference, part, number)


@require_safe
def contribution_file(
    request: HttpRequest, reference: str, part: str, number: int, place: int
) -> HttpResponse:
    """Hand a file over that an owner gave: always to be saved, never to be shown by the browser."""
    doing = doing_of(request)
    _found(reference, part, doing)
    kept = contributed_file(reference, label_of(part), number, place, actor=doing.by)
    if kept is None:
        raise Http404
    return file_to_save(*kept)


def _found(reference: str, part: str, doing: Doing) -> QuestionContributions:
    """Return a question with its contributions.

    :raises Http404: if there is none, or its request is restricted to others.
    :raises PermissionDenied: if their roles have no part in requests.
    """
    found = question_contributions(reference, label_of(part), actor=doing.by, today=doing.on)
    if found is None:
        raise Http404
    check_sees(doing.by, found.situation)
    return found


def _row(found: QuestionContributions, number: int) -> ContributionRow:
    row = next((one for one in found.rows if one.number == number), None)
    if row is None:
        raise Http404
    return row


def _ask(found: QuestionContributions, form: AskForm, doing: Doing) -> None:
    owner = form.cleaned_data["owner"]
    ask_owner(found.reference, found.label, owner, _asking(form), doing=doing)


def _ask_again(row: ContributionRow, form: AgainForm, doing: Doing) -> None:
    ask_again(row.reference, row.label, row.number, _asking(form), doing=doing)


def _asking(form: AgainForm) -> Asking:
    said = form.cleaned_data
    return Asking(said["words"], said["due_on"], said["reason"])


def _is_done(form: AgainForm, do: Callable[[], None]) -> bool:
    """Do something; return whether it was done, and let the form say why not."""
    try:
        do()
    except _REFUSALS as refusal:
        form.add_error(None, str(refusal))
        return False
    return True
