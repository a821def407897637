"""The words of an e-mail: its text, or those of its HTML, or at last whatever can be read."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.reading.alphabets import in_letters, storable
from answerable.reading.blocks import TooManyBlocks
from answerable.reading.documents import NotReadable
from answerable.reading.mail_parts import Part, bytes_of, message_of
from answerable.reading.requests import text_of
from answerable.reading.webpage import html_document

_LONGEST_TEXT = 5_000_000
_LONGEST_STUB = 40
_STUB_TO_WHOLE = 4
_DEEPEST_MESSAGE = 3
# RFC 3676 wraps at 78 characters: a text of more lines than this is no letter.
_MOST_FLOWED_LINES = 200_000
_FLOWED = re.compile(r"(>*) ?(.*)", re.DOTALL)
# Reading so many tags and signs takes seconds, and no letter has them.
_MOST_TAGS = 150_000
_MOST_MESSAGES = 20
_BREAK = re.compile(r"<(?:p|div|br|li|tr)\b[^<>]*>", re.I)
# What programs write before the parts, for those that know none.
_NOTICE = re.compile(r"This is a (?:\w+ signed|multi-?part) message in MIME format\.?", re.I)
_TAG = re.compile(r"<[^<>]*>")


@dataclass(slots=True)
class _Reading:
    """What was wrong so far, and how much more of what takes long may be read in one message."""

    problems: list[str]
    tags: int = _MOST_TAGS
    messages: int = _MOST_MESSAGES


def text_of_mail(message: Part, problems: list[str]) -> tuple[str, Part | None]:
    """Return the text of a message, and the broken part that it was read from if it was."""
    reading = _Reading(problems)
    words = _words(message, reading)
    if not words.strip():
        words = _other_words(message, reading, 0)
    broken = None
    if not words.strip():
        broken, words = _raw_words(message)
        if words.strip():
            problems.append("The message's parts could not be told apart: its raw text was read")
    return _bounded(words, problems), broken


def _words(part: Part, reading: _Reading) -> str:
    """Return the words that stand in a message itself, in their order."""
    if not part.parts:
        return _decoded(part, reading) if part.is_body else ""
    if part.kind == "multipart/alternative":
        return _best(part, reading)
    found = [words for one in part.parts if (words := _words(one, reading)).strip()]
    return found[0] if len(found) == 1 else "\n\n".join(words.strip("\r\n") for words in found)


def _best(part: Part, reading: _Reading) -> str:
    """Return the words of one alternative: the plain one, where it is no stub of the HTML."""
    plain = marked = ""
    for one in part.parts:
        if not _is_html(one) and not plain.strip():
            plain = _words(one, reading)
    count = len(plain[:10_000].split())
    if count < _LONGEST_STUB:
        found = (_words(one, reading) for one in part.parts if _is_html(one))
        marked = next((words for words in found if words.strip()), "")
    return marked if len(marked.split()) > _STUB_TO_WHOLE * count else plain


def _is_html(part: Part) -> bool:
    kinds = [one.kind for one in part.leaves() if one.is_body]
    return "text/html" in kinds and "text/plain" not in kinds


def _other_words(message: Part, reading: _Reading, depth: int) -> str:
    """Return the words of a file of text, or else of a message within the message."""
    leaves = list(message.leaves())
    for part in leaves:
        if part.kind.startswith("text/") and (words := _decoded(part, reading)).strip():
            reading.problems.append(
                "The message has no text of its own: that of a file in it was read"
            )
            return words
    for part in leaves:
        if part.is_message and depth < _DEEPEST_MESSAGE and reading.messages:
            reading.messages -= 1
            inner, _ = message_of(bytes_of(part))
            words = _words(inner, reading)
            if not words.strip():
                words = _other_words(inner, reading, depth + 1)
            if words.strip():
                reading.problems.append(
                    "The message has no text of its own: that of one in it was read"
                )
                return words
    return ""


def _raw_words(message: Part) -> tuple[Part | None, str]:
    for part in _every(message):
        raw = (part.around or part.body) if part.is_broken else part.around
        words = _NOTICE.sub("", in_letters(raw, "utf-8")[0])
        if words.strip():
            return (part if part.is_broken else None), words
    return None, ""


def _every(part: Part) -> Iterator[Part]:
    yield part
    for one in part.parts:
        yield from _every(one)


def _decoded(part: Part, reading: _Reading) -> str:
    charset = part.headers.parameters.get("charset", "") or "utf-8"
    words, is_said = in_letters(bytes_of(part)[: _LONGEST_TEXT * 4], charset)
    if not is_said:
        reading.problems.append(
            f"Its letters are not in {storable(charset[:40])!r}, as it says: "
            "some may be wrong, see the raw message"
        )
    words = words.removeprefix("\ufeff")
    if part.kind in ("text/html", "text/enriched", "text/richtext"):
        return _of_html(words[:_LONGEST_TEXT], reading)
    if part.headers.parameters.get("format", "").lower() == "flowed":
        delete_space = part.headers.parameters.get("delsp", "").lower() == "yes"
        return _unflowed(words, delete_space=delete_space)
    return words


def _of_html(words: str, reading: _Reading) -> str:
    reading.tags -= words.count("<") + words.count("&")
    if reading.tags >= 0:
        try:
            return text_of(html_document(words).blocks)
        except (NotReadable, TooManyBlocks, RecursionError):
            pass
    return html.unescape(_TAG.sub(" ", _BREAK.sub("\n", words)))


def _unflowed(text: str, *, delete_space: bool) -> str:
    """Return a text whose lines that end in a space are joined to the next (RFC 3676)."""
    lines = text.replace("\r\n", "\n").split("\n")
    if len(lines) > _MOST_FLOWED_LINES:
        return text
    joined: list[tuple[str, list[str]]] = []
    is_open = False
    for line in lines:
        depth, words = _split_flowed(line)
        # An empty line ends a paragraph, also where the line before it ends in a space.
        if not (is_open and joined[-1][0] == depth and words.strip() not in ("", "--")):
            joined.append((depth, []))
        is_open = words.endswith(" ") and words != "-- "
        joined[-1][1].append(words[:-1] if is_open and delete_space else words)
    return "\n".join(
        f"{depth} {''.join(words)}" if depth else "".join(words) for depth, words in joined
    )


def _split_flowed(line: str) -> tuple[str, str]:
    found = _FLOWED.fullmatch(line)
    return (found[1], found[2]) if found else ("", line)


def _bounded(words: str, problems: list[str]) -> str:
    plain = storable(words.replace("\r\n", "\n").replace("\r", "\n"))
    if len(plain) > _LONGEST_TEXT:
        problems.append(
            f"Only its first {_LONGEST_TEXT:,} characters were read: see the raw message"
        )
    return plain[:_LONGEST_TEXT]
