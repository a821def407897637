"""The codes of findings: what each is, why it matters and how it is mended (codes.toml)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from answerable.inspecting.findings import Severity


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding; `counted` names one of what is counted and several of them."""

    name: str
    severity: Severity
    counted: tuple[str, str]
    what: str
    why: str
    mended: str


@cache
def codes() -> Mapping[str, Code]:
    """Return every code by its name, in the order of the file."""
    text = resources.files("answerable.inspecting").joinpath("codes.toml").read_text("utf-8")
    return {
        f"{group}.{name}": Code(
            name=f"{group}.{name}",
            severity=Severity(row["severity"]),
            counted=(row["counted"][0], row["counted"][1]),
            what=row["what"],
            why=row["why"],
            mended=row["mended"],
        )
        for group, rows in tomllib.loads(text).items()
        for name, row in rows.items()
    }
