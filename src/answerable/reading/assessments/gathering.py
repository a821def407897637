"""A report's lines into its passages, lists and levels: one line after another, as a person reads."""

import re
from dataclasses import dataclass, field

from answerable.domain.assurance import Framework, Level, Passage, PassageKind
from answerable.reading.assessments.awards import awarded_by_number
from answerable.reading.assessments.found import Found
from answerable.reading.assessments.leads import (
    CELLS,
    LABEL,
    NUMBERED_HEAD,
    OF_ELEMENTS,
    before_numbers,
    is_lead,
    is_title,
)
from answerable.reading.assessments.levels import (
    awarded_in,
    is_of_before,
    level_of_cell,
    named_in,
    prefix_level,
    sentences,
    suffix_level,
)
from answerable.reading.assessments.lines import Line
from answerable.reading.assessments.numbers import (
    cited_in,
    lead_numbers,
    numbers_in,
    only_numbers,
    spoken_of,
)
from answerable.reading.assessments.quoted import quotations_in
from answerable.reading.assessments.sections import is_criterion, kind_of_level, section_of
from answerable.reading.assessments.words import plain, says, unnumbered, words

_LONGEST_TITLE = 160
_UNMET = (PassageKind.PARTIAL, PassageKind.FAILING)
_KINDS = {one.value: one for one in PassageKind}


@dataclass(slots=True)
class Gatherer:
    """Reads lines; `section` is where it is, `kind` and `level` what that section says of its elements.

    `current` are the elements that a heading named, `body` what stands below it, `waiting` the paragraphs of a
    passage whose elements have not come yet.
    """

    framework: Framework
    found: Found
    section: str | None = None
    kind: PassageKind | None = None
    level: str | None = None
    current: tuple[str, ...] = ()
    body: list[tuple[PassageKind | None, str]] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)

    def take(self, line: Line) -> None:
        """Take one line that is no table."""
        rule = self._rule_of(line)
        self.found.explained.append((line.start, line.end, rule))

    def end(self) -> None:
        """Close what is open: the last passage, and what waits for elements that never came."""
        self.close_element()
        self._close_waiting()

    def open_section(self, key: str, *, keeps_element: bool = False) -> None:
        """Begin a section by its key; below an element's heading it is a part of that element."""
        kind = _KINDS.get(key)
        if keeps_element and self.current and (kind or key == "quotation"):
            self.kind = kind
            return
        self.end()
        self.section, self.kind, self.level = key, kind, None
        if kind in (PassageKind.PARTIAL, PassageKind.FAILING):
            self.level = self._unmet(kind)

    def open_element(self, elements: tuple[str, ...]) -> None:
        """Begin what is said of elements that a heading or a row names."""
        self.end()
        self.current = elements
        self.kind = _KINDS.get(self.section or "")
        if self.level:
            self.found.give(elements, self.level)

    def close_element(self) -> None:
        """Keep what stood below an element's heading."""
        whole: dict[PassageKind | None, list[str]] = {}
        for kind, text in self.body:
            whole.setdefault(kind, []).append(text)
        for kind, texts in whole.items():
            self.found_passage(kind, self.current, "\n\n".join(texts))
        self.current, self.body = (), []

    def found_passage(self, kind: PassageKind | None, elements: tuple[str, ...], text: str) -> None:
        """Keep a passage about elements with the level that it awards; what is neither good nor bad is a comment."""
        awarded = awarded_in(text, self.framework)
        kind = self._kind_of(kind, elements, text, awarded)
        if awarded and not (kind is PassageKind.IMPROVEMENT and awarded.is_met):
            self.found.give(elements, awarded.key)
        level = awarded.key if awarded else None
        if kind is None:
            self.found.note("comment", text, elements)
        else:
            self.found.passages.append(Passage(kind, elements, text, level))

    def _kind_of(
        self,
        kind: PassageKind | None,
        elements: tuple[str, ...],
        text: str,
        awarded: Level | None,
    ) -> PassageKind | None:
        if awarded and not awarded.is_met:
            return kind_of_level(awarded.key, self.framework)
        given = [one.level for one in self.found.said if one.element in elements]
        told = kind_of_level(given[-1], self.framework) if given else None
        if kind is PassageKind.IMPROVEMENT and self.current and told in _UNMET:
            return told
        if kind is not None:
            return kind
        if told is None and says("leads", "improving", text):
            return PassageKind.IMPROVEMENT
        return told

    def _unmet(self, kind: PassageKind) -> str | None:
        unmet = [one.key for one in self.framework.levels if not one.is_met]
        return next((one for one in unmet if kind_of_level(one, self.framework) is kind), None)

    def _rule_of(self, line: Line) -> str:
        """Take a line by the first rule that knows it; return which that was."""
        for rule in (
            self._as_section,
            self._as_earlier,
            self._as_level,
            self._as_criterion,
            self._as_list,
            self._as_element,
            self._as_part,
        ):
            if told := rule(line):
                return told
        return self._prose(line.text)

    def _as_section(self, line: Line) -> str | None:
        key = section_of(line)
        if key is None:
            return None
        is_part = self.level is None and self.section not in _KINDS
        self.open_section(key, keeps_element=is_part and not NUMBERED_HEAD.match(line.text))
        named = named_in(line.text, self.framework)
        if named and not self.current:
            self.level = named[0].level.key
        return f"heads the section “{key}”"

    def _as_earlier(self, line: Line) -> str | None:
        if self.section != "earlier":
            return None
        self.found.note("earlier", line.text, numbers_in(line.text, self.framework))
        return "tells what became of an earlier review"

    def _as_level(self, line: Line) -> str | None:
        text = line.text
        if len(text) < _LONGEST_TITLE:
            text = OF_ELEMENTS.sub(" ", unnumbered(text))
        level = level_of_cell(text, self.framework)
        head, mark, rest = line.text.rpartition(":")
        if mark and is_of_before(head) and level_of_cell(rest, self.framework):
            self.found.note("comment", line.text, self.current)
            return "says what was thought before"
        return self._level_line(level) if level else None

    def _as_criterion(self, line: Line) -> str | None:
        if not is_criterion(line, self.framework):
            return None
        self.open_section("findings")
        self.found.note("title", line.text)
        return "heads a criterion"

    def _as_list(self, line: Line) -> str | None:
        listed = self._list_in(line.text)
        return f"lists the elements {', '.join(listed)}" if listed else None

    def _as_element(self, line: Line) -> str | None:
        numbers, rest = lead_numbers(line.text, self.framework)
        if not numbers or not is_lead(rest):
            return None
        self.lead(numbers, rest, is_item=line.is_item)
        return f"begins element {', '.join(numbers)}"

    def _as_part(self, line: Line) -> str | None:
        if self._labelled(line.text):
            return "is said of an element, behind a label"
        return "a part of an element, by its label" if self._inline_part(line.text) else None

    def _labelled(self, text: str) -> bool:
        """Take what is said behind a level or a label with its elements: "Strength (1.1.3): …", "[Partial] 4.1.2 …"."""
        level, rest = prefix_level(text, self.framework)
        kind = kind_of_level(level.key, self.framework) if level else None
        if level is None:
            found = LABEL.match(text)
            section = section_of(Line(found["label"], 0, 0)) if found else None
            if not found or section not in _KINDS:
                return False
            kind, rest = _KINDS[section], text[found.end("label") :]
        numbers, said = lead_numbers(rest, self.framework)
        if not numbers or not said.strip() or not is_lead(said):
            return False
        self.open_element(numbers)
        if level:
            self.found.give(numbers, level.key)
        self.body.append((kind or self.kind, said))
        self.close_element()
        return True

    def _level_line(self, level: Level) -> str:
        given = {one.element for one in self.found.said}
        if self.current and not self.level and not given.issuperset(self.current):
            self.found.give(self.current, level.key)
            return f"gives {', '.join(self.current)} the level “{level.key}”"
        self.end()
        self.kind = kind_of_level(level.key, self.framework)
        self.section, self.level = (self.kind.value if self.kind else "findings"), level.key
        return f"heads the elements at the level “{level.key}”"

    def _list_in(self, text: str) -> tuple[str, ...]:
        """Take a line that lists elements and says nothing else; return them."""
        head, mark, rest = text.partition(":")
        label = plain(head if mark else before_numbers(text))
        listed = only_numbers(rest if mark else text[len(before_numbers(text)) :], self.framework)
        if not listed or (len(listed) == 1 and not label):
            return ()
        level = level_of_cell(OF_ELEMENTS.sub(" ", label), self.framework) if label else None
        section = section_of(Line(label, 0, 0)) if label else None
        if level:
            self.found.give(listed, level.key)
            kind = kind_of_level(level.key, self.framework)
        elif section in _KINDS:
            kind = _KINDS[section]
        elif not label or label in words("leads", "lists"):
            kind = self.kind
        else:
            return ()
        if kind is None and not level:
            return ()
        if self.current and not level and not section:
            return ()
        if kind:
            self.found.enlist(kind, listed)
        return listed

    def lead(self, numbers: tuple[str, ...], rest: str, *, is_item: bool = False) -> None:
        """Take a line that begins with elements: their level, their title, or what is said of them."""
        self.open_element(numbers)
        cells = [one.strip(" *_") for one in CELLS.split(rest) if one.strip(" *_")]
        at = next((at for at, one in enumerate(cells) if level_of_cell(one, self.framework)), None)
        if at is not None:
            level = level_of_cell(cells[at], self.framework)
            self.row(level, title=" – ".join(cells[:at]), text=" – ".join(cells[at + 1 :]))
            return
        level, text = prefix_level(rest, self.framework)
        if level:
            self.row(level, title="", text=text)
            return
        level, title = suffix_level(rest, self.framework)
        if level:
            self.row(level, title=title, text="")
        elif is_title(rest):
            if self.kind and is_item:
                self.found.enlist(self.kind, numbers)
            self.row(None, title=rest, text="")
        else:
            self.row(None, title="", text=rest)

    def row(self, level: Level | None, *, title: str, text: str) -> None:
        """Keep what a line or a row says of the current elements."""
        if level:
            self.found.give(self.current, level.key)
        if title:
            self.found.note("title", title, self.current)
        if text:
            self.body.append((self.kind, text))

    def _inline_part(self, text: str) -> bool:
        """Take "Strengths: …" or "Level: … " below an element's heading."""
        head, mark, rest = text.partition(":")
        if not mark or not rest.strip():
            return False
        section = section_of(Line(head, 0, 0))
        if not self.current:
            return section in _KINDS and self._cited_behind(_KINDS[section], rest.strip())
        if section is None:
            if plain(head) in words("columns", "comment"):
                self.body.append((self.kind, rest.strip()))
                return True
            return False
        self.body.append((_KINDS.get(section, self.kind), rest.strip()))
        return True

    def _cited_behind(self, kind: PassageKind, text: str) -> bool:
        """Take what stands behind the name of a kind and cites its elements: "Strength: they are known (1.1.3)"."""
        cited = [number for one in cited_in(text, self.framework) for number in one.elements]
        numbers = tuple(dict.fromkeys(cited)) or spoken_of(text, self.framework)
        if not numbers:
            return False
        self._close_waiting()
        if level := self._unmet(kind) if kind in _UNMET else None:
            self.found.give(numbers, level)
        self.found_passage(kind, numbers, text)
        return True

    def _prose(self, text: str) -> str:
        if quoted := quotations_in(text, is_among=self.section == "quotation" and not self.current):
            self.found.quotations += quoted
            return "a quotation"
        if self.current:
            self.body.append((self.kind, text))
            return f"is said of {', '.join(self.current)}"
        for level, numbers in awarded_by_number(text, self.framework):
            self.found.give(numbers, level.key)
        if self.kind is None and self.section in ("introduction", "methodology", "closing"):
            self.found.note(self.section, text)
            return f"stands in the section “{self.section}”"
        text = self._led_in(text)
        return self._cited(text) if text else "leads in what follows"

    def _led_in(self, text: str) -> str:
        """Keep the sentences that a text leads in with, and what they say of what follows; return the rest."""
        found = sentences(text)
        last = 0
        for at, one in enumerate(found):
            if cited_in(one, self.framework):
                break
            if says("leads", "brackets", one) or (
                says("leads", "following", one) and not numbers_in(one, self.framework)
            ):
                last = at + 1
        if not last:
            return text
        lead = " ".join(found[:last])
        self._close_waiting()
        self.found.note(self.section, lead)
        awarded = awarded_in(lead, self.framework)
        self.level = awarded.key if awarded else None
        self.kind = (awarded and kind_of_level(awarded.key, self.framework)) or _KINDS.get(
            self.section or ""
        )
        return " ".join(found[last:])

    def _close_waiting(self) -> None:
        for text in self.waiting:
            self.found.note(self.section, text)
        self.waiting.clear()

    def _cited(self, text: str) -> str:
        """Take paragraphs up to the elements in brackets that end a passage."""
        cites, place = cited_in(text, self.framework), 0
        if not cites and self.kind and (spoken := spoken_of(text, self.framework)):
            self._end_passage(text, spoken)
            return f"a passage that speaks of {', '.join(spoken)}"
        taken: list[str] = []
        for one in cites:
            behind = text[one.end :].strip(" .)")
            if behind and not re.match(r"[A-Z\u201c\u2018\"'*\u2022(0-9]", behind):
                continue
            among = [each for each in cites if place <= each.start <= one.start]
            elements = tuple(dict.fromkeys(e for each in among for e in each.elements))
            self._end_passage(text[place : one.end], elements)
            taken += elements
            place = one.end
        rest = text[place:].strip(" .")
        if rest and cites and cites[-1].end > place:
            self._end_passage(
                rest, tuple(dict.fromkeys(e for c in cites if c.start >= place for e in c.elements))
            )
            return "a passage, with elements within it"
        if rest:
            rest = self._led_in(text[place:].strip()) if place else rest
            if rest:
                self._wait(text[place:].strip() if not place else rest)
        return f"a passage about {', '.join(taken)}" if taken else "waits for its elements"

    def _wait(self, text: str) -> None:
        if says("leads", "quoted", text) and text.rstrip().endswith(":"):
            self._close_waiting()
            self.found.note(self.section, text)
        else:
            self.waiting.append(text)

    def _end_passage(self, text: str, elements: tuple[str, ...]) -> None:
        whole = "\n\n".join([*self.waiting, text.strip()])
        self.waiting.clear()
        if self.level:
            self.found.give(elements, self.level)
        self.found_passage(self.kind, elements, whole)
