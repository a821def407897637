"""The addresses on which staff read what the survey says, and look through what people wrote."""

from django.urls import path

from answerable.web.standards import quotations, survey

addresses = [
    path("standards/survey/", survey.results, name="survey-results"),
    path("standards/survey.<slug:form>", survey.results_file, name="survey-results-file"),
    path("standards/survey/words/", quotations.every_quotation, name="quotations"),
    path("standards/survey/words/<str:ident>/", quotations.one_quotation, name="quotation"),
]
