"""`answerable match` and `answerable contradictions`: earlier answers to a question, and those that disagree."""

import argparse
import datetime as dt
import json
import os
import sys
import textwrap
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

from answerable.cli.file_precedents import InFiles
from answerable.cli.site import SiteNotReady
from answerable.cli.site_precedents import OnSite
from answerable.cli.whole_request import match_request, request_in
from answerable.domain.clock.events import ClockRefused
from answerable.domain.clock.written import day_of
from answerable.domain.precedent.office import OfficeWords, words_from_file
from answerable.domain.precedent.teaching import WordsRefused
from answerable.matching.model_folder import model_folder
from answerable.matching.precedents import ByModel, Filed, Pair, Precedent

_MOST = 10


class NotForASite(Exception):
    """Something is given that only counts for files."""


class ModelNotUsable(Exception):
    """A model of paraphrase is named that cannot be used."""


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands `match` and `contradictions`."""
    match = commands.add_parser("match", help="find earlier answers to a question")
    match.add_argument(
        "question",
        nargs="?",
        metavar="QUESTION",
        help="in its own words; - reads it from standard input",
    )
    match.add_argument(
        "--request",
        type=Path,
        metavar="FILE",
        help="instead of a question a whole request: in which earlier ones how many of its questions stand",
    )
    _add_files(match)
    match.add_argument(
        "--top", type=int, default=_MOST, metavar="N", help="so many at most (default: 10)"
    )
    match.add_argument(
        "--asked-on", metavar="DATE", help="the day of the question (default: today)"
    )
    match.set_defaults(run=match_question)
    contradictions = commands.add_parser(
        "contradictions",
        help="find answers to one question that disagree",
        epilog="Ends with 0 when there are none, with 1 when there are, and with 2 when a file could not be read.",
    )
    _add_files(contradictions)
    contradictions.set_defaults(run=find_contradictions)


def _add_files(command: argparse.ArgumentParser) -> None:
    where = command.add_mutually_exclusive_group(required=True)
    where.add_argument(
        "--in",
        dest="files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="logs and letters, or folders with such",
    )
    where.add_argument("--db", action="store_true", help="what the site has published")
    command.add_argument(
        "--model",
        metavar="FOLDER",
        help="with --in, a model of paraphrase, or none (default: ANSWERABLE_PARAPHRASE, else the one that is installed, if any)",
    )
    command.add_argument(
        "--words",
        type=_words_in,
        metavar="FILE.toml",
        help="with --in, an office's own words, as a site gives them out",
    )
    command.add_argument("--json", action="store_true", help="print one JSON document")


def match_question(given: argparse.Namespace) -> int:
    """Print the earlier questions that are most like one, or the earlier requests; end with 1 if there is none."""
    if (given.question is None) is (given.request is None):
        print("Give a question, or a whole request with --request FILE", file=sys.stderr)
        return 2
    try:
        asked_on = day_of(given.asked_on) if given.asked_on else _today()
        asking = request_in(given.request) if given.request else None
        if given.request and asking is None:
            return 2
        on_file = _on_file(given, asked_on)
        if asking:
            top = max(1, given.top)
            found_none = match_request(asking, on_file, asked_on, top=top, as_json=given.json)
            return on_file.failed or found_none
        return _matched(on_file, asked_on, given)
    except (ClockRefused, ModelNotUsable, NotForASite, SiteNotReady) as problem:
        print(problem, file=sys.stderr)
        return 2


def _matched(on_file: InFiles | OnSite, asked_on: dt.date, given: argparse.Namespace) -> int:
    text = sys.stdin.read() if given.question == "-" else given.question
    if not on_file.can_compare(text, asked_on):
        print(
            "The question does not say what it is about: give it in its own words", file=sys.stderr
        )
        return 2
    if _has_nothing(on_file):
        return 2
    found = on_file.like(text, asked_on, most=max(1, given.top))
    if given.json:
        print(json.dumps([_precedent_as_json(one) for one in found], ensure_ascii=False, indent=1))
    else:
        print("\n\n".join(map(_precedent_lines, found)) or "Nothing on file is like this question")
    return on_file.failed or int(not found)


def find_contradictions(given: argparse.Namespace) -> int:
    """Print the pairs of answers that contradict each other; end with 1 if there are some."""
    try:
        on_file = _on_file(given, _today())
        if _has_nothing(on_file):
            return 2
        count = _printed(on_file.contradictions(), is_json=given.json)
    except (ModelNotUsable, NotForASite, SiteNotReady) as problem:
        print(problem, file=sys.stderr)
        return 2
    return on_file.failed or int(bool(count))


def _has_nothing(on_file: InFiles | OnSite) -> bool:
    """Return whether no question was read, and say so: "nothing is like it" would be no answer then."""
    if on_file.is_empty:
        print("No question was read: there is nothing to compare with", file=sys.stderr)
    return on_file.is_empty


def _on_file(given: argparse.Namespace, today: dt.date) -> InFiles | OnSite:
    """Return what earlier questions are looked for in.

    :raises NotForASite: if a site is to use other words than its own, or a model.
    :raises ModelNotUsable: if a model cannot be used.
    """
    if not given.db:
        named = os.environ.get("ANSWERABLE_PARAPHRASE", "") if given.model is None else given.model
        return InFiles(given.files, today, given.words or OfficeWords(), _model(named))
    if given.words is not None:
        message = "--words goes with --in: a site has its own, which its pages for words change"
        raise NotForASite(message)
    if given.model is not None:
        message = "--model goes with --in: ANSWERABLE_PARAPHRASE names that of a site"
        raise NotForASite(message)
    return OnSite()


def _printed(pairs: Iterable[Pair], *, is_json: bool) -> int:
    """Print each pair once it is found, for there may be very many; return how many there are."""
    count = 0
    for count, pair in enumerate(pairs, start=1):
        if is_json:
            said = json.dumps(_pair_as_json(pair), ensure_ascii=False, indent=1)
            print("," if count > 1 else "[", said, sep="\n")
        else:
            print("" if count == 1 else "\n", _pair_lines(pair), sep="")
    if is_json:
        print("]" if count else "[]")
    elif not count:
        print("No two answers contradict each other")
    return count


def _today() -> dt.date:
    return dt.datetime.now(dt.UTC).date()


def _model(named: str) -> tuple[ByModel, ...]:
    """Return the model of paraphrase, if one is to be used.

    :raises ModelNotUsable: if it cannot be.
    """
    folder = model_folder(named)
    if folder is None:
        return ()
    # Where no model is, nothing waits for numpy.
    from answerable.matching.nearness import NearQuestions  # noqa: PLC0415 as above
    from answerable.matching.pair_model import taught  # noqa: PLC0415 as above
    from answerable.matching.paraphrase import (  # noqa: PLC0415 as above
        ModelNotReadable,
        identity_of,
        model_in,
    )

    try:
        model = model_in(folder)
        return (partial(NearQuestions, model, both=taught(model, identity_of(folder))),)
    except ModelNotReadable as problem:
        raise ModelNotUsable(str(problem)) from problem


def _words_in(name: str) -> OfficeWords:
    """Return the words in a file.

    :raises ArgumentTypeError: if it cannot be read, or is no file of words.
    """
    try:
        return words_from_file(Path(name).read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError) as problem:
        message = f"{name} cannot be read as text: {problem.__class__.__name__}"
        raise argparse.ArgumentTypeError(message) from problem
    except WordsRefused as refusal:
        message = f"{name}: {refusal}"
        raise argparse.ArgumentTypeError(message) from refusal


def _precedent_as_json(found: Precedent) -> dict[str, Any]:
    how = found.related
    return {
        **_filed_as_json(found.filed),
        "score": round(how.score, 2),
        "relation": str(how.relation),
        "differs": [
            {"what": one.what, "asked": one.asked, "earlier": one.earlier} for one in how.differs
        ],
        "why": found.why,
    }


def _filed_as_json(filed: Filed) -> dict[str, Any]:
    return {
        "ref": filed.reference,
        "label": filed.label,
        "body": filed.body,
        "theirs": filed.is_theirs,
        "text": filed.text,
        "outcomes": list(filed.outcomes),
        "exemptions": list(filed.exemptions),
        "answer": filed.answer or None,
        "source": filed.source,
    }


def _pair_as_json(pair: Pair) -> dict[str, Any]:
    return {
        "kind": str(pair.contradiction.kind),
        "a": _filed_as_json(pair.one),
        "b": _filed_as_json(pair.other),
        "why": pair.contradiction.why,
        "is_change": pair.contradiction.is_change,
    }


def _precedent_lines(found: Precedent) -> str:
    filed, how = found.filed, found.related
    head = f"{_place(filed)} · {str(how.relation).replace('_', ' ')} · {how.score:.0%}"
    lines = [head, f"  {_short(filed.text)}", f"  {found.why}"]
    decided = ", ".join([*filed.outcomes, *filed.exemptions])
    return "\n".join([*lines, f"  {decided}: {_short(filed.answer)}" if decided else ""]).rstrip()


def _pair_lines(pair: Pair) -> str:
    kind = (
        "changed answer" if pair.contradiction.is_change else f"different {pair.contradiction.kind}"
    )
    lines = [f"{_place(pair.one)} and {_place(pair.other)} · {kind}", f"  {pair.contradiction.why}"]
    return "\n".join([*lines, f"  {_short(pair.one.text)}", f"  {_short(pair.other.text)}"])


def _place(filed: Filed) -> str:
    label = f" question {filed.label}" if filed.label else ""
    whose = f"{filed.body} (theirs, kept for comparison): " if filed.is_theirs else ""
    return f"{whose}{filed.reference or filed.source}{label}"


def _short(text: str) -> str:
    return textwrap.shorten(text, 200, placeholder=" …")
