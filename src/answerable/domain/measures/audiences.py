"""Who sees what of a register: whoever may see less gets a register that has less."""

from dataclasses import replace

from answerable.domain.measures.registers import Audience, Column, Register

_WIDENING = (Audience.PUBLIC, Audience.STAFF, Audience.ANALYSTS)
"""Each sees what those before it see."""


def may_see(thing: Audience, viewer: Audience) -> bool:
    """Return whether a viewer sees what is for an audience."""
    return _WIDENING.index(thing) <= _WIDENING.index(viewer)


def as_seen_by(register: Register, viewer: Audience) -> Register | None:
    """Return a register with the columns that a viewer may see; None if they may not see it at all.

    Its key goes with its columns: if part of it may not be seen, rows have none. So do its gaps.
    """
    if not may_see(register.audience, viewer):
        return None
    columns = tuple(one for one in register.columns if may_see(one.audience, viewer))
    names = {one.name for one in columns}
    return replace(
        register,
        columns=tuple(_among(one, names) for one in columns),
        key=register.key if names.issuperset(register.key) else (),
        gaps=tuple(one for one in register.gaps if {one.column, one.dated} <= names),
    )


def _among(column: Column, names: set[str]) -> Column:
    return column if column.not_before in names else replace(column, not_before="")
