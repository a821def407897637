"""An entry's page, each question's own, and what is said of an entry that was withdrawn."""

from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from answerable.domain.disclosure_log import (
    CASEWORK,
    Entry,
    PublishedEntry,
    Question,
    entry_address,
    file_address,
    log_address,
    month_address,
    question_address,
)
from answerable.queries.archive import EntryPage, RemovedEntry, published_entry
from answerable.web.public.kept import kept
from answerable.web.public.passages import (
    Passage,
    ShownTable,
    answer_passages,
    besides,
    further_links,
    passages_of,
    response_passages,
    shown_tables,
)
from answerable.web.public.rendering import described, language_prefix, page
from answerable.web.public.words import FORMATS, Ground, grounds, month_words, tags
from answerable.web.tags import Tag

_FILES = ("html", "pdf", "csv", "json", "md")


@dataclass(frozen=True, slots=True)
class Shown:
    """A question as its entry's page shows it."""

    question: Question
    name: str
    address: str
    anchor: str
    tags: tuple[Tag, ...]
    grounds: tuple[Ground, ...]
    answer: tuple[Passage, ...]
    with_others: str
    printed: str | None
    same_as: "Shown | None" = None


@require_safe
@kept
def entry(request: HttpRequest, key: str, prefix: str = "") -> HttpResponse:
    """Show an entry: its request, each question with its decision and answer, its files."""
    found = _found(request, prefix, key)
    if isinstance(found, HttpResponse):
        return found
    context = _context(found)
    return page(request, "public/entry.html", context)


@require_safe
@kept
def question(request: HttpRequest, key: str, label: str, prefix: str = "") -> HttpResponse:
    """Show one question of an entry with its decision and answer."""
    found = _found(request, prefix, key)
    if isinstance(found, HttpResponse):
        return found
    context = _context(found)
    shown = next(
        (one for one in context["questions"] if (one.question.label or "1") == label), None
    )
    if shown is None:
        raise Http404(_("This entry has no question with that label"))
    data = described(_question_data(shown))
    context |= {"shown": replace(shown, same_as=None), "data": data}
    return page(request, "public/question.html", context)


def _found(request: HttpRequest, prefix: str, key: str) -> EntryPage | HttpResponse:
    found = published_entry(prefix, key, at=timezone.now())
    if found is None:
        raise Http404(_("No entry of the published log has this address"))
    if isinstance(found, RemovedEntry):
        return page(request, "public/removed.html", {"removed": found}, status=410)
    if found.published.key != key:
        # A reference that came to be known later leads to the entry's one address.
        address = entry_address(found.published.body, found.published.key)
        return HttpResponsePermanentRedirect(f"{language_prefix()}{address}")
    return found


def _context(found: EntryPage) -> dict[str, Any]:
    published = found.published
    one = published.entry
    tables = shown_tables(one.tables)
    address = entry_address(published.body, published.key)
    questions = _sharing([_shown(published, question, tables) for question in one.questions])
    told = {passage.table for shown in questions for passage in shown.answer}
    loose = [table for table in tables if table not in told]
    return {
        "published": published,
        "entry": one,
        "address": address,
        "log": log_address(published.body),
        "month": month_words(published.month),
        "month_address": month_address(published.body, published.month or "undated"),
        "tags": tags(one.outcomes),
        "grounds": grounds(_of_the_whole(one)),
        "request": passages_of(one.request),
        "questions": questions,
        "loose": [Passage(table=table) for table in loose],
        "besides": besides(one),
        "whole": response_passages(one, tables),
        "links": further_links(one),
        "attachments": [(file, passages_of(file.text)) for file in one.attachments],
        "citation": _citation(published, address),
        "of": one.ref or published.key,
        "files": [(form, FORMATS[form]) for form in _FILES],
        "published_files": [
            (one, file_address(published.body, published.key, one.name)) for one in published.files
        ],
        "is_own": published.source.reader == CASEWORK,
        "previous": found.previous,
        "next": found.next,
        "data": described(_data(published, address)),
    }


def _of_the_whole(entry: Entry) -> tuple[str, ...]:
    """Return the exemptions that stand with none of the questions."""
    named = {citation for one in entry.questions for citation in one.exemptions}
    return tuple(citation for citation in entry.exemptions if citation not in named)


def _shown(published: PublishedEntry, question: Question, tables: tuple[ShownTable, ...]) -> Shown:
    entry = published.entry
    alone = len(entry.questions) == 1
    own = [
        (read.at, table)
        for table, read in zip(tables, entry.tables, strict=True)
        if read.question == question.label or (alone and read.question is None)
    ]
    return Shown(
        question=question,
        name=_("Question %(label)s") % {"label": question.label}
        if question.label
        else _("The question"),
        address=question_address(published.body, published.key, question.label),
        anchor=f"question-{(question.label or '1').replace('.', '-').replace('~', '-')}",
        tags=tags(question.outcomes),
        grounds=grounds(question.exemptions),
        answer=answer_passages(entry, question, own),
        with_others=", ".join(question.answered_with),
        # A bullet says nothing beside the question's own number.
        printed=question.printed if any(map(str.isalnum, question.printed or "")) else None,
    )


def _sharing(questions: list[Shown]) -> list[Shown]:
    """Return the questions so that one that shares its answer leads to where it stands already."""
    first: dict[str, Shown] = {}
    made = []
    for shown in questions:
        answer = shown.question.answer or ""
        shares = bool(shown.with_others) and answer in first and not _has_table(shown)
        made.append(replace(shown, same_as=first[answer]) if shares else shown)
        first.setdefault(answer, shown)
    return made


def _has_table(shown: Shown) -> bool:
    return any(passage.table for passage in shown.answer)


def _citation(published: PublishedEntry, address: str) -> str:
    ref = f", {published.entry.ref}" if published.entry.ref else ""
    month = f", {month_words(published.month)}" if published.month else ""
    where = f"{settings.ANSWERABLE_ADDRESS}{address}"
    return f"{published.body.name}, “{published.entry.title}”{ref}{month}. {where}"


def _question_data(shown: Shown) -> dict[str, object]:
    main = {"@type": "Question", "name": shown.question.text, "answerCount": 0}
    if shown.question.answer:
        answer = {"@type": "Answer", "text": shown.question.answer}
        main |= {"answerCount": 1, "acceptedAnswer": answer}
    address = f"{settings.ANSWERABLE_ADDRESS}{shown.address}"
    return {
        "@context": "https://schema.org",
        "@type": "QAPage",
        "url": address,
        "inLanguage": "en-GB",
        "mainEntity": main,
    }


def _data(published: PublishedEntry, address: str) -> dict[str, object]:
    return {
        "@context": "https://schema.org",
        "@type": "DigitalDocument",
        "name": published.entry.title,
        "identifier": published.entry.ref,
        "url": f"{settings.ANSWERABLE_ADDRESS}{address}",
        "inLanguage": "en-GB",
        "datePublished": published.published_at.date().isoformat(),
        "dateModified": published.changed_at.date().isoformat(),
        "publisher": {"@type": "Organization", "name": published.body.name},
        "hasPart": [
            {"@type": "Question", "name": question.text, "position": question.label}
            for question in published.entry.questions
        ],
    }
