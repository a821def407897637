"""The page on which somebody asks to be told of new answers, and what it says when they did."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from answerable.actions.alerting import AlertRefused, AskedTooOften, Wish, ask_for_alert
from answerable.domain.disclosure_log.alerts import MOST_WORDS, Every, NoAlert, why_no_alert
from answerable.queries.alerting import Broadness, broadness
from answerable.queries.alerting.searches import looks_for_nothing
from answerable.queries.search import SearchRequest, SearchUnavailable
from answerable.web.alerts.forms import AlertForm
from answerable.web.alerts.showing import alert_page, query_without_order, search_in_words
from answerable.web.public.rendering import language_prefix
from answerable.web.public.searching import wanted_of
from answerable.web.visitors import is_from_our_page, network_address

_WRONG, _NOT_OURS, _OFTEN = 422, 403, 429
_WHY_NOT = {
    NoAlert.EMPTY: gettext_lazy(
        "This search looks for nothing: search for some words or choose a filter first, and then ask "
        "to be told of new answers to it."
    ),
    NoAlert.TOO_MANY_WORDS: gettext_lazy(
        "This search has more than %(words)d words: nothing new would ever have all of them. Search for "
        "the words that matter most, and then ask to be told of new answers to it."
    ),
    NoAlert.TOO_LONG: gettext_lazy(
        "This search is too long to be kept: use fewer words or fewer filters, and then ask to be told "
        "of new answers to it."
    ),
}


@csrf_exempt  # there is no cookie to abuse: docs/decisions/0015-a-form-without-cookies.md
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def alert(request: HttpRequest) -> HttpResponse:
    """Show the search that somebody wants to be told of, and write to them when they say where to."""
    wanted = wanted_of(request)
    query = query_without_order(wanted)
    why = why_no_alert(wanted.text, query, is_empty=looks_for_nothing(wanted))
    if why is not None:
        return _refused(request, why)
    if request.method != "POST":
        return _form_page(request, wanted, AlertForm())
    if not is_from_our_page(request):
        return alert_page(request, "elsewhere", {"query": query}, status=_NOT_OURS)
    form = AlertForm(request.POST)
    if not form.is_valid():
        return _form_page(request, wanted, form, status=_WRONG)
    return _ask(request, wanted, form)


@require_safe
def asked(request: HttpRequest) -> HttpResponse:
    """Say that a mail is on its way, whatever was known before."""
    return alert_page(request, "asked", {})


def _ask(request: HttpRequest, wanted: SearchRequest, form: AlertForm) -> HttpResponse:
    wish = Wish(
        address=form.cleaned_data["address"],
        query=query_without_order(wanted),
        words=search_in_words(wanted),
        every=Every(form.cleaned_data["every"]),
        language=get_language() or "en",
    )
    try:
        ask_for_alert(wish, visitor=network_address(request), at=timezone.now())
    except AlertRefused as refusal:
        return _refused(request, refusal.why)
    except AskedTooOften as refusal:
        minutes = -(-refusal.retry_after // 60)
        response = alert_page(request, "too_often", {"minutes": minutes}, status=_OFTEN)
        response.headers["Retry-After"] = str(refusal.retry_after)
        return response
    # The page that follows names nobody, so that nothing keeps an address.
    return HttpResponseRedirect(f"{language_prefix()}/search/alert/asked", status=303)


def _form_page(
    request: HttpRequest, wanted: SearchRequest, form: AlertForm, *, status: int = 200
) -> HttpResponse:
    context = {
        "form": form,
        "words": search_in_words(wanted),
        "query": query_without_order(wanted),
        "broadness": _broadness(wanted),
    }
    return alert_page(request, "form", context, status=status)


def _broadness(wanted: SearchRequest) -> Broadness | None:
    """Return how much an alert would tell of; where search fails, it can be asked for all the same."""
    try:
        return broadness(wanted, today=timezone.localdate(), at=timezone.now())
    except SearchUnavailable:
        return None


def _refused(request: HttpRequest, why: NoAlert) -> HttpResponse:
    words = str(_WHY_NOT[why])
    said = words % {"words": MOST_WORDS} if why is NoAlert.TOO_MANY_WORDS else words
    return alert_page(request, "refused", {"why": said}, status=_WRONG)
