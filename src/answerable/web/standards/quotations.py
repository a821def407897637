"""What people wrote in the survey, for whoever looks it through: the list of what waits, and each on its page."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from answerable.actions.casework import Doing
from answerable.actions.standards.reviewing_words import (
    WordsNotFound,
    keep_words_out,
    reword,
    show_words,
    take_words_back,
)
from answerable.domain.assurance.quotations import LONGEST, WordsRefused, line_of, stretches
from answerable.domain.personal.measured import weakness
from answerable.domain.roles import Move
from answerable.queries.standards.quotations import (
    QuotationPage,
    found_in,
    quotation,
    waiting_quotations,
)
from answerable.reading.alphabets import storable
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import Refusal
from answerable.web.staff import posted, staff_page
from answerable.web.standards.finds import FoundField
from answerable.web.standards.survey_forms import ReviewForm, TakeWordsBackForm

_DONE = {
    "reword": "The words were kept, and looked through again",
    "show": "They may be shown; how they came was removed",
    "keep-out": "They are not shown, and were removed",
    "take-back": "They were taken back, and wait for a review",
}


@dataclass(frozen=True, slots=True)
class ShownFind:
    """What the finder found: where it stands, how much of its kind is missed, the field about it, what was said."""

    field: FoundField
    lines: str
    weakness: str
    confirmed: str


@require_safe
def every_quotation(request: HttpRequest) -> HttpResponse:
    """List the words that nobody has looked through, without what they say."""
    doing_of(request, Move.REVIEW_QUOTATION)
    return staff_page(request, "standards/survey/words.html", {"rows": waiting_quotations()})


@require_http_methods(["GET", "HEAD", "POST"])
def one_quotation(request: HttpRequest, ident: str) -> HttpResponse:
    """Show words with the personal data that is found in them, and take what is decided about them."""
    doing = doing_of(request, Move.REVIEW_QUOTATION)
    page = _found(ident)
    now = _words_now(request, page)
    found = found_in(now[:LONGEST])
    # What was posted is looked through as it was typed: nobody decides about words that they did not see.
    form = ReviewForm(posted(request), words=page.words, found=found)
    refusal = Refusal()
    if request.method == "POST":
        refusal = _done(page, form, request, doing)
        if not refusal.words and form.is_valid():
            do = request.POST.get("do", "")
            messages.success(request, _DONE[do])
            return redirect("quotation", ident) if do != "keep-out" else redirect("quotations")
        page = _found(ident)
    context = {
        "page": page,
        "form": form,
        "take_back_form": TakeWordsBackForm(posted(request)),
        "stretches": list(stretches(now, found)),
        "finds": [_shown(one, now, page) for one in form.finds],
        "problems": refusal.problems,
    }
    status = 422 if not refusal.words and form.errors else refusal.status
    return staff_page(request, "standards/survey/one.html", context, status=status)


def _found(ident: str) -> QuotationPage:
    page = quotation(ident)
    if page is None:
        raise Http404
    return page


def _words_now(request: HttpRequest, page: QuotationPage) -> str:
    """Return the words as they are typed, or as they are kept."""
    typed = request.POST.get("words") if page.is_waiting else None
    if typed is None:
        return page.words
    return storable(typed).replace("\r\n", "\n").replace("\r", "\n").strip()


def _done(page: QuotationPage, form: ReviewForm, request: HttpRequest, doing: Doing) -> Refusal:
    """Do what a button says; return why not, if it is refused."""
    do, ident = request.POST.get("do", ""), page.ident
    if not form.is_valid():
        return Refusal()
    reason = form.cleaned_data["reason"]
    acts: dict[str, Callable[[], None]] = {
        "reword": lambda: reword(ident, form.cleaned_data["words"], doing=doing),
        "show": lambda: show_words(ident, form.to_show, doing=doing),
        "keep-out": lambda: keep_words_out(ident, reason=reason, doing=doing),
        "take-back": lambda: take_words_back(ident, reason=reason, doing=doing),
    }
    if do not in acts:
        return Refusal("Choose what to do", 422)
    try:
        acts[do]()
    except WordsRefused as refusal:
        return Refusal(str(refusal), 409, "id_words" if do in ("reword", "show") else "id_reason")
    except WordsNotFound as gone:
        raise Http404 from gone
    return Refusal()


def _shown(one: FoundField, words: str, page: QuotationPage) -> ShownFind:
    lines = dict.fromkeys(line_of(words, start) for start, _ in one.found.places)
    said = page.confirmed.get(one.found.key, "")
    return ShownFind(one, ", ".join(map(str, lines)), weakness(one.found.kind), said)
