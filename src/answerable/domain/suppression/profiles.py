"""Profiles of disclosure control, as data: named, dated, with their source; a body may add its own."""

import dataclasses
import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

_HUNDRED = 100


class ProfileRefused(ValueError):
    """A profile says what it cannot; the message names the profile and the word."""


@dataclass(frozen=True, slots=True)
class Profile:
    """How the counts of a table are controlled: rounded first, then withheld where they are small.

    Counts from `least` to `most` are withheld; with `most` 0 none is. `least` 0 takes nought for small, too.
    """

    name: str
    title: str
    source: str
    dated: dt.date
    rounded_to: int = 1
    least: int = 1
    most: int = 0
    mark: str = "[c]"
    """What is printed where a count is withheld; the default is the one of the Government Analysis Function."""
    shares_from_rounded: bool = False
    """Whether percentages are computed from what is printed, so that they give no exact count away."""
    least_for_means: int = 0
    """Means, medians and percentiles of fewer are withheld."""
    protection: int = 1
    """How far apart the least and the most must be that a reader can work out for a withheld cell."""
    dominant_units: int = 0
    dominant_percent: int = 0
    """An amount is withheld of which so many units have this share or more; 0 and 0 for no such rule."""
    exempt: tuple[str, ...] = ()
    """Levels of geography to which the profile does not apply, such as `national`."""

    def __post_init__(self) -> None:
        """Refuse what makes no sense.

        :raises ProfileRefused: if a number is out of its range.
        """
        for name, is_sound in (
            ("rounded_to", self.rounded_to >= 1),
            ("least", self.least in (0, 1)),
            # Where one count alone is withheld, the mark tells it.
            ("most", self.most == 0 or self.most > self.least),
            ("least_for_means", self.least_for_means >= 0),
            ("protection", self.protection >= 1),
            ("dominant_units", self.dominant_units >= 0),
            ("dominant_percent", 0 <= self.dominant_percent <= _HUNDRED),
        ):
            if not is_sound:
                raise ProfileRefused(
                    f"profile {self.name!r}: {name} cannot be {getattr(self, name)}"
                )
        if bool(self.dominant_units) != bool(self.dominant_percent):
            raise ProfileRefused(
                f"profile {self.name!r}: dominant_units and dominant_percent go together"
            )

    @property
    def withholds(self) -> bool:
        """Whether counts are withheld at all."""
        return self.most > 0

    @property
    def changes_counts(self) -> bool:
        """Whether some counts leave otherwise than they were counted."""
        return self.withholds or self.rounded_to > 1

    @property
    def changes_figures(self) -> bool:
        """Whether some figures of a measure leave otherwise than they were computed: counts, or means of few."""
        return self.changes_counts or self.least_for_means > 1

    @property
    def small_words(self) -> str:
        """Why a count is withheld for its size, in a sentence: whoever reads it knows the two ends."""
        return f"A count from {self.least} to {self.most} is withheld."

    @property
    def small(self) -> int:
        """The largest count that is small: what two tables together must not give away."""
        return max(self.most, self.rounded_to - 1)

    def is_small(self, count: int) -> bool:
        """Return whether a count is withheld for its size."""
        return self.withholds and self.least <= count <= self.most

    def is_dominated(self, contributions: tuple[int, ...]) -> bool:
        """Return whether a few units have most of an amount; `contributions` are what each of them has."""
        total = sum(contributions)
        if not self.dominant_units or not total:
            return False
        largest = sum(sorted(contributions, reverse=True)[: self.dominant_units])
        return largest * _HUNDRED >= total * self.dominant_percent

    def rounded(self, count: int) -> int:
        """Return a count rounded to the nearest multiple, halves up."""
        base = self.rounded_to
        return (count + base // 2) // base * base

    def reach(self, printed: int) -> tuple[int, int]:
        """Return the least and the most that a count can be which is printed so."""
        base = self.rounded_to
        least, most = max(0, printed - base // 2), printed + (base - 1) // 2
        if not self.withholds:
            return least, most
        if printed == 0 and self.least == 1:
            return 0, (0 if self.most >= most else most)
        return max(least, self.most + 1), max(most, self.most + 1)

    def may_show_mean(self, count: int) -> bool:
        """Return whether a mean, median or percentile of so many may be shown."""
        return count >= self.least_for_means

    def share(self, part: int, whole: int) -> Fraction | None:
        """Return a percentage as the profile has it; None where one of its counts is withheld or it is of nothing."""
        if self.is_small(part) or self.is_small(whole):
            return None
        if self.shares_from_rounded:
            part, whole = self.rounded(part), self.rounded(whole)
        return Fraction(part * _HUNDRED, whole) if whole else None


@cache
def shipped_profiles() -> Mapping[str, Profile]:
    """Return the profiles that come with the product, by name."""
    text = resources.files(__package__).joinpath("profiles.toml").read_text(encoding="utf-8")
    return MappingProxyType(profiles_of(text))


def profile_named(name: str, own: Mapping[str, Profile] = MappingProxyType({})) -> Profile:
    """Return a profile: of the body's own, or else a shipped one.

    :raises ProfileRefused: if there is none of this name.
    """
    known = {**shipped_profiles(), **own}
    if name not in known:
        raise ProfileRefused(f"there is no profile {name!r}: there are {', '.join(known)}")
    return known[name]


def profiles_of(text: str) -> dict[str, Profile]:
    """Return the profiles of a TOML text, by name.

    :raises ProfileRefused: if it is no TOML, or a word in it is unknown, missing or of another kind.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise ProfileRefused(f"the profiles are no TOML: {problem}") from problem
    return {name: _profile(name, values) for name, values in data.items()}


def profile_as_data(profile: Profile) -> dict[str, Any]:
    """Return a profile as plain data, whole and with its name, as a result keeps it."""
    data = dataclasses.asdict(profile)
    return {**data, "dated": profile.dated.isoformat(), "exempt": list(profile.exempt)}


def profile_from_data(data: Mapping[str, Any]) -> Profile:
    """Return the profile that a result keeps.

    :raises ProfileRefused: if the data is none.
    """
    try:
        values = {**data, "dated": dt.date.fromisoformat(data["dated"])}
        return _profile(str(values.pop("name")), values)
    except (KeyError, TypeError, ValueError) as problem:
        if isinstance(problem, ProfileRefused):
            raise
        raise ProfileRefused(f"this is no profile of a result: {problem!r}") from problem


def _profile(name: str, values: Any) -> Profile:
    if not isinstance(values, dict):
        raise ProfileRefused(f"{name!r} stands outside every profile: write [NAME] first")
    kinds = {field.name: field.type for field in dataclasses.fields(Profile)}
    for word, value in values.items():
        if word not in kinds or word == "name":
            raise ProfileRefused(f"profile {name!r}: there is no {word!r} in a profile")
        # A yes or no is a whole number to Python, too.
        if type(value) not in _KINDS[word]:
            raise ProfileRefused(f"profile {name!r}: {word} cannot be {value!r}")
    missing = [word for word in ("title", "source", "dated") if word not in values]
    if missing:
        raise ProfileRefused(f"profile {name!r}: {missing[0]} is missing")
    if not all(isinstance(level, str) for level in values.get("exempt", ())):
        raise ProfileRefused(f"profile {name!r}: exempt lists names of levels")
    return Profile(name=name, **{**values, "exempt": tuple(values.get("exempt", ()))})


_KINDS: dict[str, tuple[type, ...]] = {
    **dict.fromkeys(("title", "source", "mark"), (str,)),
    "dated": (dt.date,),
    "shares_from_rounded": (bool,),
    "exempt": (list,),
    **dict.fromkeys(
        (
            *("rounded_to", "least", "most", "least_for_means"),
            *("protection", "dominant_units", "dominant_percent"),
        ),
        (int,),
    ),
}
