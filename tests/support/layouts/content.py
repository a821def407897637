"""Pseudo-requests from a seed: titles, questions with parts, answers, decisions, tables, links."""

import datetime as dt
import random
from dataclasses import dataclass, replace

from tests.support.layouts import words


@dataclass(frozen=True)
class Ask:
    """One question: what is asked, what is answered, the decision, its parts, its table, its link."""

    text: str
    answer: str = ""
    decision: str | None = None
    parts: tuple = ()
    table: tuple = ()
    link: tuple = ()


@dataclass(frozen=True)
class Case:
    """One request and its response; `together` is the answer that its last two questions share."""

    serial: int
    received_on: dt.date
    answered_on: dt.date
    title: str
    intro: str
    asks: tuple
    preface: str
    closing: str
    together: str = ""

    @property
    def is_single(self):
        """Return whether it asks one thing, and prints no label."""
        return len(self.asks) == 1


def cases(seed, *shapes):
    """Return a case for each shape: single, flat, table, together, nested, deep, blocks."""
    source = random.Random(seed)  # noqa: S311 nothing secret is made of it
    topics = source.sample(words.TOPICS, len(shapes))
    return [
        _case(source, topic, shape, number)
        for number, (topic, shape) in enumerate(zip(topics, shapes, strict=True))
    ]


def _case(source, topic, shape, number):
    title, things, unit, goods = topic
    year = source.randint(2016, 2022)
    filled = {
        "title": title[0].lower() + title[1:], "things": things, "unit": unit, "goods": goods,
        "Goods": goods.capitalize(), "y": year, "z": year + 1,
    }  # fmt: skip
    asks = _asks(source, shape, filled)
    received = dt.date(year + 2, source.randint(1, 11), source.randint(1, 28))
    return Case(
        serial=1201 + number * 10 + source.randint(0, 7),
        received_on=received,
        answered_on=received + dt.timedelta(days=source.randint(15, 28)),
        title=title,
        intro=_fill(source, source.choice(words.INTROS), filled),
        asks=asks,
        preface=source.choice(words.PREFACES),
        closing=source.choice(words.CLOSINGS),
        together=_fill(source, words.COST, filled) if shape == "together" else "",
    )


def _asks(source, shape, filled):
    if shape == "blocks":
        heads = source.sample(words.HEADS, 2)
        return tuple(_headed(source, _fill(source, head, filled), shape, filled) for head in heads)
    many = {"single": 1, "nested": 2, "deep": 2}.get(shape, source.randint(4, 6))
    asks = [
        Ask(_fill(source, asked, filled), _fill(source, answer, filled))
        for asked, answer in source.sample(words.ASKS, many)
    ]
    if shape != "single":
        asked, answer, code = source.choice(words.REFUSALS)
        refused = Ask(_fill(source, asked, filled), _fill(source, answer, filled), code)
        asks.insert(source.randint(1, len(asks)), refused)
    if shape == "table":
        asks[0] = replace(asks[0], answer=f"{asks[0].answer} {words.TABLED}", table=_table(source))
    if shape in ("flat", "single"):
        target = f"https://www.harrowmere.example/data/{source.randint(100, 999)}"
        asks[0] = replace(asks[0], link=(*words.LINKED, target))
    if shape in ("nested", "deep"):
        heads = source.sample(words.HEADS, 2)
        places = (0, len(asks))
        for place, head in zip(places, heads, strict=True):
            asks.insert(place, _headed(source, _fill(source, head, filled), shape, filled))
    return tuple(asks)


def _headed(source, head, shape, filled):
    """Return a heading with its parts; one part of a deep one has parts itself."""
    chosen = source.sample(words.PARTS, 3)
    parts = [Ask(asked, _fill(source, answer, filled)) for asked, answer in chosen]
    if shape == "deep":
        finest = [Ask(asked, _fill(source, answer, filled)) for asked, answer in words.FINEST]
        parts[1] = Ask("the number by day", parts=tuple(finest))
    return Ask(head, parts=tuple(parts))


def _table(source):
    head = ("Quarter", "Cases", "Closed", "Cost")
    rows = [
        (quarter, str(source.randint(20, 900)), str(source.randint(2, 19)), f"£{_amount(source)}")
        for quarter in words.QUARTERS
    ]
    return (head, *rows)


def _amount(source):
    return f"{source.randint(1000, 98000):,}"


def _fill(source, form, filled):
    return form.format(
        n=source.randint(20, 980),
        m=source.randint(3, 19),
        c=_amount(source),
        firm=source.choice(words.FIRMS),
        **filled,
    )
