"""The addresses of imports and of what is doubtful in them."""

from django.urls import path

from answerable.web.casework.importing import columns, doubts, pictures, runs, starting

addresses = [
    path("imports/", runs.every_run, name="imports"),
    path("imports/new/", starting.new_run, name="import-new"),
    path("imports/<int:number>/", runs.one_run, name="import"),
    path("imports/<int:number>/columns/", columns.run_columns, name="import-columns"),
    path("doubts/", doubts.every_doubt, name="doubts"),
    path("doubts/<int:number>/", doubts.one_doubt, name="doubt"),
    path("doubts/<int:number>/page.png", pictures.page_picture, name="doubt-picture"),
]
