"""Recognises the files that this product publishes, so that they are read back exactly."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from answerable.reading.own import OwnLog

# Each layout names itself at its beginning; what does not is read without what reads them.
_NAME, _FRONT_CHARACTERS = "nswerable", 20_000


def own_log(text: str, *, as_format: str = "auto") -> tuple[str, "OwnLog"] | None:
    """Return the format and the log of a file that this product published; None for any other.

    :raises NotReadable: if it was published, and has been damaged since.
    """
    if _NAME not in text[:_FRONT_CHARACTERS]:
        return None
    from answerable.reading import own_html, own_json, own_markdown  # noqa: PLC0415 most files are others'

    for form, reader in (("json", own_json), ("html", own_html), ("markdown", own_markdown)):
        if as_format in ("auto", form) and reader.reads_own(text):
            return form, reader.entries_from_own(text)
    return None
