"""The addresses where whoever asked follows their request, in both languages."""

from django.urls import path

from answerable.web.following import documents, moves, new_links, packs, pages

_REQUEST = "your-request/<str:token>/"
_LETTER = f"{_REQUEST}letters/<int:number>"

addresses = [
    path("your-request", new_links.new_link, name="new-link"),
    path(_REQUEST, pages.request_page, name="followed"),
    path(f"{_REQUEST}clarification/", moves.clarification, name="followed-clarification"),
    path(f"{_REQUEST}withdrawal/", moves.withdrawal, name="followed-withdrawal"),
    path(f"{_REQUEST}review/", moves.review, name="followed-review"),
    path(f"{_REQUEST}message/", moves.message, name="followed-message"),
    path(f"{_REQUEST}evidence.zip", packs.evidence_pack, name="followed-evidence"),
    path(f"{_LETTER}.pdf", documents.letter_pdf, name="followed-letter-pdf"),
    path(f"{_LETTER}.html", documents.letter_page, name="followed-letter-page"),
    path(f"{_LETTER}/files/<int:place>", documents.letter_file, name="followed-file"),
    path("your-files/<str:token>/", documents.delivery_page, name="delivery"),
    path("your-files/<str:token>/<int:place>", documents.delivery_file, name="delivered-file"),
]
