"""To the office's own provider and back; a provider that does not answer is said to be down."""

import logging

from allauth.socialaccount.providers.openid_connect import views
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from answerable.web.staff import staff_page

_log = logging.getLogger(__name__)


def to_provider(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Lead to the provider, where the person says who they are."""
    try:
        answer: HttpResponseBase = views.login(request, provider_id)
    except OSError:
        return _failed(request)
    return answer


def back_from_provider(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Let in whom the provider vouches for, if they are known here."""
    try:
        answer: HttpResponseBase = views.callback(request, provider_id)
    except OSError:
        return _failed(request)
    return answer


def _failed(request: HttpRequest) -> HttpResponseBase:
    _log.exception("The provider of single sign-on does not answer")
    return staff_page(request, "socialaccount/authentication_error.html", {}, status=502)
