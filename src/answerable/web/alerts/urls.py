"""The addresses of alerts, in both languages."""

from django.urls import path

from answerable.web.alerts import asking, links

addresses = [
    path("search/alert", asking.alert, name="alert"),
    path("search/alert/asked", asking.asked, name="alert-asked"),
    path("alerts/<str:token>/confirmation", links.confirmation, name="alert-confirmation"),
    path("alerts/<str:token>/end", links.end, name="alerts-end"),
    path("alerts/<str:token>", links.mine, name="alerts"),
]
