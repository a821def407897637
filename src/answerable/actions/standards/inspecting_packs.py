"""Inspect what a pack says of itself, its PDF, its grid and its data, before they leave the office."""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from answerable.inspecting import Inspection
from answerable.inspecting.compared.apart import Compared, inspect_with_pages
from answerable.inspecting.personal import OWN, FinderChoice, with_personal_data
from answerable.publishing.assurance.pack_zip import DATA, GRID, PDF

OWN_FILES = {"pdf": PDF, "csv": GRID, "json": DATA}
"""The pack's own files by their kind, as the zip names them."""


@dataclass(frozen=True, slots=True)
class Looking:
    """How the pack's own files are inspected: whether with the pages of Office files, and by which finder."""

    when: Compared = Compared.NEVER
    finder: FinderChoice = OWN

    def found(self, name: str, data: bytes) -> Inspection:
        """Inspect a file, personal data included."""
        found = inspect_with_pages(data, name=name, when=self.when)
        return with_personal_data(found, data, (), self.finder)


def own_files_inspected(
    into: BinaryIO, looking: Looking, *, told: Callable[[int], None] = lambda _: None
) -> dict[str, tuple[bytes, Inspection]]:
    """Return the own files of a pack's zip with what was found in each, by their kind; `told` how many are done."""
    found = {}
    with zipfile.ZipFile(into) as archive:
        for place, (kind, name) in enumerate(OWN_FILES.items(), start=1):
            data = archive.read(name)
            found[kind] = data, looking.found(name, data)
            told(place)
    return found
