"""Pseudo-requests of logs, from a seed: whole refusals, answers of a word, answers of two paragraphs."""

import datetime as dt
import random
from dataclasses import replace

from tests.support.layouts import words_of_logs as words
from tests.support.layouts.content import Ask, Case
from tests.support.layouts.words import CLOSINGS, COST, FIRMS, INTROS, LINKED, PREFACES, QUARTERS

_MANY = {"flat": (3, 5), "shared": (3, 5), "terse": (4, 7), "long": (2, 3), "tabled": (2, 3)}


def log_cases(seed, *shapes, refusals=words.REFUSALS):
    """Return a case for each shape.

    "one" and "none" ask one thing, answered and refused; "quiet" is refused in a word or two; "flat", "shared",
    "terse", "long" and "tabled" ask more, the last with a table; "parts" has parts below a heading.
    """
    source = random.Random(seed)  # noqa: S311 nothing secret is made of it
    topics = source.sample(words.TOPICS, len(shapes))
    year = source.randint(2014, 2023)
    return [
        _case(_Filler(source, topic, refusals, year), shape, number)
        for number, (topic, shape) in enumerate(zip(topics, shapes, strict=True))
    ]


class _Filler:
    """Sentences of one topic: each form is filled with its words, and with numbers from the source."""

    def __init__(self, source, topic, refusals, year):
        self.source, self.refusals, self.year = source, refusals, year
        self.title, things, unit, goods = topic
        self.filled = {
            "title": self.title[0].lower() + self.title[1:], "things": things, "goods": goods,
            "unit": unit, "Unit": unit[0].upper() + unit[1:], "y": year, "z": year + 1,
        }  # fmt: skip

    def __call__(self, form):
        """Return a form with its words."""
        return form.format(
            n=self.source.randint(21, 987),
            m=self.source.randint(3, 19),
            c=f"{self.source.randint(1000, 98000):,}",
            firm=self.source.choice(FIRMS),
            **self.filled,
        )

    def ask(self, form, *more):
        """Return a question of a form: what is asked, what is answered, the decision."""
        asked, answer, *decision = form
        return Ask(self(asked), " ".join([self(answer), *more]), *decision)


def _case(filler, shape, number):
    source = filler.source
    received = dt.date(filler.year + 1, source.randint(1, 11), source.randint(1, 28))
    return Case(
        serial=2307 + number * 11 + source.randint(0, 8),
        received_on=received,
        answered_on=received + dt.timedelta(days=source.randint(12, 29)),
        title=filler.title,
        intro=filler(source.choice(INTROS)),
        asks=_asks(filler, shape),
        preface=source.choice(PREFACES),
        closing=source.choice(CLOSINGS),
        together=filler(COST) if shape == "shared" else "",
    )


def _asks(filler, shape):
    source = filler.source
    if shape == "one":
        return (_linked(filler, filler.ask(source.choice(words.ASKS))),)
    if shape in ("none", "quiet"):
        forms = filler.refusals if shape == "none" else words.QUIET
        return (filler.ask(source.choice(forms)),)
    if shape == "parts":
        return _headed(filler)
    forms = words.TERSE if shape == "terse" else words.ASKS
    asks = [filler.ask(form) for form in source.sample(forms, source.randint(*_MANY[shape]))]
    if shape == "long":
        second = "\nThis was checked against the register of {unit} in {z}, and agrees with it."
        asks = [replace(ask, answer=ask.answer + filler(second)) for ask in asks]
    if shape == "tabled":
        told = f"{asks[0].answer} The quarters are set out here."
        asks[0] = replace(asks[0], answer=told, table=_table(source))
    asks.insert(source.randint(1, len(asks)), filler.ask(source.choice(filler.refusals)))
    return tuple(asks)


def _headed(filler):
    """Return two headings with parts, and a question without, in any order."""
    source = filler.source
    heads = [
        Ask(filler(head), parts=tuple(map(filler.ask, source.sample(words.PARTS, 3))))
        for head in source.sample(words.HEADS, 2)
    ]
    asks = [*heads, filler.ask(source.choice(filler.refusals))]
    source.shuffle(asks)
    return tuple(asks)


def _linked(filler, ask):
    target = f"https://www.estwick.example/foi/{filler.source.randint(100, 999)}"
    return replace(ask, link=(*LINKED, target))


def _table(source):
    rows = [
        (quarter, str(source.randint(20, 900)), f"{source.randint(1, 98)}%") for quarter in QUARTERS
    ]
    return (("Period", "Number", "On time"), *rows)
