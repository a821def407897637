"""A register as it stood at one moment, kept unchanged so that a measure can be repeated."""

import datetime as dt
from dataclasses import dataclass

_SHORT = 12


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What is known of a snapshot: of which register, as at which day, and the digest of its rows.

    `sha256` is that of the rows themselves, in one canonical order and spelling (docs/reference/registers.md):
    the same rows have the same digest, whether they came as CSV, as a workbook or as Parquet, in whatever order.
    """

    register: str
    register_version: int
    as_at: dt.date
    sha256: str
    rows: int
    loaded_from: str = ""
    """The name of the file that it was loaded from, without its folder."""
    loaded_sha256: str = ""

    @property
    def label(self) -> str:
        """Return the snapshot as a person cites it: `investigations@2024-06-26#0f3c5a…`."""
        return f"{self.register}@{self.as_at.isoformat()}#{self.sha256[:_SHORT]}"
