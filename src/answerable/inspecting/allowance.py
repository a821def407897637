"""How much may be taken out of one file, whatever is packed in what is packed in it."""

from dataclasses import dataclass

from answerable.inspecting.findings import CannotSay

MOST_BYTES = 2 * 1024 * 1024 * 1024
"""Bytes that are unpacked in all, counted as they come: a zip may lie about its sizes."""

MOST_FILES = 20_000
"""Files in all."""

DEEPEST = 5
"""Files in files in files."""


@dataclass(slots=True)
class Allowance:
    """What is left of it."""

    bytes: int = MOST_BYTES
    files: int = MOST_FILES
    depth: int = DEEPEST

    def take_bytes(self, count: int) -> None:
        """Count bytes.

        :raises CannotSay: if there were too many.
        """
        self.bytes -= count
        if self.bytes < 0:
            size = MOST_BYTES // 2**30
            raise CannotSay(
                f"It unpacks to more than {size} GB, which is more than can be inspected"
            )

    def take_files(self, count: int) -> None:
        """Count files.

        :raises CannotSay: if there were too many.
        """
        self.files -= count
        if self.files < 0:
            raise CannotSay(f"It holds more than {MOST_FILES:,} files: split it")

    def go_deeper(self) -> None:
        """Count a file in a file; `come_back` when it has been looked at.

        :raises CannotSay: if there are too many in each other.
        """
        if self.depth == 0:
            raise CannotSay(f"It holds files in files, more than {DEEPEST} deep: take them apart")
        self.depth -= 1

    def come_back(self) -> None:
        """Count a file in a file as done."""
        self.depth += 1
