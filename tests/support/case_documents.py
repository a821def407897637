"""Requests for the casework index with valid defaults, and many of them made by number."""

import datetime as dt
import random

from answerable.matching.case_documents import CaseDocument, CaseQuestionDocument, Standing
from answerable.matching.case_search import CaseSearch

RECEIVED = dt.date(2026, 1, 5)
_STAGES = ("new", "allocated", "drafting", "clearance", "answered")
_REGIMES = ("FOIA", "EIR", "SAR")
_CHANNELS = ("e-mail", "letter", "web form")
_OUTCOMES = ("disclosed", "part disclosed", "withheld", "not held")
_LIMBS = ("31(1)(a)", "31(1)(g)", "40(2)", "43(2)", "EIR 12(4)(b)", "22")
_WORDS = (
    "bicycle patrol complaint custody vehicle contract budget training allotment school crossing "
    "library parking grant noise licence drone footage survey tender meeting minutes salary bridge "
    "flood drain street light bench river market museum ferry harbour kennel orchard quarry tunnel"
).split()


def make_standing(**more):
    given = {"stage": "drafting", "regime": "FOIA", "channel": "e-mail", "team": "Records"}
    days = {"received_on": RECEIVED, "due_on": RECEIVED + dt.timedelta(days=28)}
    return Standing(**(given | {"officer": "p.lane"} | days | more))


def make_question(label="1", text="How many bicycles are there?", **more):
    return CaseQuestionDocument(label, text, **({"standing": make_standing()} | more))


def make_case(reference="7000001", title="Bicycles", **more):
    given = {
        "text": "Please tell me about bicycles.",
        "people": ("Ottoline Quince", "quince@example.org"),
        "standing": make_standing(),
        "questions": (make_question(),),
    }
    return CaseDocument(reference, title, **(given | more))


def found(index, text="", **more):
    """Return the reference and the label of each hit of a search."""
    return {(hit.reference, hit.label) for hit in index.search(CaseSearch(text, **more)).hits}


def many_cases(count, *, questions=1, words=40):
    """Yield as many requests as are wanted, the same in every run; each tenth is restricted."""
    chance = random.Random(count)  # noqa: S311  # material, not a secret
    for number in range(count):
        standing = make_standing(
            stage=chance.choice(_STAGES),
            regime=chance.choice(_REGIMES),
            channel=chance.choice(_CHANNELS),
            team=f"Team {chance.randrange(12)}",
            officer=f"officer{chance.randrange(60)}",
            received_on=RECEIVED + dt.timedelta(days=chance.randrange(1000)),
        )
        yield CaseDocument(
            f"{number + 1_000_000}",
            " ".join(chance.choices(_WORDS, k=4)).capitalize(),
            text=" ".join(chance.choices(_WORDS, k=words)),
            people=(f"Requester Number{number}", f"r{number}@example.org"),
            notes=(f"Note {chance.choice(_WORDS)}",),
            standing=standing,
            is_restricted=number % 10 == 0,
            may_see=("warden",),
            questions=tuple(
                CaseQuestionDocument(
                    str(place + 1),
                    " ".join(chance.choices(_WORDS, k=12)) + f" number{number}",
                    answer=" ".join(chance.choices(_WORDS, k=words)),
                    exemptions=(chance.choice(_LIMBS),) if chance.random() < 0.4 else (),
                    outcomes=(chance.choice(_OUTCOMES),),
                    standing=standing,
                )
                for place in range(questions)
            ),
        )
