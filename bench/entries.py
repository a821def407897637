"""Generated entries: as long, as worded and as decided as those of real logs, the same on every run."""

import datetime as dt
import itertools
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from answerable.domain.decisions import Outcome
from answerable.domain.disclosure_log import Attachment, Entry, Question, Table

SUBJECTS = (
    "body-worn video,contact centre calls,complaints,stop and search,tasers,telephone system,"
    "firewall software,staff sickness,agency workers,translation contracts,vehicle fleet,"
    "data breaches,custody suites,missing persons,dog bites,hate crime,speed cameras,drones,"
    "facial recognition,redundancy payments,settlement agreements,gifts and hospitality,"
    "office cleaning,property leases,overtime,vetting,misconduct hearings,gross misconduct,"
    "firearms licences,neighbourhood policing,call handling times,training courses,uniforms,"
    "mobile phones,laptops,cloud storage,consultants,legal costs,press officers,social media,"
    "road collisions,burglary,knife crime,domestic abuse,recruitment,apprentices,pensions,"
    "parking permits,school exclusions,library closures,potholes,planning appeals,care homes,"
    "foster placements,food hygiene,waste collection,street lighting,noise nuisance,taxi drivers"
).split(",")
_ASPECTS = (
    "number of,cost of,policy on,contracts for,spending on,guidance about,statistics for,"
    "correspondence about,review of,suppliers of,incidents of,outcomes of,audit of,delays in"
).split(",")
PLACES = (
    "Avonmouth,Bedford,Cambria,Cleeve,Cumber,Derwent,Dorwell,Durley,Dyfed,Essendon,Gwentland,"
    "Hallamshire,Humber,Kentish Vale,Lancing,Lindsey,Merse,Norwold,Northshire,Ouse,Pennine,"
    "Ribble,Severn,Solent,Stourbridge,Surland,Teesdale,Thames Reach,Trent,Wealden,Wyre,Yarrow"
).split(",")
_ASKED = (
    "How many {subject} were recorded by {place} between {year} and {next}",
    "Please provide the total cost of {subject} in {place} for the financial year {year}",
    "What is your policy on {subject}, and when was it last reviewed",
    "Which supplier provides {subject}, and when does the contract end",
    "Please provide copies of all correspondence about {subject} since January {year}",
    "Of these, how many led to an investigation, a meeting or a hearing in {year}",
    "Can you break the figures down by age, gender and ethnicity for each year since {year}",
    "How many members of staff work on {subject}, in which grade and at what salary",
)
_COMMON = (
    "the of to and in a for is that we information by not on are be this as has with you or it "
    "which under from request Act have held officers public force cases complaint data provide "
    "investigation were section exempt exemption police disclosure interest number between was "
    "total case recorded conduct appeal review decision staff department figures period system "
    "search records relevant date would at been their any all an these may however therefore "
    "appropriate evidence report outcome matter service policy guidance published website team "
    "members serious referral allegation category table below attached response questions year "
    "financial cost hours manual retrieve process legislation authority person persons personal "
    "harm law enforcement prejudice likely balance favour maintaining transparency accountability"
).split()
_ENDS = "tion ment ing ed ity al er ous ance ive ship ness able age ure ist".split()
_SYLLABLES = (
    "ba cor del fen gra hol in jur kel lam mon nor os pel qua ral sen tor ul ven wes yar zed ost "
    "em dis per con pre sub"
).split()
_LIMBS = (
    "12(1) 14(1) 21 22 30(1)(a) 31(1)(a) 31(1)(g) 36(2)(c) 38(1) 40(2) 40(2) 40(2) 41 42 43(2)"
).split()
_OUTCOMES = (
    *(Outcome.DISCLOSED,) * 10,
    *(Outcome.WITHHELD,) * 4,
    *(Outcome.NOT_HELD,) * 3,
    Outcome.PART_DISCLOSED,
    Outcome.ELSEWHERE,
    Outcome.COST_LIMIT,
)
_REFUSED = {Outcome.WITHHELD, Outcome.PART_DISCLOSED}
_FIRST_DAY = dt.date(2008, 1, 2)
_DAYS = 6800
_VOCABULARY, _PASSAGES = 60_000, 12_000
_WITH_TABLE, _WITH_ATTACHMENT = 0.2, 0.04
_Choice = TypeVar("_Choice")


def generated_entries(count: int, seed: int = 1) -> Iterator[Entry]:
    """Yield that many entries of about 200 words each; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 the same entries on every run are the purpose
    stock = _Stock(_passages(chance), chance.random)
    return (_entry(number, stock) for number in range(count))


@dataclass(frozen=True, slots=True)
class _Stock:
    """Passages to choose from, and the chance by which everything is chosen."""

    passages: list[str]
    chance: Callable[[], float]

    def one_of(self, choices: Sequence[_Choice]) -> _Choice:
        """Return one of the choices, each as likely as the others."""
        return choices[int(self.chance() * len(choices))]

    def some(self, *, least: int, most: int) -> str:
        """Return so many passages as one paragraph."""
        number = least + int(self.chance() * (most - least + 1))
        return " ".join([self.one_of(self.passages) for _ in range(number)])


def _passages(chance: random.Random) -> list[str]:
    """Make sentences of words as often used as in real text: the n-th word once in n."""
    words = [*_COMMON, *rare_words(chance, _VOCABULARY)]
    weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(words))))
    drawn = iter(chance.choices(words, cum_weights=weights, k=_PASSAGES * 15))
    return [
        " ".join(itertools.islice(drawn, 8 + number % 8)).capitalize() + "."
        for number in range(_PASSAGES)
    ]


def rare_words(chance: random.Random, count: int) -> list[str]:
    """Return words that nobody uses, most of them once."""
    return [_rare_word(chance) for _ in range(count)]


def _rare_word(chance: random.Random) -> str:
    return "".join([*chance.choices(_SYLLABLES, k=1 + chance.randrange(3)), chance.choice(_ENDS)])


def _entry(number: int, stock: _Stock) -> Entry:
    subject, place = stock.one_of(SUBJECTS), stock.one_of(PLACES)
    received = _FIRST_DAY + dt.timedelta(days=int(stock.chance() * _DAYS))
    questions = tuple(
        _question(str(label), subject, place, received.year - label, stock)
        for label in range(1, 2 + int(stock.chance() ** 2 * 6))
    )
    aspect = stock.one_of(_ASPECTS).capitalize()
    answers = "\n\n".join([f"{one.printed} {one.answer}" for one in questions])
    return Entry(
        ref=str(5_000_000 + number),
        title=f"{aspect} {subject}, {place} {received.year}",
        request="\n\n".join([f"{one.printed} {one.text}" for one in questions]),
        response=f"{stock.some(least=1, most=3)}\n\n{answers}",
        questions=questions,
        received_on=received,
        answered_on=received + dt.timedelta(days=20 + int(stock.chance() * 15)),
        outcomes=tuple(dict.fromkeys(said for one in questions for said in one.outcomes)),
        exemptions=tuple(dict.fromkeys(said for one in questions for said in one.exemptions)),
        tables=_tables(subject, place, received.year, stock),
        attachments=_attachments(subject, stock),
    )


def _question(label: str, subject: str, place: str, year: int, stock: _Stock) -> Question:
    asked = stock.one_of(_ASKED).format(subject=subject, place=place, year=year, next=year + 1)
    outcome = stock.one_of(_OUTCOMES)
    exemptions = (stock.one_of(_LIMBS),) if outcome in _REFUSED else ()
    grounds = "".join([f" This is exempt under section {one} of the Act." for one in exemptions])
    return Question(
        label=label,
        printed=f"{label}.",
        text=f"{asked}? {stock.some(least=0, most=1)}".rstrip(),
        answer=f"{stock.some(least=2, most=6)}{grounds}",
        outcomes=(outcome,),
        exemptions=exemptions,
    )


def _tables(subject: str, place: str, year: int, stock: _Stock) -> tuple[Table, ...]:
    if stock.chance() > _WITH_TABLE:
        return ()
    rows = tuple(
        (str(each), str(int(stock.chance() * 900)), str(int(stock.chance() * 90)))
        for each in range(year - 6, year)
    )
    return (Table((("Year", subject.capitalize(), "Upheld"), *rows), f"{place}, by year", "1"),)


def _attachments(subject: str, stock: _Stock) -> tuple[Attachment, ...]:
    if stock.chance() > _WITH_ATTACHMENT:
        return ()
    return (Attachment(f"{subject.capitalize()} policy", stock.some(least=20, most=40)),)
