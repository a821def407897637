"""`answerable measure --profile`: a result under a profile, printed once it was assessed."""

import json
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from answerable.cli.printing import harmless
from answerable.domain.measures.results import Result
from answerable.domain.suppression.controlling import CannotProtect
from answerable.domain.suppression.profiles import Profile, ProfileRefused, profile_named
from answerable.domain.suppression.released_data import assessment_of
from answerable.domain.suppression.withholding import (
    PROVISION,
    QUESTIONS,
    NotAssessed,
    check_assessed,
)

if TYPE_CHECKING:
    from answerable.measuring.protecting import Asking


class ProtectionRefused(ValueError):
    """A profile or an assessment cannot be read; the message says what to write."""


def profile_given(name: str | None, own: str) -> Profile:
    """Return the profile that was asked for, or else the measure's own.

    :raises ProtectionRefused: if there is none of this name.
    """
    try:
        return profile_named(name or own)
    except ProfileRefused as problem:
        raise ProtectionRefused(str(problem)) from problem


def result_under(
    asking: "Asking", profile: Profile, assessed: Path | None, *, as_json: bool
) -> Result | None:
    """Return a measure's result under a profile; None, with the reason printed, if it may not leave yet.

    :raises CannotCompute: if the rows cannot be counted.
    :raises ProtectionRefused: if the assessment cannot be read.
    """
    from answerable.measuring.protecting import measured_under  # noqa: PLC0415 it loads DuckDB

    try:
        found = measured_under(asking, profile)
    except CannotProtect as refusal:
        _refused(str(refusal), as_json=as_json)
        return None
    if not found.changed:
        return found.result
    try:
        assessment = assessment_of(_toml(assessed)) if assessed else None
        check_assessed(assessment, found.changed)
    except NotAssessed as refusal:
        open_questions = [] if assessed else list(QUESTIONS.values())
        _refused(str(refusal), *open_questions, as_json=as_json)
        return None
    print(
        f"{len(found.changed)} of the figures are not given as they were computed: the answer refuses those under"
        f" section {PROVISION}, and says so",
        file=sys.stderr,
    )
    return found.result


def _toml(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as problem:
        raise ProtectionRefused(f"{path.name} cannot be read: {problem.strerror}") from problem
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise ProtectionRefused(f"{path.name} is no TOML: {problem}") from problem


def _refused(*reasons: str, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"releasable": False, "reasons": reasons}, ensure_ascii=False, indent=1))
    else:
        print(harmless("\n".join(("It may not leave yet.", *reasons))))
