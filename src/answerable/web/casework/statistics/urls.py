"""The addresses of the office's own figures."""

from django.urls import path

from answerable.web.casework.statistics import frozen, pages

addresses = [
    path("statistics/", pages.figures_page, name="statistics"),
    path("statistics.csv", pages.figures_file, {"form": "csv"}, name="statistics-csv"),
    path("statistics.json", pages.figures_file, {"form": "json"}, name="statistics-json"),
    path("statistics/cases/", pages.cases_page, name="statistics-cases"),
    path("statistics/frozen/", frozen.frozen_list, name="statistics-frozen"),
    path("statistics/frozen/<int:number>/", frozen.frozen_one, name="statistics-frozen-one"),
]
