"""Service standards for staff: the list with its charts, one with its months, and what is done with it."""

import json
from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_http_methods, require_safe

from answerable.actions.casework import Doing
from answerable.actions.standards.months import enter_figure
from answerable.actions.standards.promises import (
    MonthWords,
    Promise,
    PromiseNotFound,
    PromiseRefused,
    change_target,
    end_standard,
    explain_month,
    make_standard,
    tie_elements,
)
from answerable.domain.assurance.promises import Aim, FigureUnit, NotAMonth, month_written
from answerable.domain.assurance.quotations import WordsRefused
from answerable.domain.roles import Move, MoveNotAllowed
from answerable.publishing.charts import Chart, Series, line_chart
from answerable.publishing.csv_files import cells_as_csv
from answerable.queries.standards.frameworks import frameworks_in_use
from answerable.queries.standards.promises import (
    StandardRow,
    flagged_elements,
    service_standard,
    service_standards,
)
from answerable.queries.standards.public_words import words_to_decide
from answerable.web.casework.doing import doing_of, refused
from answerable.web.casework.moving import Refusal
from answerable.web.staff import posted, staff_page
from answerable.web.standards.promise_forms import (
    EndForm,
    EnterForm,
    ExplainForm,
    NewStandardForm,
    TargetForm,
    TiesForm,
)

_COLUMNS = (
    "standard",
    "month",
    "figure",
    "target",
    "met",
    "numerator",
    "denominator",
    "as_at",
    "explanation",
    "action",
)
_THOUSAND = 1000


@require_safe
def every_standard(request: HttpRequest) -> HttpResponse:
    """Show the service standards with their last twelve months, and the elements that a missed target flags."""
    doing = doing_of(request, Move.SEE_STANDARDS)
    rows = service_standards(today=doing.on)
    flags = [
        (framework.name, found)
        for key, framework in frameworks_in_use().items()
        if (found := flagged_elements(key, today=doing.on))
    ]
    context = {
        "rows": [(one, _chart(one)) for one in rows],
        "flags": flags,
        "may_keep": not refused(doing.by, Move.KEEP_PROMISES),
    }
    return staff_page(request, "standards/promises/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new_standard(request: HttpRequest) -> HttpResponse:
    """Make a service standard."""
    doing = doing_of(request, Move.KEEP_PROMISES)
    form = NewStandardForm(posted(request))
    refusal = Refusal()
    if request.method == "POST" and form.is_valid():
        said = {**form.cleaned_data, "aim": Aim(form.cleaned_data["aim"])}
        try:
            slug = make_standard(Promise(**said), doing=doing)
        except PromiseRefused as problem:
            refusal = Refusal(str(problem), 409)
        else:
            messages.success(request, "The service standard was made")
            return redirect("service-standard", slug)
    context = {"form": form, "problems": refusal.problems}
    status = 422 if form.errors else refusal.status
    return staff_page(request, "standards/promises/new.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def one_standard(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a standard with all its months; change its target, end it, tie it, enter a figure."""
    doing = doing_of(request, Move.SEE_STANDARDS)
    row = _row(slug, doing)
    known = [(one.key, one.name) for one in frameworks_in_use().values()]
    do = request.POST.get("do", "")
    tied = " ".join(element for _, element in row.ties)
    made: dict[str, Callable[[Any], forms.Form]] = {
        "target": lambda data: TargetForm(data, source=row.source, prefix="target"),
        "end": lambda data: EndForm(data, prefix="end"),
        "tie": lambda data: TiesForm(
            data, frameworks=known, initial={"elements": tied}, prefix="tie"
        ),
        "enter": lambda data: EnterForm(data, source=row.source, prefix="enter"),
    }
    shown = {name: make(request.POST if do == name else None) for name, make in made.items()}
    refusal = Refusal()
    if request.method == "POST":
        refusal = _done(slug, do, shown, doing)
        if not refusal.words and not (do in shown and shown[do].errors):
            messages.success(request, "It was kept")
            return redirect("service-standard", slug)
    context = {
        "row": row,
        "chart": _chart(row),
        "forms": shown,
        "form": shown.get(do),
        "problems": refusal.problems,
        "may_keep": not refused(doing.by, Move.KEEP_PROMISES),
        "may_publish": not refused(doing.by, Move.PUBLISH_STANDARDS),
    }
    status = 422 if do in shown and shown[do].errors else refusal.status
    return staff_page(request, "standards/promises/one.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def one_month(request: HttpRequest, slug: str, month: str) -> HttpResponse:
    """Say why a month missed its target, and what is done about it."""
    doing = doing_of(request, Move.KEEP_PROMISES)
    row = _row(slug, doing)
    try:
        first = month_written(month)
    except NotAMonth as problem:
        raise Http404(str(problem)) from problem
    found = next((one for one in row.months if one.month == first), None)
    if found is None:
        raise Http404
    names = ("told", "told_cy", "action", "action_cy")
    typed = tuple(request.POST.get(name, "").strip() for name in names)
    form = ExplainForm(
        posted(request),
        initial={name: getattr(found, name) for name in names},
        # Everybody reads the words of a published standard at once: what they may give away is asked about first.
        found=words_to_decide(slug, typed) if row.is_public else (),
    )
    refusal = Refusal()
    if request.method == "POST" and form.is_valid():
        words = MonthWords(**{name: form.cleaned_data[name] for name in names})
        try:
            explain_month(slug, first, words, doing=doing, confirmed=form.confirmed)
        except WordsRefused as problem:
            refusal = Refusal(str(problem), 409, "id_told")
        else:
            messages.success(request, "The explanation was kept")
            return redirect("service-standard", slug)
    context = {
        "row": row,
        "month": found,
        "form": form,
        "finds": form.finds,
        "problems": refusal.problems,
    }
    status = 422 if form.errors else refusal.status
    return staff_page(request, "standards/promises/month.html", context, status=status)


@require_safe
def standards_csv(request: HttpRequest) -> HttpResponse:
    """Give every month of every standard as CSV."""
    body = b"".join(cells_as_csv(_COLUMNS, _lines(request)))
    return _file(body, "csv", "text/csv; charset=utf-8")


@require_safe
def standards_json(request: HttpRequest) -> HttpResponse:
    """Give every month of every standard as JSON."""
    data = [dict(zip(_COLUMNS, line, strict=True)) for line in _lines(request)]
    return _file(
        f"{json.dumps(data, ensure_ascii=False, indent=1)}\n".encode(), "json", "application/json"
    )


def _lines(request: HttpRequest) -> list[tuple[str, ...]]:
    doing = doing_of(request, Move.SEE_STANDARDS)
    rows = service_standards(today=doing.on, most=1200)
    return [(one.name, *_cells(month)) for one in rows for month in one.months]


def _file(body: bytes, form: str, kind: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="service-standards.{form}"'}
    return HttpResponse(body, content_type=kind, headers=headers)


def _row(slug: str, doing: Doing) -> StandardRow:
    row = service_standard(slug, today=doing.on)
    if row is None:
        message = f"There is no service standard {slug!r}"
        raise Http404(message)
    return row


def _done(slug: str, do: str, shown: dict[str, forms.Form], doing: Doing) -> Refusal:
    """Do what a button says; return why not, if it is refused."""
    form = shown.get(do)
    if form is None:
        return Refusal("Choose what to do", 422)
    if not form.is_valid():
        return Refusal()
    said = form.cleaned_data
    acts: dict[str, Callable[[], None]] = {
        "target": lambda: change_target(
            slug, said["target"], from_month=said["from_month"], doing=doing
        ),
        "end": lambda: end_standard(slug, last_month=said["last_month"], doing=doing),
        "tie": lambda: tie_elements(
            slug, said["framework"], said["elements"].replace(",", " ").split(), doing=doing
        ),
        "enter": lambda: enter_figure(slug, said["month"], said["figure"], doing=doing),
    }
    try:
        acts[do]()
    except MoveNotAllowed as refusal:
        return Refusal(str(refusal), 403)
    except (PromiseRefused, PromiseNotFound) as refusal:
        return Refusal(str(refusal), 409)
    return Refusal()


def _chart(row: StandardRow) -> SafeString | None:
    """Return the picture of the last twelve months, where there are at least two figures."""
    months = row.months[-12:]
    if sum(one.value is not None for one in months) < 2:  # noqa: PLR2004 one alone shows no course
        return None
    chart = Chart(
        ident=row.slug,
        title=row.name,
        description="The table holds the same figures.",
        places=tuple(f"{one.month:%b %y}" for one in months),
        series=(
            Series(
                "Figure",
                tuple(None if one.value is None else one.value / _THOUSAND for one in months),
            ),
        ),
        unit=str(row.source.unit),
        top=100 if row.source.unit is FigureUnit.PER_CENT else None,
    )
    # Words are escaped where the chart is drawn.
    return mark_safe(line_chart(chart))  # noqa: S308 see above


def _cells(month: Any) -> tuple[str, ...]:
    met = {True: "yes", False: "no", None: ""}[month.is_met]
    counts = ("" if one is None else str(one) for one in (month.numerator, month.denominator))
    return (
        month.slug,
        month.figure or month.why_none,
        month.target,
        met,
        *counts,
        str(month.as_at),
        month.told,
        month.action,
    )
