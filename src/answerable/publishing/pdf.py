"""A publication as PDF/UA-1 and PDF/A-3a by Typst, with the log's own data attached inside."""

import json

from answerable.publishing.csv_files import log_as_csv
from answerable.publishing.json_files import log_as_json
from answerable.publishing.pdf_bounds import check_size
from answerable.publishing.pdf_data import document_data
from answerable.publishing.publications import Publication
from answerable.publishing.tagged_pdf import tagged_pdf

_FILES = ("log.json", "log.csv")


def pdf(publication: Publication) -> bytes:
    """Return the publication as a PDF file.

    :raises CannotPublish: if it is too large, Typst refuses or warns, or a mark of accessibility
        is missing after.
    """
    check_size(publication)
    return tagged_pdf("log.typ", _inputs(publication), attached=len(_FILES))


def _inputs(publication: Publication) -> dict[str, str]:
    data = document_data(publication)
    return {
        "log": json.dumps(data, ensure_ascii=False),
        "log.json": log_as_json(publication).decode(),
        "log.csv": log_as_csv(publication).decode(),
    }
