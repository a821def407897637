"""Recognises the files that this product publishes, so that they are read back exactly."""

from answerable.reading import own_html, own_json, own_markdown
from answerable.reading.own import OwnLog

_READERS = (("json", own_json), ("html", own_html), ("markdown", own_markdown))


def own_log(text: str, *, as_format: str = "auto") -> tuple[str, OwnLog] | None:
    """Return the format and the log of a file that this product published; None for any other.

    :raises NotReadable: if it was published, and has been damaged since.
    """
    for form, reader in _READERS:
        if as_format in ("auto", form) and reader.reads_own(text):
            return form, reader.entries_from_own(text)
    return None
