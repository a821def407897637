"""How paper numbers questions: the styles in label_styles.toml, made into one pattern."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_ROMAN = r"(?:x{0,2}(?:ix|iv|v?i{1,3}|v)|x{1,3})"
_PARTS = {
    "number": r"\d{1,3}",
    "letter": "[a-z]",
    "capital": "[A-H]",
    "roman": _ROMAN,
    "ROMAN": r"(?:X{0,2}(?:IX|IV|V?I{1,3}|V)|X{1,3})",
    "deeper": r"\d{1,2}",
    "deepest": r"\d{1,2}",
    "spelt": r"(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
    "block": "[A-H]",
    "block_inner": "[A-H]",
}
_PLACEHOLDER = re.compile(r"\{([A-Za-z_]+)\}")


@dataclass(frozen=True, slots=True)
class LabelStyle:
    """One style: what it is called, whether it announces an answer, and the groups of its parts."""

    name: str
    is_answer: bool
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class LabelStyles:
    """All styles as one pattern; the last group that it matches names the style.

    Where `may` does not match no style does: few paragraphs begin with a label.
    """

    may: re.Pattern[str]
    pattern: re.Pattern[str]
    by_group: Mapping[str, LabelStyle]


def styles_of(text: str) -> LabelStyles:
    """Return the styles of a TOML text."""
    said = tomllib.loads(text)
    words = {name: "|".join(map(re.escape, known)) for name, known in said["words"].items()}
    by_group: dict[str, LabelStyle] = {}
    patterns = []
    for place, row in enumerate(said["style"]):
        pattern, parts = _pattern(row, place, words)
        group = f"style_{place}"
        by_group[group] = LabelStyle(row["name"], row.get("answer", False), tuple(parts))
        patterns.append(f"(?P<{group}>{pattern})")
    known = "|".join(words[name] for name in ("question", "answer"))
    may = rf"[(\[]?\d|\(?[A-Za-z]{{1,6}}[.):]|(?:Answers?|ANSWERS?|Request|No|Re|R|Section|SECTION|Block|{known}|q|A)\b|(?:[Qq]|A|R|Re|{known})\d"
    return LabelStyles(re.compile(may), re.compile("|".join(patterns), re.VERBOSE), by_group)


def _pattern(
    row: Mapping[str, Any], place: int, words: Mapping[str, str]
) -> tuple[str, Sequence[tuple[str, str]]]:
    """Return a row's pattern with its parts as groups: each occurrence is one of its own."""
    parts: list[tuple[str, str]] = []

    def group(found: re.Match[str]) -> str:
        name = found[1]
        if name in words:
            return f"(?:{words[name]})"
        parts.append((name, f"{name}_{place}_{len(parts)}"))
        return f"(?P<{parts[-1][1]}>{_PARTS[name]})"

    pattern = _PLACEHOLDER.sub(group, row["pattern"])
    if "(?P<word>" in pattern:
        pattern = pattern.replace("(?P<word>", f"(?P<word_{place}>")
        parts.append(("word", f"word_{place}"))
    return pattern, parts


STYLES = styles_of((Path(__file__).parent / "label_styles.toml").read_text(encoding="utf-8"))
"""The styles that are known."""
