"""Pages kept ready to send: made once for each change of the archive, and never older than that."""

import datetime as dt
import gzip
import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone

from answerable.queries.archive import change_number

_MOST_PAGES = 1000
# An entry that was held becomes visible without a change: no page is kept for longer than this.
_LONGEST = dt.timedelta(seconds=60)
_Rest = ParamSpec("_Rest")
_View = Callable[Concatenate[HttpRequest, _Rest], HttpResponse]


@dataclass(frozen=True, slots=True)
class _Page:
    change: int
    made_at: dt.datetime
    body: bytes
    zipped: bytes
    content_type: str
    disposition: str | None
    tag: str


_pages: OrderedDict[str, _Page] = OrderedDict()
_lock = threading.Lock()


def kept(view: _View[_Rest]) -> _View[_Rest]:
    """Keep what a view answers to a plain address until the archive changes."""

    @wraps(view)
    def answer(request: HttpRequest, /, *args: _Rest.args, **kwargs: _Rest.kwargs) -> HttpResponse:
        if request.GET or request.method not in ("GET", "HEAD"):
            return view(request, *args, **kwargs)
        change, now = change_number(), timezone.now()
        # The host stands in no page, so the path alone tells pages apart.
        page = _pages.get(request.path)
        if page is None or page.change != change or now - page.made_at > _LONGEST:
            response = view(request, *args, **kwargs)
            if response.status_code != 200 or response.streaming:  # noqa: PLR2004 only what was found
                return response
            page = _keep(request.path, response, change=change, now=now)
        return _sent(request, page)

    return cast(_View[_Rest], answer)


def _keep(path: str, response: HttpResponse, *, change: int, now: dt.datetime) -> _Page:
    body = response.content
    page = _Page(
        change=change,
        made_at=now,
        body=body,
        zipped=gzip.compress(body, 6, mtime=0),
        content_type=response.headers["Content-Type"],
        disposition=response.headers.get("Content-Disposition"),
        tag=f'"{hashlib.sha256(body).hexdigest()[:20]}"',
    )
    with _lock:
        _pages[path] = page
        _pages.move_to_end(path)
        while len(_pages) > _MOST_PAGES:
            _pages.popitem(last=False)
    return page


def _sent(request: HttpRequest, page: _Page) -> HttpResponse:
    if page.tag in request.headers.get("If-None-Match", ""):
        response: HttpResponse = HttpResponseNotModified()
    elif "gzip" in request.headers.get("Accept-Encoding", ""):
        response = HttpResponse(page.zipped, content_type=page.content_type)
        response.headers["Content-Encoding"] = "gzip"
    else:
        response = HttpResponse(page.body, content_type=page.content_type)
    if page.disposition:
        response.headers["Content-Disposition"] = page.disposition
    response.headers["ETag"] = page.tag
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = "no-cache"
    return response


def forget_pages() -> None:
    """Forget every page that is kept."""
    with _lock:
        _pages.clear()
