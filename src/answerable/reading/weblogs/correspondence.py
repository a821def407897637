"""A request on a platform as the plain text that Alaveteli offers of it: its messages between rules.

Each message has a head of its own: who wrote it, to whom, on which day, and last the names of its files.
"""

import re
from collections.abc import Iterator

from answerable.reading.days import day_in
from answerable.reading.documents import Reading
from answerable.reading.source import Source
from answerable.reading.weblogs.messages import Exchange, Message, exchange_reading

_OPENS = re.compile(
    r"\s*This is a plain-text version of the Freedom of Information request [\"“](?P<title>.+?)[\"”]\.\s",
    re.DOTALL,
)
_RULE = re.compile(r"^\s*-{20,}\s*$", re.MULTILINE)
_FIELD = re.compile(r"^[ \t]*(?P<name>From|To|Date):[ \t]*(?P<said>.*)$", re.MULTILINE)
_FILE = re.compile(
    r"^[ \t]*Attachment:[ \t]*(?P<name>.+?)(?:[ \t]*\([^()]*\))?[ \t]*$", re.MULTILINE
)
_NOBODY = re.compile(r"\[.*\]")


def correspondence_reading(source: Source) -> Reading | None:
    """Return the reading of such a text: one entry; None if a text is none.

    :raises NotReadable: if nobody asks in it.
    """
    opens = _OPENS.match(source.text)
    if opens is None:
        return None
    parts = _RULE.split(source.text[opens.end() :])[1:]
    heads = [dict(_FIELD.findall(part[:2000])) for part in parts]
    asker = next((head["From"].strip() for head in heads if "From" in head), "")
    body = next((head["To"].strip() for head in heads if head.get("From", "").strip() == asker), "")
    exchange = Exchange(
        ref=None,
        title=" ".join(opens["title"].split()),
        body=body or None,
        messages=tuple(_messages(parts, heads, asker)),
        names=() if _NOBODY.fullmatch(asker) else (asker,),
    )
    return exchange_reading(
        source, exchange, form="text", how="the messages of an Alaveteli request"
    )


def _messages(parts: list[str], heads: list[dict[str, str]], asker: str) -> Iterator[Message]:
    for part, head in zip(parts, heads, strict=True):
        if "From" not in head:
            continue
        files = tuple(_FILE.findall(part))
        last = max((found.end() for found in _FIELD.finditer(part[:2000])), default=0)
        words = _FILE.sub("", part[last:]).strip()
        asks = head["From"].strip() == asker
        yield Message(asks, day_in(head.get("Date", "")), words, files)
