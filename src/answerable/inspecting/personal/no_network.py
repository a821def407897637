"""No network for whoever is inside: no socket is made, no name looked up, no program started that could do either."""

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import Event
from typing import Any

_REFUSED = ("socket.", "subprocess.", "os.system", "os.posix_spawn", "os.spawn", "os.fork")
_CLOSED = Event()


class NetworkRefused(Exception):
    """Something tried to reach a network where none may be reached."""


@contextmanager
def no_network() -> Iterator[None]:
    """Let nothing in this process reach a network until the block ends.

    :raises NetworkRefused: in whatever tries, before it has reached anything.
    """
    _hooked()
    was_closed, had_ipv6 = _CLOSED.is_set(), socket.has_ipv6
    _CLOSED.set()
    # urllib3 makes a socket when it is imported, to see whether this machine has IPv6: so it does not ask.
    socket.has_ipv6 = False
    try:
        yield
    finally:
        socket.has_ipv6 = had_ipv6
        if not was_closed:
            _CLOSED.clear()


@cache
def _hooked() -> None:
    """Listen to the interpreter, once: a hook cannot be taken back, so it looks whether it is to refuse."""
    sys.addaudithook(_refuse)


def _refuse(event: str, _arguments: tuple[Any, ...]) -> None:
    if _CLOSED.is_set() and event.startswith(_REFUSED):
        message = f"Nothing may reach a network here, and {event} was tried"
        raise NetworkRefused(message)
