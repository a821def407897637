"""What people and teams are called, where a list has their keys."""

from collections.abc import Iterable

from answerable.records.accounts.models import Person, Team


def person_name(key: str) -> str:
    """Return the name of a person; whoever has no account is called by the key."""
    return person_names([key]).get(key, key)


def person_names(keys: Iterable[str]) -> dict[str, str]:
    """Return the name of each person by their key; whoever has no account is called by the key."""
    wanted = set(keys) - {""}
    found = Person.objects.filter(email__in=wanted).values_list("email", "name")
    return {**{key: key for key in wanted}, **dict(found)}


def team_names(codes: Iterable[str]) -> dict[str, str]:
    """Return the name of each team by its code; a code that is of no team stands for itself."""
    wanted = set(codes) - {""}
    found = Team.objects.filter(code__in=wanted).values_list("code", "name")
    return {**{code: code for code in wanted}, **dict(found)}
