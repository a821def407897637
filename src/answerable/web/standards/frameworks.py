"""Load a framework for staff: choose its file, look at what it changes, and let it be in use."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from answerable.actions.casework import Doing
from answerable.actions.standards.loading import (
    LARGEST_FRAMEWORK,
    Offered,
    load_framework,
    read_framework,
)
from answerable.domain.measures.declarations import Misdeclared
from answerable.domain.roles import Move
from answerable.queries.standards.editions import editions_in_use, written_about
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import Refusal
from answerable.web.staff import staff_page
from answerable.web.standards.forms import FrameworkForm

_CHANGED = "Another edition was loaded meanwhile: look at what changes now"
_LONGEST_NAME = 300


@require_http_methods(["GET", "HEAD", "POST"])
def load(request: HttpRequest) -> HttpResponse:
    """Take a framework's file, show what it changes, and load it once that was looked at."""
    doing = doing_of(request, Move.KEEP_STANDARDS)
    if request.method == "POST" and request.POST.get("do") == "load":
        return _loaded(request, doing)
    is_posted = request.method == "POST"
    form = FrameworkForm(request.POST, request.FILES) if is_posted else FrameworkForm()
    if not (is_posted and form.is_valid()):
        return _asking(request, form, status=422 if form.errors else 200)
    given = form.cleaned_data["file"]
    # A byte more than the largest is enough to be refused as too large.
    name, data = str(given.name)[-_LONGEST_NAME:], given.read(LARGEST_FRAMEWORK + 1)
    try:
        offered = read_framework(name, data, doing=doing)
    except Misdeclared as problem:
        return _asking(request, FrameworkForm(), Refusal(str(problem), 422, "id_file"), 422)
    return _shown(request, offered, name, data)


def _loaded(request: HttpRequest, doing: Doing) -> HttpResponse:
    """Load what was shown, unless the edition beside which it was shown is in use no more."""
    name, text = request.POST.get("name", "")[-_LONGEST_NAME:], request.POST.get("text", "")
    data = text.encode("utf-8", "replace")
    try:
        offered = read_framework(name, data, doing=doing)
        if _version(offered) != request.POST.get("beside", ""):
            return _shown(request, offered, name, data, Refusal(_CHANGED, 409))
        key = load_framework(name, data, doing=doing)
    except Misdeclared as problem:
        return _asking(request, FrameworkForm(), Refusal(str(problem), 422, "id_file"), 422)
    messages.success(request, f"{offered.framework.name} {offered.framework.version} is in use")
    return redirect(f"{reverse('self-assessment')}?framework={key}")


def _asking(
    request: HttpRequest, form: FrameworkForm, refusal: Refusal | None = None, status: int = 200
) -> HttpResponse:
    context = {
        "form": form,
        "editions": editions_in_use(),
        "problems": refusal.problems if refusal else [],
    }
    return staff_page(request, "standards/framework.html", context, status=status)


def _shown(
    request: HttpRequest, offered: Offered, name: str, data: bytes, refusal: Refusal | None = None
) -> HttpResponse:
    gone = [one.number for one in offered.changes.gone] if offered.changes else []
    context = {
        "offered": offered,
        "is_same": offered.framework == offered.before,
        "written": written_about(offered.framework.key, gone),
        "name": name,
        "text": data.decode("utf-8-sig"),
        "beside": _version(offered),
        "problems": refusal.problems if refusal else [],
    }
    status = refusal.status if refusal else 200
    return staff_page(request, "standards/framework_changes.html", context, status=status)


def _version(offered: Offered) -> str:
    return offered.before.version if offered.before else ""
