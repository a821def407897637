"""What a rebuilt file lacks of what it was made of, in sentences."""

from dataclasses import dataclass, field

from answerable.inspecting.masking import printable

_MOST_TOLD = 200

KINDS = {
    "hidden-rows": ("row that is hidden or filtered away", "rows that are hidden or filtered away"),
    "tiny-rows": ("row too low to be read", "rows too low to be read"),
    "hidden-columns": (
        "cell in hidden or very narrow columns",
        "cells in hidden or very narrow columns",
    ),
    "invisible": (
        "cell with text of the colour behind it",
        "cells with text of the colour behind it",
    ),
    "tiny": ("cell with letters too small to be read", "cells with letters too small to be read"),
    "pushed": ("text pushed out of sight", "texts pushed out of sight"),
    "format": ("cell whose number format shows nothing", "cells whose number format shows nothing"),
    "merged": ("cell under merged cells", "cells under merged cells"),
    "conditional": (
        "cell that a conditional format can hide",
        "cells that a conditional format can hide",
    ),
    "covered": ("cell under a picture, chart or shape", "cells under a picture, chart or shape"),
    "far": ("cell far from all others", "cells far from all others"),
    "frozen": ("cell before frozen panes, out of reach", "cells before frozen panes, out of reach"),
    "odd": ("cell that programs read differently", "cells that programs read differently"),
    "zeros": ("zero that the sheet does not show", "zeros that the sheet does not show"),
    "runs": ("part of a text that cannot be seen", "parts of texts that cannot be seen"),
    "unseen-signs": ("text's signs that nobody sees", "texts' signs that nobody sees"),
    "uncounted": (
        "formula without a result (open the file with its program, and save it again)",
        "formulas without results (open the file with its program, and save it again)",
    ),
    "charts": ("chart", "charts"),
    "pictures": ("picture or shape", "pictures and shapes"),
    "notes": ("note or comment", "notes and comments"),
    "links": ("link's address", "links' addresses"),
    "pivots": ("pivot table's kept data", "pivot tables' kept data"),
    "embedded": ("file inside", "files inside"),
    "macros": ("set of macros", "sets of macros"),
    "headers": ("header or footer of the printed page", "headers and footers of the printed page"),
    "beyond": ("cell beyond the columns of the table", "cells beyond the columns of the table"),
    "outside": ("link to other files", "links to other files"),
    "frames": ("further frame or page of a picture", "further frames or pages of a picture"),
    "desktop": ("file that a desktop left", "files that a desktop left"),
    "far-lines": ("line far below all others", "lines far below all others"),
    "symbolic-links": ("link to another file", "links to other files"),
    "changes": ("list of tracked changes", "lists of tracked changes"),
    "metadata": ("set of metadata", "sets of metadata"),
}
"""What can be left out, one of it and several."""


@dataclass(slots=True)
class LeftOut:
    """Counts what is left out, by kind and place, and takes sentences of its own."""

    counts: dict[tuple[str, str], int] = field(default_factory=dict)
    sentences: list[str] = field(default_factory=list)

    def add(self, kind: str, where: str = "", count: int = 1) -> None:
        """Count something of a kind in a place."""
        if count:
            key = (kind, where)
            self.counts[key] = self.counts.get(key, 0) + count

    def say(self, sentence: str) -> None:
        """Take in a sentence."""
        self.sentences.append(sentence)

    def told(self) -> tuple[str, ...]:
        """Return all of it, in sentences."""
        said = [
            *self.sentences,
            *(_sentence(kind, where, count) for (kind, where), count in self.counts.items()),
        ]
        if len(said) > _MOST_TOLD:
            said = [*said[:_MOST_TOLD], f"And {len(said) - _MOST_TOLD:,} more of the kind."]
        return tuple(printable(one) for one in said)


def _sentence(kind: str, where: str, count: int) -> str:
    one, several = KINDS[kind]
    what = f"{count:,} {one if count == 1 else several}"
    place = f" on {where}" if where else ""
    return f"{what}{place} {'was' if count == 1 else 'were'} left out."
