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


def broken_declarations() -> tuple[BrokenDeclaration, ...]:
    """Return the files of the site's own that declare nothing, so that somebody can mend them."""
    return (*_own_registers()[1], *_own_measures()[1])


def _own_registers() -> tuple[dict[str, Register], list[BrokenDeclaration]]:
    return _declared(
        registers_folder() / "declared", lambda data: sound_register(register_of(data))
    )


def _own_measures() -> tuple[dict[str, Measure], list[BrokenDeclaration]]:
    registers = known_registers()

    def sound(data: dict[str, Any]) -> Measure:
        measure = measure_of(data)
        if measure.register not in registers:
            raise Misdeclared(f"there is no register {measure.register!r}")
        return sound_measure(measure, registers[measure.register])

    return _declared(registers_folder() / "measures", sound)


def _declared(
    folder: Path, read: Callable[[dict[str, Any]], Declared]
) -> tuple[dict[str, Declared], list[BrokenDeclaration]]:
    found: dict[str, Declared] = {}
    broken = []
    for path in sorted(folder.glob("*.toml")):
        try:
            one = read(tomllib.loads(path.read_text(encoding="utf-8")))
        except (Misdeclared, tomllib.TOMLDecodeError, OSError, UnicodeDecodeError) as problem:
            broken.append(BrokenDeclaration(path.name, str(problem)))
        else:
            found[one.name] = one
    return found, broken
