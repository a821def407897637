"""The page of a case's folder: everything in it on one page, which needs nothing from elsewhere."""

from collections.abc import Iterator, Mapping
from html import escape
from importlib.resources import files
from urllib.parse import quote

from answerable.publishing.case_folder.case_rows import (
    HeldCase,
    HeldChallenge,
    HeldGround,
    HeldLetter,
    HeldMessage,
    HeldQuestion,
    HeldRound,
)
from answerable.publishing.letters.inert import in_one_line, inert
from answerable.publishing.publications import day_in_words


def case_page(case: HeldCase, sizes: Mapping[str, int]) -> str:
    """Return the page of a folder that holds these files, by their paths."""
    style = files("answerable.publishing").joinpath("web_page.css").read_text("utf-8")
    title = f"Request {_line(case.reference)}"
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n"
        f"{''.join(_page(case, sizes, title))}</main>\n</body>\n</html>\n"
    )


def _page(case: HeldCase, sizes: Mapping[str, int], title: str) -> Iterator[str]:
    yield f"<h1>{title}</h1>\n<p>{_line(case.title)}</p>\n"
    yield (
        f"<p>Received on {day_in_words(case.received_on)}. "
        f"This folder was made on {day_in_words(case.made_on)}.</p>\n"
    )
    yield "<h2>Questions</h2>\n"
    for question in case.questions:
        yield from _question(question)
    if case.challenges:
        yield "<h2>Reviews and complaints</h2>\n"
        for challenge in case.challenges:
            yield from _challenge(challenge)
    yield "<h2>Letters</h2>\n"
    for letter in case.letters:
        yield from _letter(letter, sizes)
    yield "<h2>Messages</h2>\n"
    for message in case.messages:
        yield from _message(message)
    yield "<h2>Files of this folder</h2>\n<ul>\n"
    yield "".join(f"<li>{_link(path)} ({sizes[path]:,} bytes)</li>\n" for path in sorted(sizes))
    yield "</ul>\n<p>SHA256SUMS holds the digest of each.</p>\n"


def _question(question: HeldQuestion) -> Iterator[str]:
    yield f"<h3>{_line(question.name)}: {_line(question.standing)}</h3>\n"
    yield f"<blockquote>{_broken(question.text)}</blockquote>\n"
    for one in question.rounds:
        yield from _round(one)


def _round(one: HeldRound) -> Iterator[str]:
    if one.number > 1:
        yield f"<h4>Answered again: round {one.number}</h4>\n"
    if one.answered_on:
        by = f" by letter {one.letter}" if one.letter else ""
        yield f"<p>Answered on {day_in_words(one.answered_on)}{by}: {_line(', '.join(one.outcomes))}</p>\n"
    if one.due_on:
        yield f"<p>Due by {day_in_words(one.due_on)}</p>\n"
    for ground in one.grounds:
        yield from _ground(ground)
    if one.events:
        yield from _list(f"{on}: {what}" for on, what in one.events)
    if one.counted:
        lines = "\n".join(escape(inert(line)) for line in one.counted)
        yield f"<details><summary>How the days were counted</summary>\n<pre>{lines}</pre></details>\n"


def _ground(ground: HeldGround) -> Iterator[str]:
    yield f"<h4>Relied on: {_line(ground.citation)}</h4>\n"
    if ground.why:
        yield f"<p>{_broken(ground.why)}</p>\n"
    if ground.for_disclosure or ground.for_withholding:
        yield "<p>For disclosure:</p>\n"
        yield from _list(ground.for_disclosure)
        yield "<p>For withholding:</p>\n"
        yield from _list(ground.for_withholding)


def _challenge(one: HeldChallenge) -> Iterator[str]:
    about = ", ".join(label or "the question" for label in one.labels)
    yield f"<h3>{_line(one.kind.capitalize())} about {_line(about)}</h3>\n"
    days = [f"asked for on {day_in_words(one.asked_on)}"]
    days += [f"due by {day_in_words(one.due_on)}"] if one.due_on else []
    days += [f"decided on {day_in_words(one.decided_on)}"] if one.decided_on else []
    yield f"<p>{_line('; '.join(days)).capitalize()}</p>\n"
    if one.said:
        yield f"<blockquote>{_broken(one.said)}</blockquote>\n"
    if one.findings:
        yield from _list(f"{label or 'The question'}: {finding}" for label, finding in one.findings)


def _letter(letter: HeldLetter, sizes: Mapping[str, int]) -> Iterator[str]:
    stem = f"letters/{letter.number:02}"
    yield f"<h3>Letter {letter.number}: {_line(letter.title)}</h3>\n"
    yield f"<p>Sent by {_line(letter.way)} on {day_in_words(letter.sent_on)}</p>\n"
    inside = [path for path in sorted(sizes) if path.startswith(f"{stem}/")]
    yield "<ul>\n" + "".join(f"<li>{_link(path)}</li>\n" for path in inside) + "</ul>\n"
    missing = [one for one in letter.files if one.data is None]
    if missing:
        yield "<p>Not in this folder:</p>\n"
        yield from _list(f"{one.name} (SHA-256 {one.sha256}): {one.why_not}" for one in missing)


def _message(one: HeldMessage) -> Iterator[str]:
    yield f"<h3>Message of {day_in_words(one.arrived_at.date())}</h3>\n"
    yield f"<p>{_link(f'messages/{one.number:02}/message{one.suffix}')}</p>\n"
    yield f"<blockquote>{_broken(one.text)}</blockquote>\n"


def _list(items: Iterator[str] | tuple[str, ...]) -> Iterator[str]:
    yield "<ul>\n" + "".join(f"<li>{_broken(one)}</li>\n" for one in items) + "</ul>\n"


def _link(path: str) -> str:
    return f'<a href="{quote(path)}">{escape(inert(path))}</a>'


def _broken(text: str) -> str:
    return escape(inert(text)).replace("\n", "<br>")


def _line(text: str) -> str:
    return escape(in_one_line(text))
