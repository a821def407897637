"""How a single letter is put together: what it is about, and a sheet that keeps its truth while it is written."""

import datetime as dt
import random
from dataclasses import dataclass, replace

from tests.support.layouts import labels, words
from tests.support.layouts.nodes import Grid, Item, Look, Made, Para, Span, spans
from tests.support.layouts.pieces import log_truth, text, walked
from tests.support.layouts.shapes import day


@dataclass(frozen=True)
class Point:
    """One thing that is asked: its words, the answer, the decisions in it, a table and a link below it, its parts."""

    text: str
    answer: str = ""
    codes: tuple = ()
    table: tuple = ()
    link: tuple = ()
    parts: tuple = ()


@dataclass(frozen=True)
class Matter:
    """One request: its number, days and title, what it asks, figures for the rest of the letter, what leads to it."""

    serial: int
    received_on: dt.date
    answered_on: dt.date
    title: str
    points: tuple
    filled: dict
    intro: str = ""

    @property
    def received(self):
        """Return the day of receipt in words."""
        return day(self.received_on)

    @property
    def answered(self):
        """Return the day of the letter in words."""
        return day(self.answered_on)

    def changed(self, place, **values):
        """Return the matter with something else about its question at a place, counted from one."""
        points = list(self.points)
        points[place - 1] = replace(points[place - 1], **values)
        return replace(self, points=tuple(points))


def matter(seed, topic, *, of, refused=None):
    """Return a request about a topic: `of` questions; `refused` names places, and which refusal stands there."""
    refused = refused or {}
    source = random.Random(seed)  # noqa: S311 nothing secret is made of it
    year = source.randint(2017, 2022)
    asks = iter(source.sample(topic.asks, of - len(refused)))
    points = []
    for place in range(1, of + 1):
        asked, answer, *codes = topic.refused[refused[place]] if place in refused else next(asks)
        filled = _figures(source, year)
        points.append(Point(asked.format(**filled), answer.format(**filled), *codes))
    received = dt.date(year + 2, source.randint(1, 11), source.randint(1, 28))
    return Matter(
        serial=source.randint(1200, 9800),
        received_on=received,
        answered_on=received + dt.timedelta(days=source.randint(16, 28)),
        title=topic.title,
        points=tuple(points),
        filled=_figures(source, year),
    )


def figures(seed, head, names):
    """Return a table with a row for each name, its numbers made from the seed."""
    source = random.Random(seed)  # noqa: S311 nothing secret is made of it
    rows = [(name, *(str(source.randint(11, 890)) for _ in head[1:])) for name in names]
    return (head, *rows)


def _figures(source, year):
    return {
        "n": source.randint(120, 980), "k": source.randint(24, 90), "m": source.randint(3, 19),
        "c": f"{source.randint(9000, 98000):,}", "d": f"{source.randint(1000, 8900):,}",
        "y": year, "z": year + 1, "firm": source.choice(words.FIRMS),
    }  # fmt: skip


class Sheet:
    """A letter while it is written: what is printed as a question, an answer or a refusal is noted as such.

    `style` is the form of each level's label. What the letter does not tie to a question is noted for the whole.
    """

    def __init__(self, about, style=("1.",)):
        self.about = about
        self.style = style
        self.points = dict(walked(about.points))
        self._items = {}
        self._answers = {}
        self._decisions = []
        self._links = []
        self._tables = []

    def name(self, path):
        """Return what the truth calls a question: "2.c"."""
        return labels.identity(self.style, path)

    def label(self, path):
        """Return the label as the letter prints it."""
        return labels.printed(self.style, path)

    def question(self, path, *, series="", label=None, **looks):
        """Return a question behind its label; `series` has the writer number it."""
        self.asks(path)
        label = self.label(path) if label is None else label
        words_of_it = spans(self.points[path].text, **looks)
        return Item(label, words_of_it, path, self.style, series)

    def questions(self, **looks):
        """Return all questions behind their labels."""
        return [self.question(path, **looks) for path in self.points]

    def asks(self, path):
        """Note that a question is printed in some other way."""
        self._items[self.name(path)] = self.points[path].text

    def told(self, path, **how):
        """Return the answer to a question as paragraphs."""
        return self.tells((path,), self.points[path], **how)

    def tells(self, paths, point, *, lead=(), indent=0, after=(), **looks):
        """Return a point's answer as that to several questions, or with no path to the whole request.

        `lead` stands before its words; below it its table, then the paragraphs of `after`.
        """
        first = Para((*lead, *spans(point.answer, **looks), *self.linked(point.link)), indent)
        rest = [Para(spans(said, **looks), indent) for said in after]
        whole = text([Para(first.spans[len(lead) :]), *rest])
        self._answers |= dict.fromkeys(map(self.name, paths), whole)
        self.decides(paths, *point.codes)
        if point.table:
            self._tables.append([list(row) for row in point.table])
        return [first, *([Grid(point.table, head=1)] if point.table else []), *rest]

    def answered(self, path, *, series="", label=None, **how):
        """Return an answer behind the label of its question."""
        first, *rest = self.told(path, **how)
        label = self.label(path) if label is None else label
        return [Item(label, first.spans, path, self.style, series), *rest]

    def replies(self, *, series="", **how):
        """Return all answers behind the labels of their questions; a question with parts is printed again."""
        parts = []
        for path, point in self.points.items():
            if point.parts:
                parts.append(self.question(path, series=series))
            else:
                parts += self.answered(path, series=series, **how)
        return parts

    def linked(self, link):
        """Return the spans of a link: what leads to it, its words, its target."""
        if not link:
            return ()
        before, shown, href = link
        self._links.append({"text": shown, "href": href})
        return (*spans(f" {before} "), Span(shown, href=href), *spans("."))

    def decides(self, paths, *codes):
        """Note decisions on questions, or without any on the whole request."""
        together = ",".join(map(self.name, paths))
        self._decisions += [[code, together] for code in codes]

    def made(self, parts, *, ref, request, response, look=None, titles=True):
        """Return the letter: all its parts, and the truth of them.

        `request` and `response` are the parts, or the words, that quote what was asked and that answer it.
        """
        record = {
            "ref": ref,
            "title": self.about.title,
            "request": _words(request),
            "response": _words(response),
            "items": [{"id": name, "text": words} for name, words in self._items.items()],
            "blocks": [],
            "answers": self._answers,
            "decisions": self._decisions,
            "links": self._links,
            "tables": self._tables,
        }
        return Made(tuple(parts), log_truth([record], titles=titles), look or Look())


def in_turn(pairs, *, between=None):
    """Return the questions of pairs, the parts of their answers, and both in turn; `between` leads to each answer."""
    led = [between] if between else []
    questions = [question for question, _ in pairs]
    answers = [part for _, told in pairs for part in told]
    both = [part for question, told in pairs for part in (question, *led, *told)]
    return questions, answers, both


def _words(parts):
    return parts if isinstance(parts, str) else text(parts)
