"""Generated questions on file: words as often used as in real text, half of them nearly the same as others."""

import datetime as dt
import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from answerable.matching.filed import Filed
from bench.entries import PLACES, SUBJECTS, rare_words

_ASKED = (
    "How many {thing} were recorded in {place} in {year}?",
    "How many {thing} did you have in {year}, and how many of these were {fate}?",
    "Please provide the total cost of {thing} in {place} for the financial year {year}/{next}.",
    "What is your policy on {thing}, and when was it last reviewed?",
    "A copy of the contract for {thing} with its schedules.",
    "Who supplies your {thing}, when does the contract end, and what does it cost each year?",
    "Please list every {thing} that was {fate} between January {year} and December {next}.",
    "Which department is responsible for {thing}, and who leads it?",
    "The number of {thing} {fate} in {place} since {year}, by month and by ward.",
    "Do you hold any report on {thing}? If so, please send me the latest.",
    "How much was spent on {thing} and on {other} in each of the last three years?",
    "How many members of staff work on {thing}, in which grade and at what salary?",
    "Copies of all e-mails about {thing} sent to or from {place} in {year}.",
    "I should like to know how long {thing} took on average in {year}, compared with {other}.",
)
_LETTERS = (
    "Under the Freedom of Information Act please tell me: ",
    "Dear Sir or Madam, I am a student and write about {other}. ",
    "",
    "",
    "",
)
_FATES = "reported,refused,upheld,closed,cancelled,lost,stolen,repaired,approved,rejected".split(
    ","
)
_OUTCOMES = (("disclosed",), ("disclosed",), ("withheld",), ("not_held",), ("part_disclosed",))
_ENDS = ("", "", " Please give the figures by year.", " A spreadsheet would be best.")
_VOCABULARY = 60_000
_SEED, _FIRST_YEAR, _YEARS = 5, 2008, 17
_PER_FORM, _OFTEN = 20, 0.5


@dataclass(frozen=True, slots=True)
class _Stock:
    """Words to choose from, the sums of how often each is used, and the chance by which everything is chosen."""

    chance: random.Random
    words: list[str]
    weights: list[float]

    def thing(self) -> str:
        """Return what a question may be about: a subject, most often with rarer words before it."""
        count = self.chance.randrange(4)
        words = self.chance.choices(self.words, cum_weights=self.weights, k=count)
        if not words or self.chance.random() < _OFTEN:
            words.append(self.chance.choice(SUBJECTS))
        return " ".join(words)

    def form(self) -> str:
        """Return a question in which only the place and the year are open."""
        asked = " ".join(self.chance.sample(_ASKED, 1 + (self.chance.random() < _OFTEN)))
        text = self.chance.choice(_LETTERS) + asked + self.chance.choice(_ENDS)
        named = {"thing": self.thing(), "other": self.thing(), "fate": self.chance.choice(_FATES)}
        for name, said in named.items():
            text = text.replace(f"{{{name}}}", said)
        return text


def generated_questions(count: int, *, seed: int = 1, entry: int = 0) -> Iterator[Filed]:
    """Yield so many questions, each of an entry of its own; half are forms that others were asked by as well.

    All have the same words and forms, whatever the seed, which only draws from them; it is the same for the same seed.
    """
    drawn = random.Random(_SEED)  # noqa: S311 the same questions on every run are the purpose
    vocabulary = rare_words(drawn, _VOCABULARY)
    weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(_VOCABULARY)))
    stock = _Stock(drawn, vocabulary, weights)
    forms = [stock.form() for _ in range(max(1, _forms(count)))]
    chance = random.Random(seed)  # noqa: S311 as above
    fresh = replace(stock, chance=chance)
    for number in range(count):
        # Some forms come again and again, most of them twice or thrice.
        is_form = chance.random() < _OFTEN
        place = int(len(forms) * chance.random() ** 2)
        yield _filed(forms[place] if is_form else fresh.form(), chance, entry + number)


def _forms(count: int) -> int:
    return count // _PER_FORM


def _filed(form: str, chance: random.Random, number: int) -> Filed:
    year = _FIRST_YEAR + chance.randrange(_YEARS)
    text = form.replace("{place}", chance.choice(PLACES))
    text = text.replace("{year}", str(year)).replace("{next}", str(year + 1))
    outcomes = chance.choice(_OUTCOMES)
    return Filed(
        reference=f"FOI-{number}",
        label="1",
        body="Office for Public Answers",
        text=text,
        on=dt.date(year + 1, 1 + chance.randrange(12), 1),
        outcomes=outcomes,
        exemptions=("31(1)(a)",) if "withheld" in outcomes else (),
        answer=f"We hold {chance.randrange(900)} records of this. " * 4,
        source="OPA: a log",
        entry=number,
        address=f"/log/foi-{number}/1",
    )
