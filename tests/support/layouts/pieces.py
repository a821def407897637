"""What layouts are put together from: questions and answers in a way of printing, and the truth of them."""

from dataclasses import dataclass

from tests.support.layouts import labels
from tests.support.layouts.nodes import Grid, Item, Pair, Para, Quote, Span, para, spans, text_of


@dataclass(frozen=True)
class Way:
    """How questions and answers are printed.

    `answers` is "labels" (each behind its label), "again" (behind its question), "named" ("In reply to
    question 2:"), or "prose" (no label at all: the truth then asks for no answers).
    """

    style: tuple = ("1.", "a.", "i.")
    answers: str = "labels"
    is_automatic: bool = False
    is_italic: bool = False
    is_bold: bool = False
    named: str = "Question {label}:"
    both: str = "Questions {first} and {last}:"
    reply: str = ""
    has_preface: bool = True
    is_blocks: bool = False
    is_label_alone: bool = False


def walked(asks, above=()):
    """Yield each question with its path, headings before their parts."""
    for number, ask in enumerate(asks, start=1):
        yield (*above, number), ask
        yield from walked(ask.parts, (*above, number))


def asked(case, way, *, intro=True):
    """Return what the request prints."""
    if case.is_single:
        words = f"{case.intro} {case.asks[0].text}" if intro else case.asks[0].text
        return [para(words, italic=way.is_italic, bold=way.is_bold)]
    lead = [para(case.intro, italic=way.is_italic)] if intro else []
    parts = []
    for path, ask in walked(case.asks):
        parts += _question(case, way, path, ask, "asked")
    return [*lead, *parts]


def answered(case, way):
    """Return what the response prints."""
    lead = [para(case.preface)] if way.has_preface else []
    if case.is_single:
        return [*lead, *_told(case.asks[0])]
    parts = []
    for path, ask in walked(case.asks):
        if ask.parts:
            parts += _question(case, way, path, ask, "answered")
        elif _is_shared(case, way, path):
            parts += _shared(case, way) if path[0] == len(case.asks) else []
        else:
            parts += _answer(case, way, path, ask)
    return [*lead, *parts]


def _answer(case, way, path, ask):
    if way.answers == "again":
        lead = spans(way.reply, bold=True) if way.reply else ()
        told = _told(ask, indent=len(path) - 1, lead=lead)
        return [*_question(case, way, path, ask, "answered"), *told]
    if way.answers == "prose":
        return _told(ask)
    if way.answers == "named":
        name = labels.identity(way.style, path).replace(".", "")
        return _told(ask, lead=spans(f"{way.named.format(label=name)} "))
    first, *rest = _told(ask)
    return [_item(case, way, path, first.spans, "answered"), *rest]


def _question(case, way, path, ask, series):
    words = spans(ask.text, italic=way.is_italic, bold=way.is_bold)
    label = labels.printed(way.style, path)
    if not label:
        return [Para(spans(ask.text, bold=True))]
    if way.is_label_alone:
        return [para(label, bold=True), Para(words)]
    return [_item(case, way, path, words, series)]


def _item(case, way, path, words, series):
    name = f"{case.serial} {series}" if way.is_automatic else ""
    return Item(labels.printed(way.style, path), words, path, way.style, name)


def _told(ask, *, indent=0, lead=()):
    words = spans(ask.answer)
    if ask.link:
        before, shown, href = ask.link
        words = (*words, *spans(f" {before} ", Span(shown, href=href), "."))
    lead = (*lead[:-1], Span(f"{lead[-1].text.rstrip()} ", bold=lead[-1].bold)) if lead else ()
    told = [Para((*lead, *words), indent=indent)]
    return [*told, Grid(ask.table, head=1)] if ask.table else told


def _is_shared(case, way, path):
    # Behind its question, or without labels, no answer names two questions.
    shares = case.together and way.answers in ("labels", "named")
    return bool(shares) and len(path) == 1 and path[0] > len(case.asks) - 2


def _shared(case, way):
    first, last = (
        labels.identity(way.style, (number,)) for number in (len(case.asks) - 1, len(case.asks))
    )
    return [para(f"{way.both.format(first=first, last=last)} {case.together}")]


def record(case, way, *, ref, title, request, response):
    """Return the truth of a case that is printed so: what stands on no page is not asked for."""
    leaves = [(labels.identity(way.style, path), path, ask) for path, ask in walked(case.asks)]
    heads = [one for one in leaves if one[2].parts]
    told = [one for one in leaves if not one[2].parts]
    is_asked = way.answers != "prose" and not case.is_single
    return {
        "ref": ref,
        "title": title,
        "request": text(request),
        "response": text(response),
        "items": [] if case.is_single else [
            {"id": name, "text": ask.text} for name, path, ask in leaves
            if not (way.is_blocks and len(path) == 1)
        ],
        "blocks": [name for name, path, _ in heads if way.is_blocks and len(path) == 1],
        "answers": {
            name: case.together if _is_shared(case, way, path) else text(_told(ask)[:1])
            for name, path, ask in told
        } if is_asked else {},
        "decisions": _decisions(case, way, told, is_asked=is_asked),
        "links": [{"text": ask.link[1], "href": ask.link[2]} for _, _, ask in told if ask.link],
        "tables": [[list(row) for row in ask.table] for _, _, ask in told if ask.table],
    }  # fmt: skip


def _decisions(case, way, told, *, is_asked):
    found = []
    for name, path, ask in told:
        if _is_shared(case, way, path):
            found.append(["s12", name])
        elif ask.decision:
            found.append([ask.decision, name if is_asked else ""])
    return found


def text(parts):
    """Return the words of parts, labels and all, without data tables."""
    return "\n".join(filter(None, map(_text, parts)))


def _text(part):
    if isinstance(part, Item):
        return f"{part.label} {text_of(part.spans)}"
    if isinstance(part, Pair):
        return f"{text_of(part.term)}\n{text(part.body)}"
    if isinstance(part, Quote):
        return text(part.body)
    return text_of(part.spans) if isinstance(part, Para) else ""


def log_truth(records, *, index=(), titles=True):
    """Return the truth of a document; `titles` says whether the pages print them."""
    return {"index": list(index), "records": records, "titles": titles}
