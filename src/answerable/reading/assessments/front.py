"""The facts of a report: who was assessed by whom, of what kind it is, its number and its days."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.domain.assurance import Framework, RoundKind
from answerable.reading.assessments.dates import day_in
from answerable.reading.assessments.labels import known_labels
from answerable.reading.assessments.levels import level_of_cell
from answerable.reading.assessments.lines import Line
from answerable.reading.assessments.numbers import numbers_in
from answerable.reading.assessments.words import in_each_language, keys, pattern, plain, says

_LONGEST_LABEL = 45
_LONGEST_VALUE = 200
_MOST_WORDS = 14
_LONGEST_OF_FRONT = 250
_LINES_OF_FRONT = 15
_GAP = re.compile(r"\s*[:|=\u2013\u2014\t]+\s*|\s*-\s+|\s*\.{3,}\s*")
_ROLE = re.compile(
    r"\s*[,(\u2013-]\s*(?:lead\s+|senior\s+)?(?:assessor|auditor)\)?\s*$", re.IGNORECASE
)
_ABOUT = re.compile(
    r"\b(?i:assessment|review|report|recertification)\s+(?i:report\s+)?(?:of|for|on)\s+(?:the\s+)?"
    r"(?P<name>(?:[A-Z][\w&'\u2019-]*|of|and|the|for)(?:\s+(?:[A-Z(][\w&'\u2019)-]*|of|and|the|for))*)"
)

_GREETS = re.compile(r"dear\s", re.IGNORECASE)
_IS_NAME = re.compile(r"[A-Z][\w.'\u2019-]*(?:\s+(?:[A-Z&][\w.'\u2019-]*|of|and|the|for)){1,7}")


@dataclass(frozen=True, slots=True)
class Fact:
    """A value behind a label: which fact, how far up its label stands in the list of that fact, and the line."""

    key: str
    rank: int
    value: str
    line: Line


def facts_of(lines: Sequence[Line], framework: Framework) -> list[Fact]:
    """Return what stands behind labels: on their line, on the next, or in the cell beside.

    Above the first long paragraph and the first element every label counts; below, only those on one line or in one
    row with their value, which are no words for a level.
    """
    end = _front_ends(lines, framework)
    found: list[Fact] = []
    place = 0
    while place < len(lines):
        line, is_front = lines[place], place < end
        told = [*_of_rows(line)] if line.rows else [one for one in (_of_line(line),) if one]
        found += [
            one for one in told if is_front or one.key not in ("other", "standard", "organisation")
        ]
        if not told and is_front and place + 1 < end and (label := _label_alone(line.text)):
            value = lines[place + 1]
            if not value.rows and _is_value(value.text, label[0]):
                found.append(Fact(*label, _clean(value.text), line))
                found.append(Fact(*label, "", value))
                place += 1
        place += 1
    return [one for one in found if not level_of_cell(one.value, framework)]


def _front_ends(lines: Sequence[Line], framework: Framework) -> int:
    for place, line in enumerate(lines):
        whole = " ".join(" ".join(row) for row in line.rows) or line.text
        if numbers_in(whole, framework) or len(line.text) > _LONGEST_OF_FRONT:
            return place
    return len(lines)


def _of_rows(line: Line) -> Iterator[Fact]:
    for row in line.rows:
        cells = [cell for cell in row if cell]
        for label, value in zip(cells[::2], cells[1::2], strict=False):
            if told := _label_alone(label):
                yield Fact(*told, _clean(value), line)


def _label_alone(text: str) -> tuple[str, int] | None:
    said = [plain(one) for one in in_each_language(text)]
    return next(((key, rank) for label, key, rank in known_labels() if label in said), None)


def _of_line(line: Line) -> Fact | None:
    """Return the fact of a line that has both: "Assessor: A Name", or with a label in capitals "PREPARED BY A NAME"."""
    text = _in_one_language(line.text.strip(" *_#"))
    for label, key, rank in known_labels():
        if not text.lower().replace("\u2019", "'").startswith(label):
            continue
        rest = text[len(label) :]
        rest = rest[1:] if rest[:2] == ". " else rest
        gap = _GAP.match(rest.lstrip("*_"))
        value = _clean(rest.lstrip("*_")[gap.end() :] if gap else rest)
        if not value or len(value) > _LONGEST_VALUE:
            return None
        is_apart = gap is not None
        is_fact = " " in label or key not in ("standard", "other")
        is_capital = text[: len(label)].isupper() and is_fact and rest[:1].isspace()
        is_capital = is_capital or _says_it_by_itself(label, key, rest)
        if (is_apart or is_capital) and len(value.split()) <= _MOST_WORDS:
            return Fact(key, rank, value, line)
        return None
    return None


def _in_one_language(text: str) -> str:
    """Return a line without the first of two languages before its mark: "Asesydd / Assessor: A Name"."""
    head, mark, rest = text.partition(":")
    return (
        f"{head.rpartition(' / ')[2]}:{rest}" if mark and len(head) <= _LONGEST_LABEL * 2 else text
    )


def _says_it_by_itself(label: str, key: str, rest: str) -> bool:
    """Return whether a value needs no mark behind its label: "Prepared by A Name", "Project no A0093-1"."""
    value = _ROLE.sub("", rest.strip(" *_"))
    if not rest[:1].isspace():
        return False
    if label.rpartition(" ")[2] in ("by", "for"):
        return _IS_NAME.fullmatch(value) is not None
    if key == "project_number" and " " in label:
        return " " not in value and any(map(str.isdigit, value))
    return (
        key == "evidence_on" and bool(value) and value[:1].isdigit() and day_in(value) is not None
    )


def _is_value(text: str, key: str) -> bool:
    if _label_alone(text) or len(text) > _LONGEST_VALUE or len(text.split()) > _MOST_WORDS:
        return False
    return day_in(text) is not None if key.endswith("_on") else True


def _clean(value: str) -> str:
    return value.strip(" *_|:\t").strip()


def best(facts: Sequence[Fact], key: str) -> str | None:
    """Return the value of a fact whose label goes first; None if nothing tells it."""
    found = sorted((one for one in facts if one.key == key and one.value), key=lambda one: one.rank)
    return found[0].value if found else None


def unused(facts: Sequence[Fact]) -> Iterator[str]:
    """Yield what stands behind labels and is none of a report's facts, with its label."""
    used = {key: best(facts, key) for key in keys("labels") if key != "other"}
    for one in facts:
        if one.value and used.get(one.key) != one.value:
            yield (
                one.value
                if one.line.rows or one.value in one.line.text
                else f"{one.line.text}: {one.value}"
            )


def assessor_of(facts: Sequence[Fact], lines: Sequence[Line]) -> str | None:
    """Return who assessed, without what they are: behind a label, or as who signs: "A Name, Assessor"."""
    if value := best(facts, "assessor"):
        return _ROLE.sub("", value)
    short = [one.text.strip() for one in lines if len(one.text) <= _LONGEST_VALUE]
    signed = [
        name for one in short if (name := _ROLE.sub("", one)) != one and _IS_NAME.fullmatch(name)
    ]
    return signed[-1] if signed else None


def round_of(text: str, framework: Framework) -> RoundKind | None:
    """Return the kind of round that a text names: all of it, or somewhere in it, the longest name first."""
    said = plain(text.replace("(", " ").replace(")", " "))
    if found := framework.round_named(said):
        return found
    names = sorted(
        ((name.lower(), kind) for kind in framework.rounds for name in (kind.name, *kind.also)),
        key=lambda one: len(one[0]),
        reverse=True,
    )
    for name, kind in names:
        spaced = re.escape(name).replace(
            r"\ ", r"[\s-]+(?:(?:programme|visit|review|audit|assessment|year|number|no\.?)\s+)?"
        )
        if re.search(rf"(?<!\w){spaced}(?!\w)", said) or said.endswith(name.replace("1", "l")):
            return kind
    return None


def spoken_round(text: str, framework: Framework) -> RoundKind | None:
    """Return the kind of round that running text names outright: "the first-year annual review"."""
    found = pattern("rounds", "spoken").search(text)
    return round_of(found.group().replace("-", " "), framework) if found else None


def organisation_in(lines: Sequence[Line]) -> str | None:
    """Return the organisation that the heading of a report names, or to whom a letter goes, where no label does."""
    for line in lines[:12]:
        found = _ABOUT.search(line.text)
        if found and len(found["name"].split()) > 1:
            return found["name"]
    greeted = next((at for at, one in enumerate(lines[:12]) if _GREETS.match(one.text)), 0)
    names = (one.text for one in lines[:greeted] if _IS_NAME.fullmatch(one.text.strip()))
    return next((one for one in names if not says("leads", "addressed", one)), None)


def is_label(text: str) -> bool:
    """Return whether a cell is a label of the front page."""
    return _label_alone(text) is not None
