"""The addresses on which a file of a request is redacted."""

from django.urls import path

from answerable.web.casework.redacting import checking, everywhere, files, listing, marking

_FILE = "requests/<slug:reference>/files/<int:number>/redact/"

addresses = [
    path("requests/<slug:reference>/redactions/", listing.redactions, name="request-redactions"),
    path(_FILE, marking.redact_page, name="file-redaction"),
    path(f"{_FILE}page.png", files.page_picture, name="file-redaction-picture"),
    path(f"{_FILE}everywhere/", everywhere.everywhere_page, name="file-redaction-everywhere"),
    path(f"{_FILE}check/", checking.check_page, name="file-redaction-check"),
    path(f"{_FILE}log.csv", files.log_file, name="file-redaction-log"),
]
