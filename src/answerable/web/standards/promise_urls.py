"""The addresses on which staff keep service standards."""

from django.urls import path

from answerable.web.standards import promises, publishing

addresses = [
    path("standards/service/", promises.every_standard, name="service-standards"),
    path("standards/service/new/", promises.new_standard, name="service-standard-new"),
    path("standards/service.csv", promises.standards_csv, name="service-standards-csv"),
    path("standards/service.json", promises.standards_json, name="service-standards-json"),
    path("standards/service/<slug:slug>/", promises.one_standard, name="service-standard"),
    path(
        "standards/service/<slug:slug>/publishing/",
        publishing.standard_publishing,
        name="service-standard-publishing",
    ),
    path(
        "standards/service/<slug:slug>/<slug:month>/",
        promises.one_month,
        name="service-standard-month",
    ),
]
