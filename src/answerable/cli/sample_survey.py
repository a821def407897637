"""A survey for the demo: months of invented answers, closed to counts, and invented words, some of them looked through."""

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from answerable.actions.casework import Doing

_Scores = tuple[int, int, int]
_MONTHS_BEFORE = 3
"""The links of a month so long ago have ended, on whatever day it is."""
_GOOD, _FAIR, _POOR = (5, 5, 5), (4, 3, 4), (3, 2, 2)
_MONTHS: tuple[tuple[int, tuple[_Scores, ...]], ...] = (
    (24, (_GOOD, _FAIR, _FAIR, _POOR, _POOR, _GOOD, _FAIR, _POOR)),
    (21, (_GOOD, _GOOD, _FAIR, _POOR, _FAIR, _GOOD)),
    (9, (_FAIR, _POOR, _GOOD)),
    (11, (_GOOD, _GOOD, _FAIR, _FAIR)),
    (26, (_GOOD, _GOOD, _FAIR, _FAIR, _POOR, _GOOD, _GOOD, _FAIR, _GOOD)),
    (22, (_GOOD, _FAIR, _FAIR, _GOOD, _FAIR, _GOOD, _GOOD)),
    (8, (_GOOD, _POOR)),
)
"""Of each month, the earliest first, how many were invited and what those scored who answered."""
_WORDS: dict[int, tuple[tuple[str, str], ...]] = {
    0: (("en", "The answer came a day early, and the table opened in my spreadsheet at once."),),
    1: (("cy", "Ateb clir, ac yn fy iaith fy hun. Diolch."),),
    4: (
        ("en", "I had to read the part about exemptions twice."),
        ("en", "Orla Penhallow rang me to ask what I meant, which saved weeks."),
    ),
    5: (("en", "Please say at the top whether you hold it or not."),),
}
"""What somebody wrote, by the place of its month, with its language. The last month's waits."""
_LAST = 5
_NAMED = "Orla Penhallow rang me"
_UNNAMED = "Somebody rang me"
_FOR_STAFF = "I had to read"


def answer_surveys(doing: "Doing") -> None:
    """Let people answer, close the months, look through some words, publish the results, and promise content."""
    from answerable.actions.standards.publishing_survey import (  # noqa: PLC0415 Django is loaded only now
        publish_survey,
    )
    from answerable.actions.standards.surveys import close_survey_months  # noqa: PLC0415

    months = _months(doing.on)
    for place, month in enumerate(months):
        invited, scores = _MONTHS[place]
        _answer(month, invited, scores, _WORDS.get(place, ()))
    close_survey_months(at=doing.at, on=doing.on)
    _look_through(months[_LAST], doing)
    publish_survey(reason="The survey is made up for this demo", doing=doing)
    _promise(months[0], doing)
    print(
        "a survey with its months, some words looked through, published at /satisfaction/",
        flush=True,
    )


def _months(today: dt.date) -> list[dt.date]:
    from answerable.domain.assurance.promises import month_of, months_on  # noqa: PLC0415 as above

    last = months_on(month_of(today), -_MONTHS_BEFORE)
    return [months_on(last, place + 1 - len(_MONTHS)) for place in range(len(_MONTHS))]


def _answer(
    month: dt.date, invited: int, scores: tuple[_Scores, ...], words: tuple[tuple[str, str], ...]
) -> None:
    from answerable.actions.standards.surveys import (  # noqa: PLC0415 as above
        GivenAnswer,
        answer_survey,
        invite,
        new_token,
    )
    from answerable.domain.assurance.surveys import QUESTIONS  # noqa: PLC0415

    tokens = [new_token(month) for _ in range(invited)]
    for token in tokens:
        invite(token)
    for place, given in enumerate(scores):
        language, text = words[place] if place < len(words) else ("en", "")
        answer = GivenAnswer(language, dict(zip(QUESTIONS, given, strict=True)), text)
        answer_survey(tokens[place], answer, on=month)


def _look_through(last: dt.date, doing: "Doing") -> None:
    """Let words be shown, one of them without a name and one to staff only; those of the last month wait."""
    from answerable.actions.standards.reviewing_words import (  # noqa: PLC0415 as above
        ToShow,
        show_words,
    )
    from answerable.queries.standards.quotations import (  # noqa: PLC0415
        quotation,
        waiting_quotations,
    )

    for row in waiting_quotations():
        page = quotation(row.ident)
        if page is None or page.is_of_report or page.month == last:
            continue
        words = page.words.replace(_NAMED, _UNNAMED)
        is_public = not words.startswith(_FOR_STAFF)
        show_words(row.ident, ToShow(words, is_public=is_public), doing=doing)


def _promise(first: dt.date, doing: "Doing") -> None:
    from answerable.actions.standards.months import record_due_months  # noqa: PLC0415 as above
    from answerable.actions.standards.promises import (  # noqa: PLC0415
        Promise,
        make_standard,
        tie_elements,
    )
    from answerable.domain.assurance.promises import Aim  # noqa: PLC0415

    promise = Promise(
        name="Content with the service",
        name_cy="Bodlonrwydd â'r gwasanaeth",
        promise="You are content with how we deal with your request.",
        promise_cy="Rydych yn fodlon ar y ffordd rydym yn ymdrin â'ch cais.",
        team="",
        source="satisfied",
        aim=Aim.AT_LEAST,
        target=80_000,
        from_month=first,
    )
    slug = make_standard(promise, doing=doing)
    tie_elements(slug, "cse", ["1.3.2", "1.3.5"], doing=doing)
    record_due_months(doing=doing)
