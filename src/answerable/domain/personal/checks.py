"""Check digits and structures of numbers: what tells somebody's number from any other."""

_NHS_WEIGHTS = range(10, 1, -1)
_ELEVEN = 11
_POLICE_LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY"
_IBAN_LENGTHS = dict(
    part.split(":")
    for part in (
        "AD:24 AE:23 AL:28 AT:20 AZ:28 BA:20 BE:16 BG:22 BH:22 BR:29 BY:28 CH:21 CY:28 CZ:24 DE:22 DK:18 EE:20 EG:29 "
        "ES:24 FI:18 FO:18 FR:27 GB:22 GE:22 GI:23 GL:18 GR:27 HR:21 HU:28 IE:22 IL:23 IQ:23 IS:26 IT:27 JO:30 KW:30 "
        "KZ:20 LB:28 LI:21 LT:20 LU:20 LV:21 MC:27 MD:24 ME:22 MK:19 MR:27 MT:31 MU:30 NL:18 NO:15 PK:24 PL:28 PS:29 "
        "PT:25 QA:29 RO:24 RS:22 SA:24 SE:24 SI:19 SK:24 SM:27 TN:24 TR:26 UA:29 VA:22 XK:20"
    ).split()
)
_NINETY_SEVEN = 97
_FEMALE = 50
_MONTHS, _DAYS = 12, 31


def figures(text: str) -> str:
    """Return the figures of a text, without what stands between them."""
    return "".join(sign for sign in text if sign in "0123456789")


def is_nhs_number(text: str) -> bool:
    """Return whether the last of ten figures checks the others, as in an NHS number (modulus 11)."""
    *digits, last = map(int, figures(text)[-10:])
    check = _ELEVEN - sum(map(int.__mul__, _NHS_WEIGHTS, digits)) % _ELEVEN
    return len(digits) == len(_NHS_WEIGHTS) and check % _ELEVEN == last and check != _ELEVEN - 1


def is_luhn(text: str) -> bool:
    """Return whether the last figure is the check of the others, as on payment cards and telephones (Luhn)."""
    doubled = [
        one if place % 2 == 0 else one * 2 - 9 * (one > 4)  # noqa: PLR2004 two digits are added up
        for place, one in enumerate(map(int, reversed(figures(text))))
    ]
    return bool(doubled) and sum(doubled) % 10 == 0 and sum(doubled) > 0


def iban_length(country: str) -> int:
    """Return of how many letters and figures an account number of a country is made, or 0 for none."""
    return int(_IBAN_LENGTHS.get(country, 0))


def is_iban(compact: str) -> bool:
    """Return whether an international account number is as long as its country says, and its check is right."""
    if len(compact) != iban_length(compact[:2]) or not compact.isascii():
        return False
    turned = compact[4:] + compact[:4]
    return int("".join(str(int(sign, 36)) for sign in turned)) % _NINETY_SEVEN == 1


def is_police_number(*, year: str, serial: str, letter: str) -> bool:
    """Return whether the letter at the end of a PNC or CRO number checks its year and its serial number."""
    number = int(f"{year[-2:]}{serial.zfill(7)}")
    short = int(f"{year[-2:]}{serial.zfill(6)}")
    letters = {_POLICE_LETTERS[one % len(_POLICE_LETTERS)] for one in (number, short)}
    return letter.upper() in letters


def is_driver_number(compact: str) -> bool:
    """Return whether a driving licence number holds a surname and a date of birth in their places.

    "QUILL803142J93KL": five letters of the surname, the decade of birth, the month (50 more for a woman), the day,
    the year, two initials; nines fill the gaps.
    """
    name, digits = compact[:5], compact[5:11]
    if not name[0].isalpha() or name.rstrip("9").find("9") >= 0:
        return False
    month, day = int(digits[1:3]), int(digits[3:5])
    return 1 <= month % _FEMALE <= _MONTHS and month <= _FEMALE + _MONTHS and 1 <= day <= _DAYS
