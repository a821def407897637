"""Give a file to be loaded as a snapshot, and see what becomes of it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from answerable.actions.casework import Doing
from answerable.actions.registers.loading import LoadRefused, give_file
from answerable.domain.roles import Move
from answerable.queries.registers.browsing import registers_for
from answerable.queries.registers.loads import load_of
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import Refusal
from answerable.web.registers.forms import LoadForm
from answerable.web.staff import posted, staff_page

_STATES = {
    "waiting": ("Waiting", "grey"),
    "loading": ("Being loaded", "blue"),
    "loaded": ("Loaded", "green"),
    "refused": ("Refused", "red"),
}


@require_http_methods(["GET", "HEAD", "POST"])
def new_load(request: HttpRequest) -> HttpResponse:
    """Ask for a file, and take it in."""
    doing = doing_of(request, Move.LOAD_REGISTER)
    known = [(row.register.name, row.register.title) for row in registers_for(doing.by)]
    form = LoadForm(known, posted(request), request.FILES or None)
    form.initial["register"] = request.GET.get("register", "")
    refusal = Refusal()
    if form.is_bound and form.is_valid():
        try:
            number = _given(form, doing)
        except LoadRefused as problem:
            refusal = Refusal(str(problem), 409)
        else:
            messages.success(request, "The file is taken in, and is loaded in the background")
            return redirect("register-load", number)
    context = {"form": form, "problems": refusal.problems}
    status = 422 if form.errors else refusal.status
    return staff_page(request, "registers/new.html", context, status=status)


@require_safe
def one_load(request: HttpRequest, number: int) -> HttpResponse:
    """Show how far a load is, and what was wrong with its rows."""
    doing_of(request, Move.LOAD_REGISTER)
    load = load_of(number)
    if load is None:
        raise Http404
    words, colour = _STATES[load.state]
    context = {"load": load, "words": words, "colour": colour}
    return staff_page(request, "registers/load.html", context)


def _given(form: LoadForm, doing: Doing) -> int:
    said = form.cleaned_data
    file = said["file"]
    return give_file(
        said["register"], str(file.name), file.chunks(), as_at=said["as_at"], doing=doing
    )
