"""What has been found so far in one file: each code once for each place, counted, with one masked sample."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from answerable.inspecting.codes import codes
from answerable.inspecting.findings import Finding, Severity, Sheet
from answerable.inspecting.masking import masked, printable

MOST_PLACES = 100
"""Places that are told apart for one code; what is found in others is counted together."""

_ELSEWHERE = "in other places"
_ORDER = (Severity.STOP, Severity.CHECK, Severity.NOTE)
_LONGEST_PLACE = 160


@dataclass(slots=True)
class _Found:
    count: int = 0
    sample: str = ""


@dataclass(slots=True)
class Seen:
    """Takes in what is found; `place` stands before each place, as the name of a file in a file does."""

    place: str = ""
    sheets: list[Sheet] = field(default_factory=list)
    heard: Callable[[str], None] | None = None
    """Told each text in full, where somebody has to know which were found."""

    met: Callable[[bytes, str, str, str], None] | None = None
    """Told each file that was looked into: its bytes, its kind, its name, and the place of what is in it."""

    _found: dict[str, dict[str, _Found]] = field(default_factory=dict)

    def add(self, code: str, where: str = "", text: str = "", *, count: int = 1) -> None:
        """Count a finding; the first text of a place is its sample."""
        places = self._found.setdefault(code, {})
        place = self._placed(where)
        if place not in places and len(places) >= MOST_PLACES:
            place = _ELSEWHERE
        found = places.setdefault(place, _Found())
        found.count += count
        if self.heard is not None:
            self.heard(text)
        if text and not found.sample:
            found.sample = masked(text)

    def add_sheet(self, sheet: Sheet) -> None:
        """Keep how a sheet is shown, for people to look at."""
        if len(self.sheets) < MOST_PLACES:
            self.sheets.append(sheet)

    def inside(self, name: str) -> "Seen":
        """Return what takes in the findings of a file inside this one, under its name."""
        return Seen(self._placed(name), self.sheets, self.heard, self.met, self._found)

    def has(self, code: str) -> bool:
        """Return whether something was found under a code."""
        return code in self._found

    def counts(self) -> dict[str, int]:
        """Return how often each code was found, in all places together."""
        return {
            code: sum(one.count for one in places.values()) for code, places in self._found.items()
        }

    def findings(self) -> tuple[Finding, ...]:
        """Return all that was found, what stops a release first."""
        made = [
            _finding(code, place, found)
            for code, places in self._found.items()
            for place, found in places.items()
        ]
        return tuple(sorted(made, key=lambda one: _ORDER.index(one.severity)))

    def _placed(self, where: str) -> str:
        return " > ".join(filter(None, [self.place, _printable(where)]))


def heard_by(seen: Seen, hears: Callable[[str], None]) -> Seen:
    """Return what takes in the same findings, and tells one more the texts of those that it takes in."""

    def heard(text: str) -> None:
        hears(text)
        if seen.heard is not None:
            seen.heard(text)

    return replace(seen, heard=heard)


def _printable(where: str) -> str:
    short = where if len(where) <= _LONGEST_PLACE else f"{where[: _LONGEST_PLACE - 1]}…"
    return printable(short)


def _finding(name: str, place: str, found: _Found) -> Finding:
    code = codes()[name]
    one, several = code.counted
    evidence = f"{found.count:,} {one if found.count == 1 else several}"
    if found.sample:
        evidence = f"{evidence}: “{found.sample}”"
    return Finding(name, code.severity, place, evidence, code.mended)
