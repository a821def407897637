"""The addresses of campaigns."""

from django.urls import path

from answerable.web.casework.campaigns import pages

addresses = [
    path("campaigns/", pages.every_campaign, name="campaigns"),
    path("campaigns/<slug:reference>/", pages.one_campaign, name="campaign"),
]
