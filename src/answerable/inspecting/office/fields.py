"""The fields of documents and slides: their codes, and what each keeps of what it showed last."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from answerable.inspecting.markup import Element, attribute, local, named, text_of
from answerable.inspecting.results import could_give, is_a_day, is_a_number


@dataclass(slots=True)
class _Open:
    """A field of which the end was not met yet."""

    code: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    is_shown: bool = False


def kept_in_text(root: Element) -> Iterator[str]:
    """Yield the words that the fields of a document's story keep and could not give."""
    for code, shown in _fields_of(root):
        if not could_give(code, shown):
            yield shown


def kept_on_slide(root: Element) -> Iterator[str]:
    """Yield the words that the fields of a slide keep and could not give."""
    for one in named(root, "fld"):
        kind = attribute(one, "type")
        shown = "".join(each.text or "" for each in one if local(each) == "t")
        is_wrong_number = kind == "slidenum" and not is_a_number(shown)
        if is_wrong_number or (kind.startswith("datetime") and not is_a_day(shown)):
            yield shown


def _fields_of(root: Element) -> Iterator[tuple[str, str]]:
    """Yield each field's code and what it keeps; a field within another belongs to both."""
    for one in named(root, "fldSimple"):
        yield attribute(one, "instr"), text_of(one)
    waiting = list[_Open]()
    for one in named(root, "fldChar", "instrText", "t"):
        kind = attribute(one, "fldCharType") if local(one) == "fldChar" else ""
        if kind == "begin":
            waiting.append(_Open())
        elif kind == "separate" and waiting:
            waiting[-1].is_shown = True
        elif kind == "end" and waiting:
            done = waiting.pop()
            yield "".join(done.code), "".join(done.shown)
        elif waiting and not kind:
            _take(waiting, one)


def _take(waiting: list[_Open], one: Element) -> None:
    if local(one) == "instrText":
        if not waiting[-1].is_shown:
            waiting[-1].code.append(one.text or "")
        return
    for each in waiting:
        if each.is_shown:
            each.shown.append(one.text or "")
