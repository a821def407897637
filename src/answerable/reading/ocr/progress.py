"""How far the reading of pictures is, told to whoever shows it: each page takes seconds."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Told = Callable[[int, int], None]
"""Is told how many pages were read, and of how many."""

_told: ContextVar[Told | None] = ContextVar("told", default=None)


@contextmanager
def pages_told(told: Told) -> Iterator[None]:
    """Tell how far the reading of pictures is, for as long as the context lasts."""
    token = _told.set(told)
    try:
        yield
    finally:
        _told.reset(token)


def tell(read: int, count: int) -> None:
    """Tell whoever listens that so many pages of so many were read."""
    told = _told.get()
    if told is not None:
        told(read, count)
