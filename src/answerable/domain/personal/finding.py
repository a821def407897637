"""What leads to a person in a text: every rule, and what the surest of them say."""

from collections.abc import Iterator

from answerable.domain.personal.beside import beside_names, surer_by_names
from answerable.domain.personal.births import BIRTHS
from answerable.domain.personal.columns import found_in_columns
from answerable.domain.personal.contact import CONTACT
from answerable.domain.personal.gazetteer import gazetteer
from answerable.domain.personal.homes import HOMES
from answerable.domain.personal.identity import IDENTITY
from answerable.domain.personal.kinds import PersonalFinding, PersonalKind
from answerable.domain.personal.machines import MACHINES
from answerable.domain.personal.money import MONEY
from answerable.domain.personal.names import names_in
from answerable.domain.personal.rules import surest
from answerable.domain.personal.small import small_numbers
from answerable.domain.personal.special import own_health, special_words

RULES = (*CONTACT, *MONEY, *BIRTHS, *IDENTITY, *MACHINES, *HOMES)
"""The surer kinds first: of what two find equally surely, the first has it."""


def numbers_in(text: str) -> Iterator[PersonalFinding]:
    """Yield what rules of shape find in a text; what they say may overlap."""
    for rule in RULES:
        yield from rule.findings(text)


def everything_in(
    text: str, named: tuple[PersonalFinding, ...] = ()
) -> tuple[PersonalFinding, ...]:
    """Return the personal data in a text, in its order; `named` are names that somebody knows to be there."""
    numbers = [*numbers_in(text), *found_in_columns(text, gazetteer())]
    shapes = surest([*named, *numbers, *own_health(text)], length=len(text))
    people = surest([*named, *shapes, *names_in(text)], length=len(text))
    names = [one for one in people if one.kind is PersonalKind.NAME]
    besides = [*beside_names(text, names), *special_words(text, names), *small_numbers(text)]
    return surest([*surer_by_names(people, names), *besides], length=len(text))
