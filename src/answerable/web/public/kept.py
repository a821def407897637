"""Pages kept ready to send: made once for each change of the archive, and never older than that."""

import datetime as dt
import gzip
import hashlib
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils import timezone

from answerable.queries.archive import change_number

_MOST_BYTES = 64_000_000
_MOST_BYTES_OF_A_PAGE = 4_000_000
# An entry that waits for its day becomes visible without a change: no page is kept for longer.
_LONGEST = dt.timedelta(seconds=60)
_MARK = "X-Kept"
_Rest = ParamSpec("_Rest")
_View = Callable[Concatenate[HttpRequest, _Rest], HttpResponse]


@dataclass(frozen=True, slots=True)
class _Page:
    change: int
    made_at: dt.datetime
    body: bytes
    zipped: bytes | None
    tag: str
    headers: tuple[tuple[str, str], ...]

    @property
    def size(self) -> int:
        return len(self.body) + len(self.zipped or b"")


_pages: dict[str, _Page] = {}
_lock = threading.Lock()


def kept(view: _View[_Rest]) -> _View[_Rest]:
    """Let what a view answers to a plain address be kept until the archive changes."""

    @wraps(view)
    def answer(request: HttpRequest, /, *args: _Rest.args, **kwargs: _Rest.kwargs) -> HttpResponse:
        # Read before the page is made: a change in between must not pass for seen.
        change = change_number()
        response = view(request, *args, **kwargs)
        if response.status_code == 200:  # noqa: PLR2004 only what was found
            response.headers[_MARK] = str(change)
        return response

    return cast(_View[_Rest], answer)


class KeptPages:
    """Middleware that sends what was kept, ready with its headers; it comes before all other."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer with a page that is kept and still true, or else make it, and keep it."""
        is_plain = request.method in ("GET", "HEAD") and not request.META.get("QUERY_STRING")
        page = _pages.get(request.path) if is_plain else None
        if page and page.change == change_number() and timezone.now() - page.made_at < _LONGEST:
            request.get_host()  # refuses a host that is not ours
            return _sent(request, page)
        response = self.get_response(request)
        change = response.headers.get(_MARK)
        if change is None or not isinstance(response, HttpResponse):
            return response
        del response.headers[_MARK]
        if not is_plain:
            return response
        return _sent(request, _keep(request.path, response, change=int(change)))


def _keep(path: str, response: HttpResponse, *, change: int) -> _Page:
    body = response.content
    zipped = gzip.compress(body, 6, mtime=0)
    headers = {name: value for name, value in response.items() if name != "Content-Length"}
    # The language comes from the path alone.
    headers |= {"Vary": "Accept-Encoding", "Cache-Control": "no-cache"}
    page = _Page(
        change=change,
        made_at=timezone.now(),
        body=body,
        # Most PDFs are packed already.
        zipped=zipped if len(zipped) < len(body) * 0.9 else None,
        tag=hashlib.sha256(body).hexdigest()[:20],
        headers=tuple(headers.items()),
    )
    if page.size <= _MOST_BYTES_OF_A_PAGE:
        with _lock:
            _pages.pop(path, None)
            _pages[path] = page
            _forget_oldest()
    return page


def _forget_oldest() -> None:
    size = sum(page.size for page in _pages.values())
    while size > _MOST_BYTES:
        size -= _pages.pop(next(iter(_pages))).size


def _sent(request: HttpRequest, page: _Page) -> HttpResponse:
    is_zipped = page.zipped is not None and "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", "")
    # Two forms of one page are two things to a cache.
    tag = f'"{page.tag}-gzip"' if is_zipped else f'"{page.tag}"'
    if page.tag in request.META.get("HTTP_IF_NONE_MATCH", ""):
        headers = {"ETag": tag, "Vary": "Accept-Encoding", "Cache-Control": "no-cache"}
        return HttpResponseNotModified(headers=headers)
    response = HttpResponse(page.zipped if is_zipped else page.body)
    for name, value in page.headers:
        response.headers[name] = value
    if is_zipped:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["ETag"] = tag
    response.headers["Content-Length"] = str(len(response.content))
    return response


def forget_pages() -> None:
    """Forget every page that is kept."""
    with _lock:
        _pages.clear()
