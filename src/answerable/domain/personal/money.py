"""Bank accounts and payment cards."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.domain.personal.checks import iban_length, is_iban, is_luhn
from answerable.domain.personal.kinds import Certainty, PersonalFinding, PersonalKind
from answerable.domain.personal.rules import Rule

_SORT = re.compile(
    r"\b(?:sort ?-?code|s/c|cod didoli)\b\D{0,15}(?P<it>\d\d[ -]?\d\d[ -]?\d\d)\b", re.IGNORECASE
)
_ACCOUNT = re.compile(
    r"\b(?:account|a/c|acc(?:oun)?t?)\.? ?(?:number|no\.?|num\.?|#)?\D{0,10}(?P<it>\d{8})\b"
    r"|\brhif (?:y |fy )?(?:cyfrif|nghyfrif)\D{0,10}(?P<welsh>\d{8})\b",
    re.IGNORECASE,
)
_PAIR = re.compile(r"(?<![\w/.-])\d\d-\d\d-\d\d[ ,/;|]{1,3}\d{8}(?![\w/-])")
_CARD = re.compile(
    r"(?<![\w/.£-])(?:[2-6]\d{3}(?P<gap>[ -]?)(?:\d{4}(?P=gap)){2}\d{4}|3[47]\d{2}[ -]?\d{6}[ -]?\d{5})(?![\w/-])"
)
_CARD_SAID = re.compile(
    r"\b(?:card|visa|mastercard|amex)\b(?: ?(?:number|no\.?|details|ending in full))?\D{0,12}(?P<it>\d{4}(?:[ -]?\d{4}){3})(?!\d)",
    re.IGNORECASE,
)
_IBAN = re.compile(r"(?<![A-Za-z0-9])(?=[A-Z]{2}\d\d ?[A-Z0-9])[A-Z0-9 -]{15,48}", re.ASCII)


def _is_card(match: re.Match[str]) -> bool:
    return is_luhn(match[0])


@dataclass(frozen=True, slots=True)
class InternationalAccounts:
    """What finds international account numbers, by their country's length and their check (modulus 97)."""

    kind: PersonalKind = PersonalKind.BANK
    certainty: Certainty = Certainty.CERTAIN

    def findings(self, text: str) -> Iterator[PersonalFinding]:
        """Yield the account numbers of a text, in its order."""
        for match in _IBAN.finditer(text):
            end = _end(match[0])
            if end:
                why = "its check digits are those of an account number"
                yield PersonalFinding(
                    self.kind, match.start(), match.start() + end, self.certainty, why
                )


def _end(spaced: str) -> int:
    """Return after how many characters an account number ends, or 0 if there is none."""
    wanted, compact = iban_length(spaced[:2]), ""
    for place, sign in enumerate(spaced, start=1):
        compact += "" if sign in " -" else sign
        if wanted and len(compact) == wanted:
            return place if is_iban(compact) else 0
    return 0


_C = Certainty.CERTAIN
MONEY = (
    Rule(PersonalKind.CARD, _C, "its last figure checks a card number", _CARD, _is_card),
    Rule(PersonalKind.CARD, Certainty.LIKELY, "it is called a card number", _CARD_SAID),
    InternationalAccounts(),
    Rule(PersonalKind.BANK, _C, "it is called a sort code", _SORT),
    Rule(PersonalKind.BANK, _C, "it is called an account number", _ACCOUNT),
    Rule(PersonalKind.BANK, _C, "a sort code and an account number stand together", _PAIR),
)
