"""Several values on one line, so that they can be told apart again."""

from collections.abc import Iterable

SEPARATOR = "; "


def joined(values: Iterable[str]) -> str:
    r"""Return the values parted by "; ".

    In a value, a semicolon of its own is written `\,` and a backslash `\\`, so that what parts the
    values stands nowhere else.
    """
    return SEPARATOR.join(value.replace("\\", "\\\\").replace(";", "\\,") for value in values)
