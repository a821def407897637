"""The addresses of the survey, in both languages."""

from django.urls import path

from answerable.web.surveying import pages

addresses = [
    path("survey/thanks/", pages.thanks, name="survey-thanks"),
    path("survey/<str:token>/", pages.survey, name="survey"),
]
