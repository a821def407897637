"""The addresses of imports and of what is doubtful in them."""

from django.urls import path

from answerable.web.casework.importing import columns, doubts, entries, pictures, runs, starting

addresses = [
    path("imports/", runs.every_run, name="imports"),
    path("imports/new/", starting.new_run, name="import-new"),
    path("imports/<int:number>/", runs.one_run, name="import"),
    path("imports/<int:number>/columns/", columns.run_columns, name="import-columns"),
    path("imports/entries/", entries.find_entry, name="imported-entry-find"),
    path("imports/entries/<str:code>/<str:key>/", entries.one_entry, name="imported-entry"),
    path(
        "imports/entries/<str:code>/<str:key>/page.png",
        entries.field_picture,
        name="imported-entry-picture",
    ),
    path("doubts/", doubts.every_doubt, name="doubts"),
    path("doubts/<int:number>/", doubts.one_doubt, name="doubt"),
    path("doubts/<int:number>/page.png", pictures.page_picture, name="doubt-picture"),
]
