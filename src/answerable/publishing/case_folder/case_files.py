"""The files of a case's folder: what is held of it, under paths that people can read."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from answerable.publishing.case_folder.case_page import case_page
from answerable.publishing.case_folder.case_rows import (
    HeldCase,
    HeldFile,
    HeldLetter,
    HeldMessage,
    HeldQuestion,
    HeldRound,
)
from answerable.publishing.case_folder.folder import Folder, FolderFile, file_name
from answerable.publishing.case_folder.read_me import read_me


def case_folder(case: HeldCase) -> Folder:
    """Return a case as a folder: letters, messages, files, decisions, clocks, and a page that lists them."""
    files = [*_letters(case), *_messages(case), *_data(case), *case.more]
    index = case_page(case, {one.path: len(one.data) for one in files})
    pages = (
        FolderFile("index.html", index.encode()),
        FolderFile("README.txt", read_me(case).encode()),
    )
    return Folder((*pages, *files))


def _letters(case: HeldCase) -> Iterator[FolderFile]:
    for one in case.letters:
        stem = f"letters/{one.number:02}"
        yield FolderFile(f"{stem}/letter.pdf", one.pdf)
        yield FolderFile(f"{stem}/letter.txt", one.text.encode())
        yield FolderFile(f"{stem}/letter.html", one.html.encode())
        yield FolderFile(f"{stem}/headers.txt", _headers(one).encode())
        yield from _files(f"{stem}/files", one.files)


def _headers(letter: HeldLetter) -> str:
    """Return how a letter went, as the headers of its mail."""
    headers = letter.headers or (("Posted", letter.sent_on.isoformat()),)
    return "".join(f"{name}: {' '.join(value.split())}\n" for name, value in headers)


def _files(folder: str, files: tuple[HeldFile, ...]) -> Iterator[FolderFile]:
    taken: list[str] = []
    for one in files:
        if one.data is not None:
            taken.append(file_name(one.name, taken=taken))
            yield FolderFile(f"{folder}/{taken[-1]}", one.data)


def _messages(case: HeldCase) -> Iterator[FolderFile]:
    for one in case.messages:
        stem = f"messages/{one.number:02}"
        yield FolderFile(f"{stem}/message{one.suffix}", one.raw)
        yield FolderFile(f"{stem}/text.txt", _message_text(one).encode())


def _message_text(message: HeldMessage) -> str:
    came = message.arrived_at.isoformat()
    return f"Arrived: {came}\nBy: {message.channel}\nSubject: {message.subject}\n\n{message.text}\n"


def _data(case: HeldCase) -> Iterator[FolderFile]:
    """Yield the decisions and the clocks as data."""
    decisions = {
        "reference": case.reference,
        "title": case.title,
        "received_on": case.received_on.isoformat(),
        "questions": [_question(one) for one in case.questions],
        "challenges": [
            {
                "kind": one.kind,
                "asked_on": one.asked_on.isoformat(),
                "said": one.said,
                "due_on": one.due_on and one.due_on.isoformat(),
                "decided_on": one.decided_on and one.decided_on.isoformat(),
                "questions": list(one.labels),
                "findings": [list(each) for each in one.findings],
            }
            for one in case.challenges
        ],
        "letters": [
            {
                "number": one.number,
                "sent_on": one.sent_on.isoformat(),
                "way": one.way,
                "questions": list(one.labels),
                "sha256_of_pdf": hashlib.sha256(one.pdf).hexdigest(),
                "files": [
                    {"name": each.name, "size": each.size, "sha256": each.sha256}
                    for each in one.files
                ],
            }
            for one in case.letters
        ],
    }
    yield FolderFile("decisions.json", _json(decisions))
    clocks = [
        {
            "question": one.label,
            "round": each.number,
            "events": [list(event) for event in each.events],
            "clock": each.clock,
        }
        for one in case.questions
        for each in one.rounds
    ]
    yield FolderFile("clock.json", _json(clocks))
    yield FolderFile("clock.txt", "\n".join(_clock_lines(case)).encode() + b"\n")


def _question(question: HeldQuestion) -> dict[str, Any]:
    return {
        "label": question.label,
        "text": question.text,
        "standing": question.standing,
        "rounds": [_round(one) for one in question.rounds],
    }


def _round(one: HeldRound) -> dict[str, Any]:
    return {
        "round": one.number,
        "due_on": one.due_on and one.due_on.isoformat(),
        "answered_on": one.answered_on and one.answered_on.isoformat(),
        "letter": one.letter,
        "outcomes": list(one.outcomes),
        "grounds": [
            {
                "citation": each.citation,
                "why": each.why,
                "for_disclosure": list(each.for_disclosure),
                "for_withholding": list(each.for_withholding),
            }
            for each in one.grounds
        ],
    }


def _clock_lines(case: HeldCase) -> Iterator[str]:
    for question in case.questions:
        for one in question.rounds:
            again = f", round {one.number}" if one.number > 1 else ""
            yield f"{question.name}{again}"
            yield f"  due on {one.due_on or 'no day yet'}, answered on {one.answered_on or 'no day yet'}"
            yield from (f"  {on}  {what}" for on, what in one.events)
            yield from (f"    {line}" for line in one.counted)
            yield ""


def _json(data: Any) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
