"""JSON files that people give, read with a plain sentence where they cannot be."""

import json
from pathlib import Path
from typing import Any


class FileRefused(ValueError):
    """A file cannot be read, or is not what it should be."""


def json_in(path: Path) -> Any:
    """Return what a JSON file holds.

    :raises FileRefused: if it cannot be read, is no JSON, or is nested too deep.
    """
    try:
        return json.loads(path.read_bytes())
    except OSError as problem:
        message = f"{path.name} cannot be read: {problem.strerror}"
        raise FileRefused(message) from problem
    except RecursionError as problem:
        message = f"{path.name} is nested too deep"
        raise FileRefused(message) from problem
    except ValueError as problem:
        message = f"{path.name} is no JSON: {problem}"
        raise FileRefused(message) from problem
