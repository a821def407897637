"""Several forms of one document in a run: the richest is kept, the others stand aside, and differences are doubts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from answerable.reading import NotReadable, Reading
from answerable.reading.choosing import are_alike, richest, stem_of
from answerable.reading.documents import Remark
from answerable.reading.merging import Disagreement, Merger, merged
from answerable.records.archive.models import ImportFile, ImportRun

MOST_FORMS = 8
"""So many files of one name are looked at together: there are no more formats."""
_MOST_DIFFERENCES = 3
"""So many differences of a field are quoted: a person who looks finds the others."""

Found = tuple[Reading | NotReadable, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The form that is kept, what it holds, and why each of the others is not, by its file's number."""

    file: ImportFile
    found: Found
    aside: dict[int, str]


def is_filling(run: int) -> bool:
    """Return whether more files of a run may come."""
    return ImportRun.objects.filter(pk=run, state=ImportRun.State.FILLING).exists()


def has_forms(run: int) -> bool:
    """Return whether several files of a run that follow each other bear one name."""
    paths = ImportFile.objects.filter(run_id=run).order_by("place").values_list("path", flat=True)
    before = None
    for path in paths.iterator():
        stem = stem_of(path)
        if stem is not None and stem == before:
            return True
        before = stem
    return False


def forms_of(files: Sequence[ImportFile]) -> list[ImportFile]:
    """Return the files at the beginning that bear one name and follow each other: forms of one document."""
    stem = stem_of(files[0].path) if files else None
    forms = list(files[:1])
    for place, file in enumerate(files[1:MOST_FORMS], 1):
        if stem is None or stem_of(file.path) != stem or file.place != files[0].place + place:
            break
        forms.append(file)
    return forms


def chosen_form(files: Sequence[ImportFile], found: Sequence[Found]) -> Chosen | None:
    """Return which of several forms is kept; None where they are no forms of one document.

    One that cannot be read stands aside, if another can.
    """
    readings: list[tuple[ImportFile, Reading]] = []
    refused: list[tuple[ImportFile, NotReadable]] = []
    for file, documents in zip(files, found, strict=True):
        if len(documents) != 1:
            return None
        (one,) = documents
        if isinstance(one, Reading):
            readings.append((file, one))
        else:
            refused.append((file, one))
    by_source = {one.source: file for file, one in readings}
    alone = [one for _, one in readings]
    if not readings or len(by_source) < len(readings) or not are_alike(alone):
        return None
    best = richest(alone, [(_name(file), reason) for file, reason in refused])
    others = [one for one in alone if one.source != best.source]
    remarks = tuple(_differences(best, others)) if others else ()
    whole = replace(best, remarks=(*best.remarks, *remarks))
    aside = {file.pk: str(reason) for file, reason in refused}
    aside |= {by_source[one.source].pk: one.why for one in best.beside if one.source in by_source}
    return Chosen(by_source[best.source], (whole,), aside)


def _name(file: ImportFile) -> str:
    return file.path.rpartition("/")[2]


def _differences(best: Reading, others: Sequence[Reading]) -> Iterator[Remark]:
    """Yield a remark for each field of an entry in which another form says something else."""
    merger = merged([best, *others])
    by_field: dict[tuple[int, str], list[Disagreement]] = {}
    for one in merger.disagreements:
        if one.entry is not None and best.source in one.readings:
            by_field.setdefault((one.entry, one.field), []).append(one)
    places = _places(best, merger)
    for (number, name), some in by_field.items():
        if (place := places.get(number)) is not None:
            yield Remark(place, "disagreement", _said(best, name, some))


def _places(best: Reading, merger: Merger) -> dict[int, int]:
    """Return the place of each merged entry among those of the form that is kept."""
    by_name: dict[tuple[str | None, str], int] = {}
    for place, entry in enumerate(best.entries):
        by_name.setdefault((entry.ref, ""), place)
        by_name.setdefault((entry.ref, entry.title), place)
    found = {}
    for number, one in enumerate(merger.entries):
        entry = one.entry
        named = by_name.get((entry.ref, entry.title))
        if named is None and entry.ref:
            named = by_name.get((entry.ref, ""))
        if named is not None:
            found[number] = named
    return found


def _said(best: Reading, name: str, some: Sequence[Disagreement]) -> str:
    quoted = []
    for one in some[:_MOST_DIFFERENCES]:
        other = next(source for source in one.readings if source != best.source)
        here, there = one.readings[best.source], one.readings[other]
        quoted.append(f"“{here}” in {best.source}, “{there}” in {other}")
    left = len(some) - len(quoted)
    more = f"; and {left} more" if left > 0 else ""
    return f"Two forms of this file differ in the {name}: {'; '.join(quoted)}{more}"
