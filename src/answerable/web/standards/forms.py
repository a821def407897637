"""The forms on which the service is assessed."""

from collections.abc import Sequence
from typing import Any

from django import forms

from answerable.domain.assurance import Framework
from answerable.web.forms import DayField, WordsField

_LONGEST = 10_000
_BY = (("assessor", "An assessor"), ("self", "The office itself"))


def _text(label: str, *, rows: int = 3, hint: str = "", missing: str = "") -> WordsField:
    return WordsField(
        label=label,
        help_text=hint,
        max_length=_LONGEST,
        required=bool(missing),
        error_messages={"required": missing},
        widget=forms.Textarea({"rows": rows}),
    )


class StoryForm(forms.Form):
    """What the office says about how it meets an element."""

    text = _text(
        "How we meet it", rows=8, hint="Name nobody who asked", missing="Say how it is met"
    )


class EvidenceForm(forms.Form):
    """A file or an address that shows that an element is met."""

    title = WordsField(
        label="What it is", max_length=300, error_messages={"required": "Say what it is"}
    )
    dated_on = DayField(
        what="The day", label="The day that it is from", hint="For example 26 6 2026"
    )
    file = forms.FileField(
        label="File", help_text="At most 25 MB", required=False, allow_empty_file=True
    )
    address = WordsField(label="Or its address", max_length=2000, required=False)
    note = _text("Note", rows=2)


class ActionForm(forms.Form):
    """What is to be done, by whom and by when."""

    text = _text("What is to be done", missing="Say what is to be done")
    owner = forms.ChoiceField(
        label="Who does it", choices=(), error_messages={"required": "Choose who does it"}
    )
    due_on = DayField(what="The day", label="By when", hint="For example 26 6 2027")
    follows = forms.ChoiceField(label="What it follows", choices=(), required=False)

    def __init__(
        self,
        *args: Any,
        people: tuple[tuple[str, str], ...],
        asked: Sequence[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        """Offer those who may look after elements, and what reports ask for of this one."""
        super().__init__(*args, **kwargs)
        offered = {
            "owner": [("", ""), *people],
            "follows": [("", "Nothing that a report asks for"), *asked],
        }
        for name, choices in offered.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]


class OwnerForm(forms.Form):
    """Who looks after an element."""

    owner = forms.ChoiceField(label="Who looks after it", choices=(), required=False)

    def __init__(self, *args: Any, people: tuple[tuple[str, str], ...], **kwargs: Any) -> None:
        """Offer those who may, and nobody."""
        super().__init__(*args, **kwargs)
        self.fields["owner"].choices = [("", "Nobody"), *people]  # type: ignore[attr-defined]


class RoundForm(forms.Form):
    """A round without levels yet."""

    kind = forms.ChoiceField(
        label="Round", choices=(), error_messages={"required": "Choose the round"}
    )
    by = forms.ChoiceField(label="Who judges", choices=_BY)
    held_on = DayField(
        what="The day", label="The day on which evidence was gathered", hint="For example 9 3 2026"
    )

    def __init__(self, *args: Any, framework: Framework, **kwargs: Any) -> None:
        """Offer the rounds of the framework's cycle."""
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [  # type: ignore[attr-defined]
            ("", ""),
            *((one.key, one.name) for one in framework.rounds),
        ]


class ReportForm(forms.Form):
    """An assessor's report."""

    file = forms.FileField(
        label="Report",
        help_text="Word, PDF, web page or text",
        allow_empty_file=True,
        error_messages={"required": "Choose the report"},
    )


class PackForm(forms.Form):
    """The round whose pack is made."""

    round = forms.TypedChoiceField(
        label="Round",
        choices=(),
        coerce=int,
        error_messages={"required": "Choose the round", "invalid_choice": "Choose one of the list"},
    )

    def __init__(self, *args: Any, rounds: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        """Offer the rounds that there are."""
        super().__init__(*args, **kwargs)
        self.fields["round"].choices = [("", ""), *rounds]  # type: ignore[attr-defined]
        # The latest is the one that is prepared.
        self.initial.setdefault("round", rounds[0][0] if rounds else "")


class FrameworkForm(forms.Form):
    """The file of a framework."""

    file = forms.FileField(
        label="File",
        help_text="TOML or JSON, at most 1 MB",
        allow_empty_file=True,
        error_messages={"required": "Choose the file"},
    )


class LevelsForm(forms.Form):
    """A level for each element of a round; each field is called by its number."""

    def __init__(
        self, *args: Any, framework: Framework, given: dict[str, str], **kwargs: Any
    ) -> None:
        """Ask for every element, with what it has so far."""
        super().__init__(*args, **kwargs)
        levels = [("", "No level yet"), *((one.key, one.name) for one in framework.levels)]
        for element in framework.elements:
            self.fields[element.number] = forms.ChoiceField(
                label=f"{element.number} {element.name}",
                choices=levels,
                required=False,
                initial=given.get(element.number, ""),
            )
