"""Words that people wrote in the survey, or that a report quotes: those that wait, one of them, and those shown."""

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from answerable.domain.assurance.quotations import FoundWords, found_words
from answerable.domain.assurance.surveys import unreviewed_until
from answerable.domain.disclosure_log.identifying import Known, names_known
from answerable.queries.accounts.naming import person_names
from answerable.queries.casework.answered import names_of_the_office
from answerable.records.standards.models import Quotation


@dataclass(frozen=True, slots=True)
class QuotationRow:
    """Words that wait for a review, without what they say. Those of the survey are kept until a day."""

    ident: str
    month: dt.date
    language: str
    is_of_report: bool
    length: int
    kept_until: dt.date | None


@dataclass(frozen=True, slots=True)
class QuotationPage:
    """Words as whoever reviews them sees them; `written` is how they came, until they are decided.

    `confirmed` is, by the key of what was found, why it is nobody.
    """

    ident: str
    month: dt.date
    language: str
    is_of_report: bool
    state: str
    written: str
    words: str
    is_public: bool
    reason: str
    confirmed: Mapping[str, str]
    settled_by: str
    settled_at: dt.datetime | None
    kept_until: dt.date | None

    @property
    def is_waiting(self) -> bool:
        """Return whether nobody has decided about them."""
        return self.state == Quotation.State.WAITING

    @property
    def is_shown(self) -> bool:
        """Return whether they are shown."""
        return self.state == Quotation.State.APPROVED


@dataclass(frozen=True, slots=True)
class ShownWords:
    """Words that staff may read, after they were looked through."""

    ident: str
    month: dt.date
    language: str
    is_of_report: bool
    words: str
    is_public: bool


def waiting_quotations() -> tuple[QuotationRow, ...]:
    """Return the words that nobody has looked through, by month; within one by a key that was drawn at random."""
    found = Quotation.objects.filter(state=Quotation.State.WAITING).order_by("month", "pk")
    return tuple(
        QuotationRow(
            str(one.pk), one.month, one.language, _is_of_report(one), len(one.words), _until(one)
        )
        for one in found
    )


def shown_quotations() -> tuple[ShownWords, ...]:
    """Return the words that staff may read, the latest months first."""
    found = Quotation.objects.filter(state=Quotation.State.APPROVED).order_by("-month", "pk")
    return tuple(
        ShownWords(
            str(one.pk), one.month, one.language, _is_of_report(one), one.words, one.is_public
        )
        for one in found
    )


def words_decided_since(at: dt.datetime) -> bool:
    """Return whether words were taken back or kept out after a moment: what was made before may have them in it."""
    found = Quotation.objects.exclude(state=Quotation.State.APPROVED)
    return found.filter(settled_at__gt=at).exists()


def quotation(ident: str) -> QuotationPage | None:
    """Return words by their key, None if there are none."""
    try:
        one = Quotation.objects.filter(pk=uuid.UUID(ident)).first()
    except ValueError:
        return None
    if one is None:
        return None
    return QuotationPage(
        ident=str(one.pk),
        month=one.month,
        language=one.language,
        is_of_report=_is_of_report(one),
        state=one.state,
        written=one.written,
        words=one.words,
        is_public=one.is_public,
        reason=one.reason,
        confirmed=one.confirmed,
        settled_by=person_names([one.settled_by]).get(one.settled_by, one.settled_by),
        settled_at=one.settled_at,
        kept_until=_until(one),
    )


def found_in(words: str) -> tuple[FoundWords, ...]:
    """Return the personal data in words, with the people of the office and those whom it asks looked for by name."""
    return found_words(words, names_known(Known(names_of_the_office())))


def _is_of_report(one: Quotation) -> bool:
    return one.source == Quotation.Source.REPORT


def _until(one: Quotation) -> dt.date | None:
    return None if _is_of_report(one) else unreviewed_until(one.month)
