"""The addresses of other bodies, and of a question's transfer to one."""

from django.urls import path

from answerable.web.casework.bodies import pages

addresses = [
    path("other-bodies/", pages.directory, name="other-bodies"),
    path("other-bodies/new/", pages.new_body, name="other-body-new"),
    path("other-bodies/<slug:slug>/", pages.body, name="other-body"),
    path(
        "requests/<slug:reference>/questions/<str:part>/transfer/",
        pages.transfer,
        name="question-transfer",
    ),
]
