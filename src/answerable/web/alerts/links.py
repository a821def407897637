"""The pages of the links in mails: confirm an alert, see all of them, change and end them."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from answerable.actions.alerting import (
    AlertLinkOver,
    change_alert,
    confirm_alert,
    end_alert,
    end_alerts,
)
from answerable.domain.disclosure_log.alerts import Every
from answerable.queries.alerting import AlertRow, alert_to_confirm, alerts_of
from answerable.web.alerts.forms import EVERY, EveryForm
from answerable.web.alerts.showing import alert_page
from answerable.web.contributing.doors import by_link
from answerable.web.public.rendering import language_prefix

_OVER, _WRONG = 404, 422
_LONGEST_NUMBER = 19
"""A longer one is no number that a database knows."""


@by_link
@require_http_methods(["GET", "HEAD", "POST"])
def confirmation(request: HttpRequest, token: str) -> HttpResponse:
    """Show the alert that waits to be confirmed, and let it begin."""
    # Mail programs follow links by themselves: to look at this page confirms nothing.
    row = alert_to_confirm(token, at=timezone.now())
    if row is None:
        return _over(request)
    if request.method != "POST":
        return alert_page(request, "confirmation", {"row": row})
    try:
        confirm_alert(token, at=timezone.now())
    except AlertLinkOver:
        return _over(request)
    return alert_page(request, "confirmed", {"row": row, "every": EVERY[Every(row.every)]})


@by_link
@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: HttpRequest, token: str) -> HttpResponse:
    """Show all alerts that go to one address, and change or end one."""
    rows = alerts_of(token)
    if rows is None:
        return _over(request)
    if request.method == "POST":
        form = EveryForm(request.POST)
        ends = request.POST.get("do") == "end"
        if not ends and not form.is_valid():
            return _mine_page(request, token, rows, form=form)
        number = _number(request.POST.get("alert", ""))
        if ends:
            end_alert(token, number)
        else:
            every = Every(form.cleaned_data["every"])
            change_alert(token, number, every=every, at=timezone.now())
        return HttpResponseRedirect(f"{language_prefix()}/alerts/{token}", status=303)
    return _mine_page(request, token, rows)


@by_link
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, token: str) -> HttpResponse:
    """End all alerts that go to one address: in one step for mail programs (RFC 8058), which send a POST."""
    if alerts_of(token) is None:
        return _over(request)
    if request.method == "POST":
        end_alerts(token)
        return alert_page(request, "ended", {})
    return alert_page(request, "end", {"token": token})


def _mine_page(
    request: HttpRequest,
    token: str,
    rows: tuple[AlertRow, ...],
    *,
    form: EveryForm | None = None,
) -> HttpResponse:
    choices = [(every.value, words) for every, words in EVERY.items()]
    context = {"rows": rows, "token": token, "choices": choices, "form": form}
    return alert_page(request, "mine", context, status=_WRONG if form else 200)


def _over(request: HttpRequest) -> HttpResponse:
    return alert_page(request, "over", {}, status=_OVER)


def _number(words: str) -> int:
    """Return the number that a form names, 0 (which nothing has) if it is none."""
    return int(words) if words.isascii() and words.isdigit() and len(words) < _LONGEST_NUMBER else 0
