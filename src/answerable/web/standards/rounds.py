"""Rounds of assessment for staff: which there were, what each gave, and a report that makes one."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from answerable.actions.casework import Doing
from answerable.actions.standards.reports import LARGEST_BYTES, ReportRefused, load_report
from answerable.actions.standards.rounds import close_round, make_round, set_levels
from answerable.domain.assurance.results import RoundRefused
from answerable.domain.roles import Move, MoveNotAllowed
from answerable.queries.standards.published import is_open_round
from answerable.queries.standards.rounds import WholeRound, every_round, whole_round
from answerable.web.casework.doing import doing_of, refused
from answerable.web.casework.moving import Refusal
from answerable.web.staff import posted, staff_page
from answerable.web.standards.choosing import framework_asked
from answerable.web.standards.forms import LevelsForm, ReportForm, RoundForm

_FEW = 12


@require_safe
def every(request: HttpRequest) -> HttpResponse:
    """List the rounds, the latest first."""
    doing = doing_of(request, Move.SEE_STANDARDS)
    context = {"rows": every_round(), "may_keep": not refused(doing.by, Move.KEEP_STANDARDS)}
    return staff_page(request, "standards/rounds.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Make a round without levels yet."""
    doing = doing_of(request, Move.KEEP_STANDARDS)
    framework = framework_asked(request)
    form = RoundForm(posted(request), framework=framework)
    refusal = Refusal()
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            number = make_round(
                framework.key,
                kind=said["kind"],
                by=said["by"],
                held_on=said["held_on"],
                doing=doing,
            )
        except RoundRefused as problem:
            refusal = Refusal(str(problem), 409)
        else:
            messages.success(request, "The round was made: give its elements their levels")
            return redirect("assessment-round", number)
    context = {"form": form, "framework": framework, "problems": refusal.problems}
    status = 422 if form.errors else refusal.status
    return staff_page(request, "standards/round_new.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def load(request: HttpRequest) -> HttpResponse:
    """Make the round of an assessor's report."""
    doing = doing_of(request, Move.KEEP_STANDARDS)
    is_posted = request.method == "POST"
    form = ReportForm(request.POST, request.FILES) if is_posted else ReportForm()
    refusal = Refusal()
    if is_posted and form.is_valid():
        given = form.cleaned_data["file"]
        try:
            # A byte more than the largest is enough to be refused as too large.
            data = given.read(LARGEST_BYTES + 1)
            loaded = load_report(given.name, data, doing=doing)
        except ReportRefused as problem:
            refusal = Refusal(str(problem), 422)
        else:
            words = "The round was made" if loaded.is_new else "This report was loaded before"
            messages.success(request, words)
            return redirect("assessment-round", loaded.round_id)
    context = {"form": form, "problems": refusal.problems}
    status = 422 if form.errors else refusal.status
    return staff_page(request, "standards/report.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, number: int) -> HttpResponse:
    """Show a round beside the one before; give levels while it is open, and close it."""
    doing = doing_of(request, Move.SEE_STANDARDS)
    found = whole_round(number)
    if found is None:
        message = f"There is no round {number}"
        raise Http404(message)
    given = {one.element.number: one.level.key for one in found.levels if one.level}
    # Without names in front: the fields are called by the elements' numbers.
    form = LevelsForm(posted(request), framework=found.framework, given=given)
    refusal = Refusal()
    if request.method == "POST":
        refusal = _done(request.POST.get("do", ""), found, form, given, doing)
        if not refusal.words and not form.errors:
            messages.success(request, "It was kept")
            return redirect("assessment-round", number)
    without = [one.element.number for one in found.levels if not one.level]
    context = {
        "found": found,
        # A round that is entered by hand begins with none; of a report's, these are the ones to choose.
        "without": without if len(without) <= _FEW else [],
        "form": form,
        "problems": refusal.problems,
        "may_keep": not refused(doing.by, Move.KEEP_STANDARDS),
        "may_publish": not refused(doing.by, Move.PUBLISH_STANDARDS),
        "is_public": is_open_round(number),
    }
    status = 422 if form.errors else refusal.status
    return staff_page(request, "standards/round.html", context, status=status)


def _done(
    do: str, found: WholeRound, form: LevelsForm, given: dict[str, str], doing: Doing
) -> Refusal:
    """Do what a button says; return why not, if it is refused."""
    if do not in ("levels", "close"):
        return Refusal("Choose what to do", 422)
    try:
        if do == "close":
            close_round(found.row.number, doing=doing)
        elif form.is_valid():
            changed = {
                element: level
                for element, level in form.cleaned_data.items()
                if level != given.get(element, "")
            }
            set_levels(found.row.number, changed, doing=doing)
    except MoveNotAllowed as refusal:
        return Refusal(str(refusal), 403)
    except RoundRefused as refusal:
        return Refusal(str(refusal), 409)
    return Refusal()
