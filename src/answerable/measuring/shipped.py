"""The declarations that come with the product: kinds of registers, and measures over them."""

import tomllib
from functools import cache
from importlib import resources

from answerable.domain.measures.declarations import measure_of, register_of
from answerable.domain.measures.definitions import Measure
from answerable.domain.measures.registers import Register
from answerable.domain.measures.soundness import sound_measure, sound_register


@cache
def shipped_registers() -> dict[str, Register]:
    """Return each shipped register's declaration by its name."""
    return {
        register.name: register
        for register in (sound_register(register_of(data)) for data in _declared("registers"))
    }


@cache
def shipped_measures() -> dict[str, Measure]:
    """Return each shipped measure's definition by its name."""
    registers = shipped_registers()
    measures = (measure_of(data) for data in _declared("measures"))
    return {
        measure.name: sound_measure(measure, registers[measure.register]) for measure in measures
    }


def _declared(folder: str) -> list[dict[str, object]]:
    files = resources.files(__package__).joinpath(folder).iterdir()
    return [
        tomllib.loads(file.read_text(encoding="utf-8"))
        for file in sorted(files, key=lambda file: file.name)
        if file.name.endswith(".toml")
    ]
