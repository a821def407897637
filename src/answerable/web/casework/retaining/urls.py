"""The addresses of what is kept, held and disposed of."""

from django.urls import path

from answerable.web.casework.retaining import disposals, exporting, keeping, merging

addresses = [
    path("requests/<slug:reference>/retention/", keeping.retention, name="request-retention"),
    path("requests/<slug:reference>/export/", exporting.export, name="request-export"),
    path("requests/<slug:reference>/merging/", merging.merge, name="request-merging"),
    path("disposals/", disposals.every_list, name="disposals"),
    path("disposals/<int:number>/", disposals.one_list, name="disposal"),
    path("disposals/<int:number>.csv", disposals.list_file, name="disposal-file"),
]
