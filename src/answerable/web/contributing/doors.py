"""How the pages of a link are opened: without an account, a cookie, or a trace of the link elsewhere."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt

_View = Callable[..., HttpResponseBase]


def by_link(view: _View) -> _View:
    """Open a page to whoever has its link, and let nothing keep the link or what the page shows.

    Django's own check of forms needs a cookie. Here the link is the secret: whoever does not have it
    cannot name the form's address. What a browser says comes from elsewhere is refused all the same.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return login_not_required(csrf_exempt(answer))


def is_from_elsewhere(request: HttpRequest) -> bool:
    """Return whether a browser says that a page of another site sent this.

    A page that sends no referrer has the origin `null`, and over plain http there is no more to see.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site not in ("same-origin", "none")
    origin = request.headers.get("Origin", "null")
    if origin == "null":
        return False
    try:
        return urlsplit(origin).netloc != request.get_host()
    except ValueError:
        return True
