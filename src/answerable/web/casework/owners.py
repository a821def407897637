"""The list of information owners: who can be asked, and what each has to answer."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from answerable.actions.casework import Doing
from answerable.actions.casework.owners import OwnerRefused, add_owner, change_owner, end_owner
from answerable.domain.roles import NO_REQUEST, Move, MoveNotAllowed
from answerable.queries.casework.contributions import contributions_of_owner
from answerable.queries.casework.owners import OwnerRow, owner_row, owners
from answerable.web.casework.contributions import listed
from answerable.web.casework.doing import doing_of, refused
from answerable.web.casework.owner_forms import NewOwnerForm, OwnerForm
from answerable.web.casework.seeing import check_sees
from answerable.web.staff import staff_page


@require_safe
def everyone(request: HttpRequest) -> HttpResponse:
    """List information owners with what each has to answer."""
    doing = _doing(request)
    context = {
        "owners": owners(viewer=doing.by, today=doing.on, with_ended=True),
        "refusal": refused(doing.by, Move.KEEP_OWNERS),
    }
    return staff_page(request, "casework/owners.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new_owner(request: HttpRequest) -> HttpResponse:
    """Put somebody on the list."""
    doing = _doing(request)
    form = NewOwnerForm(request.POST or None)
    refusal = refused(doing.by, Move.KEEP_OWNERS)
    if form.is_valid():
        said = form.cleaned_data
        try:
            add_owner(
                said["email"],
                name=said["name"],
                area=said["area"],
                is_external=said["is_external"],
                doing=doing,
            )
        except OwnerRefused as problem:
            form.add_error("email", str(problem))
        except MoveNotAllowed as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, f"{said['name']} can be asked now")
            return redirect("information-owners")
    context = {"form": form, "refusal": refusal}
    return staff_page(request, "casework/new_owner.html", context, status=_status(form))


@require_http_methods(["GET", "HEAD", "POST"])
def owner(request: HttpRequest, email: str) -> HttpResponse:
    """Show somebody on the list, what they were asked, and change their entry."""
    doing = _doing(request)
    row = _found(email, doing)
    initial = {"name": row.name, "area": row.area, "is_external": row.is_external}
    form = OwnerForm(request.POST or None, initial=initial)
    if form.is_valid():
        said = form.cleaned_data
        try:
            change_owner(
                row.email,
                name=said["name"],
                area=said["area"],
                is_external=said["is_external"],
                doing=doing,
            )
        except (OwnerRefused, MoveNotAllowed) as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, f"The entry of {said['name']} was changed")
            return redirect("information-owner", row.email)
    return _page(request, row, form, doing)


@require_POST
def ending(request: HttpRequest, email: str) -> HttpResponse:
    """Let somebody be asked no more."""
    doing = _doing(request)
    row = _found(email, doing)
    try:
        end_owner(row.email, doing=doing)
    except (OwnerRefused, MoveNotAllowed) as refusal:
        messages.error(request, str(refusal))
        return redirect("information-owner", row.email)
    messages.success(request, f"{row.name} can be asked no more")
    return redirect("information-owners")


def _doing(request: HttpRequest) -> Doing:
    """Return who does something: somebody with a part in requests, or in keeping the list."""
    doing = doing_of(request)
    if refused(doing.by, Move.KEEP_OWNERS):
        check_sees(doing.by, NO_REQUEST)
    return doing


def _found(email: str, doing: Doing) -> OwnerRow:
    row = owner_row(email, viewer=doing.by, today=doing.on)
    if row is None:
        raise Http404
    return row


def _page(request: HttpRequest, row: OwnerRow, form: OwnerForm, doing: Doing) -> HttpResponse:
    asked = contributions_of_owner(row.email, actor=doing.by, today=doing.on)
    refusal = refused(doing.by, Move.KEEP_OWNERS)
    ended = "" if row.is_active else f"{row.name} can be asked no more already"
    waits = "They have still something to answer: wait for that, or let the officer withdraw it"
    context = {
        "owner": row,
        "form": form,
        "refusal": refusal,
        "end_refusal": refusal or ended or (waits if row.waiting else ""),
        "rows": [listed(one) for one in asked],
    }
    return staff_page(request, "casework/owner.html", context, status=_status(form))


def _status(form: OwnerForm) -> int:
    return 422 if form.errors else 200
