"""Answers that open on the same few words and the label of their question: "As to (a), …", "Under 2: …"."""

import re
from collections.abc import Container, Sequence

from answerable.reading.asides import closes
from answerable.reading.asked import Asked
from answerable.reading.blocks import Block
from answerable.reading.walking import Walk

_LED = re.compile(
    r"(?P<lead>[^\W\d_][\w\u2019' ]{0,30}?)\s[(\[]?(?P<label>\d{1,2}[a-z]?|[a-z]|[ivx]{1,5})[)\]]?\s*[,:\u2013\u2014-]\s+(?=\S)"
)
_MOST_WORDS = 4


def answer_led(walk: Walk, response: Sequence[Block], skipped: Container[int]) -> bool:
    """Hand passages to the questions whose labels they open on, behind the same words; say whether they did for all.

    Which words lead to the label does not matter: they come again before each label, in the order of the questions.
    """
    led = _led(walk, response, skipped)
    if led is None:
        return False
    walk.answers.preface.clear()
    walk.turns_to([])
    for place, block in enumerate(response):
        if place in skipped:
            continue
        if place in led:
            question, end = led[place]
            walk.tells_part(question, place, block.text[end:])
        elif closes(block.text):
            walk.closes()
        else:
            walk.tells(place)
    return True


def _led(
    walk: Walk, response: Sequence[Block], skipped: Container[int]
) -> dict[int, tuple[Asked, int]] | None:
    """Return the question of each passage that opens on its label, and where its words begin; None unless all are named."""
    questions = walk.answers.questions
    by_lead: dict[str, dict[int, tuple[Asked, int]]] = {}
    for place, block in enumerate(response):
        found = _LED.match(block.text) if place not in skipped else None
        if found is None or len(found["lead"].split()) > _MOST_WORDS:
            continue
        own = walk.labelled(found["label"])
        if len(own) == 1:
            by_lead.setdefault(found["lead"].lower(), {})[place] = own[0], found.end()
    for led in by_lead.values():
        if len(led) > 1 and [id(one) for one, _ in led.values()] == [id(one) for one in questions]:
            return led
    return None
