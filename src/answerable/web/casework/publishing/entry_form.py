"""The form of an entry: its words, what is decided of the personal data in them, its files."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict

from answerable.actions.casework.publishing.choosing_files import ChosenFile
from answerable.actions.casework.publishing.drafting import (
    LONGEST_REASON,
    LONGEST_TITLE,
    Decided,
    Edit,
    EditedQuestion,
)
from answerable.domain.disclosure_log.identifying import Choice
from answerable.queries.casework.log_drafts import EntryFile, EntryPage, MarkedKind, MarkedWords
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
    """The fields of personal data: what becomes of it, and what stands there instead."""

    mark: MarkedWords
    choice: forms.BoundField
    shown: forms.BoundField


@dataclass(frozen=True, slots=True)
class KindFields:
    """The fields of a kind of personal data: whether all stays that is undecided, and why what stays may."""

    kind: MarkedKind
    rows: Sequence[MarkFields]
    stays: forms.BoundField
    reason: forms.BoundField


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
        for kind in found.kinds:
            self._add_kind(kind)
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

    def _add_kind(self, kind: MarkedKind) -> None:
        for mark in kind.rows:
            self._add_mark(mark)
        name = _short(kind.name)
        self.fields[f"stays-{name}"] = forms.BooleanField(
            label=f"All that is undecided stays: {kind.name}", required=False
        )
        self.fields[f"reason-{name}"] = WordsField(
            label=f"Why what stays may stay: {kind.name}",
            help_text="Kept with the entry, in casework; name nobody",
            required=False,
            max_length=LONGEST_REASON,
        )

    def _add_mark(self, mark: MarkedWords) -> None:
        name = _short(mark.key)
        times = f", {mark.count} times" if mark.count > 1 else ""
        self.fields[f"choice-{name}"] = forms.ChoiceField(
            label=f"“{mark.sample}” in {', '.join(mark.fields)}{times}",
            help_text=f"{mark.certainty.capitalize()}: {mark.why}",
            choices=_CHOICES,
            required=False,
            initial=mark.choice.value,
            widget=forms.RadioSelect,
        )
        self.fields[f"shown-{name}"] = WordsField(
            label=f"What stands there instead of “{mark.sample}” (optional)",
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
    def kinds(self) -> Sequence[KindFields]:
        """Return the fields of personal data by its kinds: those that wait first."""
        return [
            KindFields(
                kind,
                [
                    MarkFields(
                        one, self[f"choice-{_short(one.key)}"], self[f"shown-{_short(one.key)}"]
                    )
                    for one in kind.rows
                ],
                self[f"stays-{_short(kind.name)}"],
                self[f"reason-{_short(kind.name)}"],
            )
            for kind in self.found.kinds
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
            choices={
                one.key: self._decided(kind, one, said)
                for kind in self.found.kinds
                for one in kind.rows
            },
        )

    def _decided(self, kind: MarkedKind, mark: MarkedWords, said: dict[str, Any]) -> Decided:
        name, of_kind = _short(mark.key), _short(kind.name)
        choice = Choice(said[f"choice-{name}"])
        if choice is Choice.OPEN and said[f"stays-{of_kind}"]:
            choice = Choice.KEEP
        # What was decided before keeps its own reason.
        is_new = choice is not mark.choice
        reason = said[f"reason-{of_kind}"] if is_new else mark.reason
        return Decided(choice, said[f"shown-{name}"], reason)


def _short(key: str) -> str:
    """Return what a field is called for words: they may hold anything, and names of fields may not."""
    return hashlib.sha256(key.encode()).hexdigest()[:12]
