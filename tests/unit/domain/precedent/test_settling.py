"""What a side said is known again, and what changes it is told from what does not."""

import pytest

from answerable.domain.precedent.settling import said_digest

SAID = {
    "text": "Who maintains the lifts?",
    "answer": "Tarn Lifts Ltd.",
    "outcomes": ("disclosed", "part_disclosed"),
    "exemptions": ("31(1)(a)", "43(2)"),
}


def digest(**changes):
    said = {**SAID, **changes}
    return said_digest(
        said["text"], said["answer"], outcomes=said["outcomes"], exemptions=said["exemptions"]
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"text": "who maintains\n the  lifts?"},
        {"answer": "TARN LIFTS LTD. "},
        {"outcomes": ("part_disclosed", "disclosed")},
        {"exemptions": ("43(2)", "31(1)(a)")},
    ],
)
def test_case_line_ends_and_order_change_nothing(changes):
    assert digest(**changes) == digest()


@pytest.mark.parametrize(
    "changes",
    [
        {"text": "Who maintained the lifts?"},
        {"answer": "Elm Lifts Ltd."},
        {"outcomes": ("disclosed",)},
        {"exemptions": ("31(1)(a)",)},
        {"text": "Who maintains the lifts? Tarn", "answer": "Lifts Ltd."},
        {"outcomes": (), "exemptions": ("disclosed", "part_disclosed", "31(1)(a)", "43(2)")},
    ],
)
def test_anything_else_does(changes):
    assert digest(**changes) != digest()
