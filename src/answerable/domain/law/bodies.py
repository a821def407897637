"""Other public bodies to which a question may go: their names and areas, and nothing that changes often."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class ListedBody:
    """A body that comes with the product; `slug` is its name in addresses, and stays."""

    slug: str
    name: str
    kind: str
    area: str


@cache
def listed_bodies() -> tuple[ListedBody, ...]:
    """Return the bodies that come with the product, the forces first."""
    text = resources.files(__package__).joinpath("bodies.toml").read_text(encoding="utf-8")
    return tuple(ListedBody(slug, **row) for slug, row in tomllib.loads(text).items())
