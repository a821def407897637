"""The directory of other bodies, and how a question is sent on to one of them."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from answerable.actions.casework import Doing
from answerable.actions.casework.bodies.keeping import (
    BodyRefused,
    add_body,
    change_body,
    restore_body,
    retire_body,
)
from answerable.domain.roles import NO_REQUEST, Move, MoveNotAllowed, why_not
from answerable.queries.accounts import person_names
from answerable.queries.casework.bodies import BodyRow, bodies, body_row
from answerable.queries.casework.transfers import transfer_page
from answerable.web.casework.addresses import label_of, label_part
from answerable.web.casework.bodies.forms import BodyForm, body_initial
from answerable.web.casework.doing import doing_of, refused
from answerable.web.casework.seeing import check_sees
from answerable.web.staff import staff_page

_LONGEST_SEARCH = 200


@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    """List other bodies, or those whose name or area has some words."""
    doing = _doing(request)
    words = request.GET.get("words", "")[:_LONGEST_SEARCH].replace("\0", "")
    context = {
        "bodies": bodies(words),
        "words": words,
        "refusal": refused(doing.by, Move.KEEP_DIRECTORY),
    }
    return staff_page(request, "casework/bodies.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new_body(request: HttpRequest) -> HttpResponse:
    """Put a body into the directory."""
    doing = _doing(request)
    form = BodyForm(request.POST or None)
    if form.is_valid():
        try:
            add_body(form.entry, doing=doing)
        except (BodyRefused, MoveNotAllowed) as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, f"{form.entry.name} can be chosen now")
            return redirect("other-bodies")
    context = {"form": form, "refusal": refused(doing.by, Move.KEEP_DIRECTORY)}
    return staff_page(request, "casework/new_body.html", context, 422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def body(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a body, change its entry, retire it, or take it up again."""
    doing = _doing(request)
    row = body_row(slug)
    if row is None:
        raise Http404
    if request.method != "POST":
        return _page(request, row, BodyForm(initial=body_initial(row)), doing)
    do = request.POST.get("do", "")
    form = BodyForm(request.POST if do == "change" else None, initial=body_initial(row))
    try:
        done = _done(do, row, form, doing)
    except (BodyRefused, MoveNotAllowed) as problem:
        if not form.is_bound:
            messages.error(request, str(problem))
            return redirect("other-body", slug)
        form.add_error(None, str(problem))
        done = ""
    if not done:
        return _page(request, row, form, doing)
    messages.success(request, done)
    return redirect("other-body", slug)


@require_safe
def transfer(request: HttpRequest, reference: str, part: str) -> HttpResponse:
    """Show how a question is sent on, and its words to whoever sends them by hand."""
    doing = doing_of(request)
    found = transfer_page(reference, label_of(part))
    if found is None:
        check_sees(doing.by, NO_REQUEST)
        raise Http404
    check_sees(doing.by, found.situation)
    may_read = not why_not(Move.READ_LETTER, actor=doing.by, situation=found.situation)
    context = {
        "found": found,
        "part": label_part(found.label),
        "text": found.text if may_read else found.blind,
        "may_read": may_read,
    }
    return staff_page(request, "casework/transfer.html", context)


def _done(do: str, row: BodyRow, form: BodyForm, doing: Doing) -> str:
    """Do what was asked for, and return what was done; nothing if it cannot be understood."""
    if do == "retire":
        retire_body(row.slug, doing=doing)
        return f"{row.name} can be chosen no more"
    if do == "restore":
        restore_body(row.slug, doing=doing)
        return f"{row.name} can be chosen again"
    if not form.is_valid():
        return ""
    change_body(row.slug, form.entry, doing=doing)
    return f"The entry of {form.entry.name} was changed"


def _doing(request: HttpRequest) -> Doing:
    """Return who does something: somebody with a part in requests, or in keeping the directory."""
    doing = doing_of(request)
    if refused(doing.by, Move.KEEP_DIRECTORY):
        check_sees(doing.by, NO_REQUEST)
    return doing


def _page(request: HttpRequest, row: BodyRow, form: BodyForm, doing: Doing) -> HttpResponse:
    context = {
        "body": row,
        "form": form,
        "changed_by": person_names([row.changed_by]).get(row.changed_by, ""),
        "refusal": refused(doing.by, Move.KEEP_DIRECTORY),
    }
    return staff_page(request, "casework/body.html", context, 422 if form.errors else 200)
