"""The addresses of information owners and of what they are asked."""

from django.urls import path

from answerable.web.casework import contributions, owners
from answerable.web.staff import for_staff

_QUESTION = "requests/<slug:reference>/questions/<str:part>/contributions/"
_ONE = f"{_QUESTION}<int:number>/"

addresses = for_staff(
    [
        path("information-owners/", owners.everyone, name="information-owners"),
        path("information-owners/new/", owners.new_owner, name="information-owner-new"),
        path("information-owners/<str:email>/", owners.owner, name="information-owner"),
        path("information-owners/<str:email>/end/", owners.ending, name="information-owner-end"),
        path(_QUESTION, contributions.question, name="question-contributions"),
        path(_ONE, contributions.contribution, name="question-contribution"),
        path(f"{_ONE}reminder/", contributions.reminder, name="contribution-reminder"),
        path(f"{_ONE}withdrawal/", contributions.withdrawal, name="contribution-withdrawal"),
        path(
            f"{_ONE}files/<int:place>/", contributions.contribution_file, name="contribution-file"
        ),
    ]
)
