"""Where a report does not agree with itself or with its standard: each place is told, and nothing is mended."""

from collections.abc import Iterator, Mapping, Sequence

from answerable.domain.assurance import Doubt, Framework, PassageKind
from answerable.reading.assessments.found import Found
from answerable.reading.assessments.levels import named_apart, named_in, usual_level

_NAMES = {
    PassageKind.STRENGTH: "strengths",
    PassageKind.IMPROVEMENT: "improvements",
    PassageKind.PARTIAL: "partial elements",
    PassageKind.FAILING: "elements that are not met",
}


def levels_of(found: Found) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """Return the level of each element that has one, and the elements that have several, with those."""
    given: dict[str, list[str]] = {}
    for one in found.said:
        if found.framework.element(one.element):
            levels = given.setdefault(one.element, [])
            levels += [one.level] if one.level not in levels else []
    return (
        {element: levels[0] for element, levels in given.items() if len(levels) == 1},
        {element: tuple(levels) for element, levels in given.items() if len(levels) > 1},
    )


def doubts_of(
    found: Found, text: str, *, levels: Mapping[str, str], element_count: int | None
) -> tuple[Doubt, ...]:
    """Return all that does not agree, in the order in which a person would look."""
    return (
        *_unknown(found),
        *_two_levels(found),
        *_both_heads(found),
        *_unlisted(found),
        *_without_text(found),
        *_twice(found),
        *_other_names(found.framework, text),
        *_counts(found, levels),
        *_element_count(found.framework, element_count),
    )


def _cited(found: Found) -> dict[str, None]:
    numbers = [one for passage in found.passages for one in passage.elements]
    numbers += [one for listed in found.listed.values() for one in listed]
    numbers += [one.element for one in found.said]
    numbers += [one for note in found.notes for one in note.elements]
    return dict.fromkeys(numbers)


def _unknown(found: Found) -> Iterator[Doubt]:
    name = found.framework.name
    for number in _cited(found):
        if found.framework.element(number) is None:
            says = f"{name} has no element {number}: the report names one, which is left out"
            yield Doubt("unknown element", says, (number,))


def _two_levels(found: Found) -> Iterator[Doubt]:
    for element, keys in levels_of(found)[1].items():
        names = " and ".join(level.name for key in keys if (level := found.framework.level(key)))
        says = f"The report gives {element} two levels, {names}: it has none until somebody chooses"
        yield Doubt("two levels", says, (element,))


def _of_kind(found: Found, kind: PassageKind) -> list[str]:
    texts = [one for passage in found.passages if passage.kind is kind for one in passage.elements]
    return list(dict.fromkeys([*found.listed.get(kind, ()), *texts]))


def _both_heads(found: Found) -> Iterator[Doubt]:
    improvements = set(_of_kind(found, PassageKind.IMPROVEMENT))
    for element in _of_kind(found, PassageKind.STRENGTH):
        if element in improvements:
            says = f"{element} stands both under the strengths and under the improvements"
            yield Doubt("both heads", says, (element,))


def _unlisted(found: Found) -> Iterator[Doubt]:
    everywhere = {one for listed in found.listed.values() for one in listed}
    if not everywhere:
        return
    for kind in PassageKind:
        listed = set(found.listed.get(kind, ()))
        texts = dict.fromkeys(
            one for each in found.passages if each.kind is kind for one in each.elements
        )
        if kind in (PassageKind.PARTIAL, PassageKind.FAILING):
            missing = [one for one in texts if one not in everywhere]
            says = (
                "{} is in the text among the "
                + _NAMES[kind]
                + ", and in no list at the head of a section"
            )
        elif not listed:
            continue
        else:
            missing = [one for one in texts if one not in listed]
            says = "{} is in the text among the " + _NAMES[kind] + ", and not in their list"
        for element in missing:
            yield Doubt("not in a list", says.format(element), (element,))


def _without_text(found: Found) -> Iterator[Doubt]:
    texts = {one for each in found.passages for one in each.elements}
    texts |= {one for note in found.notes for one in note.elements}
    if not texts:
        return
    for kind, listed in found.listed.items():
        for element in listed:
            if element not in texts:
                says = f"{element} is in the list of the {_NAMES[kind]}, and no text says anything of it"
                yield Doubt("no text", says, (element,))


def _twice(found: Found) -> Iterator[Doubt]:
    awarded = [
        one
        for each in found.passages
        if each.level and each.kind is PassageKind.STRENGTH
        for one in each.elements
    ]
    for element in dict.fromkeys(awarded):
        if awarded.count(element) > 1:
            says = f"{element} is awarded its level in {awarded.count(element)} passages"
            yield Doubt("awarded twice", says, (element,))


def _other_names(framework: Framework, text: str) -> Iterator[Doubt]:
    printed: dict[str, dict[str, str]] = {}
    for one in named_in(text, framework):
        printed.setdefault(one.level.key, {}).setdefault(_bare(one.printed), one.printed)
    for level, name in named_apart(text, framework):
        printed.setdefault(level.key, {}).setdefault(_bare(name), name)
    for level in framework.levels:
        names = printed.get(level.key, {})
        others = [name for bare, name in names.items() if bare != _bare(level.name)]
        if others and level.key != usual_level(framework):
            told = " and ".join(f"“{one}”" for one in others)
            yield Doubt("other name", f"The report says {told}: taken for {level.name}")


def _bare(name: str) -> str:
    return " ".join(name.lower().replace("-", " ").split())


def _counts(found: Found, levels: Mapping[str, str]) -> Iterator[Doubt]:
    usual = usual_level(found.framework)
    told: dict[str, int] = {}
    whole = [one for one in found.counted if one.text != "part"]
    parts = [one for one in found.counted if one.text == "part"]
    for level in found.framework.levels:
        told |= _sum(level.key, [one.count for one in parts if one.level == level.key])
    for one in (
        *((one.level, one.count, one.text) for one in whole),
        *((k, n, "part") for k, n in told.items()),
    ):
        yield from _count(found.framework, levels, one, usual)


def _sum(key: str, counts: Sequence[int]) -> dict[str, int]:
    return {key: sum(counts)} if counts else {}


def _count(
    framework: Framework, levels: Mapping[str, str], one: tuple[str, int, str], usual: str
) -> Iterator[Doubt]:
    key, count, _ = one
    if not levels:
        return
    given = [number for number, level in levels.items() if level == key]
    number = len(given)
    if key == usual:
        number = len(framework.elements) - sum(level != usual for level in levels.values())
    level = framework.level(key)
    if level and number != count:
        says = f"The report counts {count} at {level.name}, and its elements make {number}"
        yield Doubt("count differs", says, tuple(given) if key != usual else ())


def _element_count(framework: Framework, count: int | None) -> Iterator[Doubt]:
    if count is not None and count != len(framework.elements):
        says = f"The report speaks of {count} elements; {framework.name} has {len(framework.elements)} here"
        yield Doubt("number of elements", says)
