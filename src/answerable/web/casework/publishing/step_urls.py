"""The addresses of what happens to an entry once it is validated."""

from django.urls import path

from answerable.web.casework.publishing import correcting, entry_steps, publishing_months

_REQUEST = "requests/<slug:reference>/"

step_addresses = [
    path(f"{_REQUEST}entry/log/", entry_steps.entry_steps, name="entry-steps"),
    path(f"{_REQUEST}entry/correction/", correcting.correction, name="entry-correction"),
    path("log-entries/<slug:month>/", publishing_months.month_page, name="log-month"),
]
"""Stop, withdraw, restore, correct, and publish a month at once."""
