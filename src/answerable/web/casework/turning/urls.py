"""The addresses of notices, and of what came from whoever asked."""

from django.urls import URLPattern, path

from answerable.web.casework.turning import notices, turns, writing

_REQUEST = "requests/<slug:reference>/"

TURNING: list[URLPattern] = [
    path(f"{_REQUEST}notices/", notices.notices, name="request-notices"),
    path(f"{_REQUEST}notices/<slug:kind>/", writing.notice, name="request-notice-new"),
    path(f"{_REQUEST}turns/", turns.turns, name="request-turns"),
]
