"""What was measured, as lines while it runs and as one table at the end."""

import os
import platform
from dataclasses import dataclass, field


@dataclass
class Report:
    """Rows of (what, figure, remark)."""

    rows: list[tuple[str, str, str]] = field(default_factory=list)

    def add(self, what: str, figure: str, remark: str = "") -> None:
        """Add a row, and print it at once."""
        self.rows.append((what, figure, remark))
        print(f"  {what}: {figure} {remark}".rstrip(), flush=True)

    def table(self) -> str:
        """Return the rows as a table; what it says where there are none."""
        if not self.rows:
            return "Nothing was measured: what these parts measure is not on this machine"
        first, second = (max(len(row[place]) for row in self.rows) for place in (0, 1))
        return "\n".join(
            f"{what:<{first}}  {figure:>{second}}  {remark}" for what, figure, remark in self.rows
        )


def machine() -> str:
    """Return what the figures were measured on."""
    load = os.getloadavg()[0]
    return (
        f"Python {platform.python_version()}, {os.cpu_count()} cores, load {load:.1f} at the start"
    )


def met(*, is_met: bool, target: str) -> str:
    """Return a remark that sets a figure beside its target."""
    return f"(target {target}: {'met' if is_met else 'NOT met'})"
