"""Which provisions there are to cite."""

import pytest

from answerable.domain.law.divisions import is_provision
from answerable.domain.law.exemptions import exemptions
from answerable.domain.law.limbs import limbs

CITED = [
    ("31(1)(a)", True), ("31(1)(i)", True), ("31(1)(z)", False), ("31(4)", False), ("31", True),
    ("22A(1)(b)(iv)", True), ("37(1)(ac)", True), ("40(3A)(a)", True), ("40(9)", False),
    ("EIR 12(5)(g)", True), ("EIR 12(4)(f)", False), ("50", None), ("1(1)", None),
]  # fmt: skip


@pytest.mark.parametrize(("citation", "there"), CITED)
def test_a_citation_is_of_a_provision_or_not(citation, there):
    assert is_provision(citation) is there


def test_there_is_every_provision_on_which_a_refusal_can_rest():
    known = {limb for one in exemptions() for limb in (*one.limbs, *one.denials)} | set(limbs())

    assert [one for one in known if is_provision(one) is not True] == []
