"""The steps of the public form: what it is, the words, a last look, and what happens next."""

from collections.abc import Callable
from dataclasses import replace

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from answerable.actions.asking import (
    AskedTooOften,
    KeyUsedForOther,
    OfferStep,
    Way,
    ask,
    asked_request,
    count_offers,
    count_visit,
    link_shown_once,
)
from answerable.queries.calendars import usable_holidays
from answerable.reading.request_forms import RequestForm
from answerable.web.asking.drafts import (
    Draft,
    DraftNotOurs,
    new_key,
    opened,
    opened_reference,
    sealed,
    sealed_reference,
)
from answerable.web.asking.forms import KindForm, WordsForm, words_of
from answerable.web.asking.limits import SENDS, STEPS, TooLarge, posted
from answerable.web.asking.offering import ShownGroup, shown_groups
from answerable.web.asking.showing import asking_page, said, understood
from answerable.web.visitors import is_from_our_page, network_address

_SOURCE = "web form"
_OPEN = "open "
_WRONG, _NOT_OURS, _CONFLICT, _LARGE, _OFTEN = 422, 403, 409, 413, 429
_Step = Callable[[HttpRequest, QueryDict, Draft], HttpResponse]


@csrf_exempt  # there is no cookie to abuse: docs/decisions/0015-a-form-without-cookies.md
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def make_request(request: HttpRequest) -> HttpResponse:
    """Lead somebody from what they want to know to a request that was taken in."""
    if not settings.ANSWERABLE_TAKES_REQUESTS:
        raise Http404(_("This site takes no requests"))
    if request.method == "POST":
        return _posted(request)
    if "sent" in request.GET:
        return _sent(request, request.GET["sent"])
    return _kind_page(request, Draft(new_key()), KindForm())


def _posted(request: HttpRequest) -> HttpResponse:
    if not is_from_our_page(request):
        return asking_page(request, "elsewhere", {}, status=_NOT_OURS)
    try:
        data = posted(request)
    except TooLarge:
        return asking_page(request, "too_large", {}, status=_LARGE)
    is_sent = data.get("step") == "check" and data.get("go") == "send"
    try:
        count_visit(network_address(request), SENDS if is_sent else STEPS, at=timezone.now())
        draft, is_fresh = opened(data.get("draft", ""))
    except AskedTooOften as refusal:
        return _too_often(request, data, refusal)
    except DraftNotOurs:
        return asking_page(request, "begin_anew", {}, status=_WRONG)
    if is_sent and not is_fresh:
        return _check_page(request, draft, is_old=True)
    step = _STEPS.get(data.get("step", ""), _kind_step)
    return step(request, data, draft)


def _kind_step(request: HttpRequest, data: QueryDict, draft: Draft) -> HttpResponse:
    if data.get("go") == "same":
        return _kind_page(request, draft, KindForm(initial=data.dict()))
    form = KindForm(data)
    if not form.is_valid():
        return _kind_page(request, draft, form, status=_WRONG)
    draft = replace(draft, kind=form.cleaned_data["kind"])
    if draft.kind != "information":
        return _signpost_page(request, draft)
    return _words_page(request, draft, WordsForm(initial=_begun(draft)))


def _signpost_step(request: HttpRequest, data: QueryDict, draft: Draft) -> HttpResponse:
    if data.get("go") == "same":
        return _signpost_page(request, draft)
    return _words_page(request, draft, WordsForm(initial=_begun(draft)))


def _words_step(request: HttpRequest, data: QueryDict, draft: Draft) -> HttpResponse:
    if data.get("go") == "same":
        return _words_page(request, draft, WordsForm(initial=data.dict()))
    form = WordsForm(data)
    if not form.is_valid():
        return _words_page(request, draft, form, status=_WRONG)
    given = form.cleaned_data
    words = {name: given[name] for name in WordsForm.base_fields}
    return _check_page(request, replace(draft, **{**words, "address": given["address"].strip()}))


def _check_step(request: HttpRequest, data: QueryDict, draft: Draft) -> HttpResponse:
    go = data.get("go", "")
    if go == "words":
        return _words_page(request, draft, WordsForm(initial=words_of(draft)))
    if go == "kind":
        return _kind_page(request, draft, KindForm(initial={"kind": draft.kind}))
    if go != "send" or not WordsForm(words_of(draft)).is_valid():
        return _check_page(request, draft, opening=go.removeprefix(_OPEN))
    return _send(request, draft)


_STEPS: dict[str, _Step] = {
    "kind": _kind_step,
    "signpost": _signpost_step,
    "words": _words_step,
    "check": _check_step,
}


def _send(request: HttpRequest, draft: Draft) -> HttpResponse:
    form = RequestForm(
        name=draft.name,
        address=draft.address,
        postal=draft.postal,
        text=draft.text,
        language=draft.language,
        kind=draft.kind,
        answer_as=draft.answer_as,
    )
    way = Way("web", _SOURCE, draft.key)
    try:
        asked = ask(form, way, at=timezone.now(), table=usable_holidays())
    except KeyUsedForOther as refusal:
        # What is shown beside the new request is counted as its own.
        again = sealed(replace(draft, key=new_key(), shown_in="", is_opened=False))
        context = {"reference": refusal.reference, "draft": again}
        return asking_page(request, "sent_before", context, status=_CONFLICT)
    if asked.is_new and draft.shown_in:
        opened_too = (OfferStep.SENT_OPENED,) if draft.is_opened else ()
        count_offers(OfferStep.SENT, *opened_too, month=draft.shown_in)
    # Whoever loads the next page again sends nothing again.
    return HttpResponseRedirect(
        f"{request.path}?sent={sealed_reference(asked.reference)}", status=303
    )


def _sent(request: HttpRequest, token: str) -> HttpResponse:
    reference = opened_reference(token)
    asked = asked_request(reference, channel="web") if reference else None
    if asked is None:
        raise Http404(_("This confirmation cannot be shown (any more)"))
    due = date_format(asked.due_on, "l j F Y") if asked.due_on else ""
    # What only asks whether the page is there must not use up the one time that the link is shown.
    link = ""
    if request.method == "GET" and not asked.has_address:
        link = link_shown_once(asked.reference, at=timezone.now())
    context = {"asked": asked, "due": due, "link": link, "is_mailed": asked.has_address}
    return asking_page(request, "sent", context)


def _kind_page(
    request: HttpRequest, draft: Draft, form: KindForm, *, status: int = 200
) -> HttpResponse:
    return asking_page(request, "kind", {"form": form, "draft": sealed(draft)}, status=status)


def _signpost_page(request: HttpRequest, draft: Draft) -> HttpResponse:
    context = {"is_complaint": draft.kind == "complaint", "draft": sealed(draft)}
    return asking_page(request, "signpost", context)


def _words_page(
    request: HttpRequest, draft: Draft, form: WordsForm, *, status: int = 200
) -> HttpResponse:
    is_long = any(
        "limit_value" in (one.params or {}) for one in form.errors.as_data().get("text", ())
    )
    context = {"form": form, "draft": sealed(draft)}
    return asking_page(request, "words", context, status=_LARGE if is_long else status)


def _check_page(
    request: HttpRequest, draft: Draft, *, is_old: bool = False, opening: str = ""
) -> HttpResponse:
    read = understood(draft.text, at=timezone.now())
    groups = shown_groups(read.published.found, opened=opening)
    context = {
        "draft": sealed(_counted(draft, groups)),
        "text": draft.text,
        "said": said(draft),
        "understood": read,
        "groups": groups,
        "is_old": is_old,
    }
    return asking_page(request, "check", context)


def _counted(draft: Draft, groups: tuple[ShownGroup, ...]) -> Draft:
    """Count, once for a draft, that earlier answers are shown, and that one is opened."""
    steps = []
    if groups and not draft.shown_in:
        draft = replace(draft, shown_in=f"{timezone.localdate():%Y-%m}")
        steps.append(OfferStep.SHOWN)
    if not draft.is_opened and any(one.is_opened for group in groups for one in group.offers):
        draft = replace(draft, is_opened=True)
        steps.append(OfferStep.OPENED)
    count_offers(*steps, month=draft.shown_in)
    return draft


def _too_often(request: HttpRequest, data: QueryDict, refusal: AskedTooOften) -> HttpResponse:
    """Ask for patience, and keep all that was typed on the page for another try."""
    minutes = -(-refusal.retry_after // 60)
    context = {"minutes": minutes, "fields": tuple(data.items())}
    response = asking_page(request, "too_often", context, status=_OFTEN)
    response.headers["Retry-After"] = str(refusal.retry_after)
    return response


def _begun(draft: Draft) -> dict[str, str]:
    """Return what the words begin with: what was said already, and the language of the page."""
    return {**words_of(draft), "language": draft.language or get_language() or "en"}
