"""The head of a record: its reference, its title and its dates."""

import re
from collections.abc import Mapping, Sequence

from answerable.domain.questions import leading_label
from answerable.reading.blocks import Block, Kind
from answerable.reading.days import begins_with_day, behind_day, day_in, is_day_alone
from answerable.reading.facts import DAYS, FACTS, outcomes_named, take_fact
from answerable.reading.hints import has_any
from answerable.reading.letter_frame import is_salute
from answerable.reading.letter_subjects import is_formal, says_only_form
from answerable.reading.matches import stems
from answerable.reading.records import Record, is_furniture
from answerable.reading.references import (
    is_reference,
    labelled_reference,
    reference_in_heading,
    reference_within,
    stands_alone,
)
from answerable.reading.vocabulary import (
    BACK_TO_TOP,
    MONTHS,
    Label,
    Role,
    current_vocabulary,
    label_of,
)

NO_FIELD = "It stands in a record, and is no field of an entry"
_LONGEST_LOOSE_TITLE = 14
_LONGEST_TOLD = 9
_LONGEST_LEAD = 3
_LONGEST_POSTED = 60
_LONGEST_NAME = 3
_NEAR = 6
_GROUNDS = (Role.OUTCOME, Role.EXEMPTION)
_JOINED = re.compile(r"(\s+[|\u2013\u2014-]\s+|\s*[,;|.]\s+)")
_STEPS = re.compile(r"\s*(?:[,;|\u2013\u2014]|\s-\s)\s*(?:and\s)?|\s+and\s+", re.IGNORECASE)
_WAYS_BACK = ("back to", "return to", "yn ôl")
_SAYS_REFERENCE = re.compile(r"\bref(?:erence)?\b", re.IGNORECASE)
# What stands between "Posted" and its day: who did it, "on", the day of the week.
_UP_TO_DAY = re.compile(
    r"(?: by (?:\S+ ){1,4}?(?=on |at |\d))?[^\S\n]*(?:on|at|ar)?[\s:\u2013\u2014-]*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?",
    re.IGNORECASE,
)
# Below a heading a line that tells what was done on a day is none: "Posted on 3 May 2023 in News".
_HAPPENED = re.compile(
    rf"[^\W\d_]+(?:\s(?:on|at|by))?:?\s(?:[^\W\d_]+,?\s)?\d{{1,2}}(?:st|nd|rd|th)?(?:[/.]\d\d?[/.]|\s(?:{'|'.join(MONTHS)})\s)\d{{4}}\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"(?P<title>[^\W\d].*?)\s[|\u2013\u2014-]\s(?P<ref>\S*[/_-]\S*)$")
# "Authority: the Board", below a title: a name that no vocabulary knows, and what it names.
_NAMED = re.compile(r"[A-Z][a-z]+(?: [a-z]+){0,2}: \S")
_EDGES = " :|\u00b7\u2022\u2013\u2014-"
_PARTS = re.compile(r"\s*[|\u00b7\u2022;]\s*")


class _Head:
    """Reads the blocks of a head one by one into a record."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.titles: list[str] = []
        self.is_titled = self.is_headed = False
        self.role: Role | None = None
        self.lines: list[tuple[Block, str]] = []
        self.name: Block | None = None
        self.named: list[tuple[Block, Block]] = []
        self.taken: tuple[int, str] | None = None

    def read(self, block: Block, label: Label | None) -> None:
        if (label is None or label.role in DAYS) and take_days(self.record, block.text):
            self.record.others.append((block, NO_FIELD))
            return
        label = label or _fact_label(block) or _day_label(block)
        self.role = label.role if label else self.role
        if label is None and block.column == 0 and self.is_titled:
            # A label that no vocabulary knows, beside others that it does.
            self.role = Role.OTHER
        text = _bare(block.text[label.rest :] if label else block.text)
        if label is None and self._takes_named(block, text):
            return
        if self.role is Role.OTHER:
            self._leave(block, text)
            return
        if not text:
            return
        if self.role is None and (
            is_day_alone(text) or self._says_again(text) or _says_when_posted(text)
        ):
            self.record.others.append((block, NO_FIELD))
            return
        text = self._behind_facts(block, text)
        is_below = bool(text) and self.is_headed and block.kind is Kind.PARAGRAPH
        if is_below and (_HAPPENED.match(text) or text.endswith(".") or _is_long(text)):
            # Below a heading a sentence is no part of the title.
            self.record.others.append((block, NO_FIELD))
        else:
            self._take_title(block, text)
        self.is_headed = self.is_headed or (bool(text) and block.kind is Kind.HEADING)
        # "Ref", the title, and only then the number: the label still waits for it.
        waits = self.role is Role.REF and self.record.ref is None
        self.role = self.role if waits else None

    def _takes_named(self, block: Block, text: str) -> bool:
        """Take what stands beside a label that no vocabulary knows: days by their order; anything else may be the title."""
        name, self.name = self.name, None
        if block.column == 0 and self.role is None and _is_name(text):
            self.name = block
            return True
        if name is None or block.column != 1 or self.role is not None:
            self.titles += [_bare(name.text)] if name else []
            return False
        if is_day_alone(text):
            days = self.record.days
            self.record.take_day(
                Role.ANSWERED if Role.RECEIVED in days else Role.RECEIVED, day_in(text)
            )
        else:
            self.named.append((name, block))
        return True

    def end(self, asked: Sequence[Block]) -> None:
        """Take as the title what shares most words with what is asked, of what stands beside labels that nobody knows."""
        if self.name:
            self.titles.append(_bare(self.name.text))
        self._leave_posted()
        self._end_heading(asked)
        if not self.named:
            return
        if not self.titles:
            known = stems(" ".join(block.text for block in asked))
            best = max(self.named, key=lambda pair: len(stems(pair[1].text) & known))
            self.titles = [_bare(best[1].text)]
            self.named.remove(best)
        for pair in self.named:
            self.record.others += [(block, NO_FIELD) for block in pair if block.end > block.start]

    def _leave_posted(self) -> None:
        """Leave a line out of the title that says when the page was put up, and where: "3 May 2023 | Ponds", over a heading."""
        first, text = self.lines[0] if len(self.lines) > 1 else (None, "")
        is_over = first is not None and self.lines[1][0].kind is Kind.HEADING
        if (
            is_over
            and first
            and self.titles[:1] == [text]
            and "|" in text
            and text[behind_day(text) :].lstrip().startswith("|")
        ):
            self.titles, self.lines = self.titles[1:], self.lines[1:]
            self.record.others.append((first, NO_FIELD))

    def _end_heading(self, asked: Sequence[Block]) -> None:
        """Leave a heading out of the title that names a service, over a line in bold that names what is asked.

        The heading has no word in common with what is asked, and the line has.
        """
        kinds = [(block.kind, block.is_bold) for block, _ in self.lines]
        is_over = len(kinds) == 2 and kinds[0][0] is Kind.HEADING  # noqa: PLR2004 one over the other
        if not is_over or kinds[1][0] is not Kind.PARAGRAPH:
            return
        (heading, above), (line, below) = self.lines
        known = stems(" ".join(block.text for block in asked))
        # "See notes" below a heading that names what is asked, and more than that it is a request.
        is_short = self.titles == [above, below] and len(below.split()) <= _LONGEST_NAME
        if is_short and stems(above) & known and not (stems(below) & known or is_formal(above)):
            self.titles = [above]
            self.record.others.append((line, NO_FIELD))
            return
        if not kinds[1][1]:
            return
        if self.titles == [above, below] and not stems(above) & known and stems(below) & known:
            self.titles = [below]
            self.record.others.append((heading, NO_FIELD))

    def _behind_facts(self, block: Block, text: str) -> str:
        """Take the fact or the reference that a line tells, and return what may be its title."""
        if self.role in FACTS:
            if not take_fact(self.record, self.role, text):
                self.record.others.append((block, NO_FIELD))
            return ""
        told = labelled_reference(text) if self.role is Role.REF and self.taken else None
        if told and self.taken and told[0] != self.record.ref:
            # What a label says is the number is: the title above it begins with its own.
            self.titles[self.taken[0] : self.taken[0] + 1] = [self.taken[1]]
            self.record.ref, self.taken = None, None
        if self.role in (Role.REF, None) and self.record.ref is None:
            left = _take_ref(self.record, text, is_labelled=self.role is Role.REF)
            # "2023/01740 | 1 June 2023" and, below the title, "17/22 · Housing · Closed 1 June 2023" tell none.
            is_told = is_day_alone(left) or (bool(self.titles) and self._tells_days(left))
            if self.role is None and left not in ("", text) and not is_told:
                self.taken = len(self.titles), text
            return "" if is_told else _without_title_label(left)
        return text

    def _tells_days(self, text: str) -> bool:
        """Take the days that parts of a line tell behind their words, and say whether there is one."""
        told = False
        for part in _PARTS.split(text):
            label = label_of(part)
            if label and label.role in DAYS and day_in(part) is not None:
                told = take_fact(self.record, label.role, part[label.rest :]) or told
        return told

    def _says_again(self, text: str) -> bool:
        """Return whether a line says the record's reference again, in another language: "Cyfeirnod: 17/22"."""
        name, _, rest = text.partition(":")
        return self.record.ref is not None and rest.strip() == self.record.ref and bool(name)

    def _take_title(self, block: Block, text: str) -> None:
        if text and self.role is Role.TITLE:
            self.titles = [text]
            self.is_titled = True
        elif (
            text
            and block.column is None
            and (
                self.is_titled
                or text in self.titles
                or says_only_form(text)
                or is_salute(block)
                or self._tells(text)
            )
        ):
            self.record.others.append((block, NO_FIELD))
        elif text:
            self.titles.append(text)
            self.lines.append((block, text))

    def _tells(self, text: str) -> bool:
        """Return whether a line below a title tells a fact: an outcome, which is taken, or a name with what it names."""
        if not self.titles:
            return False
        words = text.replace("(", "").replace(")", "")
        named = outcomes_named(words) if len(words.split()) > 1 else []
        self.record.stated += named
        return bool(named) or _NAMED.match(text) is not None

    def _leave(self, block: Block, text: str) -> None:
        """Leave out a field that no entry has: "Requester", and what is printed beside it."""
        if not is_furniture(block) and block.end > block.start:
            self.record.others.append((block, NO_FIELD))
        self.role = Role.OTHER if block.column is not None or not text else None


def _is_long(text: str) -> bool:
    return len(text.split()) > _LONGEST_LOOSE_TITLE


def _is_name(text: str) -> bool:
    """Return whether words in a left column may be the label of what stands beside them: "About:", "Theme"."""
    is_line = text.endswith(":") or text[-1:].isalpha()
    return is_line and 0 < len(text.split()) <= _LONGEST_NAME


def _bare(text: str) -> str:
    """Return a line without the way back to the top of its page, and without marks around it."""
    if has_any(text.lower(), _WAYS_BACK):
        text = BACK_TO_TOP.sub("", text)
    return text.strip(" |*_\t")


def _fact_label(block: Block) -> Label | None:
    """Return the label of a fact in a cell of several lines: the reference, the title, "Received: 3 May"."""
    label = label_of(block.text) if block.column == 1 else None
    is_fact = label is not None and label.is_strong and label.role in FACTS
    # "Disclosed" alone is an outcome.
    return label if label and is_fact and label.rest < len(block.text) else None


def _day_label(block: Block) -> Label | None:
    """Return the label of a line that says no more than what happened on a day: "Published 3 May 2023"."""
    label = label_of(block.text)
    is_fact = label is not None and label.role in FACTS and label.role not in _GROUNDS
    return label if label and is_fact and is_day_alone(block.text[label.rest :].strip()) else None


def take_days(record: Record, text: str) -> bool:
    """Take the days of a line that tells several and nothing else, and say whether it does."""
    days = _days_told(text)
    if len(days) < 2:  # noqa: PLR2004 one is a line as any other
        return False
    for role, words in days:
        take_fact(record, role, words)
    return True


def _days_told(text: str) -> list[tuple[Role, str]]:
    """Return the days that a line tells, each behind its word, if it tells nothing else: "Received 7 June, closed 27 June"."""
    found: list[tuple[Role, str]] = []
    told = text.strip(" .")
    # The last of several days ends the line.
    for part in _STEPS.split(told) if told.rstrip()[-1:].isdigit() else ():
        label = label_of(part)
        is_day = label is not None and is_day_alone(part[label.rest :].strip())
        if not (label and is_day and label.role in DAYS):
            return []
        found.append((label.role, part[label.rest :]))
    return found


def read_head(
    record: Record, blocks: Sequence[Block], labels: Mapping[int, Label], start: int, end: int
) -> None:
    """Read the reference, the title and the dates that stand over a request."""
    head = _Head(record)
    for place in range(start, end):
        head.read(blocks[place], labels.get(place))
    head.end(blocks[end : end + _NEAR])
    record.title = _without_facts(record, " ".join(head.titles).strip(" *_"))
    behind = _BEHIND.match(record.title) if record.ref is None else None
    if behind and is_reference(behind["ref"]) and any(map(str.isdigit, behind["ref"])):
        # "Police dogs - 242/14"
        record.title, record.ref = behind["title"], behind["ref"]
    is_told = record.ref is None and _SAYS_REFERENCE.search(record.title) is not None
    if is_told and (found := reference_within(record.title)):
        record.ref, start, end = found
        record.title = f"{record.title[:start]}{record.title[end:]}".strip(f"{_EDGES}()[],")


def _says_when_posted(text: str) -> bool:
    """Return whether a line says when its page was published: "Posted on 3 May 2024 in News"."""
    posted = current_vocabulary().phrases["log.posted"].match(text[:_LONGEST_POSTED])
    between = _UP_TO_DAY.match(text, posted.end()) if posted else None
    return between is not None and begins_with_day(text[between.end() :])


def _without_facts(record: Record, title: str) -> str:
    """Return a title without the facts that stand behind it: "Parking – received 4 May 2022 – answered 30 May 2022"."""
    parts = _JOINED.split(title)
    kept = parts[:1]
    for joint, part in zip(parts[1::2], parts[2::2], strict=True):
        label = label_of(part)
        is_fact = label is not None and label.role in FACTS and label.role not in _GROUNDS
        if not (is_fact and label and take_fact(record, label.role, part[label.rest :])):
            kept += [joint, part]
    return "".join(kept)


def _without_title_label(text: str) -> str:
    label = label_of(text)
    return text[label.rest :] if label and label.role is Role.TITLE and label.is_strong else text


def _take_ref(record: Record, text: str, *, is_labelled: bool) -> str:
    """Take the reference out of a head's line, and return what is left of it."""
    if is_labelled:
        if found := labelled_reference(text):
            record.ref = found[0]
            return _without_told(record, text[found[1] :].strip(f"{_EDGES})"))
        if stands_alone(text):
            record.ref = text
            return ""
        return text
    label = leading_label(text)
    counted = text[label.end :] if label and label.number else ""
    if counted and reference_in_heading(counted):
        text = counted
    if found_in := reference_in_heading(text):
        record.ref, start, end = found_in
        return (text[:start] + text[end:]).strip(f"{_EDGES}/")
    return text


def _without_told(record: Record, text: str) -> str:
    """Return what stands behind a reference, without what only says when it was answered: ", answered on 3 May"."""
    words = text.split()
    if len(words) > _LONGEST_TOLD or day_in(text) is None:
        return text
    for place in range(min(_LONGEST_LEAD, len(words))):
        said = " ".join(words[place:]).strip("(),;.")
        label = label_of(said)
        if label and label.role in DAYS and take_fact(record, label.role, said[label.rest :]):
            # "Wheelchairs. Requested on 4 May": what a sentence ends on is no lead.
            lead = " ".join(words[:place])
            return lead.rstrip(".") if lead.endswith(".") else ""
    return text
