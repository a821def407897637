"""What the words of an answer decide: rows that letters print, and near misses."""

import pytest

from answerable.domain.decisions import Outcome
from answerable.reading.decisions import _PATTERNS, _hinted, _hints_in, decided

DECIDED = [
    ("Seven.", "disclosed"),
    ("No.", "disclosed"),
    ("N/A", "disclosed"),
    ("Please see attached.", "disclosed"),
    ("We do not hold this information.", "not_held"),
    ("No information held.", "not_held"),
    ("This is not information that we record.", "not_held"),
    ("The file is retained in the department, and we hold no copy.", "not_held"),
    ("Recordings are destroyed after 90 days, and so none is held.", "not_held"),
    ("Officers are on duty, and no separate cost is held.", "not_held"),
    ("No meetings of staff were held in May.", "disclosed"),
    ("We decline to give the threshold.", "withheld"),
    ("WE DO NOT HOLD THIS INFORMATION.", "not_held"),
    ("We do not record this information.", "not_held"),
    ("No records could be found.", "not_held"),
    ("We don\u2019t hold it.", "not_held"),
    (
        "This is not held centrally. Please contact the police force concerned.",
        "not_held signposted",
    ),
    ("You should redirect this part of your request to police forces.", "signposted"),
    ("This would have to be requested from the council.", "signposted"),
    ("Enquiries should be directed to the Head of ICT.", "disclosed"),
    ("We have direct contact with those who use the service.", "disclosed"),
    ("This is published on our website.", "elsewhere"),
    ("Seven. The list is available online.", "disclosed elsewhere"),
    ("It is available online. There were seven.", "elsewhere disclosed"),
    ("This is exempt under section 21 as it is already available.", "elsewhere 21"),
    ("This is exempt under section 40(2).", "withheld 40(2)"),
    ("We withhold the price under sections 43(2) and 41(1).", "withheld 43(2) 41(1)"),
    ("No exemption applies: seven.", "disclosed"),
    ("Names have been redacted under section 40(2).", "part_disclosed 40(2)"),
    ("The names have been taken out; all else is below.", "disclosed"),
    ("It is exempt, and the names have been taken out.", "part_disclosed"),
    (
        "The minutes are released in part; section 42(1) applies to the rest.",
        "part_disclosed 42(1)",
    ),
    ("To answer would exceed the appropriate limit in section 12.", "cost_limit 12"),
    ("It would take longer than 18 hours.", "cost_limit"),
    ("Your request is vexatious under section 14(1).", "vexatious 14(1)"),
    (
        "This repeats a request, so section 14(2) applies: it is a repeated request.",
        "repeated 14(2)",
    ),
    ("We neither confirm nor deny that we hold it under section 40(5B).", "ncnd 40(5B)"),
    ("We are unable to confirm or deny this.", "ncnd"),
    ("Please clarify which year you mean.", "clarification"),
    ("As you did not reply, the request has been closed.", "lapsed"),
]


@pytest.mark.parametrize(("answer", "wanted"), DECIDED)
def test_an_answer_decides(answer, wanted):
    outcomes, exemptions = decided(answer)

    assert " ".join([*outcomes, *exemptions]) == wanted


def test_a_table_gives_even_where_the_words_refuse():
    assert decided("We do not hold earlier years.", gives_more=True)[0] == (
        Outcome.DISCLOSED,
        Outcome.NOT_HELD,
    )


def test_nothing_decides_nothing():
    assert decided("") == ((), ())


@pytest.mark.parametrize("answer", [answer for answer, _ in DECIDED])
def test_no_rule_matches_without_one_of_its_hints(answer):
    lowered = answer.lower()
    hinted = _hinted(_hints_in(lowered))
    for rule in _PATTERNS:
        if rule[1].search(lowered):
            assert rule in hinted, rule[0]
