"""The registers and measures that a site knows: those that are shipped, and its own."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from answerable.domain.measures.declarations import Misdeclared, measure_of, register_of
from answerable.domain.measures.definitions import Measure
from answerable.domain.measures.registers import Register
from answerable.domain.measures.soundness import sound_measure, sound_register
from answerable.measuring.shipped import shipped_measures, shipped_registers
from answerable.queries.register_places import registers_folder

Declared = TypeVar("Declared", Register, Measure)


_LARGEST = 2**20


class NoSuchRegister(LookupError):
    """There is no register of this name; the message says which there are."""


class DeclarationUnread(ValueError):
    """A file is no declaration at all: it is not there, or no TOML."""


@dataclass(frozen=True, slots=True)
class BrokenDeclaration:
    """A file of the site that should declare something and does not: its name, and why."""

    file: str
    why: str


def known_registers() -> dict[str, Register]:
    """Return each register by its name; one of the site's own stands in place of a shipped one of its name."""
    own, _ = _own_registers()
    return {**shipped_registers(), **own}


def known_measures() -> dict[str, Measure]:
    """Return each measure by its name; one of the site's own stands in place of a shipped one of its name."""
    own, _ = _own_measures()
    return {**shipped_measures(), **own}


def own_registers() -> dict[str, Register]:
    """Return the registers that the site declared itself, by their names."""
    return _own_registers()[0]


def broken_registers() -> tuple[BrokenDeclaration, ...]:
    """Return the files of the site's own that should declare registers and do not."""
    return tuple(_own_registers()[1])


def broken_declarations() -> tuple[BrokenDeclaration, ...]:
    """Return the files of the site's own that declare nothing, so that somebody can mend them."""
    return (*_own_registers()[1], *_own_measures()[1])


def _own_registers() -> tuple[dict[str, Register], list[BrokenDeclaration]]:
    return _declared(registers_folder() / "declared", declaration_in)


def _own_measures() -> tuple[dict[str, Measure], list[BrokenDeclaration]]:
    registers = known_registers()

    def sound(path: Path) -> Measure:
        measure = measure_of(_data_in(path))
        if measure.register not in registers:
            raise Misdeclared(f"there is no register {measure.register!r}")
        return sound_measure(measure, registers[measure.register])

    return _declared(registers_folder() / "measures", sound)


def register_named(name: str) -> Register:
    """Return the declaration of a register.

    :raises NoSuchRegister: if none has the name; the message says which files should declare one and do not.
    """
    known = known_registers()
    if name in known:
        return known[name]
    damaged = "".join(f"; {one.file}: {one.why}" for one in broken_declarations())
    raise NoSuchRegister(f"There is no register {name!r}: there are {', '.join(known)}{damaged}")


def declaration_in(file: Path) -> Register:
    """Return the register that a file declares.

    :raises DeclarationUnread: if it cannot be read.
    :raises Misdeclared: if it says what it cannot.
    """
    return sound_register(register_of(_data_in(file)))


def _data_in(file: Path) -> dict[str, Any]:
    try:
        with file.open("rb") as opened:
            text = opened.read(_LARGEST + 1)
    except OSError as problem:
        message = f"It cannot be opened: {problem.strerror or 'no reason given'}"
        raise DeclarationUnread(message) from problem
    if len(text) > _LARGEST:
        raise DeclarationUnread("It is too long for a declaration")
    try:
        return tomllib.loads(text.decode())
    except ValueError as problem:
        raise DeclarationUnread(f"It is no TOML in UTF-8: {problem}") from problem


def _declared(
    folder: Path, read: Callable[[Path], Declared]
) -> tuple[dict[str, Declared], list[BrokenDeclaration]]:
    found: dict[str, Declared] = {}
    broken = []
    for path in sorted(folder.glob("*.toml")):
        try:
            one = read(path)
        except (DeclarationUnread, Misdeclared) as problem:
            broken.append(BrokenDeclaration(path.name, str(problem)))
        else:
            found[one.name] = one
    return found, broken
