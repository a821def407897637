"""How a number of a list is printed: 4, d, D, iv, IV, 4th, 04, or not at all."""

_ROMANS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_ROMAN = 3999
_LETTERS = 26
_MOST_LETTERS = 30
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def printed(number: int, form: str) -> str:
    """Return a number in one of Word's forms; in figures where the form is none that we know."""
    if form == "none":
        return ""
    if form == "decimalZero":
        return f"{number:02d}"
    if form == "ordinal":
        return f"{number}{_ending(number)}"
    if form.lower().endswith("letter"):
        return _in_case(_letters(number), form)
    if form.lower().endswith("roman"):
        return _in_case(_roman(number), form)
    return str(number)


def _in_case(text: str, form: str) -> str:
    return text.upper() if form.startswith("upper") else text


def _letters(number: int) -> str:
    """Return a to z, then aa, bb, cc: Word repeats the letter."""
    times, place = divmod(number - 1, _LETTERS)
    if not 0 <= times < _MOST_LETTERS:
        return str(number)
    return chr(ord("a") + place) * (times + 1)


def _roman(number: int) -> str:
    if not 0 < number <= _LARGEST_ROMAN:
        return str(number)
    text = ""
    for worth, letters in _ROMANS:
        times, number = divmod(number, worth)
        text += letters * times
    return text


def _ending(number: int) -> str:
    # 11th, 12th and 13th, 111th.
    if number // 10 % 10 == 1:
        return "th"
    return _ENDINGS.get(number % 10, "th")
