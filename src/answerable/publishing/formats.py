"""A publication in each of its formats."""

from collections.abc import Callable, Mapping
from typing import get_args

from answerable.publishing.csv_files import log_as_csv
from answerable.publishing.feeds import log_as_atom
from answerable.publishing.json_files import log_as_json
from answerable.publishing.markdown import markdown
from answerable.publishing.pdf import pdf
from answerable.publishing.publications import CannotPublish, Format, Publication
from answerable.publishing.web_page import page

FORMATS: tuple[Format, ...] = get_args(Format)
"""The formats, in the order in which they are offered."""

_WRITERS: Mapping[str, Callable[[Publication], bytes]] = {
    "html": page,
    "pdf": pdf,
    "csv": log_as_csv,
    "json": log_as_json,
    "atom": log_as_atom,
    "md": markdown,
}


def publish(publication: Publication, format: Format) -> bytes:  # noqa: A002 what users call it
    """Return the publication as a file's bytes, the same on every run.

    :raises CannotPublish: if the format is unknown, or the file cannot be written as it must be.
    """
    writer = _WRITERS.get(format)
    if writer is None:
        raise CannotPublish(f"There is no format {format!r}: choose from {', '.join(FORMATS)}")
    return writer(publication)
