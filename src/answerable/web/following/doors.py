"""How the pages of a link are opened, and what is said where one cannot be."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from answerable.actions.following import AskedTooOften, count_visit
from answerable.queries.archive import bodies
from answerable.queries.following.links import LinkNotOurs, LinkReplaced
from answerable.web.contributing.doors import by_link, is_from_elsewhere
from answerable.web.following.limits import SENDS
from answerable.web.public.rendering import frame_of
from answerable.web.visitors import network_address

GONE, NOT_FOUND, NOT_OURS, LARGE, OFTEN, WRONG = 410, 404, 403, 413, 429, 422


def followed(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Open a page to whoever has its link; where the link leads nowhere, say why in one sentence."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            if request.method == "POST":
                if is_from_elsewhere(request):
                    return ended(request, _elsewhere(), status=NOT_OURS)
                count_visit(network_address(request), SENDS, at=timezone.now())
            return view(request, *args, **kwargs)
        except AskedTooOften as refusal:
            return too_often(request, refusal)
        except RequestDataTooBig:
            return ended(request, _too_large(), status=LARGE)
        except LinkNotOurs:
            return ended(request, _forged(), status=NOT_FOUND)
        except LinkReplaced:
            return ended(request, _replaced(), status=GONE)

    return by_link(answer)


def link_page(
    request: HttpRequest, name: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """Return a page of a link, in the language of its address."""
    frame = replace(frame_of(request), style=static("built/service.css"))
    shown = {**context, "frame": frame, "contact": contact()}
    return render(request, f"following/{name}.html", shown, status=status)


def ended(request: HttpRequest, why: str, *, status: int) -> HttpResponse:
    """Return the page that says why a link shows nothing, and what to do."""
    return link_page(request, "ended", {"why": why}, status=status)


def too_often(request: HttpRequest, refusal: AskedTooOften) -> HttpResponse:
    """Ask for patience: what was typed is still there if they go back."""
    minutes = -(-refusal.retry_after // 60)
    response = link_page(request, "too_often", {"minutes": minutes}, status=OFTEN)
    response.headers["Retry-After"] = str(refusal.retry_after)
    return response


def to(name: str, token: str, *, done: str = "") -> HttpResponse:
    """Lead on to a page of the link, which says what was done; loading it again sends nothing again."""
    address = reverse(name, args=[token])
    return HttpResponseRedirect(f"{address}?done={done}" if done else address, status=303)


def contact() -> str | None:
    """Return where the body can be reached otherwise."""
    return next((one.contact for one in bodies() if not one.prefix), None)


def _forged() -> str:
    return _(
        "This link is not whole, or is none of ours. Open it from the e-mail again, or copy all of it."
    )


def _replaced() -> str:
    return _("This link was replaced by a newer one. Open the link in our latest e-mail.")


def _too_large() -> str:
    return _(
        "What you sent is larger than this page can take, and nothing of it was kept. Go back and shorten it."
    )


def _elsewhere() -> str:
    return _("This form was sent from another site, and nothing was done. Open your link again.")
