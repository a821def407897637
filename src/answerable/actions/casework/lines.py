"""Keep standard lines: reviewed texts that fill reasons and answers in, until they expire."""

import datetime as dt
import json
from dataclasses import dataclass

from django.db import transaction
from django.utils.text import slugify

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.telling import short_digest
from answerable.actions.ledger import record
from answerable.domain.law.citations import canonical_citation
from answerable.domain.law.limbs import denial, limb, limbs_under
from answerable.domain.roles import NO_REQUEST, Move, check_move
from answerable.records.casework.models import StandardLine, StandardLineVersion

LONGEST_LINE = 20_000
"""Characters: what is longer is no line of an answer."""
LONGEST_NAME = 100
_NO_NAMES = ("", "new")
"""What cannot stand in an address as a line: nothing, and the page on which one is written."""


class LineRefused(Exception):
    """A standard line cannot be kept so; `about` is what is wrong with it: name, citation, text or expires_on."""

    def __init__(self, about: str, words: str) -> None:
        """Keep what it is about beside the sentence."""
        self.about = about
        super().__init__(words)


class LineNotFound(Exception):
    """There is no standard line of that name."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What a line says: for the reason of which limb, or for answers; and how long it may be used."""

    text: str
    expires_on: dt.date
    citation: str = ""


def keep_line(name: str, wording: Wording, *, doing: Doing) -> str:
    """Keep a new line, reviewed by whoever does this; return its name in addresses.

    :raises MoveNotAllowed: if they may not.
    :raises LineRefused: if something is missing or wrong, or the name is taken.
    """
    _check_keeper(doing)
    words = " ".join(name.replace("\0", "").split())
    slug = slugify(words)
    if slug in _NO_NAMES or len(words) > LONGEST_NAME:
        refusal = f"Give it a name that says what it is for, {LONGEST_NAME} characters at most"
        raise LineRefused("name", refusal)
    said = _checked(wording, on=doing.on)
    with transaction.atomic():
        line, is_new = StandardLine.objects.get_or_create(
            slug=slug,
            defaults={"name": words, **_fields(said), **_review(doing)},
        )
        if not is_new:
            refusal = (
                f"There is a line called {line.name} already: change that, or choose another name"
            )
            raise LineRefused("name", refusal)
        _add_version(line, 1, said, doing)
        _tell("line kept", line, doing, {"digest": ["", _digest(said)]})
    return slug


def change_line(slug: str, wording: Wording, *, doing: Doing) -> None:
    """Save a line with other words, or as it is for longer; a retired one is thereby in use again.

    Whoever does this reviewed it. Saved as it stands on the same day, it stays as it is.

    :raises MoveNotAllowed: if they may not.
    :raises LineNotFound: if there is no such line.
    :raises LineRefused: if something is missing or wrong.
    """
    _check_keeper(doing)
    said = _checked(wording, on=doing.on)
    with transaction.atomic():
        line = _locked(slug)
        before = Wording(line.text, line.expires_on, line.citation)
        reviewed = (line.reviewed_by, line.reviewed_on)
        if said == before and reviewed == (doing.by.key, doing.on) and not line.is_retired:
            return
        for name, value in {**_fields(said), **_review(doing), "is_retired": False}.items():
            setattr(line, name, value)
        line.save()
        _add_version(line, line.versions.count() + 1, said, doing)
        _tell("line changed", line, doing, {"digest": [_digest(before), _digest(said)]})


def retire_line(slug: str, *, doing: Doing) -> None:
    """Let nobody use a line any more; its texts stay, for answers that were filled in with it.

    :raises MoveNotAllowed: if they may not.
    :raises LineNotFound: if there is no such line.
    """
    _check_keeper(doing)
    with transaction.atomic():
        line = _locked(slug)
        if line.is_retired:
            return
        line.is_retired = True
        line.save()
        digest = _digest(Wording(line.text, line.expires_on, line.citation))
        _tell("line retired", line, doing, {"digest": [digest, ""]})


def longest_use(on: dt.date) -> dt.date:
    """Return the last day until which a line that is reviewed on a day may be used: twelve months on."""
    try:
        return on.replace(year=on.year + 1)
    except ValueError:
        # Reviewed on 29 February: the next year has none.
        return on.replace(year=on.year + 1, day=28)


def _check_keeper(doing: Doing) -> None:
    check_move(Move.KEEP_LINES, actor=doing.by, situation=NO_REQUEST)


def _checked(wording: Wording, *, on: dt.date) -> Wording:
    text = wording.text.replace("\0", "").replace("\r\n", "\n").strip()
    if not text:
        refusal = "Write the line: there is nothing in it"
        raise LineRefused("text", refusal)
    if len(text) > LONGEST_LINE:
        refusal = f"A line has at most {LONGEST_LINE:,} characters: this one has {len(text):,}"
        raise LineRefused("text", refusal)
    if not on < wording.expires_on <= longest_use(on):
        last = f"{longest_use(on):%-d %B %Y}"
        refusal = f"A line is reviewed every year: let it expire after today, and by {last}"
        raise LineRefused("expires_on", refusal)
    return Wording(text, wording.expires_on, _checked_citation(wording.citation))


def _checked_citation(given: str) -> str:
    citation = canonical_citation(given.strip())
    if not citation or limb(citation) or denial(citation):
        return citation
    under = limbs_under(citation)
    if under:
        refusal = (
            f"{citation} divides into limbs, each with its own reason: choose {_one_of(under)}"
        )
    else:
        refusal = f"{given.strip()[:40]} is nothing on which a request can be refused: check it"
    raise LineRefused("citation", refusal)


def _one_of(names: tuple[str, ...]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else names[0]


def _locked(slug: str) -> StandardLine:
    line = StandardLine.objects.select_for_update().filter(slug=slug).first()
    if line is None:
        message = f"There is no standard line {slug}: look at the list"
        raise LineNotFound(message)
    return line


def _fields(said: Wording) -> dict[str, object]:
    return {"citation": said.citation, "text": said.text, "expires_on": said.expires_on}


def _review(doing: Doing) -> dict[str, object]:
    return {"reviewed_by": doing.by.key, "reviewed_on": doing.on}


def _add_version(line: StandardLine, number: int, said: Wording, doing: Doing) -> None:
    StandardLineVersion.objects.create(
        line=line,
        number=number,
        by=doing.by.key,
        at=doing.at,
        citation=said.citation,
        text=said.text,
        expires_on=said.expires_on,
    )


def _digest(said: Wording) -> str:
    words = json.dumps([said.citation, said.text, str(said.expires_on)], ensure_ascii=False)
    return short_digest(words)


def _tell(action: str, line: StandardLine, doing: Doing, data: dict[str, object]) -> None:
    told = {**data, "citation": line.citation, "expires_on": str(line.expires_on)}
    record(action, subject=f"line {line.slug}", by=doing.by.key, at=doing.at, data=told)
