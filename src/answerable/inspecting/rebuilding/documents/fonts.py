"""The fonts of rebuilt documents: loaded before the process is confined, and which characters they show."""

import re
import unicodedata
from collections import Counter
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

_FACES = ("Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")
_EACH_FACE = """
#set text(font: "Source Sans Pro")
#for weight in (400, 600, 700) { text(weight: weight)[a _a_] }
"""
_OTHERS = str.maketrans(
    {"✔": "✓", "✘": "✗", "➢": "►", "➤": "►", "❖": "◆", "❏": "☐", "❑": "☐", "⬜": "☐"}
)


@cache
def compiler() -> typst.Compiler:
    """Return Typst with the pinned font and those that are built into it, all loaded.

    The font's package holds each face twice; with both, the order of a folder would decide which is taken.
    """
    with TemporaryDirectory(prefix="answerable-fonts-") as folder:
        for face in _FACES:
            name = f"SourceSansPro-{face}.ttf"
            with as_file(files("font_source_sans_pro").joinpath("files", name)) as place:
                Path(folder, name).write_bytes(place.read_bytes())
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=True, font_paths=[folder]
        )
        made = typst.Compiler(font_paths=fonts)
        # What is used once stays in memory: the folder is not needed any more.
        made.compile(_EACH_FACE.encode(), format="pdf")
    return made


class Substitution:
    """Text for the page, and a count of the characters that no font has."""

    def __init__(self) -> None:
        self.missing: Counter[str] = Counter()

    def shown(self, text: str) -> str:
        """Return the text with each character that no font has as `[U+XXXX]`, and count it."""
        shown = unicodedata.normalize("NFC", text.translate(_OTHERS))
        lacking = {one for one in shown if one not in _characters() and one != "\n"}
        if not lacking:
            return shown
        self.missing.update(one for one in shown if one in lacking)
        return "".join(f"[U+{ord(one):04X}]" if one in lacking else one for one in shown)


@cache
def _characters() -> frozenset[str]:
    listed = files(__package__).joinpath("characters.txt").read_text("ascii")
    found = re.findall(r"([0-9a-f]+)(?:-([0-9a-f]+))?", listed)
    ranges = [range(int(first, 16), int(last or first, 16) + 1) for first, last in found]
    return frozenset(chr(code) for some in ranges for code in some)
