"""What the server says when something fails: where and what kind of failure, never what was asked.

Addresses, search words, the texts of exceptions and readers' IP addresses can be personal data. Errors
therefore say the route, the kind of exception and the lines that it passed; warnings about readers'
malformed requests are not written at all.
"""

import logging
import traceback
from pathlib import Path
from types import TracebackType
from typing import Any

from gunicorn.glogging import Logger

_PACKAGES = Path(__file__).parents[2]
_MOST_PLACES = 12


class WithoutData(logging.Formatter):
    """Writes an error as one line without any value of the request that met it."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of a record; the words of the server itself are kept where nothing failed."""
        kind, _, trace = record.exc_info or (None, None, None)
        parts = [self.formatTime(record), record.levelname, record.name]
        if route := _route(record):
            parts.append(route)
        if kind is not None:
            parts += [kind.__name__, "at", " < ".join(_places(trace))]
        elif record.name.startswith("gunicorn"):
            parts.append(record.getMessage())
        elif status := getattr(record, "status_code", None):
            parts.append(str(status))
        return " ".join(parts)


class ServerLog(Logger):
    """gunicorn's own log, with its errors written the same way."""

    def setup(self, cfg: Any) -> None:
        """Set up the log as gunicorn does, then let our formatter write it."""
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(WithoutData())


def _route(record: logging.LogRecord) -> str:
    """Return the pattern of the address that was asked for, such as `log/<str:key>`; never the address."""
    match = getattr(getattr(record, "request", None), "resolver_match", None)
    return str(match.route) or "/" if match else ""


def _places(trace: TracebackType | None) -> list[str]:
    """Return the lines that an exception passed, the last first."""
    frames = traceback.extract_tb(trace)[-_MOST_PLACES:]
    return [f"{_short(frame.filename)}:{frame.lineno}" for frame in reversed(frames)]


def _short(filename: str) -> str:
    path = Path(filename)
    return str(path.relative_to(_PACKAGES)) if path.is_relative_to(_PACKAGES) else path.name
