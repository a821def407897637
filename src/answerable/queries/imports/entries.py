"""An imported entry field by field, each with where it is printed, or with the words around it in its file."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from answerable.domain.decisions import OUTCOME_WORDS, Outcome
from answerable.domain.disclosure_log import CASEWORK
from answerable.queries.imports.printed import Lines, document_text, has_pages, places_of
from answerable.records.archive.models import Entry, EntrySource

_LINES_AROUND = 3
_BEGINNING = 60
"""So many letters find a field again whose end differs in its file: a list without its marks, a page between."""
_GAP = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class ComparedField:
    """A field of an entry: `name` is that of its place (`answers/3`), `label` that of its question.

    `rows` are a table's. `pages` are those on which it is printed, the first first; where there are none,
    `lines` has it in the text of its file, None where it does not stand there. `is_corrected` says that an
    officer put it right, so that the page says something else.
    """

    what: str
    name: str
    label: str
    text: str
    rows: Sequence[Sequence[str]] = ()
    pages: tuple[int, ...] = ()
    lines: Lines | None = None
    is_corrected: bool = False


@dataclass(frozen=True, slots=True)
class FoundIn:
    """A file that holds an entry, by the number of what was read there; `is_told` where the entry says it."""

    number: int
    name: str
    first_page: int | None
    last_page: int | None
    is_told: bool


@dataclass(frozen=True, slots=True)
class ComparedEntry:
    """An entry beside one of the files that it was read from; `can_be_shown` where pages of it can be drawn."""

    body: str
    prefix: str
    key: str
    title: str
    found_in: FoundIn
    others: tuple[FoundIn, ...]
    fields: tuple[ComparedField, ...]
    can_be_shown: bool


def compared_entry(body_code: str, key: str, *, source: int | None = None) -> ComparedEntry | None:
    """Return an imported entry beside the file that it says, or another that holds it.

    :return: None where there is no such entry, it was never imported, or that file does not hold it.
    """
    entries = Entry.objects.select_related("body").filter(body__code=body_code, key=key)
    entry = entries.exclude(document__reader=CASEWORK).first()
    if entry is None:
        return None
    sources = list(entry.sources.select_related("document").order_by("-document_id", "place"))
    chosen = _chosen(sources, entry, source)
    if chosen is None:
        return None
    shown = has_pages(chosen.document) and chosen.printed is not None
    text = "" if shown else document_text(chosen.document)
    return ComparedEntry(
        body=entry.body.code,
        prefix=entry.body.prefix,
        key=entry.key,
        title=entry.title,
        found_in=_found_in(chosen, entry),
        others=tuple(_found_in(one, entry) for one in sources if one is not chosen),
        fields=tuple(_fields(entry, chosen.printed or {}, text)),
        can_be_shown=shown,
    )


def imported_entry_named(words: str) -> tuple[str, str] | None:
    """Return body and key of the imported entry with a reference, a key, or the address of its page."""
    # PostgreSQL takes no zero byte, not even in a question.
    said = words.replace("\x00", "").strip().rstrip("/")
    if not said:
        return None
    imported = Entry.objects.exclude(document__reader=CASEWORK).order_by("pk")
    # "FOI/2020/5085" is a reference, and an address ends with the key.
    for field, sought in (("ref", said), ("key", said.rpartition("/")[2])):
        found = imported.filter(**{field: sought}).values_list("body__code", "key").first()
        if found:
            return found
    return None


def _chosen(sources: Sequence[EntrySource], entry: Entry, number: int | None) -> EntrySource | None:
    """Return the source that is asked for, or that which the entry says; the latest where it says none."""
    if number is not None:
        return next((one for one in sources if one.pk == number), None)
    told = (one for one in sources if one.document_id == entry.document_id)
    return next(told, sources[0] if sources else None)


def _found_in(source: EntrySource, entry: Entry) -> FoundIn:
    is_told = source.document_id == entry.document_id
    name = source.document.name
    return FoundIn(source.pk, name, source.first_page, source.last_page, is_told)


@dataclass(frozen=True, slots=True)
class _Field:
    """A field before it is looked for: `path` is that by which a correction of it goes."""

    what: str
    name: str
    path: str
    text: str
    label: str = ""
    rows: Sequence[Sequence[str]] = ()


def _fields(entry: Entry, printed: Mapping[str, Any], text: str) -> Iterator[ComparedField]:
    corrected = set(entry.corrections.values_list("field", flat=True))
    within = _Text.of(text)
    for one in _all_fields(entry.content):
        pages = tuple(dict.fromkeys(place["page"] for place in places_of(printed, one.name)))
        yield ComparedField(
            what=one.what,
            name=one.name,
            label=one.label,
            text=one.text,
            rows=one.rows,
            pages=pages,
            lines=None if pages else within.around(_words(one)),
            is_corrected=bool(corrected & {one.path, one.path.partition("/")[0]}),
        )


def _all_fields(content: Mapping[str, Any]) -> Iterator[_Field]:
    if content["ref"]:
        yield _Field("Reference", "ref", "ref", content["ref"])
    yield _Field("Title", "title", "title", content["title"])
    yield _Field("Request", "request", "request", content["request"])
    labels = [one["label"] or "" for one in content["questions"]]
    for place, one in enumerate(content["questions"]):
        yield from _of_question(one, place)
        for table in content["tables"]:
            if labels[place] and (table["question"] or "") == labels[place]:
                yield _table(table, f"answers/{place}")
    yield _Field("Response", "response", "response", content["response"])
    if not labels and content["outcomes"]:
        yield _Field("Decision", "response", "outcomes", _decision(content))
    for table in content["tables"]:
        if not table["question"] or table["question"] not in labels:
            yield _table(table, "response")


def _of_question(one: Mapping[str, Any], place: int) -> Iterator[_Field]:
    label = one["label"] or ""
    path = f"questions/{label}"
    said = f"{one['printed'] or ''} {one['text']}".strip()
    yield _Field("Question", f"questions/{place}", f"{path}/text", said, label)
    if one["answer"]:
        yield _Field("Answer", f"answers/{place}", f"{path}/answer", one["answer"], label)
    if one["outcomes"]:
        # A decision is read out of the words of the answer: it stands where they do.
        yield _Field("Decision", f"answers/{place}", f"{path}/outcomes", _decision(one), label)


def _decision(one: Mapping[str, Any]) -> str:
    exemptions = f" ({', '.join(one['exemptions'])})" if one["exemptions"] else ""
    words = ", ".join(OUTCOME_WORDS[Outcome(outcome)] for outcome in one["outcomes"])
    return f"{words}{exemptions}"


def _table(table: Mapping[str, Any], name: str) -> _Field:
    """Return a table, which stands where the answer to its question does, or else in the response."""
    caption, label = table["caption"] or "", table["question"] or ""
    return _Field("Table", name, "tables", caption, label, table["rows"])


def _words(field: _Field) -> str:
    """Return the words that a field is found by in its file's text: a decision is no words of it."""
    if field.what == "Decision":
        return ""
    if field.rows:
        return " ".join(str(cell) for cell in field.rows[0])
    return field.text


@dataclass(frozen=True, slots=True)
class _Text:
    """A file's text, and its letters without what is blank, each with its place."""

    text: str
    plain: str
    places: Sequence[int]

    @staticmethod
    def of(text: str) -> "_Text":
        places = [place for place, letter in enumerate(text) if not letter.isspace()]
        return _Text(text, "".join(text[place] for place in places), places)

    def around(self, words: str) -> Lines | None:
        """Return words as they stand here, with the lines around them; None where they do not."""
        sought = _GAP.sub("", words)
        if not sought or not self.plain:
            return None
        at = self.plain.find(sought)
        if at < 0:
            sought = sought[:_BEGINNING]
            at = self.plain.find(sought)
        if at < 0:
            return None
        start, end = self.places[at], self.places[at + len(sought) - 1] + 1
        before = self.text[:start].split("\n")[-_LINES_AROUND:]
        after = self.text[end:].split("\n")[:_LINES_AROUND]
        return Lines("\n".join(before), self.text[start:end], "\n".join(after))
