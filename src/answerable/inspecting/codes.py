"""The codes of findings: what each is, why it matters and how it is mended (explained/*.toml)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from answerable.inspecting.findings import Severity

GROUPS = {
    "file": "Any file",
    "zip": "Zips, and files that are zips inside",
    "office": "Office files of every kind",
    "picture": "Pictures",
    "xlsx": "Workbooks (XLSX, XLSM)",
    "docx": "Documents (DOCX, DOCM)",
    "pptx": "Presentations (PPTX, PPTM)",
    "odf": "OpenDocument (ODS, ODT, ODP)",
    "pdf": "PDF",
    "csv": "CSV and plain text",
    "html": "Web pages",
    "json": "Data as JSON",
    "mail": "Messages (EML, MSG)",
    "rtf": "Documents in RTF",
    "ole": "Files of old Office (XLS, DOC, PPT)",
    "sweep": "People whom the office knows, in a file of any kind",
    "personal": "Personal data in what a file of any kind shows",
}
"""What each group of codes is about, in the order in which they are shown."""


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
    """Return every code by its name: those of any file first, and each kind's in the order of its file."""
    found = resources.files("answerable.inspecting.explained").iterdir()
    files = {one.name.removesuffix(".toml"): one for one in found if one.name.endswith(".toml")}
    return {
        f"{group}.{name}": _code(f"{group}.{name}", row)
        for group in GROUPS
        for name, row in tomllib.loads(files[group].read_text("utf-8")).items()
    }


def _code(name: str, row: Mapping[str, Any]) -> Code:
    return Code(
        name=name,
        severity=Severity(row["severity"]),
        counted=(row["counted"][0], row["counted"][1]),
        what=row["what"],
        why=row["why"],
        mended=row["mended"],
    )
