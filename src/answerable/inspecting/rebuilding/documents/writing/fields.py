"""Fields of a document: where their code ends and what they show begins."""

import re
from dataclasses import dataclass, field

_ADDRESS = re.compile(r'\s*HYPERLINK\s+(?:\\\w\s+)*"([^"]*)"', re.IGNORECASE)
_PAGES = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Field:
    code: str = ""
    is_code: bool = True


@dataclass(slots=True)
class Fields:
    """The fields in which the next words stand."""

    _open: list[_Field] = field(default_factory=list)

    @property
    def is_code(self) -> bool:
        """Return whether the next words are the code of a field, which nobody sees."""
        return any(one.is_code for one in self._open)

    @property
    def is_page(self) -> bool:
        """Return whether the next words are the number of a page."""
        return any(_PAGES.match(one.code) for one in self._open)

    @property
    def address(self) -> str:
        """Return where a link leads in which the next words stand."""
        found = (_ADDRESS.match(one.code) for one in reversed(self._open))
        return next((one[1] for one in found if one), "")

    def take_mark(self, kind: str) -> None:
        """Take in where a field begins, where its code ends, or where it ends."""
        if kind == "begin":
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].is_code = False
        elif kind == "end" and self._open:
            self._open.pop()

    def take_code(self, words: str) -> None:
        """Take in words of a field's code."""
        if self._open and self._open[-1].is_code:
            self._open[-1].code += words

    def simple(self, code: str) -> None:
        """Take in where a field begins that says its code at once."""
        self._open.append(_Field(code, is_code=False))
