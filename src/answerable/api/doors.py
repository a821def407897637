"""The API as a site offers it: its addresses, open to whoever has a key, and its own description."""

from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from ninja import NinjaAPI

from answerable import __version__
from answerable.api.refusals import refuse_in_plain_words
from answerable.api.requests import router

_HOME = "api-root"

api = NinjaAPI(
    title="Answerable",
    version=__version__,
    description="Bring requests for information in, and ask how far they are.",
    docs_url=None,
    openapi_url=None,
    urls_namespace="api",
)
api.add_router("", router)
refuse_in_plain_words(api)


@require_safe
def description(_request: HttpRequest) -> HttpResponse:
    """Describe the API, as OpenAPI 3.1."""
    return JsonResponse(described())


def described() -> dict[str, Any]:
    """Return the description of the API."""
    return dict(api.get_openapi_schema(path_prefix="/api/"))


def _open(view: Any) -> Any:
    @csrf_exempt
    @login_not_required
    @wraps(view)
    def opened(request: HttpRequest, **parts: Any) -> HttpResponseBase:
        if not settings.ANSWERABLE_TAKES_REQUESTS:
            return JsonResponse({"detail": "This site takes no requests", "fields": []}, status=404)
        answer: HttpResponseBase = view(request, **parts)
        return answer

    return opened


addresses: list[URLPattern] = [
    path("api/openapi.json", _open(description), name="api-description"),
    *(
        path(f"api/{one.pattern}", _open(one.callback), name=one.name)
        for one in api.urls[0]
        if isinstance(one, URLPattern) and one.name != _HOME
    ),
]
"""The addresses of the API; nobody signs in to it: a key opens it."""
