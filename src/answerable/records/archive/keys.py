"""What an entry is known by: its reference without punctuation, or its title in the same manner."""

from answerable.domain.disclosure_log import entry_key

LONGEST_KEY = 100
"""Keys are cut here: a reference that an OCR ran into its paragraph must not break the import."""


def key_of(ref: str | None, title: str) -> str:
    """Return the key of a reference, or of a title where there is none."""
    return entry_key(ref, title)[:LONGEST_KEY].strip("-")


def ref_key_of(ref: str | None) -> str | None:
    """Return what a reference is known by, or None where there is none to go by."""
    key = key_of(ref, "") if ref else None
    # A reference of nothing but punctuation makes no key: such an entry is known by its title.
    return None if ref and key == "untitled" and "untitled" not in ref.lower() else key
