"""The addresses that links lead to."""

from django.urls import path

from answerable.web.contributing import pages

addresses = [
    path("contributions/<str:token>/", pages.contribution, name="contribution"),
    path("contributions/<str:token>/not-for-me/", pages.not_for_me, name="contribution-not-for-me"),
    path("contributions/<str:token>/sent/", pages.sent, name="contribution-sent"),
]
