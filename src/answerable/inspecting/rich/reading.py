"""What is read of a document in RTF so far: the groups that are open, and what the file said before."""

from dataclasses import dataclass, field

from answerable.inspecting.colours import Colour
from answerable.inspecting.rich.looks import Looks
from answerable.inspecting.seen import Seen

USUAL_PAGE, USUAL_HEIGHT = 12_240, 16_840


@dataclass(slots=True)
class Group:
    """One group: where its text goes, and how it looks."""

    place: str
    looks: Looks
    is_starred: bool = False
    is_new: bool = True
    text: list[str] = field(default_factory=list)
    is_for_old: bool = False
    """Whether only programs without drawings of today show what stands in it."""


@dataclass(slots=True)
class Reading:
    """What is read so far."""

    seen: Seen
    groups: list[Group] = field(default_factory=list)
    colours: list[Colour | None] = field(default_factory=list)
    colour: dict[str, int] = field(default_factory=dict)
    for_old: list[str] = field(default_factory=list)
    """What stands where programs of today show nothing, and so asks unless they show the same elsewhere."""

    counts: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    skipping: int = 0
    skipped: list[str] = field(default_factory=list)
    pictures: int = 0
    codepage: str = "cp1252"
    hides: bool = False
    has_first: bool = False
    edge: int = 0
    page: int = USUAL_PAGE
    height: int = USUAL_HEIGHT
    margins: dict[str, int] = field(default_factory=dict)
    merged: list[bool] = field(default_factory=list)
    is_merged: bool = False
    cell: int = 0
    has_both: bool = False
    headers: dict[str, str] = field(default_factory=dict)
    fonts: dict[int, str] = field(default_factory=dict)
    edges: dict[str, int] = field(default_factory=dict)
    code: str = ""
    kept: list[str] = field(default_factory=list)
