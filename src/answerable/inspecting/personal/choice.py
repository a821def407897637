"""Which finder of personal data a site uses, and where its model is."""

from dataclasses import dataclass
from pathlib import Path

from answerable.domain.personal.kinds import Finder


@dataclass(frozen=True, slots=True)
class FinderChoice:
    """Our own rules alone, or Presidio beside them with the model in a folder."""

    finder: Finder = Finder.OWN
    model: Path | None = None


OWN = FinderChoice()
