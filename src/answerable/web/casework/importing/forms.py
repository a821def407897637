"""The forms of imports: what is to be read, and how a doubt is settled."""

from typing import Any

from django import forms
from django.conf import settings

from answerable.web.casework.importing.words import HOWS
from answerable.web.forms import DayField, FilesField, WordsField

_LONGEST_NAME, _LONGEST_CODE, _LONGEST_NOTE = 200, 20, 2000
_OWN = "own"


class RunForm(forms.Form):
    """Files, whose log they are, and how their months are told."""

    chosen = FilesField(
        label="Files",
        help_text="PDF, Word, OpenDocument, HTML, text, tables, pictures, e-mails, or a zip of them. "
        "You may choose many at once",
        required=False,
    )
    folder = FilesField(
        label="Or a whole folder",
        help_text="Browsers that cannot choose a folder let you choose its files here",
        required=False,
    )
    columns = forms.BooleanField(
        label="Let me say which columns hold what",
        help_text="For one table: a file in CSV, JSON or RSS",
        required=False,
    )
    whose = forms.ChoiceField(
        label="Whose log is it?",
        choices=((_OWN, "Our own"), ("other", "Another body’s: it stands under that body’s name")),
        initial=_OWN,
        widget=forms.RadioSelect,
    )
    known = forms.ChoiceField(label="The other body", required=False)
    code = forms.CharField(
        label="The other body’s code, if it is new",
        help_text="Short, as MET: it becomes part of the addresses of its pages",
        max_length=_LONGEST_CODE,
        required=False,
    )
    name = WordsField(
        label="The other body’s name, if it is new or has changed",
        help_text="As readers are to see it above every answer",
        max_length=_LONGEST_NAME,
        required=False,
    )
    months = forms.ChoiceField(
        label="Which month’s log is it?",
        choices=(
            ("printed", "The month that each file prints, and none where it prints none"),
            ("named", "The month that each file prints, or else the one in its name"),
            ("one", "One month for all of them"),
        ),
        initial="named",
        widget=forms.RadioSelect,
    )
    month = forms.CharField(
        label="That month", help_text="As 2026-01", max_length=7, required=False
    )
    publish_on = DayField(
        what="The day of publication",
        label="Keep new entries back until",
        hint="Leave it empty to publish them at once",
        required=False,
    )

    def __init__(self, known: list[tuple[str, str]], data: Any = None, files: Any = None) -> None:
        super().__init__(data, files)
        new = ("", "A body whose log is not kept here yet")
        self._taken = {one.casefold() for one, _ in [(settings.ANSWERABLE_BODY, ""), *known]}
        self.fields["known"].choices = [new, *known]  # type: ignore[attr-defined]
        self.fields["chosen"].widget.attrs["multiple"] = True
        self.fields["folder"].widget.attrs |= {"multiple": True, "webkitdirectory": True}

    def clean(self) -> dict[str, Any]:
        """Return what was chosen; what belongs to another choice is left out."""
        said = super().clean() or self.cleaned_data
        if not said.get("chosen") and not said.get("folder"):
            self.add_error("chosen", "Choose the files to import")
        if said.get("columns") and len([*said.get("chosen", ()), *said.get("folder", ())]) > 1:
            self.add_error("columns", "Choose one table, to say which of its columns hold what")
        if said.get("whose") == "other":
            self._check_other(said)
        if said.get("months") == "one" and not said.get("month"):
            self.add_error("month", "Enter the month of these files")
        return said

    def _check_other(self, said: dict[str, Any]) -> None:
        """Say what is missing of another body: one that is known is chosen, a new one has a code and a name."""
        if said.get("known") and said.get("code"):
            self.add_error("code", "Choose a body above, or enter the code of a new one, not both")
        if not said.get("known") and not said.get("code"):
            self.add_error("code", "Choose the other body above, or enter its code")
        if said.get("code") and not said.get("name"):
            self.add_error("name", "Enter the other body’s name")
        # Under a code that is taken, the new name would stand above the answers of another body.
        if str(said.get("code", "")).casefold() in self._taken:
            self.add_error("code", "A body here has that code: choose it above, or enter another")

    @property
    def is_own(self) -> bool:
        """Return whether it is the log of the site's own body."""
        return bool(self.cleaned_data["whose"] == _OWN)


class SettleForm(forms.Form):
    """How a doubt is settled, and a note for whoever looks at it later."""

    how = forms.ChoiceField(
        label="What is it?",
        choices=tuple(HOWS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what it is"},
    )
    note = WordsField(
        label="Note",
        help_text="For colleagues: it is not published",
        max_length=_LONGEST_NOTE,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )


class PlaceForm(forms.Form):
    """Which questions a passage answers: one, or several that share it."""

    labels = forms.MultipleChoiceField(
        label="It answers",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose the question that the passage answers"},
    )

    def __init__(self, questions: list[tuple[str, str]], data: Any = None) -> None:
        super().__init__(data)
        self.fields["labels"].choices = questions  # type: ignore[attr-defined]
