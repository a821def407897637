"""Lines into paragraphs: which line goes on where the one before it stopped."""

import re

from answerable.domain.questions import leading_label
from answerable.domain.questions.periods import is_period
from answerable.reading.naming import behind_names
from answerable.reading.references import is_reference
from answerable.reading.vocabulary import BACK_TO_TOP, Role, current_vocabulary, label_of

_ABBREVIATION = re.compile(r"(?:\be\.g|\bi\.e|\betc|\bno|\bapprox|\bvs|\binc)\.$", re.IGNORECASE)
_FUNCTION_WORD = re.compile(
    r"\b(?:an?|the|of|to|for|and|or|in|on|at|by|with|that|which|is|are|was|were|from|as|your|our"
    r"|their|its|this|these|be|been|has|have|if|not|per|than|into|between|under|about)$",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"(?:We|This is|No\b|Yes\b|None\b|N/A|Nil\b|Not applicable|Please (?:see|find)|The information|Our)\b"
)
_ADDRESS = re.compile(r"(?:https?://|mailto:)\S+$")
# An address, the letter that counts a question, and the subject of a letter, stand on a line of their own.
_ALONE = re.compile(rf"{_ADDRESS.pattern}|[A-J][.)]?$|(?:RE|Re|Subject|SUBJECT)\s?:\s")
_QUOTES = "\"'\u201d\u2019"
_FEWEST_WORDS = 3
_FIRST_PERSON = re.compile(
    r"(?:I|We|Thank you|Further to|Your|You|This|Please|Diolch|Cyfeiriaf|Rwy|Rydym|Ysgrifennaf) \w"
)
MAIL_MARKS = re.compile(r"(?:>\s?)+")
"""What a mail prints in front of a line that it quotes."""
_GREETING = re.compile(r"(?:Dear|Annwyl) [A-Z]")
_LONGEST_CLOSE = 30
_LONGEST_WORD = 40
# Where nearly all lines are shorter, none was wrapped.
_NARROWEST = 32
# A longer one is no paragraph: joining line to line would copy it again and again.
_LONGEST_PARAGRAPH = 5_000
_BULLET = re.compile(r"[•·▪●◦*«»+-]\s")


def typical_width(lines: list[str]) -> int:
    """Return the length that nine lines in ten keep within: where the page's lines wrap."""
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def continues(paragraph: str, *, last_line: str, line: str, width: int, is_apart: bool) -> bool:
    """Return whether a line goes on with the paragraph whose last line is given.

    `is_apart` says that blank space parts them, as it does in text with double line spacing.
    """
    quotes, quoted = quote_marks(line), quote_marks(paragraph)
    is_other = bool(quotes) != bool(quoted)
    paragraph, line = paragraph[quoted:], line[quotes:]
    is_text = 0 < len(paragraph) <= _LONGEST_PARAGRAPH and not is_other
    if not is_text or _ALONE.match(paragraph) or _begins_anew(line, below=paragraph):
        return False
    ends = _ends_sentence(paragraph)
    if _asks_on(paragraph, line) and not is_apart:
        return True
    if ends:
        return False
    if line[:1].islower() or line[:1] in "),;" or leaves_off(paragraph):
        return len(paragraph.split()) > 1 or not is_apart
    length = len(last_line.strip())
    answers = _ANSWER.match(line) and leading_label(paragraph) and length < width * 0.9
    begins = is_apart and _begins_with_number(line)
    if answers or begins or (line[:1].isupper() and _is_listed_period(paragraph)):
        return False
    # Below a line without a full stop, "I refer to …" begins a letter's paragraph.
    is_wrapped = width >= _NARROWEST and not (is_apart and _FIRST_PERSON.match(line))
    is_long = length >= width * 0.75 and (not is_apart or length >= width * 0.8)
    return is_wrapped and is_long and not (is_apart and _closes(line))


def leaves_off(paragraph: str) -> bool:
    """Return whether a paragraph ends on a word on which no sentence does: "made by the"."""
    return _FUNCTION_WORD.search(paragraph[-_LONGEST_WORD:]) is not None


def _is_listed_period(paragraph: str) -> bool:
    """Return whether a paragraph is a point of a list, and nothing but a period: "(b) April 2030 - March 2031"."""
    if not paragraph[-1:].isdigit():
        return False
    label = leading_label(paragraph)
    return label is not None and is_period(paragraph[label.end :])


def _closes(line: str) -> bool:
    """Return whether a line closes a letter, and says nothing else: "Yours faithfully,"."""
    return len(line) <= _LONGEST_CLOSE and current_vocabulary().says("letter.closed", line) is not None  # fmt: skip


def _begins_with_number(line: str) -> bool:
    """Return whether a line begins with a record's number, which is no figure: "F0069268 Flood gates"."""
    first = line.split(maxsplit=1)[0] if line.strip() else ""
    return first[:1].isalpha() and first[-1:].isdigit() and is_reference(first)


def quote_marks(line: str) -> int:
    """Return how many characters a mail's marks take up in front of a line: "> "."""
    found = MAIL_MARKS.match(line) if line[:1] == ">" else None
    return found.end() if found else 0


def goes_on_over_break(paragraph: str, text: str) -> bool:
    """Return whether a text goes on with the paragraph that a page break cut off in mid-sentence."""
    if not text[:1].islower() or not paragraph or paragraph[-1] in ".?!:;":
        return False
    is_cut = len(paragraph.split()) > _FEWEST_WORDS and not _ADDRESS.match(paragraph)
    return is_cut and leading_label(text) is None and not _ADDRESS.match(text)


def _begins_anew(line: str, *, below: str) -> bool:
    label = label_of(line)
    if label is not None and label.role is Role.OTHER and leaves_off(below):
        # "… under section 21 of the", and on the next line "Act.".
        return False
    if label is not None and (label.is_strong or line[label.rest : label.rest + 1].isupper()):
        return True
    return bool(
        _ADDRESS.match(line)
        or _BULLET.match(line)
        or BACK_TO_TOP.match(line)
        or _GREETING.match(line)
        or leading_label(line)
        or (line[:1].isupper() and behind_names(line))
        or (_heads_record(below) and is_reference(line, is_labelled=True))
    )


def _heads_record(paragraph: str) -> bool:
    """Return whether a paragraph begins with "Ref": below the title beside it may stand the number."""
    label = label_of(paragraph)
    return label is not None and label.role is Role.REF


def _ends_sentence(text: str) -> bool:
    return text.rstrip(_QUOTES)[-1:] in ".?!:;" and not _ABBREVIATION.search(text[-_LONGEST_WORD:])


def _asks_on(paragraph: str, line: str) -> bool:
    """Return whether a labelled question asks twice: "What do you use? What platform is it?"."""
    is_question = paragraph.endswith("?") and leading_label(paragraph) is not None
    return is_question and line.rstrip().endswith("?")
