"""What leads to people through what they use: vehicles, telephones, computers, and where those are."""

import ipaddress
import re

from answerable.domain.personal.checks import is_luhn
from answerable.domain.personal.kinds import Certainty, PersonalKind
from answerable.domain.personal.rules import Rule, matched, stands_before

_VEHICLES = re.compile(
    r"\b(?:reg(?:istration|istered|[’']?d)?s?|VRMs?|VRNs?|index|number ?-?plates?|plates?|vehicles?|cars?|vans?|taxis?|cabs?"
    r"|driv(?:ing|er|en|es|ove)|drove|keepers?|motor(?:cycle|bike|ist)?s?|lorry|truck|estate|saloon|hatchback|coach|bus"
    r"|ford|vauxhall|bmw|audi|toyota|nissan|parked|towed|clamped|cerbyd|car)\b",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"(?<![\w/£-])(?P<it>[A-HJ-PR-Y][A-HJ-PR-Y](?P<year>0[1-9]|[1-7]\d) ?[A-HJ-PR-Z]{3})(?![\w/-])"
)
# Beside words about vehicles no letter is too rare.
_NOW_ANY = re.compile(r"(?<![\w/£-])[A-Z]{2}(?P<year>0[1-9]|[1-7]\d) ?[A-Z]{3}(?![\w/-])")
_OLD = re.compile(
    r"(?<![\w/£-])(?:[A-HJ-NPR-TV-Y]\d{1,3} ?[A-HJ-PR-Y][A-Z][A-Z]|[A-Z]{3} ?\d{1,3}[A-HJ-NPR-TV-Y])(?![\w/-])"
)
_DATELESS = re.compile(r"(?<![\w/£-])(?:[A-Z]{1,3} ?\d{1,4}|\d{1,4} ?[A-Z]{1,3})(?![\w/-])")
_CALLED = re.compile(
    r"\b(?:reg(?:istration)?\.?(?: ?(?:number|no|mark|plate)s?)?|VRMs?|VRNs?|index(?: (?:number|no|mark))?|number plates?)"
    r"\b[^\n]{0,25}$",
    re.IGNORECASE,
)
_WORDS = frozenset(
    "THE AND FOR NOT ARE WAS HAS ALL ANY BUT HAD ITS NEW OLD OUR OUT SEE TWO USE WHO YES FOI ACT".split()
)
_LAST_YEAR, _SECOND_HALF, _LAST_SECOND = 27, 51, 77


def _is_now(match: re.Match[str]) -> bool:
    year = int(match["year"])
    return (year <= _LAST_YEAR or _SECOND_HALF <= year <= _LAST_SECOND) and match[0][
        -3:
    ] not in _WORDS


def _is_now_said(match: re.Match[str]) -> bool:
    return _is_now(match) and stands_before(_VEHICLES, match)


def _is_old(match: re.Match[str]) -> bool:
    return not _WORDS & {match[0][-3:], match[0][:3]} and stands_before(_VEHICLES, match)


_ROAD = re.compile(r"[ABM]\d{1,4}")


def _is_called(match: re.Match[str]) -> bool:
    is_road = _ROAD.fullmatch(match[0]) and match.string.endswith(
        "the ", max(0, match.start() - 4), match.start()
    )
    return not is_road and stands_before(_CALLED, match, reach=50)


_IMEI = re.compile(r"(?<![\w/.£-])\d{2}[ -]?\d{6}[ -]?\d{6}[ -]?\d(?![\w/-])")
_TELEPHONES = re.compile(
    r"\b(?:IMEIs?|handsets?|devices?|(?:tele)?phones?|mobiles?|iphones?|tablets?|SIM)\b",
    re.IGNORECASE,
)
_MAC = re.compile(
    r"(?<![\w:-])[0-9A-Fa-f]{2}(?P<gap>[:-])(?:[0-9A-Fa-f]{2}(?P=gap)){4}[0-9A-Fa-f]{2}(?![\w:-])"
)


def _is_imei(match: re.Match[str]) -> bool:
    return is_luhn(match[0])


def _is_imei_said(match: re.Match[str]) -> bool:
    return is_luhn(match[0]) and stands_before(_TELEPHONES, match)


_IP4 = re.compile(r"(?<![\w.-])\d{1,3}(?:\.\d{1,3}){3}(?!\.\d|\w)")
_IP6 = re.compile(
    r"(?<![\w:.])[0-9A-Fa-f]{2,4}:(?:[0-9A-Fa-f]{0,4}:){1,6}[0-9A-Fa-f]{1,4}(?![\w:])"
)
_VERSIONS = re.compile(
    r"\b(?:versions?|v|ver|release|build|firmware|driver|section|paragraphs?|para|clause|chapter|part|annex|table|figure"
    r"|appendix|rule|regulation|article)\.? ?$",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"\b(?:IPs?|address(?:es)?|from|hosts?|login|user|client|server|addr|src|leased)\b",
    re.IGNORECASE,
)
_NOBODYS = (0, 127, 255)
_LOW = 30
_MOST = 255


def _is_ip4(match: re.Match[str]) -> bool:
    parts = [int(one) for one in match[0].split(".")]
    if max(parts) > _MOST or parts[0] in _NOBODYS or stands_before(_VERSIONS, match):
        return False
    # Numbers of headings and versions are low: "4.2.10.1".
    return max(parts) > _LOW or stands_before(_ADDRESSED, match)


def _is_ip6(match: re.Match[str]) -> bool:
    try:
        ipaddress.IPv6Address(match[0])
    except ValueError:
        return False
    return True


_PAIR = re.compile(
    r"(?<![\w.])[+-]?(?P<north>\d{1,2}\.\d{4,15})(?: ?° ?)?(?: ?[NS])?(?:, ?|; ?| |\t)[+-]?(?P<east>\d{1,3}\.\d{4,15})(?: ?° ?)?(?: ?[EW]\b)?"
)
_ONE = re.compile(
    r"\b(?:lat(?:itude)?|lon(?:g(?:itude)?)?|lng)\b[ :=]{0,3}(?P<it>[+-]?\d{1,3}\.\d{4,15})",
    re.IGNORECASE,
)
_MINUTES = re.compile(
    r"(?<!\w)\d{1,2}° ?\d{1,2}[\u2032'’] ?\d{1,2}(?:\.\d{1,6})?[″\"”] ?[NS],? ?\d{1,3}° ?\d{1,2}[\u2032'’] ?\d{1,2}(?:\.\d{1,6})?[″\"”] ?[EW]"
)
_GRID = re.compile(r"(?<![\w/-])[HJNOST][A-HJ-Z] ?(?:\d{5} ?\d{5}|\d{4} ?\d{4})(?![\w/-])")
_EASTING = re.compile(r"\b(?:east|north)ings?\b[ :=]{0,3}(?P<it>\d{6})(?:\.\d+)?\b", re.IGNORECASE)
_THREE_WORDS = re.compile(r"(?<!\w)///[a-z]{3,20}\.[a-z]{3,20}\.[a-z]{3,20}\b")
_GRIDDED = re.compile(r"\b(?:grid|NGR|map|OS|location|reference|coordinates?|at)\b", re.IGNORECASE)


def _is_on_earth(match: re.Match[str]) -> bool:
    return float(match["north"]) <= 90 and float(match["east"]) <= 180  # noqa: PLR2004 degrees


def _is_grid(match: re.Match[str]) -> bool:
    return stands_before(_GRIDDED, match) or " " in matched(match)


_C, _L, _P = Certainty.CERTAIN, Certainty.LIKELY, Certainty.POSSIBLE
_K = PersonalKind
MACHINES = (
    Rule(
        _K.DEVICE,
        _C,
        "its check digit is that of a telephone, and it is called one",
        _IMEI,
        _is_imei_said,
    ),
    Rule(_K.DEVICE, _L, "its check digit is that of a telephone", _IMEI, _is_imei),
    Rule(_K.DEVICE, _C, "it has the form of a computer’s own address", _MAC),
    Rule(
        _K.VEHICLE,
        _C,
        "it has the form of a registration, and words beside it speak of a vehicle",
        _NOW_ANY,
        _is_now_said,
    ),
    Rule(_K.VEHICLE, _L, "it has the form of a registration", _NOW, _is_now),
    Rule(
        _K.VEHICLE,
        _L,
        "it has the form of an older registration, and words beside it speak of a vehicle",
        _OLD,
        _is_old,
    ),
    Rule(_K.VEHICLE, _L, "it is called a registration", _DATELESS, _is_called),
    Rule(_K.IP, _L, "it has the form of an internet address", _IP4, _is_ip4),
    Rule(_K.IP, _L, "it has the form of an internet address", _IP6, _is_ip6),
    Rule(_K.COORDINATES, _C, "they point at a place within some metres", _PAIR, _is_on_earth),
    Rule(_K.COORDINATES, _C, "they point at a place within some metres", _ONE),
    Rule(_K.COORDINATES, _C, "they point at a place within some metres", _MINUTES),
    Rule(_K.COORDINATES, _L, "it has the form of a grid reference", _GRID, _is_grid),
    Rule(_K.COORDINATES, _L, "it is called an easting or a northing", _EASTING),
    Rule(_K.COORDINATES, _L, "three words name a square of three metres", _THREE_WORDS),
)
