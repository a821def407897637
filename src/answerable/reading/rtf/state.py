"""What holds for the words of RTF at a place: their look, their paragraph, and where they go."""

from dataclasses import dataclass

SKIPPED = frozenset(
    (
        "colortbl", "info", "pict", "objdata", "nonshppict", "listtable", "listoverridetable", "rsidtbl", "generator",
        "annotation", "atnid", "atnauthor", "atnref", "atndate", "atrfstart", "atrfend", "xe", "tc", "bkmkstart",
        "bkmkend", "themedata", "colorschememapping", "latentstyles", "datastore", "xmlnstbl", "mmathPr", "pgptbl",
        "revtbl", "filetbl", "fonttbl", "stylesheet", "nonesttables", "template", "userprops", "wgrffmtfilter",
        "ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "sp", "private", "pnseclvl", "listname", "ud0",
    )
)  # fmt: skip
"""Groups whose words are never printed."""

STARRED = frozenset(
    ("fldinst", "listtext", "pntext", "nesttableprops", "shptxt", "shpinst", "shppict", "ud")
)
"""Groups that a reader may pass over if it does not know them, and that are known."""

FRAMES = frozenset(
    ("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf")
)
"""The heads and feet of pages."""


@dataclass(slots=True)
class Place:
    """What holds inside a group; a group that begins inside takes it over.

    `into` says where its words go: "" into the text; "skip" nowhere; or the name of what they are.
    """

    into: str = ""
    italic: bool = False
    bold: bool = False
    hidden: bool = False
    deleted: bool = False
    font: int | None = None
    after_sign: int = 1
    href: str | None = None
    is_link: bool = False


@dataclass(slots=True)
class Layout:
    """What a paragraph says of itself, until the next begins anew."""

    in_table: bool = False
    depth: int | None = None
    level: int = 0
    outline: int | None = None
    style: int = 0

    def nested(self, deepest: int) -> int:
        """Return in how many tables the paragraph stands, each in the other."""
        depth = self.depth if self.depth is not None else int(self.in_table)
        return max(0, min(depth, deepest))
