"""The addresses on which staff assess the service."""

from django.urls import path

from answerable.web.standards import (
    comparing,
    elements,
    frameworks,
    grid,
    improving,
    packs,
    publishing,
    rounds,
)

addresses = [
    path("standards/", grid.self_assessment, name="self-assessment"),
    path("standards/grid.<slug:form>", grid.grid_file, name="assessment-file"),
    path("standards/readiness/<slug:lack>/", grid.one_lack, name="readiness"),
    path("standards/frameworks/", frameworks.load, name="framework-load"),
    path("standards/actions/", improving.every, name="improvement-actions"),
    path("standards/elements/<str:number>/", elements.one_element, name="element"),
    path("standards/evidence/<int:number>/", elements.one_file, name="evidence-file"),
    path("standards/packs/", packs.every, name="assessment-packs"),
    path("standards/packs/<int:number>/", packs.one, name="assessment-pack"),
    path("standards/rounds/", rounds.every, name="assessment-rounds"),
    path("standards/rounds/compare/", comparing.compare, name="assessment-rounds-compared"),
    path(
        "standards/rounds/compare.csv",
        comparing.compare_csv,
        name="assessment-rounds-compared-csv",
    ),
    path("standards/rounds/new/", rounds.new, name="assessment-round-new"),
    path("standards/rounds/report/", rounds.load, name="assessment-report"),
    path("standards/rounds/<int:number>/", rounds.one, name="assessment-round"),
    path(
        "standards/rounds/<int:number>/publishing/",
        publishing.round_publishing,
        name="assessment-round-publishing",
    ),
]
