"""The addresses of whose time late answers took."""

from django.urls import path

from answerable.web.casework.timing import pages

addresses = [
    path("requests/whose-time/", pages.whose_time_page, name="whose-time"),
    path("requests/whose-time.csv", pages.whose_time_file, name="whose-time-file"),
]
