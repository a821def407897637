"""Data as JSON: keys that stand twice, files and text in text, and how much of it there is."""

import json
import re
from collections import Counter
from typing import Any

from answerable.inspecting.commas import MOST_CELLS, decoded_text, is_personal, look_at_text
from answerable.inspecting.findings import CannotSay
from answerable.inspecting.seen import Seen

MOST_BYTES = 64 * 1024 * 1024
_ENCODED = re.compile(
    r"(?:data:[^,]{0,100},|)[A-Za-z0-9+/_\-]{200,}={0,2}|data:.*|[0-9a-fA-F]{256,}", re.DOTALL
)
_MARKUP = re.compile(r"<[a-z!/][^>]*>", re.IGNORECASE)
_ESCAPED = re.compile(r"(?:\\u00[2-7][0-9a-fA-F]){3}")


def is_json(text: str) -> bool:
    """Return whether a text is an object or a list of JSON."""
    if text.lstrip()[:1] not in ("{", "["):
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def look_at_json(data: bytes, seen: Seen) -> None:
    """Find what JSON holds and programs do not show.

    :raises CannotSay: if it is too large, or too deep.
    """
    if len(data) > MOST_BYTES:
        raise CannotSay("It is a JSON file larger than what can be inspected: split it")
    text = decoded_text(data).removeprefix("\ufeff")
    look_at_text(text, seen)
    if found := _ESCAPED.search(text):
        seen.add("json.escaped", "", json.loads(f'"{found[0]}"'))

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) < len(pairs):
            ((twice, _),) = Counter(key for key, _ in pairs).most_common(1)
            seen.add("json.duplicate-key", "", twice, count=len(pairs) - len(made))
        return made

    try:
        _look_at_values(json.loads(text, object_pairs_hook=once), seen)
    except RecursionError:
        raise CannotSay(
            "It is a JSON file with lists in each other too deep to be inspected"
        ) from None


def _look_at_values(whole: Any, seen: Seen) -> None:
    waiting, count, told = [whole], 0, set[str]()
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            told.update(one)
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)
        else:
            count += 1
            if isinstance(one, str):
                _look_at_words(one, seen)
    for key in sorted(told):
        _look_at_words(key, seen)
        if is_personal(key.replace("_", " ")):
            seen.add("csv.personal-column", "", "")
    if count > MOST_CELLS:
        seen.add("csv.many-cells", "", count=count)


def _look_at_words(text: str, seen: Seen) -> None:
    if _ENCODED.search(text):
        seen.add("json.encoded", "", text)
    elif _MARKUP.search(text):
        seen.add("json.markup", "", text)
    look_at_text(text, seen)
