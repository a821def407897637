"""The tables of bank holidays that a site has: the one that was shipped, and those loaded since."""

import json
import os
import re
from pathlib import Path

from answerable.domain.clock import (
    Holidays,
    NoSuchTable,
    holidays_as_json,
    holidays_of,
    shipped_holidays,
)
from answerable.reading.json_files import FileRefused, json_in


def calendars_folder() -> Path:
    """Return where a site keeps the tables that were loaded."""
    return Path(os.environ.get("ANSWERABLE_HOME") or "var").resolve() / "calendars"


def versions() -> dict[str, Path | None]:
    """Return the file of each version, in the order in which they came; the shipped one has none."""
    files = {
        path.stem: path
        for path in calendars_folder().glob("*.json")
        if _VERSION.fullmatch(path.stem)
    }
    shipped = shipped_holidays().version
    later = sorted((name for name in files if name != shipped), key=_order)
    # A later release ships a later table: then what was loaded before it is older.
    before = [name for name in later if _order(name) < _order(shipped)]
    after = [name for name in later if _order(name) > _order(shipped)]
    return {name: files.get(name) for name in (*before, shipped, *after)}


def holidays(version: str | None = None) -> Holidays:
    """Return the table of a version, or the latest.

    :raises NoSuchTable: if there is none, or its file is damaged.
    """
    known = versions()
    name = version or list(known)[-1]
    if name not in known:
        message = f"There is no calendar of version {name!r}: there are {', '.join(known)}"
        raise NoSuchTable(message)
    path = known[name]
    if path is None:
        return shipped_holidays()
    try:
        table = holidays_of(json_in(path))
    except (FileRefused, NoSuchTable) as problem:
        message = f"The calendar {path.name} cannot be used ({problem}): load it again"
        raise NoSuchTable(message) from problem
    if table.version != name:
        message = f"The calendar {path.name} says that it is {table.version}: load it again"
        raise NoSuchTable(message)
    return table


def usable_holidays() -> Holidays:
    """Return the latest table, or the shipped one where that is damaged: no request waits for its mending."""
    try:
        return holidays()
    except NoSuchTable:
        return shipped_holidays()


def keep(table: Holidays) -> Path:
    """Write a table beside the others, whole or not at all, and return its file."""
    folder = calendars_folder()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{table.version}.json"
    new = path.with_suffix(".new")
    new.write_text(
        json.dumps(holidays_as_json(table), indent=0, ensure_ascii=False) + "\n", "utf-8"
    )
    new.replace(path)
    return path


def _order(version: str) -> tuple[str, int]:
    day, _, number = version.partition(".")
    return day, int(number or 1)


_VERSION = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:\.[0-9]{1,4})?")
