"""Which rules an inspection went by: what was inspected by others has to be looked at again."""

import hashlib
from dataclasses import astuple
from functools import cache

from answerable.inspecting.codes import codes

INSPECTOR_VERSION = 12
"""Raised by hand when something is found, or passed over, that was not before under the same codes."""


@cache
def rules_version() -> str:
    """Return the version of the rules: the inspector's own, and a digest of every code with its severity."""
    said = repr([(one.name, one.severity.value, *astuple(one)[3:]) for one in codes().values()])
    return f"{INSPECTOR_VERSION}-{hashlib.sha256(said.encode()).hexdigest()[:12]}"
