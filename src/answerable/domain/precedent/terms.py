"""What a question is about, term by term."""

from dataclasses import dataclass

_EVENTS, _THINGS = "events: ", "things: "


@dataclass(frozen=True, slots=True)
class Term:
    """Something that a question is about.

    `stem` is what it is compared by; `is_turned` says that the question is about the rest ("not upheld");
    `is_common` that so many questions have it that it tells little; `kinds` are those of kinds.toml; `sides` the
    sides of opposites on which it stands; `core` its words that are not common; `part` the part of the question
    that it stands in, counted from its beginning; `follows` that no other word stands between it and the term
    before; `is_counted` that the question asks how many of it there are; `splits` the terms that its single words would be, as they are
    printed and as the thesaurus has them, if it has several.
    """

    stem: str
    printed: str
    is_name: bool = False
    is_turned: bool = False
    is_common: bool = False
    kinds: frozenset[str] = frozenset()
    sides: frozenset[int] = frozenset()
    core: frozenset[str] = frozenset()
    part: int = 0
    follows: bool = False
    is_counted: bool = False
    splits: tuple[tuple["Term", ...], ...] = ()
    is_carried: bool = False
    """Whether it stands above the question, which was read with it."""

    @property
    def is_number(self) -> bool:
        """Return whether it is a number, or so many weeks."""
        return self.stem[0].isdigit()


def is_event(kind: str) -> bool:
    """Return whether things of a kind are what befalls others."""
    return kind.startswith(_EVENTS)


def is_thing(kind: str) -> bool:
    """Return whether what is of a kind is a thing, a person or a place that something may befall."""
    return kind.startswith(_THINGS)
