"""Labels of questions: how a number is printed in a style, and what the path of it is."""

import re

_MARK = re.compile(r"1|\b[Aai]\b|•")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_AUTOMATIC = {"1.": "decimal", "a.": "lowerLetter", "i.": "lowerRoman", "•": "bullet"}


def printed(style, path):
    """Return the label of a path: style ("1.", "(a)") and path (2, 3) give "(c)"."""
    form = style[len(path) - 1]
    if form == "1.1":
        return ".".join(map(str, path))
    return _MARK.sub(lambda mark: _counted(mark[0], path[-1]), form)


def identity(style, path):
    """Return the path as the truth names it: "2.c"."""
    return ".".join(_part(style[level], number) for level, number in enumerate(path))


def mark_of(form):
    """Return the letter that stands for the number in a form: "1" of "Question 1"."""
    return _MARK.search(form)[0]


def automatic(form):
    """Return the name of a form that Word and browsers number by themselves, or None."""
    return _AUTOMATIC.get(form)


def _part(form, number):
    if form == "1.1":
        return str(number)
    mark = _MARK.search(form)
    if mark is None:
        return _counted("a", number)
    return str(number) if mark[0] == "•" else _counted(mark[0], number).lower()


def _counted(mark, number):
    if mark == "1":
        return str(number)
    if mark == "i":
        return _ROMAN[number - 1]
    if mark == "•":
        return mark
    letter = chr(ord("a") + number - 1)
    return letter.upper() if mark == "A" else letter
