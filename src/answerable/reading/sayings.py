"""How letters, pages and answers say what they say: forms of sentences that lie in files, made into patterns once.

`sayings/asides.toml` says what may stand in a form.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "sayings"
_GAP = re.compile(r"~(?P<any>~)?(?:(?P<signs>!)|(?P<most>\d+)?(?:\{(?P<but>[^}]+)\})?)")
_ENDS = "|)]"
_BEFORE = (*" ([|", "")
_SPACE = r"\s"


class NoForm(ValueError):
    """A form of a sentence has a bracket that is not closed, or a sign that means nothing."""


@cache
def sayings(name: str) -> Mapping[str, str]:
    """Return the pattern of any of the forms of each list in a file: "asides" has that of "general".

    :raises NoForm: if a form cannot be made into a pattern.
    """
    return {key: any_of(forms) for key, forms in listed(name).items()}


@cache
def openings(name: str) -> Mapping[str, str]:
    """Return the same patterns, behind which a word may go on: "section" of "section40".

    :raises NoForm: if a form cannot be made into a pattern.
    """
    return {
        key: f"(?:{'|'.join(_Form(form).sequence() for form in forms)})"
        for key, forms in listed(name).items()
    }


@cache
def listed(name: str) -> Mapping[str, tuple[str, ...]]:
    """Return the lists of forms in a file, by their keys."""
    said = tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    return {key: tuple(forms) for key, forms in said.items()}


def any_of(forms: Sequence[str]) -> str:
    """Return the pattern of any of some forms, in their order."""
    return f"(?:{'|'.join(map(pattern_of, forms))})"


def pattern_of(form: str) -> str:
    """Return the pattern of a form; it ends where a word ends, unless the form says how it goes on.

    :raises NoForm: if a bracket is not closed, or none was opened.
    """
    found = _Form(form).sequence()
    last = form[-1:]
    return found + (r"\b" if last.isalpha() or last in ")]" else "")


class _Form:
    """A form while it is read, letter by letter."""

    def __init__(self, form: str) -> None:
        self.form = form
        self.at = 0

    def sequence(self, *, inside: bool = False) -> str:
        """Return the pattern up to the end of the form, or of the alternative that is read."""
        found = ""
        while self.at < len(self.form):
            sign = self.form[self.at]
            if sign in _ENDS and inside:
                return found
            if sign in _ENDS:
                raise NoForm(f"{sign} stands at {self.at} of “{self.form}” without a bracket")
            if sign == "(":
                found += self._bracket(")")
            elif sign == "[":
                found = self._optional(found)
            elif sign == "~":
                found = self._gap(found)
            else:
                found += self._one(found)
        return found

    def _one(self, before: str) -> str:
        """Return the pattern of one sign that is no bracket and no gap."""
        sign = self.form[self.at]
        self.at += 1
        if sign == "\\":
            self.at += 1
            return re.escape(self.form[self.at - 1])
        if sign == "*":
            return r"\w*" if before[-1:].isalpha() and not before.endswith(_SPACE) else r"\w+"
        if sign == "#":
            several = self.form[self.at : self.at + 1] == "+"
            self.at += several
            return r"\d+" if several else r"\d"
        if sign == "'":
            return "['\u2019]"
        return {" ": _SPACE, "$": "$"}.get(sign) or re.escape(sign)

    def _bracket(self, closing: str) -> str:
        """Return the pattern of any of the alternatives of a bracket."""
        self.at += 1
        parts = [self.sequence(inside=True)]
        while self.form[self.at : self.at + 1] == "|":
            self.at += 1
            parts.append(self.sequence(inside=True))
        if self.form[self.at : self.at + 1] != closing:
            raise NoForm(f"A bracket is not closed in “{self.form}”: write {closing}")
        self.at += 1
        several = len(parts) > 1
        return f"(?:{'|'.join(_bare(part) if several else part for part in parts)})"

    def _optional(self, before: str) -> str:
        """Return the pattern so far with what may be left out, and the space beside it."""
        is_apart = self.form[: self.at][-1:] in _BEFORE
        inner = self._bracket("]")
        sign = "?"
        if self.form[self.at : self.at + 1] == "*":
            sign, self.at = "*", self.at + 1
        if is_apart and self.form[self.at : self.at + 1] == " ":
            self.at += 1
            return rf"{before}(?:{inner}\s){sign}"
        if is_apart and self.at == len(self.form) and before:
            return rf"{before.removesuffix(_SPACE)}(?:\s{inner}){sign}"
        return f"{before}{inner}{sign}"

    def _gap(self, before: str) -> str:
        """Return the pattern so far, and the characters that may stand in a gap."""
        found = _GAP.match(self.form, self.at)
        assert found  # noqa: S101 it begins with the sign of a gap
        self.at = found.end()
        is_behind, before = before.endswith(_SPACE), before.removesuffix(_SPACE)
        is_before = self.form[self.at : self.at + 1] == " "
        self.at += is_before
        if found["signs"]:
            return rf"{before}\W*"
        signs = "." if found["any"] else f"[^.{re.escape(found['but'] or '')}]"
        many = f"{{0,{found['most']}}}" if found["most"] else "*"
        left = r"\b" if is_behind else ""
        right = r"\b" if is_before and self.form[self.at :].lstrip("([")[:1].isalpha() else ""
        return f"{before}{left}{signs}{many}{right}"


def _bare(part: str) -> str:
    """Return an alternative without the space beside its bar."""
    return part.removeprefix(_SPACE).removesuffix(_SPACE)
