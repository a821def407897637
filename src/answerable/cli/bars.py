"""A bar on a terminal for what takes more than a second."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

_One = TypeVar("_One")


def shown(some: Iterable[_One], unit: str) -> Iterable[_One]:
    """Return what is given; on a terminal a bar shows how many of it were taken, in units such as " entries"."""
    if not sys.stderr.isatty():
        return some
    from tqdm import tqdm  # noqa: PLC0415 a bar nobody sees must not slow the start

    bar: Iterable[_One] = tqdm(some, unit=unit, file=sys.stderr, delay=1)
    return bar


@contextmanager
def share_read() -> Iterator[Callable[[int, int], None] | None]:
    """Give what is told how many bytes of how many were read; on a terminal a bar shows the per cent."""
    if not sys.stderr.isatty():
        yield None
        return
    from tqdm import tqdm  # noqa: PLC0415 a bar nobody sees must not slow the start

    with tqdm(total=100, unit=" %", file=sys.stderr, delay=1) as bar:

        def progress(done: int, whole: int) -> None:
            bar.update(100 * done // max(whole, 1) - bar.n)

        yield progress
