"""How logs print questions, answers and outcomes: in rows, in one paragraph, behind letters, in turns."""

from tests.support.layouts import labels
from tests.support.layouts.nodes import Grid, Item, Para, Span, para, spans
from tests.support.layouts.pieces import Way, record, walked
from tests.support.layouts.shapes import Printed


def entry(case, way, *, ref, request, response, also=()):
    """Return a case as printed, with its truth: `also` are other ways to read its reference."""
    truth = record(case, way, ref=ref, title=case.title, request=request, response=response)
    return Printed(case, ref, case.title, request, response, {**truth, "also": also})


def told(ask, *, italic=False, note=""):
    """Return an answer: a paragraph for each of its lines, its link, its table."""
    *first, last = ask.answer.split("\n")
    ending = (Span(last, italic=italic, note=note),)
    if ask.link:
        before, shown, href = ask.link
        ending = spans(Span(last, italic=italic), f" {before} ", Span(shown, href=href), ".")
    parts = [*(para(line, italic=italic) for line in first), Para(ending)]
    return [*parts, Grid(ask.table, head=1)] if ask.table else parts


def question(case, path, ask, way, *, label=None, **looks):
    """Return a question behind its label."""
    shown = labels.printed(way.style, path) if label is None else label
    name = f"{case.serial} asked" if way.is_automatic else ""
    return Item(shown, spans(ask.text, **looks), path, way.style, name)


def questions(case, way, **looks):
    """Return all questions of a request, each behind its label; one alone is a paragraph."""
    if case.is_single:
        return [para(case.asks[0].text, **looks)]
    return [question(case, path, ask, way, **looks) for path, ask in walked(case.asks)]


def in_one_paragraph(case, way, *, between="\n", italic=False):
    """Return questions in bold, each with its answer in the same paragraph."""
    if case.is_single:
        return told(case.asks[0])
    parts = []
    for path, ask in walked(case.asks):
        asked = question(case, path, ask, way, bold=True)
        if ask.parts:
            parts.append(asked)
            continue
        first, *rest = told(ask, italic=italic)
        words = (*asked.spans, Span(between), *first.spans)
        parts += [Item(asked.label, words, path, way.style, asked.series), *rest]
    return parts


def in_turns(case, way, *, form="A1.", **looks):
    """Return each question, and below it its answer behind a label of its own: "Q1." and "A1."."""
    if case.is_single:
        return told(case.asks[0])
    parts = []
    for path, ask in walked(case.asks):
        parts.append(question(case, path, ask, way, **looks))
        if not ask.parts:
            first, *rest = told(ask)
            parts += [Item(labels.printed((form,), path), first.spans, path, (form,)), *rest]
    return parts


def in_one_sentence(case, way, *, lead):
    """Return a request that runs its questions together: "supply (a) the number; (b) the cost; and (c) ..."."""
    *first, last = [
        f"{labels.printed(way.style, path)} {ask.text.rstrip('.')}"
        for path, ask in walked(case.asks)
    ]
    end = "" if last.endswith("?") else "."
    return [para(f"{lead} {'; '.join(first)}; and {last}{end}")]


def behind_labels(case, way):
    """Return each answer behind its question's label, with all of its paragraphs."""
    if case.is_single:
        return told(case.asks[0])
    parts = []
    for path, ask in walked(case.asks):
        label = labels.printed(way.style, path)
        if ask.parts:
            parts.append(Item(label, spans(ask.text), path, way.style))
            continue
        first, *rest = told(ask)
        parts += [Item(label, first.spans, path, way.style), *rest]
    return parts


def answers_in_one_sentence(case, way):
    """Return the answers in one paragraph, each behind its label, with semicolons between them."""
    listed = (
        f"{labels.printed(way.style, path)} {ask.answer.rstrip('.')}"
        for path, ask in walked(case.asks)
    )
    return [para(f"{'; '.join(listed)}.")]


def rows(case, way, *, is_bold=False):
    """Yield for each question its label, the question, and the answer: the cells of a row."""
    for path, ask in walked(case.asks):
        yield labels.printed(way.style, path), (para(ask.text, bold=is_bold),), tuple(told(ask))


def outcome(case, *, full, part, refused, not_held):
    """Return the words of a body for how a request ended."""
    codes = [ask.decision for _, ask in walked(case.asks) if ask.decision]
    if not codes:
        return full
    if not case.is_single:
        return part
    return not_held if codes == ["not held"] else refused


def exemptions(case, form="s{}", *, none="–"):
    """Return the provisions that a request was refused under, in the form of a body: "S40(2), S31(1)(a)"."""
    codes = [ask.decision for _, ask in walked(case.asks) if ask.decision]
    listed = [
        form.format(code.removeprefix("FOISA ").removeprefix("s"))
        for code in codes
        if code != "not held"
    ]
    return ", ".join(listed) or none


PLAIN = Way(("1.", "a."), answers="again")
