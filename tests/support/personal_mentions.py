"""Names of many origins put into many contexts: how often the finder of personal data sees them."""

import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from answerable.domain.release.people import KnownPerson
from answerable.domain.release.personal import PersonalFinding, PersonalKind, personal_data
from tests.support.personal_report import FOLDER


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text: of whom, of which origin, in which context, and where it stands."""

    name: str
    origin: str
    context: str
    text: str
    start: int


def mentions() -> Iterator[Mention]:
    """Yield every name of the set in every context."""
    data = tomllib.loads((FOLDER / "mentions.toml").read_text(encoding="utf-8"))
    for origin, names in data["names"].items():
        for name in names:
            for context, frame in data["contexts"].items():
                yield _mention(name, origin, context, frame)


def is_found(
    mention: Mention,
    known: Sequence[KnownPerson] = (),
    find: Callable[[str], Sequence[PersonalFinding]] | None = None,
) -> bool:
    """Return whether a finding of a name touches the mention: by our own rules, or by what another finder says."""
    found = find(mention.text) if find else personal_data(mention.text, known=known)
    return any(
        one.kind is PersonalKind.NAME
        and one.start < mention.start + len(mention.name)
        and mention.start < one.end
        for one in found
    )


def shares(
    by: str,
    *,
    without: Sequence[str] = (),
    find: Callable[[str], Sequence[PersonalFinding]] | None = None,
) -> dict[str, float]:
    """Return which share of mentions is found, by origin or by context, without some contexts."""
    counted: dict[str, list[bool]] = {}
    for one in mentions():
        if one.context not in without:
            counted.setdefault(getattr(one, by), []).append(is_found(one, find=find))
    return {key: sum(found) / len(found) for key, found in counted.items()}


def _mention(name: str, origin: str, context: str, frame: str) -> Mention:
    first, _, surname = name.rpartition(" ")
    words = {
        "name": name,
        "first": first,
        "surname": surname,
        "NAME": name.upper(),
        "lower": name.lower(),
    }
    start = frame.index("{")
    return Mention(name, origin, context, frame.format(**words), start)


def rows(by: str, *, without: Sequence[str] = ()) -> Iterator[str]:
    """Yield the rows of a table of those shares, as Markdown."""
    yield f"| {by.capitalize()} | Found |"
    yield "|---|---:|"
    for key, share in shares(by, without=without).items():
        yield f"| {key} | {share:.0%} |"


if __name__ == "__main__":
    print("\n".join(rows("context")))
    print("\n".join(rows("origin", without=("ALL CAPS", "lower case"))))
    people = [KnownPerson(one) for one in dict.fromkeys(each.name for each in mentions())]
    every = list(mentions())
    print(sum(is_found(one, people) for one in every), "of", len(every), "with the people known")
    for one in every:
        if one.context not in ("ALL CAPS", "lower case") and not is_found(one):
            print("missed", one.context, one.text)
