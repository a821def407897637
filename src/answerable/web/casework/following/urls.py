"""The address where staff send new links."""

from django.urls import path

from answerable.web.casework.following import pages

addresses = [
    path("requests/<slug:reference>/follow-link/", pages.follow_link, name="request-follow-link"),
]
