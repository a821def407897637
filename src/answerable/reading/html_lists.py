"""The lists of HTML that are open, and the numbers that browsers print before their items."""

import re
from dataclasses import dataclass, field

from answerable.reading.numerals import printed

_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_NUMBER = re.compile(r"\b(?P<name>start|value)\s*=\s*[\"']?(?P<number>-?\d{1,6})\b", re.IGNORECASE)
_TYPE = re.compile(r"\btype\s*=\s*[\"']?([aAiI1])\b", re.IGNORECASE)
_STYLE = re.compile(
    r"\blist-style(?:-type)?\s*:\s*(lower|upper)-(alpha|latin|roman)\b", re.IGNORECASE
)
_UNMARKED = re.compile(r"\blist-style(?:-type)?\s*:\s*none\b", re.IGNORECASE)
_NONE = "none"


@dataclass(slots=True)
class _List:
    """A list that is open: the number of its next item and its form, none for bullets."""

    next: int = 1
    form: str = ""
    has_items: bool = False


@dataclass(slots=True)
class Lists:
    """The lists that are open where a text is read, the outermost first."""

    _open: list[_List] = field(default_factory=list)

    def __len__(self) -> int:
        """Return how many are open."""
        return len(self._open)

    @property
    def depth(self) -> int:
        """Return how many are open that have items: others only push what stands in them to the right."""
        return sum(one.has_items for one in self._open)

    def begin(self, tag: str, attributes: str) -> None:
        """Open a list: `ol` has numbers, `ul` bullets."""
        is_numbered = tag == "ol"
        self._open.append(
            _List(_said(attributes, 1), _form(attributes)) if is_numbered else _List()
        )

    def end(self) -> None:
        """Close the innermost list, if any is open."""
        if self._open:
            self._open.pop()

    def item(self, attributes: str) -> str | None:
        """Return the number that is printed before the next item, such as "4."; None for a bullet.

        A numbered list whose numbers are not printed has items without either: "".
        """
        if not self._open:
            return None
        innermost = self._open[-1]
        innermost.has_items = True
        if not innermost.form:
            return None
        number = _said(attributes, innermost.next)
        innermost.next = number + 1
        if innermost.form == _NONE:
            return ""
        return f"{printed(number, innermost.form)}."


def _said(attributes: str, otherwise: int) -> int:
    found = _NUMBER.search(attributes)
    return int(found["number"]) if found else otherwise


def _form(attributes: str) -> str:
    if found := _TYPE.search(attributes):
        return _FORMS.get(found[1], "decimal")
    if found := _STYLE.search(attributes):
        return f"{found[1].lower()}{'Roman' if found[2].lower() == 'roman' else 'Letter'}"
    return _NONE if _UNMARKED.search(attributes) else "decimal"
