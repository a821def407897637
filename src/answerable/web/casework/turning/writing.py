"""Write a notice: more time to weigh, more time for a complex request, or a fee."""

import re

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.actions.casework.turning import write_notice
from answerable.domain.decisions.letters import NoticeSaid
from answerable.domain.decisions.notice_kinds import NOTICE_NAMES, NOTICES, WrittenNotice
from answerable.domain.law.letters import LetterKind
from answerable.domain.law.limbs import limbs
from answerable.domain.roles import Move, why_not
from answerable.queries.casework.notice_dates import offers
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import Refusal, done_or_refused, seen_case
from answerable.web.casework.turning.choosing import chosen_labels, ticked_questions
from answerable.web.forms import DayField, WordsField
from answerable.web.staff import posted, staff_page

_BETWEEN = re.compile(r"\s*(?:,|;|\band\b)\s*")


class _MoreTimeForm(forms.Form):
    """What every notice of more time says."""

    why = WordsField(
        label="Why",
        max_length=20_000,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": "Say why: it stands in the letter"},
    )
    until = DayField(
        what="The date of the answer",
        label="By when the answer comes",
        hint="Leave it out for the latest day that the notice may name",
        required=False,
    )
    again = WordsField(
        label="Why it takes longer still",
        help_text="Only if a notice gave more time before: why another is needed",
        max_length=20_000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )

    def said(self) -> NoticeSaid:
        """Return what was typed."""
        typed = self.cleaned_data
        return NoticeSaid(why=typed["why"], until=typed["until"], again=typed["again"])


class ComplexForm(_MoreTimeForm):
    """Why a request is complex, and how much it asks for."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # as Django calls it
        self.fields["why"].label = "Why it is complex, and how much it asks for"


class WeighingForm(_MoreTimeForm):
    """The limbs under which the public interest is weighed, and why they are engaged."""

    limbs = forms.CharField(
        label="Limb",
        max_length=200,
        help_text="Such as 31(1)(a), or several: 31(1)(a), 43(2). Only qualified ones give time",
        widget=forms.TextInput({"class": "govuk-input--width-20", "list": "limbs"}),
        error_messages={"required": "Name the limb under which the public interest is weighed"},
    )
    field_order = ("limbs", "why", "until", "again")

    def said(self) -> NoticeSaid:
        """Return what was typed."""
        typed = self.cleaned_data
        cited = tuple(one for one in _BETWEEN.split(typed["limbs"].strip()) if one)
        return NoticeSaid(limbs=cited, why=typed["why"], until=typed["until"], again=typed["again"])


class FeeForm(forms.Form):
    """How much is to be paid, and how that was worked out."""

    pounds = forms.DecimalField(
        label="Fee in pounds",
        max_digits=9,
        decimal_places=2,
        help_text="Such as 24.50",
        widget=forms.TextInput({"class": "govuk-input--width-5", "inputmode": "decimal"}),
        error_messages={
            "required": "Enter how much is to be paid",
            "invalid": "The fee must be an amount in pounds and pence, such as 24.50",
        },
    )
    why = WordsField(
        label="How it was worked out",
        max_length=20_000,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": "Say how the fee was worked out: it stands in the letter"},
    )

    def said(self) -> NoticeSaid:
        """Return what was typed."""
        return NoticeSaid(why=self.cleaned_data["why"], pounds=self.cleaned_data["pounds"])


_FORMS: dict[LetterKind, type[WeighingForm | ComplexForm | FeeForm]] = {
    LetterKind.PUBLIC_INTEREST_EXTENSION: WeighingForm,
    LetterKind.COMPLEX_EXTENSION: ComplexForm,
    LetterKind.FEES_NOTICE: FeeForm,
}


@require_http_methods(["GET", "HEAD", "POST"])
def notice(request: HttpRequest, reference: str, kind: str) -> HttpResponse:
    """Write a notice of a kind about some questions of a request."""
    doing = doing_of(request)
    found = seen_case(reference, doing)
    if kind not in {one.value for one in NOTICES}:
        raise Http404
    letter = LetterKind(kind)
    form = _FORMS[letter](posted(request))
    refusal = Refusal()
    if form.is_valid():
        written = WrittenNotice(letter, chosen_labels(request), form.said())
        refusal = done_or_refused(
            lambda: write_notice(reference, written, doing=doing), place="questions"
        )
        if not refusal.words:
            messages.success(request, "Written: somebody else lets it go")
            return redirect("request-notices", reference)
    is_fee = letter is LetterKind.FEES_NOTICE
    context = {
        "found": found,
        "name": NOTICE_NAMES[letter],
        "form": form,
        "limbs": limbs(),
        "questions": ticked_questions(request, found.questions),
        "offers": () if is_fee else offers(reference, letter, table=doing.table, on=doing.on),
        "problems": refusal.problems,
        "refusal": why_not(Move.NOTIFY, actor=doing.by, situation=found.situation),
    }
    return staff_page(request, "casework/turning/notice.html", context, status=refusal.status)
