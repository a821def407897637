"""The page of a question: its answer and decision, with the law's objections as they are typed."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from answerable.actions import casework
from answerable.actions.casework import DecisionNotLawful, Doing, RequestNotFound
from answerable.domain.decisions.checking import Reason
from answerable.domain.decisions.estimates import Estimate, limit_of_payer
from answerable.domain.decisions.letters.objections import objections_to
from answerable.domain.law.provisions import NoProvision
from answerable.domain.roles import Move, MoveNotAllowed, why_not
from answerable.queries.accounts import person_names
from answerable.queries.casework.challenges import past_rounds
from answerable.queries.casework.clashes.seen import open_clashes_of
from answerable.queries.casework.deciding import (
    DecisionPage,
    VersionRow,
    Written,
    contributed_text,
    decision_page,
    version_page,
    without_requester,
)
from answerable.queries.casework.disagreeing import Drafted, disagreements
from answerable.queries.casework.earlier import EarlierAnswers, earlier_answers
from answerable.queries.casework.evidence import evidence_reasons, related_requests
from answerable.queries.casework.lines import lines_for
from answerable.queries.casework.question_dates import question_dates
from answerable.queries.registers.measuring import kept_tables
from answerable.web.casework.addresses import label_of, label_part
from answerable.web.casework.challenging.chain import round_lines
from answerable.web.casework.decision_form import DraftForms
from answerable.web.casework.doing import doing_of, refused
from answerable.web.casework.earlier import RELATIONS, pressed
from answerable.web.casework.grounds import limb_choices
from answerable.web.casework.measured import put_in, with_table
from answerable.web.casework.seeing import check_sees
from answerable.web.casework.table_checks import told_of_tables
from answerable.web.casework.words import done_to
from answerable.web.staff import staff_page

_CHECKS_ONLY = "X-Checks-Only"
"""The header by which a page asks, while somebody types, for the objections alone."""
_MOST_EARLIER = 5
"""So many earlier answers of a kind are shown."""


@dataclass(frozen=True, slots=True)
class Checks:
    """What the law says of what is typed: its objections, and how the estimate stands; and what its numbers say.

    Nothing is known while nothing was typed, or while it cannot be understood.
    """

    reasons: tuple[Reason, ...]
    estimate: str
    is_known: bool
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Stopped:
    """Why something was not done: what each reason is about with its words, and the status that says so."""

    problems: tuple[tuple[str, str], ...] = ()
    status: int = 200


_NOT_STOPPED = _Stopped()


@require_http_methods(["GET", "HEAD", "POST"])
def decision(request: HttpRequest, reference: str, part: str) -> HttpResponse:
    """Show a question with its decision, and check, save or put forward what is typed."""
    doing = doing_of(request)
    found = decision_page(reference, label_of(part))
    if found is None:
        raise Http404
    check_sees(doing.by, found.situation)
    do = request.POST.get("do", "").partition(":")[0]
    if do in ("use", "decide", "own", "aside", "again", "measured"):
        return _with_earlier(request, found, doing)
    if request.method == "POST":
        return _posted(request, found, doing)
    words = _shown(request, found, doing)
    if why_not(Move.WRITE, actor=doing.by, situation=found.situation):
        words = without_requester(found.reference, words)
    forms = DraftForms(None, words)
    return _page(request, found, forms, doing)


def _shown(request: HttpRequest, found: DecisionPage, doing: Doing) -> Written:
    """Return the words that the form begins with: the latest, an older version, a contribution, or a measured table."""
    table = request.GET.get("table", "")
    if table.isdecimal():
        more = with_table(found.written, int(table[:15]), viewer=doing.by, regime=found.regime)
        if more is not None:
            return more
    number = request.GET.get("version", "")
    if number.isdecimal():
        older = version_page(found.reference, found.label, int(number[:9]))
        if older is not None:
            return older
    contribution = request.GET.get("from", "")
    if contribution.isdecimal():
        text = contributed_text(found.reference, found.label, int(contribution[:15]))
        if text:
            return found.written.with_contribution(text)
    return found.written


def _posted(request: HttpRequest, found: DecisionPage, doing: Doing) -> HttpResponse:
    typed = _with_changes(request.POST)
    forms = DraftForms(typed)
    if request.headers.get(_CHECKS_ONLY):
        return render(
            request, "casework/parts/checks.html", {"checks": _checks(found, forms, doing)}
        )
    do = request.POST.get("do", "check")
    if do not in ("save", "forward") or not forms.is_valid:
        return _page(request, found, forms, doing)
    labels = [found.label, *_others(request, found)]
    try:
        for label in labels:
            casework.write_decision(found.reference, label, forms.draft(), doing=doing)
        if do == "forward":
            casework.put_forward(found.reference, labels, doing=doing)
    except DecisionNotLawful as refusal:
        messages.error(request, "Saved, but not put forward: the law has objections, listed below")
        problems = (("checks", f"{name}{one}") for name, one in _named(refusal, found.label))
        return _page(request, found, forms, doing, stopped=_Stopped(tuple(problems), 409))
    except (MoveNotAllowed, RequestNotFound) as refusal:
        return _page(request, found, forms, doing, stopped=_Stopped((("main", str(refusal)),), 403))
    done = "Put forward for checking" if do == "forward" else "Saved"
    messages.success(request, done_to(done, labels))
    if do == "forward" or "next" in request.POST:
        return redirect("request", found.reference)
    return redirect("question-decision", found.reference, label_part(found.label))


def _with_earlier(request: HttpRequest, found: DecisionPage, doing: Doing) -> HttpResponse:
    """Show the form with an earlier answer put in, put aside or shown again, or why that was not done."""
    typed = request.POST.copy()
    refusal = why_not(Move.WRITE, actor=doing.by, situation=found.situation)
    status = 403 if refusal else 200
    earlier = None
    try:
        if not refusal:
            refusal, earlier = _pressed(typed, found, doing)
            status = 409 if refusal else 200
    except (MoveNotAllowed, RequestNotFound) as problem:
        refusal, status = str(problem), 403
    stopped = _Stopped((("earlier-title", refusal),) if refusal else (), status)
    return _page(request, found, DraftForms(typed), doing, stopped=stopped, earlier=earlier)


def _pressed(
    typed: QueryDict, found: DecisionPage, doing: Doing
) -> tuple[str, EarlierAnswers | None]:
    """Do what a button says; return why not, and the earlier answers if they were looked up and still stand so."""
    do, _, what = typed.get("do", "").partition(":")
    if do == "measured":
        return put_in(typed, what, viewer=doing.by, regime=found.regime), None
    # Of these two buttons the one asks for no answer, and the other for one that is not shown.
    earlier = EarlierAnswers() if do in ("own", "again") else _earlier(found, doing)
    refusal = pressed(typed, earlier, of=found, doing=doing)
    return refusal, earlier if do in ("use", "decide") else None


def _earlier(found: DecisionPage, doing: Doing) -> EarlierAnswers:
    return earlier_answers(
        found.reference, found.label, viewer=doing.by, at=doing.at, most=_MOST_EARLIER
    )


def _drafted(found: DecisionPage, forms: DraftForms, doing: Doing) -> Drafted:
    """Return the question as it is typed, or as it was saved where nothing is typed that can be understood."""
    said = forms.draft() if forms.is_valid else found.written
    return Drafted(found.text, found.received_on, said.decision, said.answer, doing.on)


def _named(refusal: DecisionNotLawful, own: str) -> list[tuple[str, Reason]]:
    return [
        (f"Question {label}: " if label != own else "", reason) for label, reason in refusal.reasons
    ]


def _others(request: HttpRequest, found: DecisionPage) -> list[str]:
    """Return the other open questions that get the same decision."""
    chosen = request.POST.getlist("also")
    return [one.label for one in found.others if one.label in chosen]


def _with_changes(data: QueryDict) -> QueryDict:
    """Return what was typed with one more ground or table, or with a standard line put in."""
    typed = data.copy()
    do = data.get("do", "")
    if do in ("add-grounds", "add-tables", "add-work", "add-together"):
        name = do.removeprefix("add-")
        count = data.get(name, "1")
        typed[name] = str(int(count) + 1 if count.isdecimal() and len(count) < 4 else 1)  # noqa: PLR2004 three digits are plenty
    if do.startswith("line:"):
        field, _, line = do.removeprefix("line:").partition(":")
        said = typed.get(field, "").rstrip()
        typed[field] = f"{said}\n\n{line}" if said else line
    return typed


def _checks(found: DecisionPage, forms: DraftForms, doing: Doing) -> Checks:
    if not forms.is_valid:
        return Checks((), "", is_known=False)
    said = forms.draft()
    typed = Written(said.answer, said.caveats, said.tables, said.decision, said.particulars)
    return _checks_of(found, typed, doing)


def _checks_of(found: DecisionPage, written: Written, doing: Doing) -> Checks:
    reasons = (
        *objections_to(found.answered(written), authority=doing.authority, on=doing.on),
        *evidence_reasons(
            found.reference,
            written.decision,
            written.particulars,
            viewer=doing.by,
            table=doing.table,
            on=doing.on,
        ),
    )
    return Checks(
        reasons,
        _estimate_words(written.decision.estimate, doing),
        is_known=True,
        numbers=tuple(told_of_tables(written.answer, written.tables)),
    )


def _estimate_words(made: Estimate | None, doing: Doing) -> str:
    if made is None:
        return ""
    try:
        limit = limit_of_payer(doing.authority.payer, on=doing.on)
    except NoProvision as problem:
        return str(problem)
    place = "over" if made.is_over(limit) else "within"
    return (
        f"The estimate is {float(made.hours):g} hours, or £{float(made.pounds(limit)):,.2f}: "
        f"{place} the limit of {float(limit.hours):g} hours, or £{limit.pounds:,}"
    )


def _page(
    request: HttpRequest,
    found: DecisionPage,
    forms: DraftForms,
    doing: Doing,
    *,
    stopped: _Stopped = _NOT_STOPPED,
    earlier: EarlierAnswers | None = None,
) -> HttpResponse:
    earlier = _earlier(found, doing) if earlier is None else earlier
    checks = _checks(found, forms, doing) if forms.data is not None else _saved_checks(found, doing)
    context = {
        "found": found,
        "rounds": round_lines(past_rounds(found.reference, table=doing.table, label=found.label)),
        "forms": forms,
        "checks": checks,
        "problems": [*stopped.problems, *forms.errors],
        "part": label_part(found.label),
        "dates": question_dates(found.reference, found.label, table=doing.table),
        "limbs": limb_choices(),
        "refusal": why_not(Move.WRITE, actor=doing.by, situation=found.situation),
        "lines": _lines(forms, doing.on),
        "earlier": earlier,
        "relations": RELATIONS,
        "disagreements": disagreements(earlier, _drafted(found, forms, doing)),
        "clashes": open_clashes_of(found.reference, found.label, viewer=doing.by),
        "measured": kept_tables(question=f"{found.reference} {found.label}".strip()),
        "may_measure": not refused(doing.by, Move.MEASURE),
        "related": related_requests(found.reference, viewer=doing.by, table=doing.table),
        "neighbours": _neighbours(found),
        "newest_versions": _versions(found),
    }
    return staff_page(request, "casework/decision.html", context, status=stopped.status)


def _saved_checks(found: DecisionPage, doing: Doing) -> Checks:
    if not found.versions:
        return Checks((), "", is_known=False)
    return _checks_of(found, found.written, doing)


def _versions(found: DecisionPage) -> list[VersionRow]:
    """Return the versions of a decision, the latest first, with people by their names."""
    names = person_names(one.by for one in found.versions)
    return [replace(one, by=names[one.by]) for one in found.versions[::-1]]


def _lines(forms: DraftForms, today: dt.date) -> list[tuple[str, str, Any]]:
    """Return the standard lines that fit: to which field each goes, its name, and the line."""
    places = {"": "answer", **{form.cited: f"{form.prefix}-why" for form in forms.grounds}}
    usable = lines_for(tuple(places), on=today).usable
    return [(places.get(line.citation, "answer"), line.name, line) for line in usable]


def _neighbours(found: DecisionPage) -> Mapping[str, str | None]:
    """Return the parts of the addresses of the questions before and after."""
    return {
        "previous": None if found.previous is None else label_part(found.previous),
        "following": None if found.following is None else label_part(found.following),
    }
