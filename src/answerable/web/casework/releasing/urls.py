"""The addresses of files that leave, and of what went wrong."""

from django.urls import path

from answerable.web.casework.releasing import file_page, place_page, released_page

_PLACE = "requests/<slug:reference>/files/<int:number>/places/<slug:key>/"

addresses = [
    path(
        "requests/<slug:reference>/files/<int:number>/",
        file_page.one_file,
        name="request-file-page",
    ),
    path(_PLACE, place_page.one_place, name="file-place"),
    path(f"{_PLACE}picture.png", place_page.place_picture, name="file-place-picture"),
    path("released-files/", released_page.released, name="released-files"),
    path("incidents/", released_page.incidents, name="incidents"),
    path("incidents/<int:number>/", released_page.incident, name="incident"),
]
