"""The rules by which requests are kept: ours, with the years that the office's own file gives."""

from pathlib import Path

from answerable.domain.retention import (
    RetentionRefused,
    Schedule,
    own_schedule,
    standard_schedule,
)

_FILE = "retention.toml"


def schedule_beside(office: Path) -> Schedule:
    """Return the rules; the office keeps its own years, if it has any, beside its facts.

    :raises RetentionRefused: if that file cannot be used.
    """
    path = office.with_name(_FILE)
    if not path.exists():
        return standard_schedule()
    try:
        return own_schedule(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, RetentionRefused) as problem:
        message = f"{_FILE} cannot be used: {problem}"
        raise RetentionRefused(message) from problem
