"""Gather a request: what came, what was asked, decided, contributed and noted, what left, and the ledger."""

import datetime as dt
from collections.abc import Callable, Iterator

from django.utils.timezone import localtime

from answerable.domain.clock import Holidays
from answerable.domain.decisions.outcomes import OUTCOME_WORDS
from answerable.domain.decisions.written import decision_of
from answerable.domain.precedent.taken import taken_of, taken_words
from answerable.publishing.case_folder import (
    FolderFile,
    Item,
    Section,
    WholeCase,
    file_name,
)
from answerable.queries.casework.releasing.standings import file_standings
from answerable.queries.casework.whole.clocks import whole_clocks
from answerable.queries.casework.whole.rows import data_files, json_bytes, ledger_file
from answerable.queries.ledger import ledger_rows
from answerable.records.casework.models import (
    Challenge,
    Contribution,
    DecisionVersion,
    Letter,
    Message,
    Notice,
    Question,
    Request,
)

_Parts = tuple[list[Item], list[FolderFile]]
_ALL = 100_000


def whole_case(request: Request, *, table: Holidays, at: dt.datetime) -> WholeCase:
    """Return everything of a request, with who asked, as the page and the files of a folder."""
    sections: list[Section] = [Section("The request", tuple(_summary(request)))]
    files: list[FolderFile] = []
    for title, gather in _PARTS:
        items, more = gather(request)
        sections.append(Section(title, tuple(items)))
        files += more
    clocks = list(whole_clocks(request, table))
    sections.append(Section("The clock", tuple(Item(one.heading, one.words) for one in clocks)))
    sections.append(Section("The ledger", tuple(_told(request))))
    files.append(FolderFile("data/clock.json", json_bytes([one.data for one in clocks])))
    files += [ledger_file(request), *data_files(request)]
    about = (
        f"Taken out whole on {_moment(at)}, with who asked. SHA256SUMS names the digest of every file; "
        "the folder data holds every row as JSON"
    )
    title = f"{request.reference}: {request.title}"
    return WholeCase(title, about, tuple(sections), tuple(files))


def _summary(request: Request) -> Iterator[Item]:
    asker = request.requester
    yield Item("Who asked", "\n".join(filter(None, (asker.name, asker.address, asker.postal))))
    rows = (
        ("Received", f"{request.received_on:%-d %B %Y}, by {request.channel}"),
        ("Law", request.regime),
        ("Stage", request.stage),
        ("Officer", request.officer or "nobody"),
        ("Validity", f"{request.validity} {request.validity_reason}".strip() or "not looked at"),
    )
    yield Item("How it stands", "\n".join(f"{name}: {words}" for name, words in rows))


def _messages(request: Request) -> _Parts:
    items, files = [], []
    for number, one in enumerate(request.messages.order_by("pk"), start=1):
        path = f"messages/{number:03d}-{file_name(one.name or 'message')}"
        files.append(FolderFile(path, bytes(one.raw)))
        items.append(Item(_message_heading(one), one.text, (path,)))
    return items, files


def _message_heading(one: Message) -> str:
    return f"{one.subject or 'Message'}, {_moment(one.arrived_at)}, by {one.channel}"


def _questions(request: Request) -> _Parts:
    items = []
    for question in request.questions.order_by("place"):
        words = "\n".join(filter(None, (question.heading, question.text)))
        items.append(Item(f"{_name(question)} ({question.stage})", words))
        items += [_version(question, one) for one in question.decisions.order_by("number")]
    return items, []


def _version(question: Question, one: DecisionVersion) -> Item:
    decision = decision_of(one.decision)
    outcomes = ", ".join(OUTCOME_WORDS[each] for each in decision.outcomes) or "nothing decided"
    grounds = [f"{each.citation}: {each.why}" for each in decision.grounds]
    heading = (
        f"{_name(question)}, version {one.number} in round {one.round}, by {one.by}, "
        f"{_moment(one.at)}: {outcomes}"
    )
    taken = taken_words(one.answer, taken_of(one.taken_from))
    return Item(heading, "\n".join(filter(None, (one.answer, one.caveats, *grounds, taken))))


def _contributions(request: Request) -> _Parts:
    items, files = [], []
    asked = Contribution.objects.filter(question__request=request).select_related(
        "question", "owner"
    )
    for one in asked.order_by("pk"):
        heading = f"{_name(one.question)}, {one.owner.name} was asked on {_moment(one.asked_at)}"
        paths = []
        for given in one.files.order_by("place"):
            path = f"contributions/{one.pk}/{given.place:02d}-{file_name(given.name)}"
            files.append(FolderFile(path, bytes(given.data)))
            paths.append(path)
        said = [f"{each.at:%-d %B %Y}: {each.text or each.reason}" for each in one.answers.all()]
        items.append(Item(heading, "\n\n".join([one.words, *said]), tuple(paths)))
    return items, files


def _letters(request: Request) -> _Parts:
    items, files = [], []
    for one in request.letters.order_by("number"):
        path = f"letters/{one.number:03d}-{file_name(one.kind)}.pdf"
        files.append(FolderFile(path, bytes(one.pdf)))
        items.append(Item(_letter_heading(one), one.text, (path,)))
    return items, files


def _letter_heading(one: Letter) -> str:
    left = f"left on {one.sent_on:%-d %B %Y}" if one.sent_on else one.state
    return f"{one.title} ({one.kind}, by {one.way}, {left})"


def _case_files(request: Request) -> _Parts:
    items: list[Item] = []
    files: list[FolderFile] = []
    stands = {one.file.pk: one.standing.value for one in file_standings(request, anew=False)}
    for one in request.files.order_by("name"):
        path = f"files/{file_name(one.name, taken=[each.path[6:] for each in files])}"
        files.append(FolderFile(path, bytes(one.data)))
        standing = stands[one.pk]
        said = f"{standing}: {one.release_reason}" if one.release_reason else standing
        items.append(Item(one.name, f"{said}\nSHA-256 {one.sha256}", (path,)))
    return items, files


def _notes(request: Request) -> _Parts:
    notes = request.notes.order_by("pk")
    return [Item(f"{one.by}, {_moment(one.at)}", one.text) for one in notes], []


def _notices(request: Request) -> _Parts:
    return [_notice(one) for one in request.notices.order_by("number")], []


def _notice(one: Notice) -> Item:
    facts = "\n".join(f"{name}: {value}" for name, value in one.facts.items())
    return Item(f"{one.kind}, by {one.written_by}, {_moment(one.written_at)} ({one.state})", facts)


def _challenges(request: Request) -> _Parts:
    return [_challenge(one) for one in request.challenges.order_by("number")], []


def _challenge(one: Challenge) -> Item:
    found = [
        f"{_name(each.question)}: {each.finding or 'not decided'} {each.reasons}".strip()
        for each in one.questions.select_related("question").order_by("pk")
    ]
    heading = f"{one.kind}, asked on {one.asked_on:%-d %B %Y} ({one.state})"
    return Item(heading, "\n".join(filter(None, (one.said, one.summary, *found))))


def _told(request: Request) -> Iterator[Item]:
    for one in ledger_rows(subject=f"request {request.reference}", last=_ALL):
        said = "\n".join(f"{name}: {value}" for name, value in one.data.items())
        yield Item(f"{one.number}. {one.action}, {_moment(one.at)}, {one.by}", said)


def _name(question: Question) -> str:
    return f"Question {question.label}" if question.label else "The question"


def _moment(at: dt.datetime) -> str:
    return f"{localtime(at):%-d %B %Y, %H:%M}"


_PARTS: tuple[tuple[str, Callable[[Request], _Parts]], ...] = (
    ("What came", _messages),
    ("Questions and decisions", _questions),
    ("Notices", _notices),
    ("Contributions", _contributions),
    ("Letters", _letters),
    ("Files of the answer", _case_files),
    ("Challenges", _challenges),
    ("Notes", _notes),
)
