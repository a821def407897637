"""The addresses of contradictions."""

from django.urls import path

from answerable.web.casework.clashes import pages

addresses = [
    path("contradictions/", pages.every_clash, name="contradictions"),
    path("contradictions.csv", pages.clashes_file, name="contradictions-file"),
    path("contradictions/<int:number>/", pages.one_clash, name="contradiction"),
]
