"""What a letter says about itself: its subject, its reference, its days."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answerable.reading.blocks import Block, Kind, Run
from answerable.reading.days import begins_with_day, day_in
from answerable.reading.items import cut_at
from answerable.reading.records import Record
from answerable.reading.references import labelled_reference, reference_within
from answerable.reading.vocabulary import Label, Role, current_vocabulary, label_of

_NEAR = 4
_SUBJECT = re.compile(
    r"(?:[^\W\d_]+\s?/\s?)?(?:re|subject|title|ynghylch)\s*[:\u2013-]\s*(?P<words>\S.*)",
    re.IGNORECASE,
)
_ACT = re.compile(
    # "foi@body.example" names an office, and "/foi/" a page.
    r"(?<![@./])\b(?:freedom of information|environmental information|official information (?:act|request)|foi|eir|rhyddid gwybodaeth)\b(?![@/]|\.\w)",
    re.IGNORECASE,
)
_EDGES = " -\u2013\u2014:()[]|"
_NAMES_REQUEST = re.compile(
    r"(?:your |the )?(?:request for information|information request)\b", re.IGNORECASE
)
_RECEIVED = re.compile(
    r"\b(?:received|dated|submitted|sent|requests?|e-?mail|letter|correspondence|enquiry|made)\b(?:\s\w+){0,9}?\s(?:on|of|dated|dyddiedig)?\s?",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:about|regarding|concerning|relating to|in relation to|with regard to|on the subject of)\b[:\s]*",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"\u201c\u2018'](?P<words>[^\"\u201c\u201d]+)[\"\u201d\u2019'][.]?")
_LONGEST_SUBJECT = 20
_LONGEST_HEADING = 10
_FEWEST_OF_FORM = 7


def title_of_subject(record: Record, words: str) -> None:
    """Take the title, and the reference in it, from what a subject says; courtesies of the Act are no title."""
    left = take_reference(record, words)
    words = (words if left is None else left).strip(_EDGES)
    first, _, rest = (part.strip(_EDGES) for part in partition(words))
    while rest and is_formal(first):
        words = rest
        first, _, rest = (part.strip(_EDGES) for part in partition(words))
    if rest and is_formal(rest):
        words = first
    words = _behind_request(words)
    if not is_formal(words):
        record.title = record.title or words


def _behind_request(words: str) -> str:
    """Return what a subject quotes: "Information request about “Parking”" says that it is parking."""
    about = _ABOUT.search(words)
    bare = words[about.end() :] if about and is_formal(words[: about.start()]) else words
    quoted = _QUOTED.fullmatch(bare.strip())
    return quoted["words"] if quoted else words


def is_formal(words: str) -> bool:
    """Return whether words of a subject say no more than that it is a request, or answers one."""
    formal = current_vocabulary().phrases["letter.formal"]
    return not any(map(str.isalnum, formal.sub("", words)))


def says_only_form(words: str) -> bool:
    """Return whether a line is long enough to say something, and says only what it is: "Information request and response under the … Act"."""
    return len(words.split()) >= _FEWEST_OF_FORM and is_formal(words)


def subject_said(text: str) -> str | None:
    """Return what a line says that the subject is: "Subject: Parking", "Re: Parking"."""
    found = _SUBJECT.match(text.strip())
    if found:
        return found["words"]
    label = label_of(text)
    is_title = label is not None and label.is_strong and label.role is Role.TITLE
    return (text[label.rest :].strip() or None) if label and is_title else None


def without_reference(title: str, ref: str) -> str:
    """Return a title without the reference in it, and without what is only form on one side of it: "FOI request (17/22) Parking"."""
    found = re.search(
        rf"\s*[(\[]?\s*(?:\b(?:our|your|foi|eir|case|request)\s)*(?:\bref(?:erence)?\b\.?\s?)?(?:\b(?:no|number)\b\.?\s?)?:?\s*{re.escape(ref)}\s*[)\]]?",
        title,
        re.IGNORECASE,
    )
    if found is None:
        return title
    sides = (title[: found.start()].strip(_EDGES), title[found.end() :].strip(_EDGES))
    kept = [side for side in sides if side and not is_formal(side)]
    return " ".join(kept) or title


def heads_subject(text: str) -> bool:
    """Return whether a line names the Act and, behind a dash or a colon, what was asked."""
    return _ACT.search(text) is not None and bool(partition(text)[2])


def tells_subject(text: str) -> bool:
    """Return whether what stands behind a line's dash or colon is more than a reference: "FOI request 221/22 - Drone use"."""
    rest = partition(text)[2]
    found = reference_within(rest)
    words = f"{rest[: found[1]]} {rest[found[2] :]}" if found else rest
    return any(map(str.isalpha, words)) and not is_formal(words)


def with_values(head: Sequence[Block]) -> list[Block]:
    """Return the lines of a head, those of a table with what stands beside each label: "Subject", "Parking"."""
    lines: list[Block] = []
    for block in head:
        last = lines[-1] if lines else None
        if (
            last is not None
            and last.column == 0
            and block.column == 1
            and label_of(f"{last.text}:")
        ):
            words = (*last.runs, Run(": "), *block.runs)
            lines[-1] = replace(last, runs=words, end=block.end, column=None)
        else:
            lines.append(block)
    return lines


def with_days_apart(head: Sequence[Block]) -> list[Block]:
    """Return the lines of a head, those cut that tell a day behind something else: "Our ref: QX/31/12 Date: 3 May 2031"."""
    found: list[Block] = []
    for block in head:
        dated = _DATED.search(block.text) if len(block.text) <= _LONGEST_DATED else None
        is_told = dated is not None and not block.rows and is_day(block.text[dated.end() :].strip())
        found += cut_at(block, [dated.end()]) if dated and is_told else [block]
    return found


_LONGEST_DATED = 120
_DATED = re.compile(r"(?<=\S)\s(?=(?:date|dated|dyddiad)\s?:)", re.IGNORECASE)
_LONGEST_POSTCODE = 4
_MASKED = re.compile(r"\[[^\[\]]*\be-?mail\]", re.IGNORECASE)
_BOX = re.compile(r"\b(?:box|bag|dx)[\s:]*(?:no\.?)?\s*$", re.IGNORECASE)
_DIALLED = re.compile(r"(?<![\w/-])\(?0\d{2,4}\)?[ -]\d{3,8}(?:[ -]\d{3,4})?(?![\w/-])")


def take_reference_within(
    record: Record, blocks: Sequence[Block], *, is_quoted: bool = False
) -> None:
    """Take the reference that the first words of a letter mention: letters and digits, for a number may count anything.

    `is_quoted` takes only what words lead to: "please quote the reference …".
    """
    for block in blocks:
        said = current_vocabulary().says("letter.logged", block.text)
        told = labelled_reference(block.text[said.end() :].lstrip(" :#")) if said else None
        if record.ref is None and told:
            record.ref = told[0]
        found = None if is_quoted else reference_within(block.text)
        # "veh0101" is a table's name.
        if record.ref is None and found and re.search(r"[A-Z]", found[0]):
            record.ref = found[0]


def _is_dialled(text: str, start: int, end: int) -> bool:
    """Return whether a stretch of a line is a part of a telephone's number, or of an address: "0203 3343659", "PO Box 6995"."""
    # Nor do four digits behind a town's name number anything, nor what stands for an address that was taken out.
    is_post = text[start:end].isdigit() and end - start <= _LONGEST_POSTCODE
    if _BOX.search(text[:start]) or is_post or _MASKED.fullmatch(text.strip()):
        return True
    return any(one.start() < end and start < one.end() for one in _DIALLED.finditer(text))


def take_reference(record: Record, text: str) -> str | None:
    """Take the first reference of a line, and return what is left of the line; None if there is none to take."""
    found = reference_within(text) if record.ref is None else None
    if found is None or _is_dialled(text, found[1], found[2]):
        return None
    record.ref, start, end = found
    return (text[:start] + text[end:]).strip(_EDGES)


def is_day(text: str) -> bool:
    """Return whether a line is a day and nothing else: "3 March 2024", "Date: 03/03/2024"."""
    words = re.sub(r"^(?:date|dyddiad)\s*:?\s*", "", text, flags=re.IGNORECASE)
    day = day_in(words)
    return day is not None and len(words.split()) <= 4 and (begins_with_day(words) or "," in words)  # noqa: PLR2004 "Monday, 3 March 2024"


def partition(words: str) -> tuple[str, str, str]:
    """Return words cut at their first colon, bar or dash, and that mark between them."""
    parts = re.split(r"(\s*[:|\u2013\u2014]\s+|\s-\s)", words, maxsplit=1)
    return (parts[0], parts[1], parts[2]) if len(parts) > 1 else (words, "", "")


def is_subject(block: Block) -> bool:
    """Return whether a line may be the subject of a letter: a short heading, or one that names the Act."""
    text = block.text.strip()
    is_short = 0 < len(text.split()) <= _LONGEST_SUBJECT and text[-1:] not in ".?!,;:"
    names = _ACT.search(text) or (_NAMES_REQUEST.search(text) and partition(text)[2])
    return is_short and (is_heading(block) or bool(names))


def take_received(record: Record, text: str) -> None:
    """Take the day on which a text says that the request was received."""
    if record.received_on is None and (found := _RECEIVED.search(text)):
        record.take_day(Role.RECEIVED, day_in(text[found.start() :]))


def is_heading(block: Block) -> bool:
    """Return whether a block is a heading, or a short line all in bold."""
    words = block.text.split()
    return 0 < len(words) <= _LONGEST_HEADING and (block.kind is Kind.HEADING or block.is_bold)


def names_act(label: Label, place: int) -> bool:
    """Return whether a label in a letter's first lines belongs to its subject: "Freedom of Information request: Tasers"."""
    names = _ACT.search(label.words) or "information" in label.words.lower()
    return place < _NEAR and bool(names)
