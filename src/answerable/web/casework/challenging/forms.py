"""The forms of reviews and complaints: one field for each question and point."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from answerable.domain.decisions.challenges import FRESH_LIMIT, RULED_LIMIT, Finding, Found, Ground
from answerable.queries.casework.challenges import ChallengedRow, ChallengeRow
from answerable.web.casework.words import capital
from answerable.web.forms import DayField

_GROUNDS = [(one.value, capital(one.words)) for one in Ground]
_FINDINGS = [
    (Finding.UPHELD.value, "Upheld: the answer stands"),
    (Finding.PARTLY.value, "Overturned in part"),
    (Finding.OVERTURNED.value, "Overturned"),
]
_ROWS = {"rows": 4}
_NARROW = {"class": "govuk-input--width-10"}


class AboutQuestions(forms.Form):
    """What is held against the answers to some questions of a request."""

    def __init__(self, *args: Any, questions: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.labels = [label for label, _ in questions]
        for place, (_, name) in enumerate(questions, start=1):
            self.fields[f"grounds-{place}"] = forms.MultipleChoiceField(
                label=name,
                choices=_GROUNDS,
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )

    @property
    def grounds(self) -> dict[str, tuple[Ground, ...]]:
        """Return the grounds that were ticked, by the label of each question that has any."""
        ticked = {
            label: tuple(map(Ground, self.cleaned_data[f"grounds-{place}"]))
            for place, label in enumerate(self.labels, start=1)
        }
        return {label: grounds for label, grounds in ticked.items() if grounds}


class ReviewForm(AboutQuestions):
    """A review as somebody asked for it."""

    asked_on = DayField(what="The day it was asked for", label="When it was asked for")
    words = forms.CharField(
        label="What they say",
        required=False,
        max_length=20_000,
        widget=forms.Textarea(_ROWS),
    )
    late_because = forms.CharField(
        label="Why it is taken, if it comes after its last day",
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 2}),
    )


class ComplaintForm(AboutQuestions):
    """A complaint to the regulator, or an appeal."""

    kind = forms.ChoiceField(
        label="What it is",
        choices=[
            ("complaint", "A complaint to the regulator"),
            ("tribunal", "An appeal to the tribunal"),
        ],
        widget=forms.RadioSelect,
        initial="complaint",
    )
    their_reference = forms.CharField(
        label="Their reference",
        max_length=100,
        error_messages={"required": "Enter the reference that they have for it"},
    )
    on = DayField(what="The day it came", label="When it was made")
    follows = forms.IntegerField(
        label="The number of the challenge that it follows",
        help_text="A review, or nothing, for a complaint; the complaint for an appeal",
        required=False,
        min_value=1,
        widget=forms.NumberInput(_NARROW),
    )
    brought_by = forms.ChoiceField(
        label="Who brings it",
        choices=[("requester", "Whoever asked"), ("office", "This body")],
        widget=forms.RadioSelect,
        initial="requester",
    )
    words = forms.CharField(
        label="What is said", required=False, max_length=20_000, widget=forms.Textarea(_ROWS)
    )


class FindingsForm(forms.Form):
    """What was found of each question, and what is said to each point."""

    def __init__(
        self, *args: Any, found: ChallengeRow, with_points: bool = True, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.rows = found.questions
        self.with_points = with_points
        for place, row in enumerate(found.questions, start=1):
            self._add(place, row)

    @property
    def findings(self) -> dict[str, Found]:
        """Return what was typed about each question, by its label."""
        return {row.label: self._found(place, row) for place, row in enumerate(self.rows, start=1)}

    def _add(self, place: int, row: ChallengedRow) -> None:
        found = row.found
        self.fields[f"finding-{place}"] = forms.ChoiceField(
            label=f"{row.name}: is the answer upheld?",
            choices=_FINDINGS,
            widget=forms.RadioSelect,
            required=False,
            initial=found.finding.value if found.finding else None,
        )
        self.fields[f"reasons-{place}"] = _text(f"{row.name}: the reasons", found.reasons)
        for ground in row.grounds if self.with_points else ():
            label = f"{row.name}: what is said to {ground.words}"
            said = (found.answers or {}).get(ground, "")
            self.fields[f"answer-{place}-{ground.value}"] = _text(label, said)
        self.fields[f"limit-{place}"] = forms.CharField(
            label=f"{row.name}: within which time it is answered again, if it is overturned",
            help_text="For example 20wd for working days, or 35days",
            required=False,
            max_length=20,
            initial=found.limit if self.with_points else RULED_LIMIT,
            widget=forms.TextInput(_NARROW),
        )

    def _found(self, place: int, row: ChallengedRow) -> Found:
        said = self.cleaned_data
        finding = said[f"finding-{place}"]
        grounds: Iterable[Ground] = row.grounds if self.with_points else ()
        return Found(
            Finding(finding) if finding else None,
            said[f"reasons-{place}"],
            {one: said[f"answer-{place}-{one.value}"] for one in grounds},
            said[f"limit-{place}"] or FRESH_LIMIT,
        )


class OutcomeForm(FindingsForm):
    """What a reviewer found."""

    summary = forms.CharField(
        label="What else the letter says",
        required=False,
        max_length=20_000,
        widget=forms.Textarea(_ROWS),
    )


class RulingForm(FindingsForm):
    """A decision notice or a judgment."""

    on = DayField(what="The day of the notice", label="The day of the notice or judgment")
    steps = forms.CharField(
        label="The steps that it requires",
        required=False,
        max_length=20_000,
        widget=forms.Textarea(_ROWS),
    )


class EnquiryForm(forms.Form):
    """Something that the regulator or a tribunal asks for."""

    prefix = "enquiry"
    what = forms.CharField(
        label="What they ask for",
        max_length=20_000,
        widget=forms.Textarea({"rows": 2}),
        error_messages={"required": "Enter what they ask for"},
    )
    asked_on = DayField(what="The day it was asked for", label="When they asked")
    due_on = DayField(what="The day it is due", label="By when they want it", required=False)


def _text(label: str, said: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=20_000,
        initial=said,
        widget=forms.Textarea(_ROWS),
    )
