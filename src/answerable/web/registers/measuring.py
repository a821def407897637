"""Measures for staff: which there are, what one comes to, and tables that were kept."""

import datetime as dt
import json
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_safe

from answerable.actions.casework import Doing
from answerable.actions.registers.keeping import GivesAway, keep_table, let_leave
from answerable.actions.registers.taking import note_figures_taken
from answerable.domain.measures.definitions import Measure, Parameter, ParameterKind
from answerable.domain.measures.parameters import ParameterRefused
from answerable.domain.measures.results import Result
from answerable.domain.roles import Move
from answerable.domain.suppression.controlling import CannotProtect
from answerable.domain.suppression.profiles import ProfileRefused
from answerable.domain.suppression.tables import said
from answerable.domain.suppression.withholding import QUESTIONS, NotAssessed
from answerable.measuring.computing.refusals import CannotCompute
from answerable.measuring.showing.csv_files import result_as_csv
from answerable.measuring.showing.tables import shown_table
from answerable.measuring.snapshots.store import NoSuchSnapshot
from answerable.queries.registers.beside import BesideKept, beside_of
from answerable.queries.registers.browsing import snapshots_of
from answerable.queries.registers.measuring import (
    Askable,
    Measured,
    NoSuchMeasure,
    kept_table,
    kept_tables,
    measure_for,
    measured,
    measures_for,
    offered_for,
)
from answerable.web.casework.addresses import label_of, label_part
from answerable.web.casework.doing import doing_of, refused
from answerable.web.casework.moving import Refusal
from answerable.web.forms import DayField
from answerable.web.registers.assessing import AssessmentForm, profile_choices
from answerable.web.registers.charts import chart_svg, picture
from answerable.web.registers.forms import BesideForm
from answerable.web.staff import staff_page

_GIVEN = "p_"
"""What begins the names of a measure's own fields, so that none is mistaken for one of the page."""


@dataclass(frozen=True, slots=True)
class _Inside:
    """Why a file is for use inside the office only: what its name says of it, and its first caveat."""

    mark: str
    words: str


_NOT_ASSESSED = _Inside(
    "not-assessed",
    "For use inside the office only: nobody has assessed whom these figures identify, nor what they give away beside "
    "earlier tables. Keep the table before it goes to anybody else.",
)
_NOT_FOR_RELEASE = _Inside(
    "not-for-release",
    "For use inside the office only: beside other tables this one gives away what none of them prints, and nobody "
    "has said why it may leave. Say so on its page before it goes to anybody else.",
)
_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "svg": "image/svg+xml",
}


class MeasureForm(forms.Form):
    """What is given for a measure: its parameters, the snapshot, and the day as at which it is computed."""

    def __init__(self, askable: Askable, data: Any = None) -> None:
        super().__init__(data)
        self.measure = askable.measure
        for parameter in askable.measure.parameters:
            self.fields[f"{_GIVEN}{parameter.name}"] = _field(askable, parameter)
        self.fields["snapshot"] = forms.ChoiceField(
            label="Snapshot",
            choices=[
                (one.sha256[:16], f"{one.as_at:%-d %B %Y}, {one.rows:,} rows")
                for one in snapshots_of(askable.register.name)
            ],
        )
        self.fields["as_at"] = DayField(
            what="The day",
            label="As at",
            hint="Leave it empty for the day of the snapshot",
            required=False,
        )
        # An address that somebody kept may say none: the measure's own holds then.
        self.fields["profile"] = forms.ChoiceField(
            label="Small counts",
            help_text="Nothing is withheld or rounded before you have said whom it would identify",
            choices=profile_choices(),
            initial=askable.measure.disclosure_profile,
            required=False,
        )

    @property
    def fields_typed(self) -> set[str]:
        """Return the names under which an address carries what was given."""
        days = {f"{name}_{part}" for name in self.fields for part in ("day", "month", "year")}
        return {*self.fields, *days}

    @property
    def parameters(self) -> dict[str, str]:
        """Return what was given for each parameter, as a measure takes it."""
        typed = {
            one.name: self.cleaned_data[f"{_GIVEN}{one.name}"] for one in self.measure.parameters
        }
        return {
            name: value.isoformat() if isinstance(value, dt.date) else str(value)
            for name, value in typed.items()
        }


@dataclass(frozen=True, slots=True)
class For:
    """The question for which somebody measures, if for one: as an address names it, and in words."""

    reference: str
    label: str

    @property
    def written(self) -> str:
        """Return it as a kept table names it."""
        return f"{self.reference} {self.label}".strip()

    @property
    def label_part(self) -> str:
        """Return the label as an address carries it."""
        return label_part(self.label)

    @property
    def part(self) -> str:
        """Return it as an address carries it."""
        return f"{self.reference}/{self.label_part}"


@dataclass(frozen=True, slots=True)
class Keeping:
    """What is asked before a table is kept: whom it identifies, and why it may leave beside others."""

    assessing: AssessmentForm | None = None
    beside: BesideKept = field(default_factory=BesideKept)
    reason: BesideForm | None = None


@require_safe
def every_measure(request: HttpRequest) -> HttpResponse:
    """Show the measures that somebody may compute, and the latest tables."""
    doing = doing_of(request, Move.SEE_REGISTERS)
    context = {"rows": measures_for(doing.by), "kept": kept_tables(), "question": _for(request)}
    return staff_page(request, "registers/measures.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def one_measure(request: HttpRequest, name: str) -> HttpResponse:
    """Ask for what a measure needs, show what it comes to, and keep it."""
    doing = doing_of(request, Move.SEE_REGISTERS)
    askable = _askable(name, doing)
    question = _for(request)
    asked = request.GET if request.method != "POST" else request.POST
    form = MeasureForm(askable, asked if "snapshot" in asked else None)
    found, refusal = _measured(form, askable, doing)
    keeping = Keeping(AssessmentForm() if found and found.changed else None)
    if request.method == "POST" and found is not None:
        doing_of(request, Move.MEASURE)
        number, keeping, refusal = _kept(found, request.POST, question, doing)
        if number:
            return _to(number, question)
    repeated = [(name, value) for name, value in asked.items() if name in form.fields_typed]
    context = {
        "askable": askable,
        "form": form,
        "problems": refusal.problems,
        "shown": shown_table(found.result) if found else None,
        "picture": picture(found.result) if found else None,
        "keeping": keeping,
        "changed": [said(place) for place in found.changed] if found else [],
        "question": question,
        "query": urlencode(repeated),
        "repeated": repeated,
        "may_measure": not refused(doing.by, Move.MEASURE),
        "kept": kept_tables(measure=name),
        "is_loaded": bool(snapshots_of(askable.register.name)),
    }
    is_wrong = form.errors or (keeping.assessing is not None and keeping.assessing.errors)
    status = 422 if is_wrong else refusal.status
    return staff_page(request, "registers/measure.html", context, status=status)


@require_GET
def measure_file(request: HttpRequest, name: str, form: str) -> HttpResponse:
    """Give what a measure comes to as a file."""
    _check_form(form)
    doing = doing_of(request, Move.SEE_REGISTERS)
    askable = _askable(name, doing)
    asked = MeasureForm(askable, request.GET)
    found, refusal = _measured(asked, askable, doing)
    if found is None:
        context = {"askable": askable, "form": asked, "problems": refusal.problems}
        return staff_page(request, "registers/measure.html", context, status=422)
    note_figures_taken(found.result, form, doing=doing)
    return _file(found.result, found.data, form, inside=_NOT_ASSESSED)


@require_http_methods(["GET", "HEAD", "POST"])
def one_table(request: HttpRequest, number: int) -> HttpResponse:
    """Show a table that was kept, with what it gives away beside others; take why it may leave all the same."""
    doing = doing_of(request, Move.SEE_REGISTERS)
    found = kept_table(number, doing.by)
    if found is None:
        raise Http404
    refusal, reason = Refusal(), BesideForm(request.POST or None)
    if request.method == "POST":
        doing_of(request, Move.MEASURE)
        try:
            let_leave(number, reason=request.POST.get("beside_reason", ""), doing=doing)
        except GivesAway as problem:
            refusal = Refusal(str(problem), 409, "id_beside_reason")
        else:
            return redirect("measured-table", number)
    result, assessment = found.stored.result, found.assessment
    context = {
        "found": found,
        "shown": shown_table(result),
        "picture": picture(result),
        "problems": refusal.problems,
        "beside": beside_of(number),
        "reason": reason,
        "may_measure": not refused(doing.by, Move.MEASURE),
        "assessed": [(asked, getattr(assessment, name)) for name, asked in QUESTIONS.items()]
        if assessment
        else [],
    }
    return staff_page(request, "registers/measured.html", context, status=refusal.status)


@require_GET
def table_file(request: HttpRequest, number: int, form: str) -> HttpResponse:
    """Give a table that was kept as a file; as JSON it can be proved with `answerable measure --again`.

    One that gives something away beside others, and for which nobody said why it may leave, is told in the ledger.
    """
    _check_form(form)
    doing = doing_of(request, Move.SEE_REGISTERS)
    found = kept_table(number, doing.by)
    if found is None:
        raise Http404
    if not beside_of(number).found:
        return _file(found.stored.result, found.data, form)
    note_figures_taken(found.stored.result, form, table=number, doing=doing)
    return _file(found.stored.result, found.data, form, inside=_NOT_FOR_RELEASE)


def _check_form(form: str) -> None:
    if form not in _TYPES:
        raise Http404


def _askable(name: str, doing: Doing) -> Askable:
    try:
        return measure_for(name, doing.by)
    except NoSuchMeasure as problem:
        raise Http404(str(problem)) from problem


def _measured(form: MeasureForm, askable: Askable, doing: Doing) -> tuple[Measured | None, Refusal]:
    """Return what a measure comes to, or why it cannot be computed; neither before it is asked for."""
    if not form.is_bound or not form.is_valid():
        return None, Refusal()
    given = form.cleaned_data
    try:
        found = measured(
            askable,
            form.parameters,
            which=given["snapshot"],
            as_at=given["as_at"],
            table=doing.table,
            profile=given["profile"],
        )
    except (
        CannotCompute,
        CannotProtect,
        NoSuchSnapshot,
        ParameterRefused,
        ProfileRefused,
    ) as problem:
        return None, Refusal(str(problem), 409)
    return found, Refusal()


def _kept(
    found: Measured, typed: QueryDict, question: For | None, doing: Doing
) -> tuple[int, Keeping, Refusal]:
    """Keep a table, and return its number; 0, what is asked now and why, if it may not be kept so."""
    keeping = Keeping(AssessmentForm(typed) if found.changed else None)
    assessment = None
    if keeping.assessing is not None:
        if not keeping.assessing.is_valid():
            return 0, keeping, Refusal()
        assessment = keeping.assessing.assessment(by=doing.by.key, on=doing.on)
    reason = BesideForm(typed)
    why = reason.cleaned_data["beside_reason"] if reason.is_valid() else ""
    written = question.written if question else ""
    try:
        number = keep_table(found, question=written, assessment=assessment, reason=why, doing=doing)
    except NotAssessed as refusal:
        return 0, keeping, Refusal(str(refusal), 409)
    except GivesAway as refusal:
        asked = replace(keeping, beside=refusal.beside, reason=BesideForm())
        return 0, asked, Refusal(str(refusal), 409, "id_beside_reason")
    return number, keeping, Refusal()


def _to(number: int, question: For | None) -> HttpResponse:
    if question is None:
        return redirect("measured-table", number)
    address = reverse("question-decision", args=[question.reference, question.label_part])
    return redirect(f"{address}?table={number}")


def _for(request: HttpRequest) -> For | None:
    """Return the question for which somebody measures, as the address names it."""
    reference, _, part = request.GET.get("for", "").partition("/")
    return For(reference, label_of(part)) if reference and part else None


def _field(askable: Askable, parameter: Parameter) -> forms.Field:
    if parameter.kind is ParameterKind.DATE:
        return DayField(what=parameter.words, label=parameter.words, hint="For example 26 6 2024")
    if parameter.kind is ParameterKind.WHOLE:
        return forms.IntegerField(label=parameter.words, initial=parameter.default or None)
    try:
        offered = offered_for(askable, parameter)
    except NoSuchSnapshot:
        offered = ()
    if not offered:
        return forms.CharField(label=parameter.words, max_length=300, initial=parameter.default)
    codes = _code_words(askable.measure, parameter, askable)
    values = [(one.value, codes.get(one.value, one.value)) for one in offered]
    return forms.ChoiceField(label=parameter.words, choices=values, initial=parameter.default)


def _code_words(measure: Measure, parameter: Parameter, askable: Askable) -> dict[str, str]:
    """Return the words of the codes that a parameter may be."""
    sign = f"${parameter.name}"
    columns = [one.column for one in measure.where if sign in (*one.among, *one.not_among)]
    return {
        code.code: code.words
        for name in columns
        if askable.register.has(name)
        for code in askable.register.column(name).codes
    }


def _file(
    result: Result, data: dict[str, Any], form: str, *, inside: _Inside | None = None
) -> HttpResponse:
    """Return a result as a file; one for use inside the office only says so in its name and first, too."""
    text = _written(result, data, form, inside)
    if text is None:
        raise Http404
    mark = f"-{inside.mark}" if inside else ""
    name = f"{result.measure}-{result.as_at}{mark}.{form}"
    return HttpResponse(
        text,
        content_type=_TYPES[form],
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _written(result: Result, data: dict[str, Any], form: str, inside: _Inside | None) -> str | None:
    if form == "csv":
        return result_as_csv(result, first_caveat=inside.words if inside else "")
    if form == "svg":
        return chart_svg(result)
    # Beside the result and not in it, so that its digest still proves it.
    said = {inside.mark.replace("-", "_"): inside.words, **data} if inside else data
    return json.dumps(said, ensure_ascii=False, indent=1)
