"""The addresses of entries for the log: their lists, and the pages of one request's entry."""

from django.urls import path

from answerable.web.casework.publishing import keeping_out, listing, validating, writing

_REQUEST = "requests/<slug:reference>/"

draft_addresses = [
    path("log-entries/", listing.log_entries, name="log-entries"),
    path(f"{_REQUEST}entry/", writing.entry, name="request-entry"),
    path(f"{_REQUEST}entry/validation/", validating.validation, name="entry-validation"),
    path(f"{_REQUEST}entry/keeping-out/", keeping_out.keeping_out, name="entry-keeping-out"),
]
"""What comes before an entry is published; its steps have their own addresses."""
