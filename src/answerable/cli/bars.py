"""A bar on a terminal for what takes more than a second."""

import sys
from collections.abc import Iterable
from typing import TypeVar

_One = TypeVar("_One")


def shown(some: Iterable[_One], unit: str) -> Iterable[_One]:
    """Return what is given; on a terminal a bar shows how many of it were taken, in units such as " entries"."""
    if not sys.stderr.isatty():
        return some
    from tqdm import tqdm  # noqa: PLC0415 a bar nobody sees must not slow the start

    bar: Iterable[_One] = tqdm(some, unit=unit, file=sys.stderr, delay=1)
    return bar
