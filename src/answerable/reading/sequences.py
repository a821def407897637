"""Labels in sequence: what is missing between 2 and 4, what is printed twice, what counts backwards."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_PART = re.compile(r"[A-Z](?=\.|$)|\d+|[a-z]+|~\d+")
_NUMERALS = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split()


def out_of_sequence(labels: Sequence[str]) -> Iterator[str]:
    """Yield what is wrong with the canonical labels of a request, each in a few words: "3 is missing"."""
    twice = [label.partition("~")[0] for label in labels if "~" in label]
    yield from (f"{label} is printed twice" for label in dict.fromkeys(twice))
    children: dict[str, list[str]] = {}
    for label in labels:
        above = ""
        for part in _PART.findall(label.partition("~")[0]):
            listed = children.setdefault(above, [])
            if part not in listed:
                listed.append(part)
            above = _joined(above, part)
    for above, parts in children.items():
        yield from _gaps(above, parts)


def _joined(above: str, part: str) -> str:
    is_dotted = above and not (part.isalpha() and above[-1:].isdigit())
    return f"{above}.{part}" if is_dotted else f"{above}{part}"


def _gaps(above: str, parts: Sequence[str]) -> Iterator[str]:
    """Yield the places that nothing has among the parts below one label."""
    form = _form(parts)
    places = [_place(part, form) for part in parts]
    if form is None or len(places) != len([one for one in places if one]):
        return
    counted = [one for one in places if one]
    if counted and counted[0] != 1 and len(counted) > 1:
        yield f"it begins with {_joined(above, parts[0])}"
    for one, other in pairwise(counted):
        if other < one:
            yield f"{_joined(above, _printed(other, form))} stands behind {_joined(above, _printed(one, form))}"
        elif other > one + 1:
            first, last = (_joined(above, _printed(at, form)) for at in (one + 1, other - 1))
            yield f"{first} is missing" if first == last else f"{first} to {last} are missing"


def _form(parts: Sequence[str]) -> str | None:
    if all(part.isdigit() for part in parts):
        return "number"
    if all(part in _NUMERALS for part in parts) and parts[0] == "i":
        return "roman"
    if all(len(part) == 1 and part.islower() for part in parts):
        return "letter"
    if all(len(part) == 1 and part.isupper() for part in parts):
        return "capital"
    return None


def _place(part: str, form: str | None) -> int:
    if form == "number":
        return int(part)
    if form == "roman":
        return _NUMERALS.index(part) + 1
    return ord(part[0].lower()) - ord("a") + 1


def _printed(place: int, form: str) -> str:
    if form == "number":
        return str(place)
    letter = chr(ord("a") + place - 1)
    return (
        _NUMERALS[place - 1] if form == "roman" else letter.upper() if form == "capital" else letter
    )
