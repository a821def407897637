"""By what an earlier question is named in forms and kept, wherever it is found: the same for ever."""

import hashlib

from answerable.matching.precedents import Filed

_KEY = 16


def key_of(filed: Filed) -> str:
    """Return the key of a question on file: of ours it is the same whether it is published or not."""
    if filed.is_theirs or not filed.reference:
        return _digest(filed.address)
    return key_of_ours(filed.reference, filed.label or "")


def key_of_ours(reference: str, label: str) -> str:
    """Return the key of a question of our own."""
    return _digest(f"{reference} {label}")


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:_KEY]
