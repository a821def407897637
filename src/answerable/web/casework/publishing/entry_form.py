"""The form of an entry: its words, what is decided of those that may identify somebody, its files."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict

from answerable.actions.casework.publishing.choosing_files import ChosenFile
from answerable.actions.casework.publishing.drafting import (
    LONGEST_TITLE,
    Decided,
    Edit,
    EditedQuestion,
)
from answerable.domain.disclosure_log.identifying import Choice
from answerable.queries.casework.log_drafts import EntryFile, EntryPage, MarkedWords
from answerable.web.forms import DayField, WordsField

_CHOICES = (
    (Choice.OPEN.value, "Not decided yet"),
    (Choice.KEEP.value, "They stay"),
    (Choice.TAKE_OUT.value, "Take them out"),
)


@dataclass(frozen=True, slots=True)
class QuestionFields:
    """The fields of one question."""

    name: str
    text: forms.BoundField
    answer: forms.BoundField


@dataclass(frozen=True, slots=True)
class MarkFields:
    """The fields of words that may identify somebody."""

    mark: MarkedWords
    choice: forms.BoundField
    shown: forms.BoundField


@dataclass(frozen=True, slots=True)
class FileFields:
    """The fields of a file that may be published."""

    file: EntryFile
    is_published: forms.BoundField
    name: forms.BoundField


class EntryForm(forms.Form):
    """An entry as somebody writes it; `seen` is the version that they began with."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=1_000_000)
    title = forms.CharField(
        label="Title",
        help_text="What it is about, in words that others would search for; nobody’s name",
        max_length=LONGEST_TITLE,
        error_messages={"required": "Give it a title"},
    )
    month = forms.CharField(
        label="Month of the log",
        help_text="Such as 2025-10: the month in which it was answered, unless you say another",
        max_length=7,
        widget=forms.TextInput({"class": "govuk-input--width-5"}),
        error_messages={"required": "Say in which month of the log it stands"},
    )
    embargo_until = DayField(
        what="The day",
        label="Not to be published before (optional)",
        required=False,
    )

    def __init__(self, data: QueryDict | None, found: EntryPage) -> None:
        super().__init__(data)
        self.found = found
        entry = found.entry
        self.initial = {
            "title": entry.title if entry else "",
            "month": found.month,
            "embargo_until": found.embargo_until,
        }
        for place, one in enumerate(entry.questions if entry else ()):
            self._add_question(place, one.text, one.answer or "")
        for mark in found.marks:
            self._add_mark(mark)
        for file in found.files:
            self._add_file(file)

    def _add_question(self, place: int, text: str, answer: str) -> None:
        self.fields[f"text-{place}"] = WordsField(
            label="What was asked",
            initial=text,
            widget=forms.Textarea({"rows": 4}),
            error_messages={"required": "Say what it asks"},
        )
        self.fields[f"answer-{place}"] = WordsField(
            label="What was answered",
            initial=answer,
            required=False,
            widget=forms.Textarea({"rows": 10}),
        )

    def _add_mark(self, mark: MarkedWords) -> None:
        name = _short(mark.key)
        self.fields[f"choice-{name}"] = forms.ChoiceField(
            label=f"“{mark.words}”: {mark.why} ({', '.join(mark.fields)})",
            choices=_CHOICES,
            required=False,
            initial=mark.choice.value,
            widget=forms.RadioSelect,
        )
        self.fields[f"shown-{name}"] = WordsField(
            label=f"What stands there instead of “{mark.words}” (optional)",
            required=False,
            max_length=200,
            initial=mark.shown,
        )

    def _add_file(self, file: EntryFile) -> None:
        self.fields[f"file-{file.pk}"] = forms.BooleanField(
            label=f"Publish {file.name}", required=False, initial=file.is_published
        )
        self.fields[f"name-{file.pk}"] = WordsField(
            label=f"Name under which {file.name} is published",
            required=False,
            max_length=200,
            initial=file.published_as,
        )

    @property
    def questions(self) -> Sequence[QuestionFields]:
        """Return the fields of each question."""
        entry = self.found.entry
        return [
            QuestionFields(
                f"Question {one.label}" if one.label else "The question",
                self[f"text-{place}"],
                self[f"answer-{place}"],
            )
            for place, one in enumerate(entry.questions if entry else ())
        ]

    @property
    def marks(self) -> Sequence[MarkFields]:
        """Return the fields of words that may identify somebody: those that wait first."""
        waiting_first = sorted(self.found.marks, key=lambda one: not one.is_open)
        return [
            MarkFields(one, self[f"choice-{_short(one.key)}"], self[f"shown-{_short(one.key)}"])
            for one in waiting_first
        ]

    @property
    def files_to_publish(self) -> Sequence[FileFields]:
        """Return the fields of each file."""
        return [
            FileFields(one, self[f"file-{one.pk}"], self[f"name-{one.pk}"])
            for one in self.found.files
        ]

    @property
    def edit(self) -> Edit:
        """Return what was typed."""
        said = self.cleaned_data
        entry = self.found.entry
        return Edit(
            title=said["title"],
            questions={
                one.label or "": EditedQuestion(said[f"text-{place}"], said[f"answer-{place}"])
                for place, one in enumerate(entry.questions if entry else ())
            },
            month=said["month"],
            embargo_until=said["embargo_until"],
            files=tuple(
                ChosenFile(one.pk, said[f"name-{one.pk}"].strip())
                for one in self.found.files
                if said[f"file-{one.pk}"]
            ),
            choices={one.key: self._decided(one, said) for one in self.found.marks},
        )

    def _decided(self, mark: MarkedWords, said: dict[str, Any]) -> Decided:
        name = _short(mark.key)
        return Decided(Choice(said[f"choice-{name}"]), said[f"shown-{name}"])


def _short(key: str) -> str:
    """Return what a field is called for words: they may hold anything, and names of fields may not."""
    return hashlib.sha256(key.encode()).hexdigest()[:12]
