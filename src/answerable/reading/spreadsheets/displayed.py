"""Numbers of Excel as a sheet displays them: days, times, sums of money, shares, leading zeros."""

import datetime as dt
import re
from dataclasses import dataclass

from answerable.reading.docx.elements import Element

_DAYS = frozenset((*range(14, 18), 22, *range(27, 37), *range(50, 59)))
_TIMES = frozenset((18, 19, 20, 21, 45, 46, 47))
_BUILT_IN = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%"}
# What stands in quotation marks, behind a stroke or in brackets is shown and no sign of the format.
_SHOWN = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]')
_NOT_SHOWN = re.compile(r"\[[^\]]*\]|[_*].")
_DIGITS = re.compile(r"[#0?][#0?,]*(?:\.[#0?]+)?%?")
_EPOCH, _EPOCH_1904 = dt.datetime(1899, 12, 30), dt.datetime(1904, 1, 1)  # noqa: DTZ001 a sheet knows no zone
_LAST_DAY = 2_958_465
_MARK = "\ufffc"
_MOST_DECIMALS = 10
_LONGEST_PLAIN = 1e15


@dataclass(frozen=True, slots=True)
class Formats:
    """The formats of one file: by a cell's style, the format's number and its code."""

    of_styles: tuple[tuple[int, str], ...]
    epoch: dt.datetime = _EPOCH

    def shown(self, value: str, style: str | None) -> str:
        """Return a number as it is displayed; what is no number as it is written."""
        try:
            number = float(value)
        except ValueError:
            return value
        at = int(style) if style and style.isdecimal() else 0
        code_id, code = self.of_styles[at] if at < len(self.of_styles) else (0, "")
        if _is_time(code_id, code) and 0 <= number < _LAST_DAY:
            return self._moment(number, code_id, code)
        return _number(number, code or _BUILT_IN.get(code_id, ""))

    def _moment(self, number: float, code_id: int, code: str) -> str:
        moment = self.epoch + dt.timedelta(seconds=round(number * 86_400))
        time = f"{moment:%H:%M}"
        letters = _plain(code).lower()
        if code_id in _TIMES or (code and not set("dy") & set(letters) and "mmm" not in letters):
            return time
        if code_id == 17 or (letters and "d" not in letters):  # noqa: PLR2004 "mmm-yy"
            return f"{moment:%B %Y}"
        day = f"{moment.day} {moment:%B %Y}"
        return day if time == "00:00" else f"{day} {time}"


def formats_of(styles: Element | None, book: Element) -> Formats:
    """Return the formats that a file's styles name."""
    says = [one.get("date1904") for one in book.iter("{*}workbookPr")]
    epoch = _EPOCH_1904 if says[:1] in (["1"], ["true"]) else _EPOCH
    if styles is None:
        return Formats((), epoch)
    codes = {one.get("numFmtId"): one.get("formatCode") or "" for one in styles.iter("{*}numFmt")}
    named = [one.get("numFmtId") or "0" for one in styles.iterfind("{*}cellXfs/{*}xf")]
    return Formats(
        tuple((int(one) if one.isdecimal() else 0, codes.get(one, "")) for one in named), epoch
    )


def _plain(code: str) -> str:
    """Return the signs of a format that stand for a part of the value, of its first section."""
    return _NOT_SHOWN.sub("", _SHOWN.sub("", code)).partition(";")[0]


def _is_time(code_id: int, code: str) -> bool:
    if not code:
        return code_id in _DAYS or code_id in _TIMES
    letters = _plain(code).lower().replace("general", "")
    return bool(set("dmyhs") & set(letters))


def _number(number: float, code: str) -> str:
    sections = code.split(";")
    is_below = number < 0 and len(sections) > 1
    section = sections[1] if is_below else sections[0]
    shown = _NOT_SHOWN.sub("", _SHOWN.sub(lambda found: _MARK * bool(found[0]), section))
    digits = _DIGITS.search(shown)
    if digits is None:
        return _general(number)
    literals = [a or b or c for a, b, c in _SHOWN.findall(section)]
    before, after = shown[: digits.start()], shown[digits.end() :]
    words = _digits(abs(number) if is_below else number, digits[0])
    text = f"{before}{words}{after}"
    for one in literals:
        text = text.replace(_MARK, one, 1)
    return text.replace(_MARK, "").strip()


def _digits(number: float, code: str) -> str:
    is_share = code.endswith("%")
    whole, _, decimals = code.rstrip("%").partition(".")
    places = min(len(decimals), _MOST_DECIMALS)
    value = number * 100 if is_share else number
    text = f"{value:,.{places}f}" if "," in whole.strip(",") else f"{value:.{places}f}"
    least = min(whole.count("0"), 30)
    sign, text = ("-", text[1:]) if text.startswith("-") else ("", text)
    head, point, tail = text.partition(".")
    return f"{sign}{head.zfill(least)}{point}{tail}{'%' if is_share else ''}"


def _general(number: float) -> str:
    if number == int(number) and abs(number) < _LONGEST_PLAIN:
        return str(int(number))
    return f"{number:.10g}"
