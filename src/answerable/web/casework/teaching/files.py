"""The office's own words as a file: taken out, and brought in."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from answerable.actions.casework.words import Imported, import_words
from answerable.domain.precedent.office import file_of_words, words_from_file
from answerable.domain.precedent.teaching import WordsRefused
from answerable.domain.roles import Move
from answerable.queries.words import office_words
from answerable.web.casework.doing import doing_of
from answerable.web.casework.teaching.forms import ReasonForm, is_done
from answerable.web.staff import posted, staff_page

_LARGEST = 1_000_000


class FileForm(ReasonForm):
    """A file of words."""

    file = forms.FileField(
        label="File of words",
        help_text="In the form of the file that you can take out (TOML), of 1 MB at most",
        error_messages={"required": "Choose a file"},
    )
    field_order = ("file", "reason")


@require_safe
def words_file(request: HttpRequest) -> HttpResponse:
    """Give the office's own words as a file that can be brought in again."""
    doing_of(request, Move.SEE)
    answer = HttpResponse(file_of_words(office_words()), content_type="application/toml")
    answer["Content-Disposition"] = 'attachment; filename="words.toml"'
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
def import_page(request: HttpRequest) -> HttpResponse:
    """Bring a file of words in: what is new is added, nothing is taken away."""
    doing = doing_of(request, Move.KEEP_WORDS)
    form = FileForm(posted(request), request.FILES or None)
    done: list[Imported] = []
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        if is_done(
            form,
            "file",
            lambda: done.append(
                import_words(words_from_file(_text(form)), reason=reason, doing=doing)
            ),
        ):
            messages.success(request, f"{done[0].new} new, {done[0].known} known already")
            return redirect("words")
    return staff_page(request, "casework/teaching/import.html", {"form": form})


def _text(form: FileForm) -> str:
    """Return the text of the file that was chosen.

    :raises WordsRefused: if it is too large, or no text.
    """
    file = form.cleaned_data["file"]
    if file.size > _LARGEST:
        message = "A file of words has at most 1 MB: this one has more"
        raise WordsRefused(message)
    try:
        return str(file.read().decode("utf-8-sig"))
    except UnicodeDecodeError as problem:
        message = "This is no text in UTF-8: save it as such, or choose another file"
        raise WordsRefused(message) from problem
