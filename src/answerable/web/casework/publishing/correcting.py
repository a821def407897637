"""Correct an entry that is published: its words, and the note that everybody reads beside it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.actions.casework.publishing.correcting import Corrected, correct
from answerable.domain.disclosure_log import Entry
from answerable.domain.roles import Move, why_not
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import Refusal, done_or_refused, seen_case
from answerable.web.casework.publishing.entry_steps import seen_standing
from answerable.web.forms import WordsField
from answerable.web.staff import staff_page

_LONGEST_NOTE, _LONGEST_TITLE = 2000, 300


class CorrectionForm(forms.Form):
    """An entry with its words to change: the title, then what each question asks and was answered."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    title = WordsField(label="Title", max_length=_LONGEST_TITLE, required=False)
    note = WordsField(
        label="What the log says of the correction",
        help_text="Everybody can read it beside the entry: name nobody",
        max_length=_LONGEST_NOTE,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    is_looked_at = forms.BooleanField(
        label="I have read the words that may identify somebody: they may stand", required=False
    )

    def __init__(self, entry: Entry, number: int, data: Any = None) -> None:
        super().__init__(data, initial={"seen": number, "title": entry.title})
        self.places = range(len(entry.questions))
        for place, one in enumerate(entry.questions):
            name = f"question {one.label}" if one.label else "the question"
            self.fields[f"text-{place}"] = _words(f"What {name} asks", one.text)
            self.fields[f"answer-{place}"] = _words(f"The answer to {name}", one.answer or "")
        self.order_fields(["seen", "title", *self._names(), "note", "is_looked_at"])

    def corrected(self) -> Corrected:
        """Return the correction as it is typed."""
        said = self.cleaned_data
        questions = {
            place: (said[f"text-{place}"], said[f"answer-{place}"]) for place in self.places
        }
        return Corrected(said["note"], said["title"], questions, is_looked_at=said["is_looked_at"])

    def _names(self) -> list[str]:
        return [f"{part}-{place}" for place in self.places for part in ("text", "answer")]


def _words(label: str, words: str) -> forms.Field:
    return WordsField(
        label=label, initial=words, required=False, widget=forms.Textarea({"rows": 4})
    )


@require_http_methods(["GET", "HEAD", "POST"])
def correction(request: HttpRequest, reference: str) -> HttpResponse:
    """Show the words of an entry to correct them; it comes into the log within a minute."""
    doing = doing_of(request)
    found = seen_case(reference, doing)
    standing = seen_standing(reference)
    form, refusal = None, Refusal()
    if standing.entry is not None:
        posted = request.POST if request.method == "POST" else None
        form = CorrectionForm(standing.entry, standing.number, posted)
    if form is not None and form.is_valid():
        asked, seen = form.corrected(), form.cleaned_data["seen"]
        refusal = done_or_refused(lambda: correct(reference, seen, asked, doing=doing))
        if not refusal.words:
            messages.success(request, "Corrected: the log says so within a minute")
            return redirect("entry-steps", reference)
    context = {
        "found": found,
        "form": form,
        "problems": refusal.problems,
        "refusal": why_not(Move.CORRECT_ENTRY, actor=doing.by, situation=found.situation),
    }
    return staff_page(
        request, "casework/publishing/correction.html", context, status=refusal.status
    )
